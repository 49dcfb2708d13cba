package org.microcred.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.keys.Signatures;

/** A key that JCA can use here. */
final class LocalSigner implements Signer {
  private final PrivateKey privateKey;
  private final SignatureAlgorithm algorithm;
  private final String verificationMethod;
  private final Optional<Provider> provider;

  LocalSigner(
      PrivateKey privateKey,
      SignatureAlgorithm algorithm,
      String verificationMethod,
      Optional<Provider> provider) {
    this.privateKey = Objects.requireNonNull(privateKey, "privateKey");
    this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
    this.verificationMethod = Objects.requireNonNull(verificationMethod, "verificationMethod");
    this.provider = Objects.requireNonNull(provider, "provider");
    if (!verificationMethod.matches("[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")) {
      throw new IllegalArgumentException("verificationMethod is not an absolute URL");
    }
    try {
      Signatures.requireUsable(algorithm, privateKey);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("privateKey: " + e.getMessage(), e);
    }
  }

  static LocalSigner of(Jwk key, String verificationMethod) {
    PrivateKey privateKey =
        key.keyPair()
            .orElseThrow(() -> new IllegalArgumentException("key has no private part"))
            .getPrivate();
    return new LocalSigner(privateKey, key.algorithm(), verificationMethod, Optional.empty());
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public String verificationMethod() {
    return verificationMethod;
  }

  @Override
  public byte[] sign(byte[] data) throws IOException {
    try {
      return Signatures.sign(algorithm, privateKey, data, provider);
    } catch (GeneralSecurityException e) {
      throw new IOException("the key of " + verificationMethod + " did not sign", e);
    }
  }

  /** Names the key; never shows it. */
  @Override
  public String toString() {
    return algorithm.jose() + " " + verificationMethod;
  }
}
