package org.microcred.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.crypto.internal.keys.CheckedSignature;
import org.microcred.crypto.internal.keys.KeyKind;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.crypto.internal.keys.PublicHalf;
import org.microcred.crypto.internal.keys.Signatures;

/** A key that JCA can use here. */
final class LocalSigner implements CheckedSignature.TriedOut {
  private final PrivateKey privateKey;
  private final PublicKey publicKey;
  private final SignatureAlgorithm algorithm;
  private final String verificationMethod;
  private final Optional<Provider> provider;
  private final boolean here;

  LocalSigner(
      KeyPair keyPair,
      SignatureAlgorithm algorithm,
      String verificationMethod,
      Optional<Provider> provider) {
    this.privateKey = Objects.requireNonNull(keyPair.getPrivate(), "keyPair: private");
    this.publicKey = Objects.requireNonNull(keyPair.getPublic(), "keyPair: public");
    this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
    this.verificationMethod = Objects.requireNonNull(verificationMethod, "verificationMethod");
    this.provider = Objects.requireNonNull(provider, "provider");
    this.here = privateKey.getEncoded() != null;
    if (!verificationMethod.matches("[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")) {
      throw new IllegalArgumentException("verificationMethod is not an absolute URL");
    }
    try {
      Signatures.requireUsable(algorithm, keyPair);
      if (here) {
        PublicHalf.requireMatch(keyPair, algorithm, provider);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("keyPair: " + e.getMessage(), e);
    }
  }

  static Signer didKey(KeyPair keyPair, SignatureAlgorithm algorithm) {
    String multikey = Multikey.encode(keyPair.getPublic());
    return Signer.of(keyPair, algorithm, "did:key:" + multikey + '#' + multikey);
  }

  static Signer didJwk(KeyPair keyPair, SignatureAlgorithm algorithm) {
    String jwk = Jwk.of(keyPair.getPublic()).withAlgorithm(algorithm).toJson();
    String identifier = "did:jwk:" + Base64Url.encode(jwk.getBytes(StandardCharsets.UTF_8));
    return Signer.of(keyPair, algorithm, identifier + "#0");
  }

  static SignatureAlgorithm algorithm(KeyPair keyPair) {
    return KeyKind.of(keyPair.getPublic())
        .orElseThrow(() -> new IllegalArgumentException("keyPair is of an unknown kind"))
        .algorithm();
  }

  static KeyPair pair(Jwk key) {
    return key.keyPair().orElseThrow(() -> new IllegalArgumentException("key has no private part"));
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
  public PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public byte[] sign(byte[] data) throws IOException {
    try {
      return Signatures.sign(algorithm, privateKey, data, provider);
    } catch (GeneralSecurityException e) {
      throw new IOException("the key of " + verificationMethod + " did not sign", e);
    }
  }

  @Override
  public boolean isTriedOut() {
    return here;
  }

  /** Names the key; never shows it. */
  @Override
  public String toString() {
    return algorithm.jose() + " " + verificationMethod;
  }
}
