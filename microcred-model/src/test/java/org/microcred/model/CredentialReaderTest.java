package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

class CredentialReaderTest {
  private static final JsonObject FULL = Badges.full().build().json();
  private static final JsonObject OLD = Badges.full().dataModel(DataModel.VC_1_1).build().json();
  private static final JsonObject PLAIN =
      (JsonObject)
          Edits.parse(
                  """
                  {"@context": ["https://www.w3.org/ns/credentials/v2"],
                   "type": ["VerifiableCredential"],
                   "issuer": {"id": "did:example:a", "type": "Organization", "name": "A",
                              "description": {"@value": "an A"}, "image": 5},
                   "credentialSubject": {"id": "did:example:b", "knows": "Java"}}""")
              .get(0);

  /** Applies one change; "-" removes the member. */
  private static Findings findings(JsonObject document, String pointer, String json) {
    JsonObject changed =
        json.equals("-") ? Edits.remove(document, pointer) : Edits.set(document, pointer, json);
    return Credential.read(changed).findings();
  }

  private static List<String> failures(JsonObject document, String pointer, String json) {
    return codes(findings(document, pointer, json).failures());
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(v -> v.code() + " " + v.pointer()).toList();
  }

  @Nested
  class EveryCredential {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\u0001',
        value = {
          "/@context | - | model.required /@context",
          "/@context | \"https://www.w3.org/ns/credentials/v2\" | vc.context /@context",
          "/@context | [] | vc.context /@context/0",
          "/@context/0 | \"https://www.w3.org/ns/credentials/v3\" | vc.context /@context/0",
          "/@context/0 | {} | vc.context /@context/0",
          "/@context | [\"https://www.w3.org/ns/credentials/v2\", 5] | vc.context /@context/1",
          "/@context | [\"https://www.w3.org/ns/credentials/v2\", \"x\"] | model.uri /@context/1",
          "/type | - | model.required /type",
          "/type | [] | model.type /type",
          "/type | [\"Other\"] | model.type /type",
          "/type | [\"VerifiableCredential\", 5] | json.type /type/1",
          "/type | [\"VerifiableCredential\", \" \"] | model.blank /type/1",
          "/id | \"no uri\" | model.uri /id",
          "/id | 5 | json.type /id",
          "/id | null | json.null /id",
          "/issuer | - | model.required /issuer",
          "/issuer | null | json.null /issuer",
          "/issuer | 5 | json.type /issuer",
          "/issuer | \"somebody\" | model.uri /issuer",
          "/issuer | {\"name\": \"A\"} | model.required /issuer/id",
          "/issuer/id | \"somebody\" | model.uri /issuer/id",
          "/issuer/type | 5 | json.type /issuer/type",
          "/validFrom | \"2026-02-30T00:00:00Z\" | model.date-time /validFrom",
          "/validFrom | 1700000000 | json.type /validFrom",
          "/validUntil | \"tomorrow\" | model.date-time /validUntil",
          "/credentialSubject | - | model.required /credentialSubject",
          "/credentialSubject | [] | model.empty /credentialSubject",
          "/credentialSubject | {} | model.empty /credentialSubject",
          "/credentialSubject | \"did:example:b\" | json.type /credentialSubject",
          "/credentialSubject | [{\"id\": \"did:example:b\"}, 5] | json.type /credentialSubject/1",
          "/credentialSubject/id | \"b\" | model.uri /credentialSubject/id",
          "/credentialSubject/id | 5 | json.type /credentialSubject/id",
          "/credentialStatus | 5 | json.type /credentialStatus",
          "/credentialStatus | {} | model.required /credentialStatus/type",
          "/credentialStatus | {\"type\": []} | model.empty /credentialStatus/type",
          "/credentialStatus | [{\"type\": \" \"}] | model.blank /credentialStatus/0/type",
          "/credentialStatus | {\"type\": \"X\", \"id\": \"x\"} | model.uri /credentialStatus/id",
          "/credentialSchema | {\"type\": \"X\"} | model.required /credentialSchema/id",
          "/proof | \"signed\" | json.type /proof",
          "/proof | [{\"created\": \"now\"}] | model.required /proof/0/type",
          "/termsOfUse | {} | model.required /termsOfUse/type",
          "/credentialStatus | [] | model.empty /credentialStatus",
          "/proof | {\"type\": []} | model.empty /proof/type",
          "/refreshService | [] | model.empty /refreshService",
          "/refreshService | {\"type\": \"X\"} | ",
          "/refreshService | {\"type\": \"X\", \"id\": \"x\"} | model.uri /refreshService/id",
          "/refreshService | {\"id\": \"urn:x:y\"} | model.required /refreshService/type",
          "/evidence | {\"id\": \"urn:a:x\"} | model.required /evidence/type",
          "/name | 5 | json.type /name",
          "/name | [] | model.empty /name",
          "/name | [5] | vc.language-value /name/0",
          "/name | {\"@language\": \"en\"} | vc.language-value /name",
          "/name | {\"@value\": \"A\", \"lang\": \"en\"} | vc.language-value /name/lang",
          "/name | {\"@value\": \"A\", \"@direction\": \"up\"} | vc.language-value /name/@direction",
        })
    void breaksOneRuleAtOnePlace(String pointer, String json, String expected) {
      assertThat(failures(PLAIN, pointer, json))
          .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void needsNeitherIdNorDates() {
      Reading reading = Credential.read(PLAIN);
      assertThat(reading.findings()).isEqualTo(Findings.none());
      Credential credential = reading.credential().orElseThrow();
      assertThat(credential).isInstanceOf(OtherCredential.class);
      assertThat(credential.id()).isEmpty();
      assertThat(credential.types()).containsExactly("VerifiableCredential");
      assertThat(credential.dataModel()).isEqualTo(DataModel.VC_2_0);
      assertThat(credential.validFrom()).isEmpty();
      assertThat(credential.validUntil()).isEmpty();
      assertThat(credential.status()).isEmpty();
      assertThat(credential.schemas()).isEmpty();
      assertThat(credential.subjectIds()).containsExactly("did:example:b");
      assertThat(credential.name()).isEmpty();
      assertThat(credential.description()).isEmpty();
      assertThat(credential)
          .isEqualTo(Credential.read(PLAIN).credential().orElseThrow())
          .hasSameHashCodeAs(Credential.read(PLAIN).credential().orElseThrow())
          .isNotEqualTo("something else")
          .hasToString("OtherCredential without id");
    }

    @Test
    void keepsWhatItDoesNotKnowOfAnIssuer() {
      Profile issuer = Credential.read(PLAIN).credential().orElseThrow().issuer();
      assertThat(issuer.name()).contains("A");
      assertThat(issuer.description()).isEmpty();
      assertThat(issuer.more().members().keySet()).containsExactly("description", "image");
      assertThat(issuer.toJson())
          .isEqualTo(Edits.set(PLAIN, "/issuer/type", "[\"Organization\"]").get("issuer").get());
    }

    @Test
    void hasSeveralSubjects() {
      JsonObject two =
          Edits.set(PLAIN, "/credentialSubject", "[{\"id\": \"did:example:b\"}, {\"x\": \"y\"}]");
      assertThat(Credential.read(two).credential().orElseThrow().subjectIds())
          .containsExactly("did:example:b");
    }

    @Test
    void hasANameInSeveralLanguages() {
      JsonObject named =
          Edits.set(
              PLAIN,
              "/name",
              "[{\"@value\": \"Eins\", \"@language\": \"de\", \"@direction\": \"ltr\"}, \"One\"]");
      assertThat(Credential.read(named).credential().orElseThrow().name()).contains("Eins");
      JsonObject single = Edits.set(PLAIN, "/description", "{\"@value\": \"Uno\"}");
      assertThat(Credential.read(single).credential().orElseThrow().description()).contains("Uno");
    }

    @Test
    void endsAfterItBegins() {
      JsonObject from = Edits.set(PLAIN, "/validFrom", "\"2026-01-01T00:00:00Z\"");
      assertThat(failures(from, "/validUntil", "\"2026-01-01T00:59:59+01:00\""))
          .containsExactly("vc.validity-order /validUntil");
      assertThat(failures(from, "/validUntil", "\"2026-01-01T01:00:00+01:00\"")).isEmpty();
    }
  }

  @Nested
  class DataModel11 {
    private static final JsonObject PLAIN_11 =
        Edits.set(
            Edits.set(PLAIN, "/@context/0", "\"https://www.w3.org/2018/credentials/v1\""),
            "/issuanceDate",
            "\"2026-01-01T00:00:00Z\"");

    @Test
    void readsItsOwnDates() {
      JsonObject expiring =
          Edits.set(PLAIN_11, "/expirationDate", "\"2027-01-01T00:00:00.5-05:00\"");
      Credential credential = Credential.read(expiring).credential().orElseThrow();
      assertThat(credential.dataModel()).isEqualTo(DataModel.VC_1_1);
      assertThat(credential.validFrom()).contains(Instant.parse("2026-01-01T00:00:00Z"));
      assertThat(credential.validUntil()).contains(Instant.parse("2027-01-01T05:00:00.5Z"));
    }

    @Test
    void wantsAnIssuanceDateAndStatusIds() {
      assertThat(failures(PLAIN_11, "/issuanceDate", "-"))
          .containsExactly("model.required /issuanceDate");
      assertThat(failures(PLAIN_11, "/credentialStatus", "{\"type\": \"X\"}"))
          .containsExactly("model.required /credentialStatus/id");
    }

    @Test
    void isRecognisedByItsDatesWhenTheContextIsWrong() {
      assertThat(failures(PLAIN_11, "/@context/0", "\"https://example.org/v9\""))
          .containsExactly("vc.context /@context/0");
    }

    @Test
    void wantsANameForABadgeAndAcceptsAnImageByItsId() {
      assertThat(failures(OLD, "/name", "-")).containsExactly("model.required /name");
      JsonObject bare = Edits.set(OLD, "/issuer/image", "\"https://uni.example/logo.png\"");
      Reading reading = Credential.read(bare);
      assertThat(codes(reading.findings().warnings())).containsExactly("ob.image /issuer/image");
      Profile issuer = reading.credential().orElseThrow().issuer();
      assertThat(issuer.image().orElseThrow().bare()).isTrue();
      assertThat(issuer.toJson()).isEqualTo(bare.get("issuer").orElseThrow());
      assertThat(failures(OLD, "/issuer/image", "\"logo.png\""))
          .containsExactly("model.uri /issuer/image");
      assertThat(failures(FULL, "/issuer/image", "\"https://uni.example/logo.png\""))
          .as("data model 2.0")
          .containsExactly("json.type /issuer/image");
    }
  }

  @Nested
  class OpenBadges {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\u0001',
        value = {
          "/id | - | model.required /id",
          "/id | null | json.null /id",
          "/validFrom | - | model.required /validFrom",
          "/type | [\"OpenBadgeCredential\"] | model.type /type",
          "/@context | [\"https://www.w3.org/ns/credentials/v2\"] | ob.context /@context/1",
          "/@context/1 | \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.json\""
              + " | ob.context /@context/1",
          "/@context/1 | \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.x.json\""
              + " | ob.context /@context/1",
          "/@context/1 | \"https://purl.imsglobal.org/spec/ob/v3p0/other.json\""
              + " | ob.context /@context/1",
          "/@context/1 | \"https://purl.imsglobal.org/spec/ob/v3p0/context.json\" | ",
          "/@context/1 | {} | ob.context /@context/1",
          "/issuer | \"did:web:uni.example\" | ",
          "/issuer/type | - | model.required /issuer/type",
          "/issuer/type | \"Profile\" | ",
          "/issuer/type | \"Organization\" | model.type /issuer/type",
          "/issuer/url | \"uni.example\" | model.uri /issuer/url",
          "/issuer/address/type | [\"Place\"] | model.type /issuer/address/type",
          "/issuer/address/geo/latitude | \"52\" | json.type /issuer/address/geo/latitude",
          "/issuer/address/geo/latitude | 1e999 | model.number /issuer/address/geo/latitude",
          "/issuer/address/geo/latitude | 1e99999999999 | model.number"
              + " /issuer/address/geo/latitude",
          "/issuer/address/geo/longitude | - | model.required /issuer/address/geo/longitude",
          "/issuer/otherIdentifier/0/type | \"Identifier\" | model.type"
              + " /issuer/otherIdentifier/0/type",
          "/issuer/otherIdentifier/0/note | \"x\" | model.unknown-member"
              + " /issuer/otherIdentifier/0/note",
          "/issuer/otherIdentifier/0/note | null | json.null /issuer/otherIdentifier/0/note",
          "/issuer/parentOrg/id | \"x\" | model.uri /issuer/parentOrg/id",
          "/issuer/dateOfBirth | \"1970-02-29\" | model.date /issuer/dateOfBirth",
          "/issuer/familyName | [] | json.type /issuer/familyName",
          "/refreshService | {\"type\": \"X\"} | model.required /refreshService/id",
          "/endorsement | [5] | json.type /endorsement/0",
          "/endorsement | {\"type\": [\"VerifiableCredential\"]} | ob.endorsement /endorsement",
          "/endorsement | null | json.null /endorsement",
          "/endorsementJwt | [\"a.b.c\", \"aA0-_..c\"] | ",
          "/endorsementJwt | \"a.b.\" | ob.endorsement /endorsementJwt",
          "/endorsementJwt | \"a.b\" | ob.endorsement /endorsementJwt",
          "/endorsementJwt | \"a.b.c.d\" | ob.endorsement /endorsementJwt",
          "/endorsementJwt | [\"a.b.c\", 5] | json.type /endorsementJwt/1",
          "/endorsementJwt | 5 | json.type /endorsementJwt",
          "/issuer/endorsement | {} | ob.endorsement /issuer/endorsement",
          "/credentialSubject/achievement/endorsement | \"x\" | json.type"
              + " /credentialSubject/achievement/endorsement",
          "/awardedDate | \"2026-01-01\" | model.date-time /awardedDate",
          "/image/width | 5 | model.unknown-member /image/width",
          "/image/id | - | model.required /image/id",
          "/evidence/0/type | [\"Work\"] | model.type /evidence/0/type",
          "/evidence | {\"type\": [\"Evidence\"], \"id\": \"x\"} | model.uri /evidence/id",
          "/credentialSubject | [] | json.type /credentialSubject",
          "/credentialSubject/type | - | model.required /credentialSubject/type",
          "/credentialSubject/type | \"Subject\" | model.type /credentialSubject/type",
          "/credentialSubject/id | \"ada\" | model.uri /credentialSubject/id",
          "/credentialSubject/creditsEarned | \"5\" | json.type /credentialSubject/creditsEarned",
          "/credentialSubject/activityEndDate | \"2026-01-01T00:00:00\" | model.date-time"
              + " /credentialSubject/activityEndDate",
          "/credentialSubject/identifier/0/hashed | true | ob.identity-hash"
              + " /credentialSubject/identifier/0/identityHash",
          "/credentialSubject/identifier/0/hashed | \"no\" | json.type"
              + " /credentialSubject/identifier/0/hashed",
          "/credentialSubject/identifier/0/hashed | - | model.required"
              + " /credentialSubject/identifier/0/hashed",
          "/credentialSubject/result/0/status | \"Done\" | model.value"
              + " /credentialSubject/result/0/status",
          "/credentialSubject/result/0/status | 5 | json.type /credentialSubject/result/0/status",
          "/credentialSubject/result/1/achievedLevel | \"high\" | model.uri"
              + " /credentialSubject/result/1/achievedLevel",
          "/credentialSubject/result | 5 | json.type /credentialSubject/result",
          "/credentialSubject/achievement | - | model.required /credentialSubject/achievement",
          "/credentialSubject/achievement | 5 | json.type /credentialSubject/achievement",
          "/credentialSubject/achievement/criteria | - | model.required"
              + " /credentialSubject/achievement/criteria",
          "/credentialSubject/achievement/name | - | model.required"
              + " /credentialSubject/achievement/name",
          "/credentialSubject/achievement/description | {\"en\": \"x\"} | json.type"
              + " /credentialSubject/achievement/description",
          "/credentialSubject/achievement/inLanguage | \"English\" | model.language"
              + " /credentialSubject/achievement/inLanguage",
          "/credentialSubject/achievement/tag/1 | 5 | json.type"
              + " /credentialSubject/achievement/tag/1",
          "/credentialSubject/achievement/related/0/type | \"Same\" | model.type"
              + " /credentialSubject/achievement/related/0/type",
          "/credentialSubject/achievement/alignment/0/targetUrl | \"P.1\" | model.uri"
              + " /credentialSubject/achievement/alignment/0/targetUrl",
          "/credentialSubject/achievement/alignment | {\"type\": \"Alignment\","
              + " \"targetName\": \"N\", \"targetUrl\": \"P.1\"} | model.uri"
              + " /credentialSubject/achievement/alignment/targetUrl",
          "/credentialSubject/achievement/resultDescription/1/rubricCriterionLevel/1/name | - |"
              + " model.required"
              + " /credentialSubject/achievement/resultDescription/1/rubricCriterionLevel/1/name",
          "/credentialSubject/achievement/resultDescription/0/resultType | - | model.required"
              + " /credentialSubject/achievement/resultDescription/0/resultType",
        })
    void breaksOneRuleAtOnePlace(String pointer, String json, String expected) {
      assertThat(failures(FULL, pointer, json))
          .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void hasTwoNamesForOneKind() {
      JsonObject other =
          Edits.set(FULL, "/type", "[\"VerifiableCredential\", \"AchievementCredential\"]");
      assertThat(Credential.read(other).credential().orElseThrow())
          .isInstanceOf(AchievementCredential.class);
    }

    @ParameterizedTest
    @CsvSource({
      "/credentialSubject/achievement/achievementType",
      "/credentialSubject/achievement/resultDescription/0/resultType",
      "/credentialSubject/achievement/alignment/0/targetType",
      "/credentialSubject/identifier/0/identityType",
      "/issuer/otherIdentifier/0/identifierType",
    })
    void warnsOfTermsThatAreNobodys(String pointer) {
      Findings findings = findings(FULL, pointer, "\"Program\"");
      assertThat(findings.passed()).isTrue();
      assertThat(codes(findings.warnings())).containsExactly("ob.vocabulary " + pointer);
      assertThat(findings(FULL, pointer, "\"ext:Program\"")).isEqualTo(Findings.none());
      assertThat(codes(findings(FULL, pointer, "5").failures()))
          .containsExactly("json.type " + pointer);
    }

    @Test
    void warnsOfASubjectThatNobodyCanBe() {
      JsonObject anonymous =
          Edits.remove(
              Edits.remove(FULL, "/credentialSubject/id"), "/credentialSubject/identifier");
      assertThat(codes(Credential.read(anonymous).findings().warnings()))
          .containsExactly("ob.subject-unidentified /credentialSubject");
    }

    @Test
    void reportsAllThatIsWrongAtOnce() {
      JsonObject broken = Edits.remove(FULL, "/id");
      broken = Edits.set(broken, "/issuer/url", "\"x\"");
      broken = Edits.set(broken, "/credentialSubject/achievement/name", "null");
      broken = Edits.set(broken, "/credentialSubject/achievement/id", "\"x\"");
      broken = Edits.set(broken, "/credentialSubject/achievement/criteria", "7");
      broken =
          Edits.set(broken, "/credentialSubject/achievement/alignment/0", "{\"targetUrl\": \"x\"}");
      assertThat(codes(Credential.read(broken).findings().failures()))
          .containsExactlyInAnyOrder(
              "model.required /id",
              "model.uri /issuer/url",
              "json.null /credentialSubject/achievement/name",
              "model.uri /credentialSubject/achievement/id",
              "json.type /credentialSubject/achievement/criteria",
              "model.required /credentialSubject/achievement/alignment/0/type",
              "model.required /credentialSubject/achievement/alignment/0/targetName",
              "model.uri /credentialSubject/achievement/alignment/0/targetUrl");
      assertThat(Credential.read(broken).credential()).isEmpty();
    }

    @Test
    void keepsUnknownMembersEverywhere() {
      JsonObject noted = FULL;
      for (String place :
          List.of(
              "/issuer",
              "/issuer/address",
              "/issuer/parentOrg",
              "/evidence/0",
              "/credentialSubject",
              "/credentialSubject/result/0",
              "/credentialSubject/achievement",
              "/credentialSubject/achievement/criteria",
              "/credentialSubject/achievement/related/0",
              "/credentialSubject/achievement/alignment/0",
              "/credentialSubject/achievement/resultDescription/0",
              "/credentialSubject/achievement/resultDescription/1/rubricCriterionLevel/0")) {
        noted = Edits.set(noted, place + "/ext:note", "{\"a\": [1, null]}");
      }
      AchievementCredential badge =
          (AchievementCredential) Credential.read(noted).credential().orElseThrow();
      assertThat(badge.subject().toJson()).isEqualTo(noted.get("credentialSubject").orElseThrow());
      assertThat(badge.issuer().toJson()).isEqualTo(noted.get("issuer").orElseThrow());
      assertThat(badge.evidence().get(0).toJson()).isEqualTo(noted.list("evidence").get(0));
      assertThat(badge.status().get(0).toJson())
          .isEqualTo(noted.get("credentialStatus").orElseThrow());
      assertThat(badge.schemas().get(0).toJson()).isEqualTo(noted.list("credentialSchema").get(0));
    }
  }

  @Nested
  class Documents {
    @Test
    void areReadFromBytesAndText() throws Exception {
      String text = Json.write(FULL);
      assertThat(Credential.parse(text)).isEqualTo(Badges.full().build());
      assertThat(Credential.parse(text).json().toString()).isEqualTo(text);
      assertThat(Credential.parse(Json.writeBytes(FULL))).isEqualTo(Badges.full().build());
    }

    @Test
    void areRefusedWithEveryViolation() {
      assertThatExceptionOfType(InvalidDocumentException.class)
          .isThrownBy(() -> Credential.parse("{}"))
          .satisfies(
              e ->
                  assertThat(codes(e.violations()))
                      .containsExactlyInAnyOrder(
                          "model.required /@context",
                          "model.required /type",
                          "model.required /issuer",
                          "model.required /credentialSubject"));
      assertThatExceptionOfType(InvalidDocumentException.class)
          .isThrownBy(() -> Credential.parse("[]"))
          .satisfies(e -> assertThat(codes(e.violations())).containsExactly("json.type "));
      assertThatExceptionOfType(InvalidDocumentException.class)
          .isThrownBy(() -> Credential.parse(new byte[0]))
          .satisfies(e -> assertThat(codes(e.violations())).containsExactly("json.syntax "));
    }

    @Test
    void areNeverReadDeeperThanTheStack() {
      JsonObject org =
          Profile.builder("did:example:0").build().toJson() instanceof JsonObject o
              ? o
              : JsonObject.EMPTY;
      JsonObject nested = org;
      for (int i = 0; i < 3_000; i++) {
        nested = org.with("parentOrg", nested);
      }
      Findings findings = Credential.read(FULL.with("issuer", nested)).findings();
      assertThat(findings.failures()).isEmpty();
      assertThat(findings.unknowns()).extracting(Violation::code).containsExactly("limit.depth");
    }

    @Test
    void haveAsManyFaultsAsAnyoneWantsToRead() throws Exception {
      String many = "[" + "{},".repeat(60_000) + "{}]";
      Findings findings = Credential.read(Edits.set(FULL, "/evidence", many)).findings();
      assertThat(findings.failures()).hasSize(1_000);
      assertThat(codes(findings.unknowns())).containsExactly("limit.violations ");
      assertThat(new InvalidDocumentException(findings.failures()))
          .hasMessageContaining("and 980 more");
    }

    @Test
    void neverSteerATerminalThroughAMessage() {
      JsonObject evil =
          FULL.with(
              "image",
              JsonObject.builder()
                  .put("id", "https://uni.example/a")
                  .put("type", "\u001b[2J")
                  .put("\u001b[31m\n", "x")
                  .build());
      assertThat(Credential.read(evil).findings().failures())
          .hasSize(2)
          .allSatisfy(v -> assertThat(v.toString()).doesNotContain("\u001b", "\n"));
    }
  }
}
