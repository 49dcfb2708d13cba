package org.microcred.examples.service;

import java.nio.charset.StandardCharsets;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** What is answered. Its octets are its own. */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, String mediaType, byte[] body) {
  static Reply json(int status, JsonObject body) {
    return new Reply(status, "application/json", Json.writeBytes(body));
  }

  static Reply text(String mediaType, String body) {
    return new Reply(200, mediaType + ";charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  Reply as(String otherType) {
    return new Reply(status, otherType, body);
  }
}
