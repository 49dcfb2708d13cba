package org.microcred.model.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.microcred.model.openbadges2.Samples.ASSERTION;
import static org.microcred.model.openbadges2.Samples.BADGE;
import static org.microcred.model.openbadges2.Samples.EMBEDDED;
import static org.microcred.model.openbadges2.Samples.ENDORSEMENT;
import static org.microcred.model.openbadges2.Samples.ISSUER;
import static org.microcred.model.openbadges2.Samples.KEY;
import static org.microcred.model.openbadges2.Samples.REVOCATIONS;
import static org.microcred.model.openbadges2.Samples.codes;
import static org.microcred.model.openbadges2.Samples.expected;
import static org.microcred.model.openbadges2.Samples.failures;
import static org.microcred.model.openbadges2.Samples.json;
import static org.microcred.model.openbadges2.Samples.sound;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class BadgeObjectTest {
  static List<JsonObject> documents() {
    return List.of(ASSERTION, EMBEDDED, BADGE, ISSUER, ENDORSEMENT, REVOCATIONS, KEY);
  }

  @ParameterizedTest
  @MethodSource("org.microcred.model.openbadges2.BadgeObjectTest#documents")
  void isReadWithoutFindingsAndKept(JsonObject document) throws Exception {
    BadgeObject.Reading<BadgeObject> reading = BadgeObject.read(document);
    assertThat(reading.findings()).isEqualTo(Findings.none());
    assertThat(sound(reading).json()).isSameAs(document);
    byte[] pretty = Json.writePretty(document).getBytes(StandardCharsets.UTF_8);
    BadgeObject parsed = BadgeObject.parse(pretty);
    assertThat(parsed).isEqualTo(sound(reading)).hasSameHashCodeAs(sound(reading));
    assertThat(parsed.toBytes()).isEqualTo(pretty);
    assertThat(sound(reading).toBytes()).isEqualTo(Json.writeBytes(document));
  }

  @Test
  void keepsItsBytesToItself() throws Exception {
    byte[] bytes = Json.writeBytes(KEY);
    BadgeObject key = BadgeObject.parse(bytes);
    bytes[0] = '[';
    key.toBytes()[0] = '[';
    assertThat(key.toBytes()[0]).isEqualTo((byte) '{');
  }

  @Test
  void isOfTheClassThatItsTypeNames() throws Exception {
    assertThat(documents())
        .extracting(document -> sound(BadgeObject.read(document)).getClass().getSimpleName())
        .containsExactly(
            "Assertion",
            "Assertion",
            "BadgeClass",
            "Profile",
            "Endorsement",
            "RevocationList",
            "CryptographicKey");
    assertThat(Assertion.parse(Json.writeBytes(ASSERTION)))
        .isEqualTo(sound(Assertion.read(ASSERTION)));
    assertThat(BadgeClass.parse(Json.writeBytes(BADGE))).isEqualTo(sound(BadgeClass.read(BADGE)));
    assertThat(Profile.parse(Json.writeBytes(ISSUER))).isEqualTo(sound(Profile.read(ISSUER)));
    assertThat(Endorsement.parse(Json.writeBytes(ENDORSEMENT)))
        .isEqualTo(sound(Endorsement.read(ENDORSEMENT)));
    assertThat(RevocationList.parse(Json.writeBytes(REVOCATIONS)))
        .isEqualTo(sound(RevocationList.read(REVOCATIONS)));
    assertThat(CryptographicKey.parse(Json.writeBytes(KEY)))
        .isEqualTo(sound(CryptographicKey.read(KEY)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "/@context | - | model.required /@context",
        "/@context | 5 | json.type /@context",
        "/@context | null | json.null /@context",
        "/@context | [] | ob2.context /@context",
        "/@context | \"https://w3id.org/openbadges/v3\" | ob2.context /@context",
        "/@context | [\"https://w3id.org/openbadges/v2\", 5] | json.type /@context/1",
        "/@context | [\"https://w3id.org/openbadges/v2\", \"x\"] | model.uri /@context/1",
        "/@context | [\"https://extra.example/v1\", \"https://w3id.org/openbadges/v2\"] | ",
        "/type | - | model.required /type",
        "/type | [] | ob2.type /type",
        "/type | \"Thing\" | ob2.type /type",
        "/type | 5 | ob2.type /type",
        "/type | [\"CryptographicKey\", 5] | json.type /type/1",
        "/type | [\"CryptographicKey\", \" \"] | model.blank /type/1",
        "/id | \"no uri\" | model.uri /id",
        "/id | [\"https://uni.example/keys/1\"] | json.type /id",
        "/id | - | ",
        "/owner | {\"id\": \"https://uni.example/issuer\"} | json.type /owner",
        "/owner | \"https://\" | model.uri /owner",
        "/publicKeyPem | [\"a\", \"b\"] | json.type /publicKeyPem",
      })
  void breaksOneRuleAtOnePlace(String pointer, String value, String failure) {
    assertThat(failures(KEY, pointer, value)).isEqualTo(expected(failure));
  }

  @Test
  void tellsTheDocumentOfAnotherClassByItsType() {
    assertThat(codes(Assertion.read(BADGE).findings().failures()))
        .containsExactlyInAnyOrder(
            "model.required /recipient",
            "model.required /badge",
            "model.required /issuedOn",
            "model.required /verification",
            "model.type /type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"id\": \"a\", \"id\": \"b\"}",
        "{\"type\": \"Assertion\"} {}",
        "\ufeff{}"
      })
  void isRefusedWhenItIsNoJsonObject(String text) {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> Assertion.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void isRefusedBeyondTheLimits() {
    byte[] bytes = Json.writeBytes(ASSERTION);
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(
            () ->
                BadgeObject.parse(bytes, Limits.defaults().toBuilder().documentBytes(100).build()))
        .satisfies(e -> assertThat(e.violations().get(0).code()).startsWith("limit."));
    String huge = "x".repeat(Limits.defaults().stringLength() + 1);
    byte[] tooLong = Json.writeBytes(KEY.with("publicKeyPem", new JsonString(huge)));
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> BadgeObject.parse(tooLong));
  }

  @Test
  void isRefusedWhenItNestsTooDeep() {
    JsonObject deep = ENDORSEMENT;
    for (int i = 0; i < 2 * Limits.MAX_DEPTH; i++) {
      deep = ENDORSEMENT.with("issuer", ISSUER.with("endorsement", deep));
    }
    Findings findings = BadgeObject.read(deep).findings();
    assertThat(findings.unknowns()).extracting(Violation::code).containsExactly("limit.depth");
  }

  @Test
  void listsNoEndOfFaultsButSaysSo() {
    JsonArray many = new JsonArray(Collections.nCopies(5_000, json("{}")));
    Findings findings = RevocationList.read(REVOCATIONS.with("revokedAssertions", many)).findings();
    assertThat(findings.failures()).hasSize(1_000);
    assertThat(findings.unknowns()).extracting(Violation::code).containsExactly("limit.violations");
  }

  @Test
  void isReadExactlyWhenTheFindingsPassed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BadgeObject.Reading<>(Optional.empty(), Findings.none()));
  }
}
