package org.microcred.crypto;

import java.nio.charset.StandardCharsets;

/**
 * A presentation as it travels: JSON with proofs, a {@code vp+jwt}, {@code vp+sd-jwt} or {@code
 * vp+cose}, any of these in an envelope, or an SD-JWT whose holder signed a key binding, which is
 * the presentation of one credential. It shows no claims.
 *
 * <p>Immutable and thread-safe. Two are equal when their bytes are.
 */
public final class SecuredPresentation extends Secured {
  private SecuredPresentation(byte[] content) {
    super(content);
  }

  /**
   * {@return the presentation that these bytes may be; any bytes are taken}
   *
   * @param content the bytes, which are copied
   */
  public static SecuredPresentation of(byte[] content) {
    return new SecuredPresentation(content);
  }

  /**
   * {@return the presentation that this text may be; any text is taken}
   *
   * @param text the text, kept as UTF-8
   */
  public static SecuredPresentation of(String text) {
    return new SecuredPresentation(text.getBytes(StandardCharsets.UTF_8));
  }
}
