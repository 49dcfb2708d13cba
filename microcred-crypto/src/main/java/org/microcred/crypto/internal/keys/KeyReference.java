package org.microcred.crypto.internal.keys;

import java.util.Optional;

/**
 * What a header calls the key of its signature.
 *
 * @param url an absolute URL of a key
 * @param name anything else: a fragment in the issuer's document, or a thumbprint
 */
public record KeyReference(Optional<String> url, Optional<String> name) {
  /** {@return the reference of a {@code kid}} */
  public static KeyReference of(Optional<String> kid) {
    return kid.filter(KeyReference::isUrl).isPresent()
        ? new KeyReference(kid, Optional.empty())
        : new KeyReference(Optional.empty(), kid);
  }

  /** A DID URL with a fragment, or an https URL; a DID alone names no key. */
  private static boolean isUrl(String kid) {
    return kid.startsWith("https:") || (kid.startsWith("did:") && kid.contains("#"));
  }
}
