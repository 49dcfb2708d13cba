package org.microcred.model.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.internal.Messages;

/**
 * Reads and writes JSON. Thread-safe.
 *
 * <p>Reading is strict: UTF-8 without a byte order mark, no duplicate member at any depth, nothing
 * behind the value, no lone surrogate, and within {@link Limits}. A refusal names the place.
 */
public final class Json {
  private Json() {}

  /**
   * Reads one JSON value from untrusted bytes.
   *
   * @param utf8 the document
   * @param limits how large and deep it may be
   * @return the value
   * @throws InvalidDocumentException with all violations: {@code json.syntax}, {@code
   *     json.encoding}, {@code json.duplicate-member}, {@code json.surrogate}, {@code limit.*}
   */
  public static JsonValue read(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return StrictReader.read(
        Objects.requireNonNull(utf8, "utf8"), Objects.requireNonNull(limits, "limits"));
  }

  /**
   * Reads one JSON value from untrusted text.
   *
   * @param text the document
   * @param limits how large and deep it may be
   * @return the value
   * @throws InvalidDocumentException as {@link #read(byte[], Limits)}
   */
  public static JsonValue read(String text, Limits limits) throws InvalidDocumentException {
    return StrictReader.read(
        Objects.requireNonNull(text, "text"), Objects.requireNonNull(limits, "limits"));
  }

  /**
   * Reads a JSON object from untrusted bytes.
   *
   * @param utf8 the document
   * @param limits how large and deep it may be
   * @return the object
   * @throws InvalidDocumentException as {@link #read(byte[], Limits)}, and {@code json.type} when
   *     the value is not an object
   */
  public static JsonObject readObject(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return object(read(utf8, limits));
  }

  /**
   * Reads a JSON object from untrusted text.
   *
   * @param text the document
   * @param limits how large and deep it may be
   * @return the object
   * @throws InvalidDocumentException as {@link #readObject(byte[], Limits)}
   */
  public static JsonObject readObject(String text, Limits limits) throws InvalidDocumentException {
    return object(read(text, limits));
  }

  private static JsonObject object(JsonValue value) throws InvalidDocumentException {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new InvalidDocumentException(
        List.of(Messages.violation("json.type", JsonPointer.ROOT, "an object", value.typeName())));
  }

  /**
   * {@return the value as compact JSON}
   *
   * @param value any value
   */
  public static String write(JsonValue value) {
    return Writer.write(value, false);
  }

  /**
   * {@return the value as indented JSON}
   *
   * @param value any value
   */
  public static String writePretty(JsonValue value) {
    return Writer.write(value, true);
  }

  /**
   * {@return the value as compact JSON in UTF-8}
   *
   * @param value any value
   */
  public static byte[] writeBytes(JsonValue value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * {@return the value in the one spelling that the JSON Canonicalization Scheme gives it (RFC
   * 8785): what has the same members and values has the same bytes}
   *
   * <p>Numbers are written as the doubles nearest to them.
   *
   * @param value any value
   * @throws ArithmeticException when a number is beyond the range of a double
   */
  public static String writeCanonical(JsonValue value) {
    return CanonicalWriter.write(value);
  }
}
