package org.microcred.crypto.internal.net;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server said (RFC 9110).
 *
 * @param status the three digits
 * @param headers names in lower case
 * @param body the content; empty where it was not read
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  /** No answer says how long it may be kept: keys and lists change. */
  private static final Duration UNSTATED = Duration.ofMinutes(5);

  Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** The media type without its parameters, in lower case. */
  Optional<String> mediaType() {
    return header("content-type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter(type -> !type.isEmpty());
  }

  /** How long it may be kept (RFC 9111 §5.2.2, without heuristics). */
  Duration freshFor() {
    Optional<Duration> maxAge = Optional.empty();
    for (String line : headers.getOrDefault("cache-control", List.of())) {
      for (String part : line.toLowerCase(Locale.ROOT).split(",")) {
        String directive = part.strip();
        if (directive.equals("no-store") || directive.equals("no-cache")) {
          return Duration.ZERO;
        }
        if (directive.startsWith("max-age=")) {
          maxAge = seconds(directive.substring("max-age=".length()));
        }
      }
    }
    Duration age = header("age").flatMap(HttpAnswer::seconds).orElse(Duration.ZERO);
    Duration left = maxAge.orElse(UNSTATED).minus(age);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Optional<Duration> seconds(String digits) {
    return digits.matches("[0-9]{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(digits)))
        : Optional.empty();
  }
}
