package org.microcred.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;

class JsonValueTest {
  private static final JsonObject OBJECT =
      JsonObject.builder()
          .put("text", "a")
          .put("list", JsonArray.ofStrings(List.of("x", "y")))
          .put("object", JsonObject.EMPTY)
          .put("null", JsonNull.NULL)
          .putIfPresent("absent", Optional.empty())
          .build();

  @Test
  void objectsAnswerForTheirMembers() {
    assertThat(OBJECT.string("text")).contains("a");
    assertThat(OBJECT.string("list")).isEmpty();
    assertThat(OBJECT.object("object")).contains(JsonObject.EMPTY);
    assertThat(OBJECT.object("text")).isEmpty();
    assertThat(OBJECT.list("list")).hasSize(2);
    assertThat(OBJECT.list("text")).containsExactly(new JsonString("a"));
    assertThat(OBJECT.list("absent")).isEmpty();
    assertThat(OBJECT.has("null")).isTrue();
    assertThat(OBJECT.has("absent")).isFalse();
    assertThat(OBJECT.without("absent")).isSameAs(OBJECT);
    assertThat(OBJECT.without("list").with("text", JsonBoolean.TRUE))
        .hasToString("{\"text\":true,\"object\":{},\"null\":null}");
    assertThat(JsonObject.builder().putAll(OBJECT).build()).isEqualTo(OBJECT);
  }

  @Test
  void objectsAreEqualWhateverTheOrder() {
    JsonObject ab = JsonObject.builder().put("a", "1").put("b", "2").build();
    JsonObject ba = JsonObject.builder().put("b", "2").put("a", "1").build();
    assertThat(ab).isEqualTo(ba).hasSameHashCodeAs(ba);
    assertThat(ab.toString()).isNotEqualTo(ba.toString());
  }

  @Test
  void valuesDoNotChangeWithWhatTheyWereMadeOf() {
    Map<String, JsonValue> members = new LinkedHashMap<>(Map.of("a", JsonNull.NULL));
    JsonObject object = new JsonObject(members);
    members.clear();
    assertThat(object.has("a")).isTrue();
    assertThat(JsonArray.of(JsonNull.NULL).stream()).containsExactly(JsonNull.NULL);
  }

  @Test
  void valuesRefuseNull() {
    assertThatNullPointerException().isThrownBy(() -> new JsonString(nothing()));
    assertThatNullPointerException().isThrownBy(() -> OBJECT.with("a", nothing()));
    assertThatNullPointerException().isThrownBy(() -> Json.read((byte[]) nothing(), nothing()));
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return (T) null;
  }

  @Test
  void valuesNameTheirTypes() {
    assertThat(
            List.of(
                OBJECT.typeName(),
                JsonArray.EMPTY.typeName(),
                new JsonString("").typeName(),
                JsonNumber.of(1).typeName(),
                JsonBoolean.of(true).typeName(),
                JsonNull.NULL.typeName()))
        .containsExactly("an object", "an array", "a string", "a number", "a boolean", "null");
    assertThat(JsonBoolean.of(false)).hasToString("false");
    assertThat(JsonNull.NULL).hasToString("null");
    assertThat(JsonArray.of(new JsonString("a\"\\\n\u001f/é"), JsonNumber.of(-1)))
        .hasToString("[\"a\\\"\\\\\\n\\u001F/é\",-1]");
  }

  @Test
  void aNonObjectIsNotReadAsOne() {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> Json.readObject("[]".getBytes(StandardCharsets.UTF_8), Limits.defaults()))
        .withMessageContaining("expected an object, found an array");
  }

  @Test
  void prettyTextReadsBackAsTheSameValue() throws Exception {
    JsonArray value = JsonArray.of(OBJECT, JsonArray.EMPTY, JsonBoolean.FALSE);
    String pretty = Json.writePretty(value);
    assertThat(pretty).contains("\n").doesNotContain("\t");
    assertThat(Json.read(pretty, Limits.defaults())).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "5.0, 5.0",
    "-0.001, -0.001",
    "1E+3, 1000",
    "1E+300, 1E+300",
    "1E-300, 1E-300",
    "123456789012345678901234567890, 123456789012345678901234567890",
  })
  void decimalsAreWrittenExactly(BigDecimal value, String literal) {
    assertThat(JsonNumber.of(value)).hasToString(literal);
    assertThat(JsonNumber.of(value).value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "01", "+1", "1.", ".5", "1e", "0x1", "NaN", "1 ", "١"})
  void literalsAreJson(String literal) {
    assertThatIllegalArgumentException().isThrownBy(() -> new JsonNumber(literal));
  }

  @Test
  void exponentsBeyondReasonAreRefusedWhenTheValueIsAskedFor() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new JsonNumber("1e99999999999").value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "/a/0", "/", "/a~1b/~0c", "//"})
  void pointersAreSpelledAsTheyWereRead(String text) {
    assertThat(JsonPointer.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "/~", "/~2", "a/b"})
  void pointersRefuseWhatIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonPointer.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"/list/1, y", "/list/2,", "/list/01,", "/list/-,", "/text/a,", "/absent,"})
  void pointersFindTheirPlace(String pointer, String expected) {
    assertThat(JsonPointer.parse(pointer).in(OBJECT))
        .isEqualTo(Optional.ofNullable(expected).map(JsonString::new));
    assertThat(JsonPointer.parse("/a").under(JsonPointer.ROOT.child("b").child(3)))
        .hasToString("/b/3/a");
  }
}
