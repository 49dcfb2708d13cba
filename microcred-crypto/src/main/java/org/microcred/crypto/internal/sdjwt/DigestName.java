package org.microcred.crypto.internal.sdjwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** The hash functions of disclosures (RFC 9901 §4.1.1), by their names in {@code _sd_alg}. */
enum DigestName {
  SHA_256("sha-256", "SHA-256"),
  SHA_384("sha-384", "SHA-384"),
  SHA_512("sha-512", "SHA-512");

  static final String CLAIM = "_sd_alg";

  /** Of the registry "Named Information Hash Algorithm": sound, and not built in. */
  private static final Set<String> OTHERS =
      Set.of("sha3-256", "sha3-384", "sha3-512", "blake2s-256", "blake2b-256", "blake2b-512");

  private final String name;
  private final String jca;

  DigestName(String name, String jca) {
    this.name = name;
    this.jca = jca;
  }

  String claim() {
    return name;
  }

  /** The function that a payload names; SHA-256 where it names none. */
  static DigestName of(JsonObject payload) throws InvalidDocumentException {
    if (!payload.has(CLAIM)) {
      return SHA_256;
    }
    JsonPointer pointer = JsonPointer.ROOT.child(CLAIM);
    Optional<String> named = payload.string(CLAIM);
    for (DigestName digest : values()) {
      if (named.equals(Optional.of(digest.name))) {
        return digest;
      }
    }
    if (named.filter(OTHERS::contains).isPresent()) {
      throw InvalidDocumentException.of(
          "sd-jwt.unsupported", pointer, "digests by " + named.get() + " are not supported");
    }
    throw InvalidDocumentException.of(
        "sd-jwt.hash-algorithm",
        pointer,
        "claim _sd_alg: sha-256, sha-384 or sha-512 is expected, found "
            + named.map(SafeText::quote).orElse("no text"));
  }

  /** The digest of US-ASCII text, in base64url (RFC 9901 §4.2.3). */
  String of(String text) {
    return Base64Url.encode(of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance(jca).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks " + jca, e);
    }
  }
}
