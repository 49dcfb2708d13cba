package org.microcred.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;

class JsonProperties {
  @Property(tries = 300)
  void readingWhatWasWrittenGivesItBack(@ForAll("values") JsonValue value) throws Exception {
    assertThat(Json.read(Json.writeBytes(value), Limits.defaults())).isEqualTo(value);
    assertThat(Json.read(Json.writePretty(value), Limits.defaults())).isEqualTo(value);
    assertThat(Json.read(value.toString(), Limits.defaults()).toString())
        .isEqualTo(value.toString());
  }

  @Property(tries = 500)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    try {
      assertThat(Json.read(bytes, Limits.defaults())).isNotNull();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
  }

  @Property(tries = 300)
  void damagedTextIsReadOrRefused(
      @ForAll("values") JsonValue value, @ForAll int place, @ForAll byte damage) {
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    bytes[Math.floorMod(place, bytes.length)] = damage;
    try {
      assertThat(Json.read(bytes, Limits.defaults())).isNotNull();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<JsonValue> values() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .ofMaxLength(12)
            .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    Arbitrary<JsonValue> leaves =
        Arbitraries.oneOf(
            texts.map(JsonString::new),
            Arbitraries.longs().map(JsonNumber::of),
            Arbitraries.bigDecimals()
                .ofScale(4)
                .map(
                    number ->
                        JsonNumber.of(
                            number.movePointLeft(number.precision()).round(MathContext.DECIMAL32))),
            Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE, JsonNull.NULL));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(JsonArray::new),
                Combinators.combine(inner.list().ofMaxSize(3), texts.list().ofSize(3))
                    .as(
                        (values, names) -> {
                          LinkedHashMap<String, JsonValue> members = new LinkedHashMap<>();
                          for (int i = 0; i < values.size(); i++) {
                            members.put(names.get(i), values.get(i));
                          }
                          return new JsonObject(members);
                        })),
        0,
        3);
  }
}
