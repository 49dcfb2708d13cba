package org.microcred.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * Octets as text that names its base (CID 1.0 §2.4): base58btc and base64url without padding, the
 * two that the specification fixes. Each octet sequence has one spelling in each.
 *
 * <pre>{@code
 * Multibase.base64url(octets); // "u", then base64url
 * Multibase.decode("zQmdfTbBq"); // the octets
 * }</pre>
 */
public final class Multibase {
  /** The most base58btc digits that are read, since reading them takes quadratic time. */
  public static final int MAX_BASE58BTC_DIGITS = 8192;

  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger RADIX = BigInteger.valueOf(58);

  private Multibase() {}

  /**
   * {@return the octets, or empty when the text is no canonical spelling in a base that is known:
   * foreign characters, white space, padding, spare bits, another header, too many digits}
   *
   * @param text untrusted text
   */
  public static Optional<byte[]> decode(String text) {
    if (text.startsWith("z")) {
      return decodeBase58btc(text.substring(1));
    }
    return text.startsWith("u") ? StrictBase64.decodeUrl(text.substring(1)) : Optional.empty();
  }

  /**
   * {@return {@code z} and the octets in base58btc, in quadratic time}
   *
   * @param octets any octets
   */
  public static String base58btc(byte[] octets) {
    StringBuilder reversed = new StringBuilder();
    BigInteger rest = new BigInteger(1, octets);
    while (rest.signum() > 0) {
      BigInteger[] division = rest.divideAndRemainder(RADIX);
      reversed.append(DIGITS.charAt(division[1].intValue()));
      rest = division[0];
    }
    for (int i = 0; i < octets.length && octets[i] == 0; i++) {
      reversed.append(DIGITS.charAt(0));
    }
    return reversed.append('z').reverse().toString();
  }

  /**
   * {@return {@code u} and the octets in base64url without padding}
   *
   * @param octets any octets
   */
  public static String base64url(byte[] octets) {
    Objects.requireNonNull(octets, "octets");
    return 'u' + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  private static Optional<byte[]> decodeBase58btc(String digits) {
    if (digits.length() > MAX_BASE58BTC_DIGITS) {
      return Optional.empty();
    }
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == DIGITS.charAt(0)) {
      zeros++;
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = zeros; i < digits.length(); i++) {
      int digit = DIGITS.indexOf(digits.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      value = value.multiply(RADIX).add(BigInteger.valueOf(digit));
    }
    byte[] signed = value.toByteArray();
    byte[] magnitude = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    byte[] octets = new byte[zeros + magnitude.length];
    System.arraycopy(magnitude, 0, octets, zeros, magnitude.length);
    return Optional.of(octets);
  }
}
