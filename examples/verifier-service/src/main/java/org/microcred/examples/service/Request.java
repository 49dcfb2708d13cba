package org.microcred.examples.service;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** What was asked, read whole and within bounds. Its octets are its own. */
@SuppressWarnings("ArrayRecordComponent")
record Request(String method, String path, String mediaType, Languages languages, byte[] body) {
  /** What the client would rather read. */
  record Languages(String accept, Locale locale) {}

  static Request read(HttpExchange exchange, int atMost) throws IOException, Refusal {
    byte[] body = exchange.getRequestBody().readNBytes(atMost + 1);
    if (body.length > atMost) {
      throw Refusal.tooLarge(atMost);
    }
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        header(exchange, "Content-Type"),
        new Languages(header(exchange, "Accept"), locale(header(exchange, "Accept-Language"))),
        body);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static Locale locale(String accepted) {
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(locale -> List.of("en", "de").contains(locale.getLanguage()))
          .findFirst()
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  /** The media type without its parameters. */
  String essence() {
    return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Whether JSON is wanted rather than a page. */
  boolean wantsJson() {
    return languages.accept().contains("json") && !languages.accept().contains("text/html");
  }

  /** The body of a request to the VC API. */
  JsonObject json() throws Refusal {
    if (!essence().equals("application/json")) {
      throw Refusal.mediaType("application/json");
    }
    try {
      return Json.readObject(body, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw Refusal.badRequest("the body is no JSON object: " + e.getMessage());
    }
  }
}
