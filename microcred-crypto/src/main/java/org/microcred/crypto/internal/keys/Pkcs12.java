package org.microcred.crypto.internal.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;

/** Key stores in a file (RFC 7292). */
public final class Pkcs12 {
  private Pkcs12() {}

  /** {@return the key pair of that alias, or the only one} */
  public static KeyPair keyPair(byte[] file, char[] password, Optional<String> alias)
      throws InvalidDocumentException {
    // No refusal has a cause: messages of providers may tell of the private parts.
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), password);
      return keyPair(store, password, alias.isPresent() ? alias.get() : only(store));
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException ? wrongPassword() : malformed();
    } catch (UnrecoverableKeyException e) {
      throw wrongPassword();
    } catch (NoSuchAlgorithmException e) {
      throw refused("key.unsupported", "this Java runtime cannot unlock the key store");
    } catch (GeneralSecurityException | RuntimeException e) {
      throw malformed();
    }
  }

  private static KeyPair keyPair(KeyStore store, char[] password, String alias)
      throws GeneralSecurityException, InvalidDocumentException {
    Key key = store.getKey(alias, password);
    if (!(key instanceof PrivateKey privateKey)) {
      throw refused(
          "key.not-found",
          "the key store has no private key named "
              + SafeText.quote(alias)
              + ", but "
              + list(aliases(store)));
    }
    KeyPair pair = PublicHalf.of(privateKey);
    Certificate certificate = store.getCertificate(alias);
    if (certificate != null
        && !JwkKeyPairs.members(certificate.getPublicKey())
            .equals(JwkKeyPairs.members(pair.getPublic()))) {
      throw refused("key.malformed", "the certificate in the key store is that of another key");
    }
    return pair;
  }

  private static String only(KeyStore store)
      throws GeneralSecurityException, InvalidDocumentException {
    List<String> aliases = aliases(store);
    if (aliases.size() != 1) {
      throw refused(
          "key.ambiguous",
          "one private key is expected in the key store, or an alias that says which: it has "
              + list(aliases));
    }
    return aliases.get(0);
  }

  private static List<String> aliases(KeyStore store) throws GeneralSecurityException {
    List<String> aliases = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
        aliases.add(alias);
      }
    }
    return aliases;
  }

  private static String list(List<String> aliases) {
    return aliases.isEmpty()
        ? "none"
        : aliases.stream().limit(10).map(SafeText::quote).collect(Collectors.joining(", "));
  }

  private static InvalidDocumentException wrongPassword() {
    return refused("key.password", "the password does not unlock the key store, or it is damaged");
  }

  private static InvalidDocumentException malformed() {
    return refused("key.malformed", "the bytes are no key store in PKCS #12");
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }
}
