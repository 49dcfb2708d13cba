package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Multibase (CID 1.0 §2.4): base58btc and base64url without padding, nothing else. */
public final class Multibase {
  /** The longest base58 text that is read, since reading it takes quadratic time. */
  static final int MAX_BASE58 = 8192;

  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger RADIX = BigInteger.valueOf(58);

  private Multibase() {}

  /** {@return the octets, or empty when the text is not the canonical spelling of any} */
  public static Optional<byte[]> decode(String text) {
    if (text.startsWith("z")) {
      return decodeBase58(text.substring(1));
    }
    return text.startsWith("u") ? Base64Url.decode(text.substring(1)) : Optional.empty();
  }

  /** {@return {@code z} and base58btc} */
  public static String base58(byte[] bytes) {
    StringBuilder reversed = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (rest.signum() > 0) {
      BigInteger[] division = rest.divideAndRemainder(RADIX);
      reversed.append(BASE58.charAt(division[1].intValue()));
      rest = division[0];
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      reversed.append(BASE58.charAt(0));
    }
    return reversed.append('z').reverse().toString();
  }

  /** {@return {@code u} and base64url} */
  public static String base64Url(byte[] bytes) {
    return 'u' + Base64Url.encode(bytes);
  }

  private static Optional<byte[]> decodeBase58(String digits) {
    if (digits.length() > MAX_BASE58) {
      return Optional.empty();
    }
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == BASE58.charAt(0)) {
      zeros++;
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = zeros; i < digits.length(); i++) {
      int digit = BASE58.indexOf(digits.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      value = value.multiply(RADIX).add(BigInteger.valueOf(digit));
    }
    byte[] signed = value.toByteArray();
    byte[] magnitude = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    byte[] bytes = new byte[zeros + magnitude.length];
    System.arraycopy(magnitude, 0, bytes, zeros, magnitude.length);
    return Optional.of(bytes);
  }
}
