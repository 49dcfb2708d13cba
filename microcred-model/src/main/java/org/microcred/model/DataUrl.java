package org.microcred.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Octets in a URL with their media type (RFC 2397), read strictly. */
final class DataUrl {
  private static final String SCHEME = "data:";

  /** What may stand in a URL as it is, beside letters and digits: reserved and marks (RFC 2396). */
  private static final String MARKS = ";/?:@&=+$,-_.!~*'()";

  /** RFC 2045 §5.1, of what may stand in a URL. */
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9!$&'*+._~-]+)=([A-Za-z0-9!$&'*+._~-]+)");

  private final String mediaType;
  private final Map<String, String> parameters;
  private final byte[] content;

  private DataUrl(String mediaType, Map<String, String> parameters, byte[] content) {
    this.mediaType = mediaType;
    this.parameters = Collections.unmodifiableMap(parameters);
    this.content = content;
  }

  /**
   * {@return the parts of the URL, or empty when it is not a data: URL with a media type, names a
   * parameter twice, has no octets, or spells them in another way than it says}
   */
  static Optional<DataUrl> parse(String url) {
    int comma = url.indexOf(',');
    if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || comma < 0) {
      return Optional.empty();
    }
    List<String> header = List.of(url.substring(SCHEME.length(), comma).split(";", -1));
    String mediaType = header.get(0);
    boolean base64 = header.size() > 1 && header.get(header.size() - 1).equalsIgnoreCase("base64");
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : header.subList(1, header.size() - (base64 ? 1 : 0))) {
      Matcher matcher = PARAMETER.matcher(parameter);
      if (!matcher.matches()
          || parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2)) != null) {
        return Optional.empty();
      }
    }
    if (!MediaType.isOne(mediaType) || !mediaType.chars().allMatch(c -> c == '/' || isPlain(c))) {
      return Optional.empty();
    }
    return unescape(url.substring(comma + 1))
        .flatMap(
            octets ->
                base64
                    ? StrictBase64.decode(new String(octets, StandardCharsets.ISO_8859_1))
                    : Optional.of(octets))
        .filter(octets -> octets.length > 0)
        .map(octets -> new DataUrl(mediaType.toLowerCase(Locale.ROOT), parameters, octets));
  }

  /** {@return what a data: URL of that media type without parameters would hold} */
  static DataUrl of(String mediaType, byte[] content) {
    return new DataUrl(mediaType, Map.of(), content.clone());
  }

  /** {@return a data: URL: as it is what may stand in a URL, anything else in base64} */
  static String write(String mediaType, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return text.chars().allMatch(DataUrl::isPlain)
        ? SCHEME + mediaType + ',' + text
        : SCHEME + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
  }

  String mediaType() {
    return mediaType;
  }

  Map<String, String> parameters() {
    return parameters;
  }

  byte[] content() {
    return content.clone();
  }

  private static Optional<byte[]> unescape(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        octets.write(c);
      } else if (c == '%' && i + 2 < text.length()) {
        int high = hexDigit(text.charAt(i + 1));
        int low = hexDigit(text.charAt(i + 2));
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        octets.write(16 * high + low);
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(octets.toByteArray());
  }

  private static int hexDigit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isPlain(int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
  }
}
