package org.microcred.crypto.internal.dataintegrity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.microcred.crypto.internal.keys.Base64Url;

/**
 * Labels of blank nodes that tell nothing of what is not disclosed (Data Integrity ECDSA
 * Cryptosuites 1.0 §3.4.3).
 */
final class SdLabels {
  static final int KEY_BYTES = 32;

  private SdLabels() {}

  /** From a canonical label, {@code c14n0}, to the one that is signed. */
  static UnaryOperator<String> of(byte[] key) {
    SecretKeySpec secret = new SecretKeySpec(key, "HmacSHA256");
    return canonical -> {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(secret);
        return 'u' + Base64Url.encode(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java runtime has HMAC with SHA-256", e);
      }
    };
  }
}
