package org.microcred.model.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a JSON document (RFC 6901).
 *
 * @param tokens the unescaped reference tokens from the root on; none names the whole document
 */
public record JsonPointer(List<String> tokens) {
  /** The whole document. */
  public static final JsonPointer ROOT = new JsonPointer(List.of());

  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /**
   * {@return the pointer that the text spells}
   *
   * @param text empty, or tokens each led by a slash
   * @throws IllegalArgumentException when the text is no JSON pointer
   */
  public static JsonPointer parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    if (text.charAt(0) != '/' || text.matches("(?s).*~([^01].*|$)")) {
      throw new IllegalArgumentException("text is not a JSON pointer");
    }
    List<String> tokens = new ArrayList<>();
    for (String token : text.substring(1).split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return new JsonPointer(tokens);
  }

  /**
   * {@return the place of a member of the object here}
   *
   * @param name the member's name
   */
  public JsonPointer child(String name) {
    List<String> longer = new ArrayList<>(tokens);
    longer.add(name);
    return new JsonPointer(longer);
  }

  /**
   * {@return the place of an element of the array here}
   *
   * @param index from 0
   */
  public JsonPointer child(int index) {
    return child(Integer.toString(index));
  }

  /**
   * {@return the same place, seen from a document in which this pointer's document is at {@code
   * base}}
   *
   * @param base where this pointer's document stands
   */
  public JsonPointer under(JsonPointer base) {
    List<String> joined = new ArrayList<>(base.tokens);
    joined.addAll(tokens);
    return new JsonPointer(joined);
  }

  /**
   * {@return the value at this place, or empty when there is none}
   *
   * @param document where to look
   */
  public Optional<JsonValue> in(JsonValue document) {
    JsonValue at = document;
    for (String token : tokens) {
      JsonValue next = null;
      if (at instanceof JsonObject object) {
        next = object.members().get(token);
      } else if (at instanceof JsonArray array && token.matches("0|[1-9][0-9]{0,8}")) {
        int index = Integer.parseInt(token);
        next = index < array.items().size() ? array.items().get(index) : null;
      }
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  /** {@return the pointer as RFC 6901 spells it} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }
}
