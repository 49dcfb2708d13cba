package org.microcred.crypto.internal.dataintegrity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.microcred.crypto.internal.jsonld.Canonical;

/** What is signed (EdDSA Cryptosuites 1.0 §3.2.4): the hash of the proof, then of the document. */
final class HashData {
  private HashData() {}

  /** 64 octets. Both forms must have quads. */
  static byte[] of(Canonical options, Canonical document) {
    byte[] proofHash = hash(options);
    byte[] documentHash = hash(document);
    byte[] both = new byte[proofHash.length + documentHash.length];
    System.arraycopy(proofHash, 0, both, 0, proofHash.length);
    System.arraycopy(documentHash, 0, both, proofHash.length, documentHash.length);
    return both;
  }

  /** The SHA-256 hash of canonical N-Quads. */
  static byte[] hash(Canonical canonical) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonical.nquads().orElseThrow().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
