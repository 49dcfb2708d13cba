package org.microcred.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.internal.Messages;

/** RFC 8259 by Jackson's tokens; I-JSON (RFC 7493 §2) and {@link Limits} by our own checks. */
final class StrictReader {
  // The document's size is bounded before Jackson sees it, so these bounds of its own are lifted:
  // ours answer with a pointer and a stable code.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.MAX_DEPTH + 1)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private static final int MAX_VIOLATIONS = 50;

  /** What a lenient decoder puts where bytes are not UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private final JsonParser in;
  private final Limits limits;
  private final boolean mayHoldSurrogates;
  private final List<Violation> violations = new ArrayList<>();
  private int nodes;

  private StrictReader(JsonParser in, Limits limits, boolean mayHoldSurrogates) {
    this.in = in;
    this.limits = limits;
    this.mayHoldSurrogates = mayHoldSurrogates;
  }

  static JsonValue read(byte[] utf8, Limits limits) throws InvalidDocumentException {
    refuseOversized(utf8.length, limits);
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(utf8)) {
      throw refusal("json.encoding#utf-8", JsonPointer.ROOT);
    }
    // UTF-8 has no surrogates, so only escapes can bring them.
    return read(text, limits, text.contains("\\u"));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  static JsonValue read(String text, Limits limits) throws InvalidDocumentException {
    refuseOversized(text.length(), limits);
    return read(text, limits, true);
  }

  private static JsonValue read(String text, Limits limits, boolean mayHoldSurrogates)
      throws InvalidDocumentException {
    if (text.isBlank()) {
      throw refusal("json.syntax#empty", JsonPointer.ROOT);
    }
    if (text.charAt(0) == '\uFEFF') {
      throw refusal("json.encoding#bom", JsonPointer.ROOT);
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new StrictReader(parser, limits, mayHoldSurrogates).document();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  private static void refuseOversized(int length, Limits limits) throws InvalidDocumentException {
    if (length > limits.documentBytes()) {
      throw refusal("limit.document", JsonPointer.ROOT, Integer.toString(limits.documentBytes()));
    }
  }

  private JsonValue document() throws IOException, InvalidDocumentException {
    try {
      in.nextToken();
      JsonValue value = value(1);
      if (in.nextToken() != null) {
        throw refusal("json.syntax#more", JsonPointer.ROOT, line(), column());
      }
      if (!violations.isEmpty()) {
        throw new InvalidDocumentException(violations);
      }
      return value;
    } catch (JsonProcessingException e) {
      refuse(
          Messages.violation(
              "json.syntax",
              JsonPointer.ROOT,
              line(),
              column(),
              SafeText.of(e.getOriginalMessage())));
      throw new InvalidDocumentException(violations);
    }
  }

  private JsonValue value(int depth) throws IOException, InvalidDocumentException {
    if (++nodes > limits.nodes()) {
      throw refusal("limit.nodes", here(), Integer.toString(limits.nodes()));
    }
    JsonToken token = in.currentToken();
    if (token == null) {
      throw refusal("json.syntax#end", here());
    }
    if (depth > limits.depth() && token.isStructStart()) {
      throw refusal("limit.depth#json", here(), Integer.toString(limits.depth()));
    }
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> new JsonString(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw new IllegalStateException("a token that JSON text cannot have: " + token);
    };
  }

  private JsonObject object(int depth) throws IOException, InvalidDocumentException {
    JsonObject.Fresh members = new JsonObject.Fresh();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = text();
      in.nextToken();
      if (members.put(name, value(depth + 1)) != null) {
        refuse(Messages.violation("json.duplicate-member", here(), SafeText.quote(name)));
      }
    }
    return new JsonObject(members);
  }

  private JsonArray array(int depth) throws IOException, InvalidDocumentException {
    List<JsonValue> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth + 1));
    }
    return new JsonArray(items);
  }

  private JsonNumber number() throws IOException, InvalidDocumentException {
    String literal = in.getText();
    if (literal.length() > limits.numberLength()) {
      throw refusal("limit.number", here(), Integer.toString(limits.numberLength()));
    }
    return new JsonNumber(literal);
  }

  /** The text of a string or of a member's name. */
  private String text() throws IOException, InvalidDocumentException {
    String text = in.getText();
    if (text.length() > limits.stringLength()) {
      throw refusal("limit.string", here(), Integer.toString(limits.stringLength()));
    }
    if (mayHoldSurrogates && hasLoneSurrogate(text)) {
      refuse(Messages.violation("json.surrogate", here()));
    }
    return text;
  }

  /** The place of the current value; of a member's name that of its object. */
  private JsonPointer here() {
    JsonStreamContext context = in.getParsingContext();
    if (in.currentToken() == JsonToken.FIELD_NAME) {
      context = context.getParent();
    }
    List<String> tokens = new ArrayList<>();
    for (; context != null; context = context.getParent()) {
      if (context.inObject() && context.hasCurrentName()) {
        tokens.add(context.getCurrentName());
      } else if (context.inArray() && context.hasCurrentIndex()) {
        tokens.add(Integer.toString(context.getCurrentIndex()));
      }
    }
    Collections.reverse(tokens);
    return new JsonPointer(tokens);
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  private static InvalidDocumentException refusal(String key, JsonPointer at, String... arguments) {
    return new InvalidDocumentException(List.of(Messages.violation(key, at, arguments)));
  }

  /** Writes down what is wrong; a document that is wrong all over is read no further. */
  private void refuse(Violation violation) throws InvalidDocumentException {
    violations.add(violation);
    if (violations.size() >= MAX_VIOLATIONS) {
      throw new InvalidDocumentException(violations);
    }
  }

  private String line() {
    return Integer.toString(in.currentLocation().getLineNr());
  }

  private String column() {
    return Integer.toString(in.currentLocation().getColumnNr());
  }
}
