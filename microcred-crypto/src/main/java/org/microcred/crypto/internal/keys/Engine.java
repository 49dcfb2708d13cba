package org.microcred.crypto.internal.keys;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.microcred.crypto.SignatureAlgorithm;

/** One calculation by JCA, in the form that JOSE wants whatever form the provider has. */
final class Engine {
  private final SignatureAlgorithm algorithm;
  private final Signature jca;
  private final boolean speaksDer;

  private Engine(SignatureAlgorithm algorithm, Signature jca, boolean speaksDer) {
    this.algorithm = algorithm;
    this.jca = jca;
    this.speaksDer = speaksDer;
  }

  /** An engine of the runtime's choice. */
  static Engine of(SignatureAlgorithm algorithm) throws NoSuchAlgorithmException {
    return new Engine(algorithm, Signature.getInstance(algorithm.jca()), false);
  }

  /** An engine of that provider; hardware often knows ECDSA in DER only. */
  static Engine of(SignatureAlgorithm algorithm, Provider provider)
      throws NoSuchAlgorithmException {
    try {
      return new Engine(algorithm, Signature.getInstance(algorithm.jca(), provider), false);
    } catch (NoSuchAlgorithmException e) {
      String inDer = algorithm.jca().replace("inP1363Format", "");
      if (inDer.equals(algorithm.jca())) {
        throw e;
      }
      return new Engine(algorithm, Signature.getInstance(inDer, provider), true);
    }
  }

  /** The same engine with a key, which comes first: it may decide which provider calculates. */
  Engine forSigning(PrivateKey key) throws GeneralSecurityException {
    jca.initSign(key);
    setParameters();
    return this;
  }

  /** The same engine with a key. */
  Engine forVerifying(PublicKey key) throws GeneralSecurityException {
    jca.initVerify(key);
    setParameters();
    return this;
  }

  byte[] sign(byte[] data) throws SignatureException {
    jca.update(data);
    byte[] signature = jca.sign();
    return speaksDer
        ? EcdsaDer.decode(signature, algorithm.signatureLength().orElseThrow())
            .orElseThrow(() -> new SignatureException("the provider made no ECDSA signature"))
        : signature;
  }

  boolean verify(byte[] data, byte[] signature) throws SignatureException {
    jca.update(data);
    return jca.verify(speaksDer ? EcdsaDer.encode(signature) : signature);
  }

  // RFC 7518 §3.5: the same digest in the mask, and a salt as long as the digest.
  private void setParameters() throws GeneralSecurityException {
    int saltLength =
        switch (algorithm) {
          case PS256 -> 32;
          case PS384 -> 48;
          case PS512 -> 64;
          default -> 0;
        };
    if (saltLength > 0) {
      jca.setParameter(
          new PSSParameterSpec(
              algorithm.digest(),
              "MGF1",
              new MGF1ParameterSpec(algorithm.digest()),
              saltLength,
              PSSParameterSpec.TRAILER_FIELD_BC));
    }
  }
}
