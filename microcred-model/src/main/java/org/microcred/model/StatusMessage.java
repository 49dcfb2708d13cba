package org.microcred.model;

import java.util.Objects;
import org.microcred.model.json.JsonObject;

/**
 * What one value of a status means (Bitstring Status List 1.0, {@code statusMessage}).
 *
 * @param value the status
 * @param message its text, for people who develop software
 */
public record StatusMessage(int value, String message) {
  public StatusMessage {
    if (value < 0) {
      throw new IllegalArgumentException("value is negative");
    }
    Objects.requireNonNull(message, "message");
  }

  /** {@return this message as JSON} */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("status", "0x" + Integer.toHexString(value))
        .put("message", message)
        .build();
  }
}
