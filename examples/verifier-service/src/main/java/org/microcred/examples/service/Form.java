package org.microcred.examples.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a form as a browser sends them (HTML, "Form submission"; RFC 7578). */
final class Form {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=\"?([-0-9A-Za-z'()+_,./:=? ]{1,70})\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([a-z]{1,20})\"");
  private static final int MOST_PARTS = 20;

  private final Map<String, byte[]> fields = new HashMap<>();

  private Form() {}

  static Form read(Request request) throws Refusal {
    Form form = new Form();
    switch (request.essence()) {
      case "multipart/form-data" -> form.parts(request);
      case "application/x-www-form-urlencoded" -> form.pairs(request.body());
      default -> throw Refusal.mediaType("a form, or a credential as JSON, text, PNG or SVG");
    }
    return form;
  }

  /** What stands in a field; empty when there is nothing. */
  Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(fields.get(name)).filter(content -> content.length > 0);
  }

  Optional<String> text(String name) {
    return bytes(name)
        .map(content -> new String(content, StandardCharsets.UTF_8).strip())
        .filter(text -> !text.isEmpty());
  }

  private void pairs(byte[] body) throws Refusal {
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", MOST_PARTS)) {
      String[] sides = pair.split("=", 2);
      try {
        fields.put(
            sides[0],
            URLDecoder.decode(sides.length == 2 ? sides[1] : "", StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw Refusal.badRequest("the form is not well encoded");
      }
    }
  }

  private void parts(Request request) throws Refusal {
    Matcher boundary = BOUNDARY.matcher(request.mediaType());
    if (!boundary.find()) {
      throw Refusal.badRequest("the form does not say how its parts are divided");
    }
    byte[] body = request.body();
    byte[] divider = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    int at = indexOf(body, divider, 0);
    for (int count = 0; count < MOST_PARTS && at >= 0; count++) {
      int start = at + divider.length;
      at = indexOf(body, divider, start);
      if (at >= 0) {
        part(body, start, at);
      }
    }
  }

  /** A part between two dividers: CRLF, headers, an empty line, the content, CRLF. */
  private void part(byte[] body, int start, int end) {
    int blank = indexOf(body, new byte[] {'\r', '\n', '\r', '\n'}, start);
    if (blank < 0 || blank + 4 > end - 2) {
      return;
    }
    String headers = new String(body, start, blank - start, StandardCharsets.UTF_8);
    Matcher name = NAME.matcher(headers);
    if (name.find()) {
      fields.put(name.group(1), Arrays.copyOfRange(body, blank + 4, end - 2));
    }
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int i = from; i <= body.length - wanted.length; i++) {
      if (body[i] == wanted[0]
          && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
