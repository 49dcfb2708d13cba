package org.microcred.verify.internal;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Our JSON values as the JSON Schema library sees them: nothing is serialised or parsed again. */
record SchemaNode(JsonValue value, JsonPointer pointer, SchemaWork work) implements JsonNode {
  /** Characters that are looked at in the time of a step. */
  private static final int CHARACTERS = 64;

  /** Beyond this exponent an exact number costs more than it is worth. */
  private static final int MAX_EXPONENT = 400;

  /** Every look at a node of the document is a step of the work. */
  static SchemaNode of(JsonValue document, SchemaWork work) {
    return new SchemaNode(document, JsonPointer.ROOT, work);
  }

  static JsonNodeFactory factory(SchemaWork work) {
    return new JsonNodeFactory() {
      @Override
      public JsonNode wrap(Object node) {
        return node instanceof SchemaNode same ? same : of((JsonValue) node, work);
      }

      @Override
      public JsonNode create(String rawJson) {
        try {
          return of(Json.read(rawJson, Limits.defaults()), work);
        } catch (InvalidDocumentException e) {
          throw new IllegalArgumentException("rawJson is not JSON", e);
        }
      }
    };
  }

  /** Whether every number is small enough for exact arithmetic. */
  static boolean isCalculable(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members().values().stream().allMatch(SchemaNode::isCalculable);
    }
    if (value instanceof JsonArray array) {
      return array.stream().allMatch(SchemaNode::isCalculable);
    }
    if (value instanceof JsonNumber number) {
      try {
        return Math.abs((long) number.value().scale()) <= MAX_EXPONENT;
      } catch (ArithmeticException e) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String getJsonPointer() {
    return pointer.toString();
  }

  @Override
  public SimpleType getNodeType() {
    work.step(1);
    if (value instanceof JsonObject) {
      return SimpleType.OBJECT;
    }
    if (value instanceof JsonArray) {
      return SimpleType.ARRAY;
    }
    if (value instanceof JsonString) {
      return SimpleType.STRING;
    }
    if (value instanceof JsonBoolean) {
      return SimpleType.BOOLEAN;
    }
    if (value instanceof JsonNull) {
      return SimpleType.NULL;
    }
    return asNumber().stripTrailingZeros().scale() <= 0 ? SimpleType.INTEGER : SimpleType.NUMBER;
  }

  @Override
  public boolean asBoolean() {
    return value == JsonBoolean.TRUE;
  }

  @Override
  public String asString() {
    String text = value instanceof JsonString string ? string.value() : value.toString();
    work.step(1 + text.length() / CHARACTERS);
    return text;
  }

  @Override
  public BigInteger asInteger() {
    return asNumber().toBigInteger();
  }

  @Override
  public BigDecimal asNumber() {
    return ((JsonNumber) value).value();
  }

  @Override
  public List<JsonNode> asArray() {
    List<JsonValue> array = ((JsonArray) value).items();
    work.step(1 + array.size());
    List<JsonNode> items = new ArrayList<>();
    for (JsonValue item : array) {
      items.add(new SchemaNode(item, pointer.child(items.size()), work));
    }
    return items;
  }

  @Override
  public Map<String, JsonNode> asObject() {
    Map<String, JsonValue> object = ((JsonObject) value).members();
    work.step(1 + object.size());
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.forEach(
        (name, member) -> members.put(name, new SchemaNode(member, pointer.child(name), work)));
    return members;
  }
}
