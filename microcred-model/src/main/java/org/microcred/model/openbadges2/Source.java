package org.microcred.model.openbadges2;

import java.util.Optional;
import org.microcred.model.SafeText;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * A badge object as it was read. Immutable and thread-safe; two are equal when their JSON is. Only
 * reading makes them, so that a badge object that exists has been read.
 */
public final class Source {
  private final JsonObject json;
  private final Optional<byte[]> bytes;

  private Source(JsonObject json, Optional<byte[]> bytes) {
    this.json = json;
    this.bytes = bytes;
  }

  /** The object at the cursor; its contexts count as read. */
  static Source read(Cursor in) {
    in.take("@context");
    return new Source(in.object(), in.source());
  }

  /** {@return the JSON that was read, unknown members included} */
  public JsonObject json() {
    return json;
  }

  /**
   * {@return the JSON in UTF-8: byte for byte what was parsed, else {@link #json} without white
   * space}
   */
  public byte[] toBytes() {
    return bytes.map(byte[]::clone).orElseGet(() -> Json.writeBytes(json));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Source that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return SafeText.of(json.toString());
  }
}
