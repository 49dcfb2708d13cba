package org.microcred.crypto.internal.jsonld;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Our JSON values as those that titanium takes. */
final class JakartaJson {
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private JakartaJson() {}

  /** The same value; numbers keep every digit. */
  static jakarta.json.JsonValue of(JsonValue value) {
    if (value instanceof JsonObject object) {
      return of(object);
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder builder = PROVIDER.createArrayBuilder();
      array.items().forEach(item -> builder.add(of(item)));
      return builder.build();
    }
    if (value instanceof JsonString string) {
      return PROVIDER.createValue(string.value());
    }
    if (value instanceof JsonNumber number) {
      return PROVIDER.createValue(number.value());
    }
    if (value instanceof JsonBoolean bool) {
      return bool == JsonBoolean.TRUE ? jakarta.json.JsonValue.TRUE : jakarta.json.JsonValue.FALSE;
    }
    assert value instanceof JsonNull;
    return jakarta.json.JsonValue.NULL;
  }

  /** The same object. */
  static jakarta.json.JsonObject of(JsonObject object) {
    JsonObjectBuilder builder = PROVIDER.createObjectBuilder();
    object.members().forEach((name, value) -> builder.add(name, of(value)));
    return builder.build();
  }

  /** The same value as one of ours. */
  static JsonValue back(jakarta.json.JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> {
        JsonObject.Builder builder = JsonObject.builder();
        value.asJsonObject().forEach((name, member) -> builder.put(name, back(member)));
        yield builder.build();
      }
      case ARRAY -> new JsonArray(value.asJsonArray().stream().map(JakartaJson::back).toList());
      case STRING -> new JsonString(((jakarta.json.JsonString) value).getString());
      case NUMBER -> JsonNumber.of(((jakarta.json.JsonNumber) value).bigDecimalValue());
      case TRUE -> JsonBoolean.TRUE;
      case FALSE -> JsonBoolean.FALSE;
      case NULL -> JsonNull.NULL;
    };
  }
}
