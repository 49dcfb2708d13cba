package org.microcred.crypto.internal.dataintegrity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.microcred.crypto.SignatureAlgorithm;

/** What is signed (EdDSA Cryptosuites 1.0 §3.2.4): the hash of the proof, then of the document. */
final class HashData {
  private HashData() {}

  /** Both forms must have been transformed. */
  static byte[] of(Transformed options, Transformed document, String digest) {
    byte[] proofHash = hash(options, digest);
    byte[] documentHash = hash(document, digest);
    byte[] both = new byte[proofHash.length + documentHash.length];
    System.arraycopy(proofHash, 0, both, 0, proofHash.length);
    System.arraycopy(documentHash, 0, both, proofHash.length, documentHash.length);
    return both;
  }

  static byte[] hash(Transformed transformed, String digest) {
    try {
      return MessageDigest.getInstance(digest).digest(transformed.octets());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + digest, e);
    }
  }

  /**
   * The digest of the suites that sign by that algorithm: that of the signature, but for EdDSA,
   * whose own is not seen here.
   */
  static String digest(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.EDDSA ? "SHA-256" : algorithm.digest();
  }
}
