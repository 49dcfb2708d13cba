package org.microcred.model.json;

/** One JSON value (RFC 8259 §3). Immutable and thread-safe; {@code toString} is compact JSON. */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** {@return the name of this value's JSON type, for messages: "an object", "a string", …} */
  String typeName();
}
