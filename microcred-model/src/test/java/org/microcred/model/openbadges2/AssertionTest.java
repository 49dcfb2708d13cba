package org.microcred.model.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.microcred.model.openbadges2.Samples.ASSERTION;
import static org.microcred.model.openbadges2.Samples.EMAIL;
import static org.microcred.model.openbadges2.Samples.EMBEDDED;
import static org.microcred.model.openbadges2.Samples.codes;
import static org.microcred.model.openbadges2.Samples.expected;
import static org.microcred.model.openbadges2.Samples.failures;
import static org.microcred.model.openbadges2.Samples.json;
import static org.microcred.model.openbadges2.Samples.sound;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.Edits;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

class AssertionTest {
  @Test
  void saysAllThatWasRead() {
    Assertion assertion = sound(Assertion.read(ASSERTION));
    assertThat(assertion.id()).isEqualTo("https://uni.example/assertions/1");
    assertThat(assertion.types()).containsExactly("Assertion");
    assertThat(assertion.badge()).contains(Reference.to("https://uni.example/badges/python"));
    assertThat(assertion.issuedOn()).contains(Instant.parse("2020-05-17T10:30:15.5Z"));
    assertThat(assertion.expires()).contains(Instant.parse("2025-05-17T12:30:00Z"));
    assertThat(assertion.image())
        .contains(
            new Image(
                List.of("schema:ImageObject"),
                "https://uni.example/assertions/1.png",
                Optional.of("A snake"),
                Optional.empty(),
                JsonObject.EMPTY));
    assertThat(assertion.narrative()).contains("Both programs *run*");
    assertThat(assertion.revoked()).isFalse();
    assertThat(assertion.revocationReason()).isEmpty();
    assertThat(assertion.uid()).contains("a1");
    assertThat(assertion.related()).isEmpty();
    assertThat(assertion.version()).contains("1");
    assertThat(assertion.more())
        .isEqualTo(json("{\"extensions:mood\": {\"type\": [\"Extension\"]}}"));
    assertThat(assertion.source()).hasToString(assertion.json().toString().substring(0, 200) + "…");
  }

  @Test
  void knowsItsRecipientByTheHashOnly() {
    IdentityObject recipient = sound(Assertion.read(ASSERTION)).recipient().orElseThrow();
    assertThat(recipient.hashed()).isTrue();
    assertThat(recipient.type()).isEqualTo("email");
    assertThat(recipient.salt()).contains("sea");
    assertThat(recipient.matches(EMAIL)).isTrue();
    assertThat(recipient.matches("bob@learners.example")).isFalse();
  }

  @Test
  void listsEvidenceByUrlAndInWords() {
    List<Evidence> evidence = sound(Assertion.read(ASSERTION)).evidence();
    assertThat(evidence).hasSize(2);
    assertThat(evidence.get(0)).isEqualTo(Evidence.at("https://work.example/1"));
    assertThat(evidence.get(1))
        .isEqualTo(
            new Evidence(
                List.of("Evidence", "schema:Thing"),
                Optional.of("https://work.example/2"),
                Optional.of("It adds"),
                Optional.of("Calculator"),
                Optional.of("A program"),
                Optional.of("Program"),
                Optional.of("Everybody"),
                json("{\"schema:size\": 12}")));
    assertThat(sound(Assertion.read(Edits.set(ASSERTION, "/evidence", "{\"name\": \"N\"}"))))
        .satisfies(one -> assertThat(one.evidence().get(0).types()).containsExactly("Evidence"));
  }

  @Test
  void holdsEmbeddedDocumentsWithTheIdsThatTheySay() {
    Assertion assertion = sound(Assertion.read(EMBEDDED));
    Reference<BadgeClass> badge = assertion.badge().orElseThrow();
    assertThat(badge.id()).contains("https://club.example/badges/chess");
    Reference<Profile> issuer = badge.document().orElseThrow().issuer();
    assertThat(issuer.id()).contains("https://club.example/");
    assertThat(issuer.document().orElseThrow().email()).contains("club@club.example");
    assertThat(badge.document().orElseThrow().json())
        .isSameAs(EMBEDDED.object("badge").orElseThrow());
    Endorsement endorsement =
        sound(Assertion.read(ASSERTION)).endorsements().get(0).document().orElseThrow();
    assertThat(endorsement.claim().more()).isEqualTo(json("{\"evidence\": \"urn:x:y\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "/id | - | model.required /id",
        "/id | \"1\" | model.uri /id",
        "/type | [\"Assertion\", 5] | json.type /type/1",
        "/type | [\"Assertion\", \"\"] | model.blank /type/1",
        "/recipient | - | model.required /recipient",
        "/recipient | null | json.null /recipient",
        "/recipient | \"ada@learners.example\" | json.type /recipient",
        "/recipient | [{\"type\": \"email\"}] | json.type /recipient",
        "/recipient/type | - | model.required /recipient/type",
        "/recipient/identity | - | model.required /recipient/identity",
        "/recipient/identity | 5 | json.type /recipient/identity",
        "/recipient/identity | \"sha256$12\" | ob2.identity-hash /recipient/identity",
        "/recipient/identity | \"md5$00112233445566778899AABBCCDDEEFF\" | ",
        "/recipient/hashed | - | model.required /recipient/hashed",
        "/recipient/hashed | \"true\" | json.type /recipient/hashed",
        "/recipient/hashed | false | ",
        "/recipient/salt | 5 | json.type /recipient/salt",
        "/badge | - | model.required /badge",
        "/badge | 5 | json.type /badge",
        "/badge | \"badge\" | model.uri /badge",
        "/badge | [\"https://uni.example/badges/python\"] | json.type /badge",
        "/badge | \"https://uni.example/assertions/1\" | ob2.duplicate-id /badge",
        "/verification | - | model.required /verification",
        "/verification | {} | model.required /verification/type",
        "/verification/type | [] | model.empty /verification/type",
        "/verification/creator | \"key\" | model.uri /verification/creator",
        "/verification/creator | {\"owner\": \"x\"} | model.uri /verification/creator/owner",
        "/verify | {\"type\": \"hosted\"} | ob2.verification /verify",
        "/issuedOn | - | model.required /issuedOn",
        "/issuedOn | 1589711415 | json.type /issuedOn",
        "/issuedOn | \"2020-05-17\" | model.date-time /issuedOn",
        "/issuedOn | \"2020-02-30T00:00:00Z\" | model.date-time /issuedOn",
        "/expires | \"2020-05-17T10:30:15Z\" | ob2.validity-order /expires",
        "/expires | \"2020-05-17T10:30:15.5Z\" | ",
        "/expires | [] | json.type /expires",
        "/image | {} | model.required /image/id",
        "/image | 5 | json.type /image",
        "/image/id | \"snake.png\" | model.uri /image/id",
        "/image/author | \"me\" | model.uri /image/author",
        "/evidence | [] | ",
        "/evidence | \"work\" | model.uri /evidence",
        "/evidence/0 | \"work\" | model.uri /evidence/0",
        "/evidence/0 | null | json.type /evidence/0",
        "/evidence/1/id | \"work\" | model.uri /evidence/1/id",
        "/evidence/1/genre | 5 | json.type /evidence/1/genre",
        "/evidence/1/type/1 | \" \" | model.blank /evidence/1/type/1",
        "/narrative | {} | json.type /narrative",
        "/revoked | \"yes\" | json.type /revoked",
        "/revoked | false | ",
        "/uid | 5 | json.type /uid",
        "/version | true | json.type /version",
        "/version | 1.50 | ",
        "/related | [{\"@language\": \"de\"}] | model.required /related/0/id",
        "/endorsement | [\"x\", 5] | model.uri /endorsement/0; json.type /endorsement/1",
        "/endorsement/claim | \"x\" | json.type /endorsement/claim",
        "/endorsement/claim/id | - | model.required /endorsement/claim/id",
      })
  void breaksOneRuleAtOnePlace(String pointer, String value, String failure) {
    assertThat(failures(ASSERTION, pointer, value)).isEqualTo(expected(failure));
  }

  @Nested
  class Verification {
    @ParameterizedTest
    @ValueSource(strings = {"\"hosted\"", "\"HostedBadge\"", "[\"local:x\", \"hosted\"]"})
    void isHosted(String type) {
      VerificationObject verification = verification(type);
      assertThat(verification.isHosted()).isTrue();
      assertThat(verification.isSigned()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"signed\"", "\"SignedBadge\""})
    void isSigned(String type) {
      VerificationObject verification = verification(type);
      assertThat(verification.isSigned()).isTrue();
      assertThat(verification.isHosted()).isFalse();
      assertThat(verification.creator()).contains(Reference.to("https://uni.example/keys/1"));
    }

    private VerificationObject verification(String type) {
      BadgeObject.Reading<Assertion> reading =
          Assertion.read(Edits.set(ASSERTION, "/verification/type", type));
      assertThat(reading.findings()).isEqualTo(Findings.none());
      return sound(reading).verification().orElseThrow();
    }

    @Test
    void ofAnotherKindIsAWarning() {
      Findings findings =
          Assertion.read(Edits.set(ASSERTION, "/verification/type", "\"Chain\"")).findings();
      assertThat(findings.passed()).isTrue();
      assertThat(codes(findings.warnings())).containsExactly("ob2.verification /verification/type");
    }

    @Test
    void mayBeCalledByItsAlias() {
      Assertion assertion = sound(Assertion.read(EMBEDDED));
      assertThat(assertion.verification().orElseThrow().isHosted()).isTrue();
      assertThat(assertion.more()).isEqualTo(JsonObject.EMPTY);
      assertThat(failures(EMBEDDED, "/verify", "{}"))
          .containsExactly("model.required /verify/type");
    }
  }

  @Nested
  class Revoked {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"id\": \"urn:uuid:1\", \"revoked\": true}",
          "{\"@context\": \"https://w3id.org/openbadges/v2\", \"type\": [\"Assertion\"],"
              + " \"id\": \"urn:uuid:1\", \"revoked\": true}"
        })
    void needsNoMoreThanItsId(String text) throws Exception {
      Assertion assertion = Assertion.parse(Json.writeBytes(json(text)));
      assertThat(assertion.revoked()).isTrue();
      assertThat(assertion.types()).containsExactly("Assertion");
      assertThat(assertion.recipient()).isEmpty();
      assertThat(assertion.badge()).isEmpty();
      assertThat(assertion.verification()).isEmpty();
      assertThat(assertion.issuedOn()).isEmpty();
      assertThat(BadgeObject.read(json(text)).document()).contains(assertion);
    }

    @Test
    void isStillHeldAgainstTheRulesOfWhatIsThere() {
      assertThat(failures(json("{\"revoked\": true, \"issuedOn\": 5}"), "/x", "1"))
          .containsExactly("model.required /id", "json.type /issuedOn");
    }

    @Test
    void saysWhy() {
      JsonObject json =
          Edits.set(Edits.set(ASSERTION, "/revoked", "true"), "/revocationReason", "\"Copied\"");
      assertThat(sound(Assertion.read(json)).revocationReason()).contains("Copied");
    }
  }

  @Nested
  class OfOlderVersions {
    private static final String HALF =
        """
        {"recipient": "ada@learners.example", "issued_on": "2012-01-01",
         "badge": {"version": "0.5.0", "name": "B", "image": "/b.png", "description": "D",
                   "criteria": "/c", "issuer": {"origin": "https://uni.example", "name": "U"}}}""";

    private static final String ONE =
        """
        {"uid": "1", "recipient": {"type": "email", "hashed": false, "identity": "a@b.example"},
         "badge": "https://uni.example/badge.json", "issuedOn": 1359217910,
         "verify": {"type": "hosted", "url": "https://uni.example/assertion.json"}}""";

    private static final String ONE_ONE =
        """
        {"@context": "https://w3id.org/openbadges/v1", "type": "Assertion",
         "id": "https://uni.example/assertion.json", "uid": "1",
         "recipient": {"type": "email", "hashed": false, "identity": "a@b.example"},
         "badge": "https://uni.example/badge.json", "issuedOn": "2015-01-01T00:00:00Z",
         "verify": {"type": "hosted", "url": "https://uni.example/assertion.json"}}""";

    private static final String BADGE_CLASS =
        """
        {"name": "B", "description": "D", "image": "https://uni.example/b.png",
         "criteria": "https://uni.example/c.html", "issuer": "https://uni.example/i.json"}""";

    private static final String ISSUER = "{\"name\": \"U\", \"url\": \"https://uni.example\"}";

    @Test
    void isNotSupportedAndNeverMisread() {
      assertUnsupported(HALF, "0.5");
      assertUnsupported(ONE, "1.0");
      assertUnsupported(BADGE_CLASS, "1.0");
      assertUnsupported(ISSUER, "1.0");
      assertUnsupported(ONE_ONE, "1.1");
    }

    private static void assertUnsupported(String text, String version) {
      Findings findings = BadgeObject.read(json(text)).findings();
      assertThat(findings.failures()).isEmpty();
      assertThat(codes(findings.unknowns())).containsExactly("ob2.unsupported ");
      assertThat(findings.unknowns().get(0).message()).contains("Open Badges " + version + ";");
      assertThat(findings.unknowns().get(0).message(Locale.GERMAN)).contains(version);
      assertThatExceptionOfType(InvalidDocumentException.class)
          .isThrownBy(() -> Assertion.parse(Json.writeBytes(json(text))))
          .satisfies(e -> assertThat(e.violations()).isEqualTo(findings.unknowns()));
    }

    @Test
    void isNoMatterWhenTheNewContextIsThereToo() {
      String both = "[\"https://w3id.org/openbadges/v1\", \"https://w3id.org/openbadges/v2\"]";
      assertThat(failures(ASSERTION, "/@context", both)).isEmpty();
    }

    @Test
    void isNotSeenInWhatIsNoBadgeAtAll() {
      assertThat(codes(BadgeObject.read(json("{}")).findings().failures()))
          .containsExactly("model.required /@context", "model.required /type");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-31T23:59:59+00:00, 2016-12-31T23:59:59Z",
    "2016-12-31T23:59Z, 2016-12-31T23:59:00Z",
    "2016-12-31T23:59+02:00, 2016-12-31T21:59:00Z",
    "2016-12-31T23:59-0200, 2017-01-01T01:59:00Z",
    "2016-12-31T23:59:59+02, 2016-12-31T21:59:59Z",
    "2016-12-31T23:59:59.123456-0130, 2017-01-01T01:29:59.123456Z",
  })
  void readsTheTimesThatIso8601Allows(String text, Instant instant) {
    assertThat(Values.instant(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016",
        "2016-12-31",
        "2016-12-31T23:59",
        "2016-12-31T23:59.5Z",
        "2016-12-31T23:59:59",
        "2016-12-31T23:59:59+0",
        "2016-12-31T23:59:59+00:0",
        "2016-12-31T23:59:59++0000",
        "2016-12-31T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "20161231T235959Z",
        "+",
        "-----------------+",
        "2016-12-31T23:59+-00"
      })
  void refusesOtherTimes(String text) {
    assertThat(Values.instant(text)).isEmpty();
  }
}
