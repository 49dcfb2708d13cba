package org.microcred.model.internal;

/** How a hashed identity is written (Open Badges 2.0 and 3.0, IdentityHash). */
public final class IdentityHash {
  public static final String SHA_256 = "sha256$";
  public static final String MD5 = "md5$";

  private IdentityHash() {}

  /** {@return whether the text is the name of a hash function, a dollar sign and a hash} */
  public static boolean isOne(String text) {
    return isOne(text, SHA_256, 64) || isOne(text, MD5, 32);
  }

  private static boolean isOne(String text, String prefix, int length) {
    return text.startsWith(prefix)
        && text.length() == prefix.length() + length
        && text.chars()
            .skip(prefix.length())
            .allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }
}
