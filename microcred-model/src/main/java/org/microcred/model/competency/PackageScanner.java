package org.microcred.model.competency;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.internal.Inspection;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Runs once through a package and notes where its objects stand. It judges the frame: that the text
 * is JSON, the types and names of the parts, depth and count. The objects themselves are read
 * later, one by one.
 */
final class PackageScanner {
  // Size and depth are bounded by our own limits, which answer with a pointer and a stable code.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.MAX_DEPTH + 8)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // Without it the parser reads characters, and knows no offsets of bytes.
          .enable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private static final String EXTENSIONS = "extensions";
  private static final JsonPointer DEFINITIONS = new JsonPointer(List.of("CFDefinitions"));
  private static final Map<JsonPointer, Section> SECTIONS =
      Stream.of(Section.values()).collect(Collectors.toMap(Section::pointer, s -> s));

  private final JsonParser in;
  private final byte[] bytes;
  private final FrameworkLimits limits;
  private final Inspection inspection;
  private final Map<Section, Spans> spans = new EnumMap<>(Section.class);
  private JsonObject moreDefinitions = JsonObject.EMPTY;
  private int objects;

  private PackageScanner(
      JsonParser in, byte[] bytes, FrameworkLimits limits, Inspection inspection) {
    this.in = in;
    this.bytes = bytes;
    this.limits = limits;
    this.inspection = inspection;
  }

  /**
   * {@return where the objects of the package stand}
   *
   * @param bytes the package, which the result keeps
   * @param limits how large it may be
   * @param inspection where to note what is wrong
   * @throws InvalidDocumentException when it cannot be read to its end
   */
  static PackageSource scan(byte[] bytes, FrameworkLimits limits, Inspection inspection)
      throws InvalidDocumentException {
    refuseOtherEncodings(bytes);
    try (JsonParser in = FACTORY.createParser(bytes)) {
      return new PackageScanner(in, bytes, limits, inspection).scan();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }

  /** A NUL at the start would make the parser take the text for UTF-16 or UTF-32. */
  private static void refuseOtherEncodings(byte[] bytes) throws InvalidDocumentException {
    boolean mark = bytes.length > 1 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
    boolean nul = false;
    for (int i = 0; i < Math.min(4, bytes.length); i++) {
      nul |= bytes[i] == 0;
    }
    if (mark || nul || !Utf8.isText(bytes)) {
      throw new InvalidDocumentException(
          List.of(
              Messages.violation(
                  mark ? "json.encoding#bom" : "json.encoding#utf-8", JsonPointer.ROOT)));
    }
  }

  private PackageSource scan() throws IOException, InvalidDocumentException {
    try {
      JsonToken first = in.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw refusal(first == null ? "json.syntax#empty" : "json.type#package", JsonPointer.ROOT);
      }
      JsonObject more = members(JsonPointer.ROOT);
      if (in.nextToken() != null) {
        throw refusal("json.syntax#more", JsonPointer.ROOT, line(), column());
      }
      spans.values().forEach(Spans::trim);
      return new PackageSource(bytes, spans, limits.object(), more, moreDefinitions);
    } catch (JsonProcessingException e) {
      throw refusal(
          "json.syntax", JsonPointer.ROOT, line(), column(), SafeText.of(e.getOriginalMessage()));
    }
  }

  /** Reads the package or its definitions, and returns the members that are no parts. */
  private JsonObject members(JsonPointer at) throws IOException, InvalidDocumentException {
    JsonObject.Builder more = JsonObject.builder();
    Set<String> names = new HashSet<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      JsonPointer pointer = at.child(name);
      JsonToken token = in.nextToken();
      Section section = SECTIONS.get(pointer);
      if (!names.add(name)) {
        fail("json.duplicate-member", pointer, SafeText.quote(name));
        skip(pointer);
      } else if (token == JsonToken.VALUE_NULL) {
        inspection.warn(Messages.violation("json.null", pointer));
      } else if (section != null) {
        part(section);
      } else if (pointer.equals(DEFINITIONS) && token == JsonToken.START_OBJECT) {
        moreDefinitions = members(pointer);
      } else {
        judge(name, at);
        other(name, pointer).ifPresent(value -> more.put(name, value));
      }
    }
    return more.build();
  }

  private void part(Section section) throws IOException, InvalidDocumentException {
    if (section.isSingle()) {
      object(section, section.pointer());
    } else if (in.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
        object(section, section.pointer(i));
      }
    } else {
      wrongType("an array", section.pointer());
    }
  }

  private void object(Section section, JsonPointer pointer)
      throws IOException, InvalidDocumentException {
    if (++objects > limits.objects()) {
      throw refusal("limit.objects", pointer, Integer.toString(limits.objects()));
    }
    if (in.currentToken() == JsonToken.START_OBJECT) {
      int start = start();
      skip(pointer);
      spans.computeIfAbsent(section, s -> new Spans()).add(start, end());
    } else {
      wrongType("an object", pointer);
    }
  }

  /** A member that is no part: extensions, or something that the specification does not know. */
  private Optional<JsonValue> other(String name, JsonPointer pointer)
      throws IOException, InvalidDocumentException {
    Optional<JsonValue> value = value(pointer);
    boolean object = value.filter(JsonObject.class::isInstance).isPresent();
    if (!name.equals(EXTENSIONS) && !pointer.equals(DEFINITIONS)) {
      inspection.warn(Messages.violation("case.unknown-member", pointer));
    } else if (value.isPresent() && !object) {
      fail("json.type", pointer, "an object", value.get().typeName());
    }
    return value;
  }

  private void wrongType(String expected, JsonPointer pointer)
      throws IOException, InvalidDocumentException {
    Optional<JsonValue> found = value(pointer);
    found.ifPresent(value -> fail("json.type", pointer, expected, value.typeName()));
  }

  /** {@return the value here; empty after a fault in it} */
  private Optional<JsonValue> value(JsonPointer pointer)
      throws IOException, InvalidDocumentException {
    boolean compound = in.currentToken().isStructStart();
    // The parser has no offsets of what is no object or array.
    String scalar = compound ? "" : scalar();
    int start = start();
    skip(pointer);
    try {
      return Optional.of(
          compound
              ? Json.read(Arrays.copyOfRange(bytes, start, end()), limits.object())
              : Json.read(scalar, limits.object()));
    } catch (InvalidDocumentException e) {
      e.violations().forEach(violation -> inspection.fail(violation.under(pointer)));
      return Optional.empty();
    }
  }

  private String scalar() throws IOException {
    return in.currentToken() == JsonToken.VALUE_STRING ? quoted(in.getText()) : in.getText();
  }

  private static String quoted(String text) {
    return Json.write(new JsonString(text));
  }

  /** Holds the name of a member against the limits and rules of texts. */
  private void judge(String name, JsonPointer at) {
    try {
      Json.read(quoted(name), limits.object());
    } catch (InvalidDocumentException e) {
      e.violations().forEach(violation -> inspection.fail(violation.under(at)));
    }
  }

  /** Goes to the end of the object or array here, as deep as one may be. */
  private void skip(JsonPointer pointer) throws IOException, InvalidDocumentException {
    int depth = in.currentToken().isStructStart() ? 1 : 0;
    while (depth > 0) {
      if (depth > limits.object().depth()) {
        throw refusal("limit.depth", pointer, Integer.toString(limits.object().depth()));
      }
      JsonToken token = in.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
    }
  }

  /** The parser stands right behind the brace or bracket. */
  private int start() {
    return end() - 1;
  }

  private int end() {
    return Math.toIntExact(in.currentLocation().getByteOffset());
  }

  private void fail(String key, JsonPointer pointer, String... arguments) {
    inspection.fail(Messages.violation(key, pointer, arguments));
  }

  /** {@return everything that is wrong so far, and last what ends the reading} */
  private InvalidDocumentException refusal(String key, JsonPointer pointer, String... arguments) {
    fail(key, pointer, arguments);
    return inspection.refusal();
  }

  private String line() {
    return Integer.toString(in.currentLocation().getLineNr());
  }

  private String column() {
    return Integer.toString(in.currentLocation().getColumnNr());
  }
}
