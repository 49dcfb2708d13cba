package org.microcred.crypto;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.keys.Pem;
import org.microcred.crypto.internal.keys.Pkcs12;
import org.microcred.model.InvalidDocumentException;

/**
 * Reads keys from the files that other tools write: PEM (RFC 7468) and PKCS #12 (RFC 7292). Keys as
 * JSON are read by {@link Jwk}.
 *
 * <pre>{@code
 * Signer signer = Signer.didKey(KeyFiles.parseKeyPair(Files.readString(Path.of("key.pem"))));
 * }</pre>
 *
 * <p>Ed25519, P-256, P-384, P-521 and RSA keys are built in. Each method throws nothing but {@link
 * InvalidDocumentException}, whatever is in the file: {@code key.malformed}, {@code key.weak},
 * {@code key.unsupported}, {@code key.ambiguous}, {@code key.password}. No message shows a password
 * or a private part. Thread-safe.
 */
public final class KeyFiles {
  private KeyFiles() {}

  /**
   * Reads a key pair of one's own. The public half is calculated from the private one, so that the
   * two belong together.
   *
   * @param pem text with exactly one private key that no password locks: {@code PRIVATE KEY} (PKCS
   *     #8), {@code EC PRIVATE KEY} (SEC 1) or {@code RSA PRIVATE KEY} (PKCS #1); certificates and
   *     public keys beside it are passed over
   * @return the pair
   * @throws InvalidDocumentException when it is none; the message says what to do
   */
  public static KeyPair parseKeyPair(String pem) throws InvalidDocumentException {
    return Pem.keyPair(Objects.requireNonNull(pem, "pem"));
  }

  /**
   * Reads a public key from untrusted text.
   *
   * @param pem text with exactly one {@code PUBLIC KEY} (X.509), {@code RSA PUBLIC KEY} (PKCS #1)
   *     or {@code CERTIFICATE}, of which nothing but the key is looked at
   * @return the key
   * @throws InvalidDocumentException when it is none, also {@code key.private-material} when the
   *     text shows a private key
   */
  public static PublicKey parsePublicKey(String pem) throws InvalidDocumentException {
    return Pem.publicKey(Objects.requireNonNull(pem, "pem"));
  }

  /**
   * Reads the only key pair of a key store of one's own.
   *
   * <p>Whoever made the file decides how much work it is to unlock it, up to the bound of the Java
   * runtime (some seconds): read files of your own with it.
   *
   * @param pkcs12 the file
   * @param password of the file and of the key; it is not kept, and left for the caller to erase
   * @return the pair
   * @throws InvalidDocumentException when it is no key store, the password is wrong, or there is
   *     not exactly one private key ({@code key.ambiguous} lists the aliases)
   */
  public static KeyPair parsePkcs12(byte[] pkcs12, char[] password)
      throws InvalidDocumentException {
    return Pkcs12.keyPair(
        Objects.requireNonNull(pkcs12, "pkcs12"),
        Objects.requireNonNull(password, "password"),
        Optional.empty());
  }

  /**
   * Reads one key pair of a key store of one's own; see {@link #parsePkcs12(byte[], char[])}.
   *
   * @param pkcs12 the file
   * @param password of the file and of the key
   * @param alias the name of the key in the file
   * @return the pair
   * @throws InvalidDocumentException as there, and {@code key.not-found} when no private key has
   *     that name
   */
  public static KeyPair parsePkcs12(byte[] pkcs12, char[] password, String alias)
      throws InvalidDocumentException {
    return Pkcs12.keyPair(
        Objects.requireNonNull(pkcs12, "pkcs12"),
        Objects.requireNonNull(password, "password"),
        Optional.of(alias));
  }
}
