package org.microcred.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The yardstick of signing and verifying: the provider alone, on the message of the format. */
@State(Scope.Thread)
public class RawBenchmark {
  /** What is signed. */
  public enum Message {
    /** The 64 bytes of two digests, as Data Integrity signs them. */
    DIGESTS,
    /** Header and payload of a VC-JWT. */
    TOKEN
  }

  @Param("EDDSA")
  SignatureAlgorithm algorithm;

  @Param("JDK")
  Jca jca;

  @Param("DIGESTS")
  Message message;

  private PublicKey publicKey;
  private PrivateKey privateKey;
  private byte[] data;
  private byte[] signature;

  /** Makes the message and its signature. */
  @Setup
  public void setUp() throws GeneralSecurityException {
    Issuer issuer = Issuer.of(algorithm);
    publicKey = issuer.publicKey(jca);
    privateKey = issuer.privateKey(jca);
    data = message == Message.DIGESTS ? new byte[64] : token(issuer);
    signature = sign();
    if (!verify()) {
      throw new IllegalStateException(jca + " does not verify its own signature");
    }
  }

  private static byte[] token(Issuer issuer) {
    String token = issuer.badge(ProofFormat.VC_JWT).toText().orElseThrow();
    return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
  }

  /** One verification. */
  @Benchmark
  public boolean verify() throws GeneralSecurityException {
    Signature engine = jca.engine(algorithm);
    engine.initVerify(publicKey);
    engine.update(data);
    return engine.verify(signature);
  }

  /** One signature. */
  @Benchmark
  public byte[] sign() throws GeneralSecurityException {
    Signature engine = jca.engine(algorithm);
    engine.initSign(privateKey);
    engine.update(data);
    return engine.sign();
  }
}
