package org.microcred.crypto.internal.dataintegrity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** What the issuer's signature covers (Data Integrity ECDSA Cryptosuites 1.0 §3.4.14). */
final class SdData {
  private SdData() {}

  /** The hash of the proof, the key of the quads, the hash of the mandatory quads. */
  static byte[] of(Transformed options, byte[] publicKey, List<String> mandatory) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(HashData.hash(options, "SHA-256"));
    data.writeBytes(publicKey);
    data.writeBytes(sha256(String.join("", mandatory)));
    return data.toByteArray();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
