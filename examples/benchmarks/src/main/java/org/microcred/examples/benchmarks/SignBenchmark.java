package org.microcred.examples.benchmarks;

import java.io.IOException;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a credential to its secured form. */
@State(Scope.Thread)
public class SignBenchmark {
  @Param("EDDSA_RDFC_2022")
  ProofFormat format;

  @Param("EDDSA")
  SignatureAlgorithm algorithm;

  @Param("JDK")
  Jca jca;

  private JsonObject badge;
  private CredentialSigner signer;

  /** Takes the key. */
  @Setup
  public void setUp() {
    Issuer issuer = Issuer.of(algorithm);
    badge = issuer.unsigned(format);
    signer = issuer.signer(format, jca);
  }

  /** What an application calls. */
  @Benchmark
  public SecuredCredential sign() throws InvalidDocumentException, IOException {
    return signer.sign(badge);
  }
}
