package org.microcred.examples.kms;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;

/**
 * A key in PKCS #11: the JDK has a provider for it, and a {@link Signer} for its handle is
 * ready-made.
 */
final class TokenSigner {
  private TokenSigner() {}

  /** The JDK's provider for the token that the configuration describes. */
  static Provider provider(Path configuration) {
    return Security.getProvider("SunPKCS11").configure(configuration.toString());
  }

  /**
   * A signer for a key in the token.
   *
   * @param alias the label of the private key and of its certificate
   */
  static Signer of(
      Provider provider,
      char[] pin,
      String alias,
      SignatureAlgorithm algorithm,
      String verificationMethod)
      throws GeneralSecurityException, IOException {
    KeyStore token = KeyStore.getInstance("PKCS11", provider);
    token.load(null, pin);
    if (!(token.getKey(alias, null) instanceof PrivateKey handle)) {
      throw new IOException("the token has no private key with a certificate named " + alias);
    }
    KeyPair pair = new KeyPair(token.getCertificate(alias).getPublicKey(), handle);
    return Signer.of(pair, algorithm, verificationMethod, provider);
  }
}
