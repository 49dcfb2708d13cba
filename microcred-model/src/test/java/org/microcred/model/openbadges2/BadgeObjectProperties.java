package org.microcred.model.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.IdentifierType;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class BadgeObjectProperties {
  private static final List<String> NAMES =
      List.of(
          "@context",
          "id",
          "type",
          "recipient",
          "identity",
          "hashed",
          "badge",
          "verification",
          "verify",
          "creator",
          "issuedOn",
          "expires",
          "image",
          "evidence",
          "narrative",
          "revoked",
          "uid",
          "name",
          "description",
          "criteria",
          "issuer",
          "alignment",
          "tags",
          "publicKey",
          "endorsement",
          "claim",
          "related",
          "version",
          "revokedAssertions",
          "@language",
          "local");

  private static final List<JsonValue> LEAVES =
      List.of(
          JsonNull.NULL,
          JsonBoolean.TRUE,
          JsonBoolean.FALSE,
          JsonNumber.of(-1),
          new JsonNumber("1e99999999999"),
          new JsonString(""),
          new JsonString("id"),
          new JsonString("Assertion"),
          new JsonString("\u202e \ud83d\ude00"),
          new JsonString("2026-02-30T25:61:61Z"),
          new JsonString("2020-01-01T00:00Z"),
          new JsonString("did:example:x"),
          new JsonString("sha256$00"),
          JsonArray.EMPTY,
          JsonObject.EMPTY);

  private static final List<String> TYPES =
      List.of("Assertion", "BadgeClass", "Issuer", "RevocationList", "CryptographicKey");

  /** Reading answers with findings at places that exist, whatever it is given. */
  @Property(tries = 200)
  void readingNeverThrows(@ForAll("anything") JsonObject json) {
    assertFits(json, BadgeObject.read(json));
    assertFits(json, Assertion.read(json));
    assertFits(json, BadgeClass.read(json));
    assertFits(json, Profile.read(json));
    assertFits(json, Endorsement.read(json));
    assertFits(json, RevocationList.read(json));
    assertFits(json, CryptographicKey.read(json));
  }

  /** Parsing arbitrary bytes throws the one exception that is documented, or reads. */
  @Property(tries = 200)
  void parsingThrowsTheOneExceptionOnly(@ForAll byte[] bytes) {
    try {
      assertThat(BadgeObject.parse(bytes).toBytes()).isEqualTo(bytes);
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
  }

  /** One member of a sound assertion becomes anything: it is read, or refused with a place. */
  @Property(tries = 200)
  void changedAssertionsAreReadOrRefused(
      @ForAll("names") String name, @ForAll("values") JsonValue value) {
    JsonObject json = Samples.EMBEDDED.with(name, value);
    assertFits(json, BadgeObject.read(json));
    Assertion.read(json).document().ifPresent(BadgeObjectProperties::assertViewed);
  }

  private static void assertViewed(Assertion assertion) {
    try {
      assertThat(Credential.read(assertion.toCredential().json()).findings().passed()).isTrue();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations())
          .extracting(Violation::code)
          .isSubsetOf("ob2.revoked", "ob2.reference-missing");
    }
  }

  /** Parse is the inverse of print, for whatever an assertion says. */
  @Property(tries = 100)
  void parsingPrintedAssertionsGivesThemBack(@ForAll("assertions") JsonObject json)
      throws Exception {
    BadgeObject.Reading<Assertion> reading = Assertion.read(json);
    assertThat(reading.findings()).isEqualTo(Findings.none());
    Assertion assertion = reading.document().orElseThrow();
    byte[] bytes = Json.writeBytes(assertion.json());
    Assertion parsed = Assertion.parse(bytes);
    assertThat(parsed).isEqualTo(assertion);
    assertThat(parsed.toBytes()).isEqualTo(bytes);
    assertThat(parsed.toCredential()).isEqualTo(assertion.toCredential());
    assertThat(parsed.toCredential().origin()).containsExactly(json);
  }

  /** A recipient is known by the hash, in the assertion and in the credential, and nobody else. */
  @Property(tries = 100)
  void hashedRecipientsMatch(
      @ForAll("texts") String identity, @ForAll("texts") String salt, @ForAll("texts") String other)
      throws Exception {
    org.microcred.model.IdentityObject hashed =
        org.microcred.model.IdentityObject.hashed(IdentifierType.EMAIL_ADDRESS, identity, salt);
    JsonObject recipient =
        JsonObject.builder()
            .put("type", "email")
            .put("identity", hashed.identityHash())
            .put("hashed", JsonBoolean.TRUE)
            .put("salt", salt)
            .build();
    Assertion assertion =
        Samples.sound(Assertion.read(Samples.EMBEDDED.with("recipient", recipient)));
    assertThat(assertion.recipient().orElseThrow().matches(identity)).isTrue();
    assertThat(assertion.recipient().orElseThrow().matches(other))
        .isEqualTo((other + salt).equals(identity + salt));
    assertThat(assertion.toCredential().subject().identifiers()).containsExactly(hashed);
  }

  private static void assertFits(JsonObject json, BadgeObject.Reading<?> reading) {
    assertThat(reading.document().isPresent()).isEqualTo(reading.findings().passed());
    for (Violation failure : reading.findings().failures()) {
      boolean there = failure.pointer().in(json).isPresent();
      assertThat(there || failure.code().equals("model.required"))
          .as("%s in %s", failure, json)
          .isTrue();
      assertThat(failure.pointer()).isNotEqualTo(JsonPointer.ROOT);
    }
    reading.document().ifPresent(document -> assertThat(document.json()).isSameAs(json));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(20)
        .filter(text -> text.chars().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }

  @Provide
  Arbitrary<JsonValue> values() {
    Arbitrary<JsonValue> leaves = Arbitraries.of(LEAVES);
    return Arbitraries.recursive(() -> leaves, this::nested, 0, 3);
  }

  private Arbitrary<JsonValue> nested(Arbitrary<JsonValue> inner) {
    Arbitrary<JsonValue> arrays = inner.list().ofMaxSize(3).map(JsonArray::new);
    Arbitrary<JsonValue> objects =
        Arbitraries.maps(names(), inner).ofMaxSize(8).map(JsonObject::new);
    return Arbitraries.oneOf(Arbitraries.of(LEAVES), arrays, objects);
  }

  @Provide
  Arbitrary<JsonObject> anything() {
    return Combinators.combine(
            Arbitraries.maps(names(), values()).ofMaxSize(12), Arbitraries.of(TYPES))
        .as(
            (members, type) ->
                new JsonObject(members)
                    .with("@context", new JsonString(BadgeObject.CONTEXT))
                    .with("type", new JsonString(type)));
  }

  @Provide
  Arbitrary<JsonObject> assertions() {
    Arbitrary<JsonValue> words = texts().map(JsonString::new);
    Arbitrary<Set<String>> added =
        Arbitraries.of("narrative", "revocationReason", "uid", "version", "local").set();
    return Combinators.combine(added, words, Arbitraries.integers().between(1900, 2999))
        .as(
            (names, word, year) -> {
              JsonObject json =
                  Samples.EMBEDDED.with("issuedOn", new JsonString(year + "-01-01T00:00+01"));
              for (String name : names) {
                json = json.with(name, word);
              }
              return json;
            });
  }
}
