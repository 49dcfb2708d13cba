package org.microcred.model.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.model.openbadges2.Samples.BADGE;
import static org.microcred.model.openbadges2.Samples.ENDORSEMENT;
import static org.microcred.model.openbadges2.Samples.ISSUER;
import static org.microcred.model.openbadges2.Samples.KEY;
import static org.microcred.model.openbadges2.Samples.codes;
import static org.microcred.model.openbadges2.Samples.expected;
import static org.microcred.model.openbadges2.Samples.failures;
import static org.microcred.model.openbadges2.Samples.json;
import static org.microcred.model.openbadges2.Samples.sound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.Edits;
import org.microcred.model.json.JsonObject;

/** What assertions link to: badge classes, profiles, keys, endorsements. */
class BadgeClassTest {
  @Test
  void saysAllThatWasRead() {
    BadgeClass badge = sound(BadgeClass.read(BADGE));
    assertThat(badge.name()).isEqualTo("Python 101");
    assertThat(badge.description()).isEqualTo("Writes small programs in Python");
    assertThat(badge.image()).isEqualTo(Image.at("data:image/png;base64,iVBORw0KGgo="));
    assertThat(badge.criteria())
        .isEqualTo(
            new Criteria(
                List.of("Criteria"),
                Optional.of("https://uni.example/badges/python/criteria"),
                Optional.of("Pass *three* exercises"),
                json("{\"local:grade\": \"B\"}")));
    assertThat(badge.alignments())
        .containsExactly(
            new AlignmentObject(
                List.of("AlignmentObject"),
                "Programming",
                "https://skills.example/1",
                Optional.of("Can program"),
                Optional.of("Skills"),
                Optional.of("S1"),
                JsonObject.EMPTY),
            new AlignmentObject(
                List.of("AlignmentObject"),
                "Testing",
                "https://skills.example/2",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                json("{\"local:level\": 5}")));
    assertThat(badge.tags()).containsExactly("python", "programming");
    assertThat(badge.language()).contains("en-us");
    assertThat(badge.issuer()).isEqualTo(Reference.to("https://uni.example/issuer"));
    assertThat(badge.endorsements())
        .containsExactly(Reference.to("https://board.example/endorsements/1"));
    assertThat(badge.related())
        .containsExactly(
            Related.to("https://uni.example/badges/python/de"),
            new Related(
                "https://uni.example/badges/python/1",
                Optional.empty(),
                Optional.of("1"),
                JsonObject.EMPTY));
    assertThat(badge.version()).contains("2");
    assertThat(badge.more()).isEqualTo(json("{\"local\": true}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "/id | - | model.required /id",
        "/type | [\"BadgeClass\", \" \"] | model.blank /type/1",
        "/name | - | model.required /name",
        "/name | {\"de\": \"A\"} | json.type /name",
        "/description | - | model.required /description",
        "/image | - | model.required /image",
        "/image | \"b.png\" | model.uri /image",
        "/image | [\"https://uni.example/b.png\"] | json.type /image",
        "/image | {\"caption\": \"B\"} | model.required /image/id",
        "/criteria | - | model.required /criteria",
        "/criteria | \"Pass\" | model.uri /criteria",
        "/criteria | {\"narrative\": \"Pass\"} | ",
        "/criteria/id | \"Pass\" | model.uri /criteria/id",
        "/criteria/type | [\"\"] | model.blank /criteria/type/0",
        "/issuer | - | model.required /issuer",
        "/issuer | null | json.null /issuer",
        "/issuer | \"https://uni.example/badges/python\" | ob2.duplicate-id /issuer",
        "/alignment | [] | ",
        "/alignment | \"https://skills.example/1\" | json.type /alignment",
        "/alignment/0/targetName | - | model.required /alignment/0/targetName",
        "/alignment/0/targetUrl | - | model.required /alignment/0/targetUrl",
        "/alignment/1/targetUrl | \"skill\" | model.uri /alignment/1/targetUrl",
        "/tags | \"python\" | ",
        "/tags | [5] | json.type /tags/0",
        "/@language | 5 | json.type /@language",
        "/related/1 | 5 | json.type /related/1",
        "/related/1/version | [] | json.type /related/1/version",
      })
  void breaksOneRuleAtOnePlace(String pointer, String value, String failure) {
    assertThat(failures(BADGE, pointer, value)).isEqualTo(expected(failure));
  }

  @Test
  void wantsAnEmbeddedIssuerWholeWhateverItsType() {
    JsonObject issuer = json("{\"id\": \"https://uni.example/issuer\", \"type\": \"Profile\"}");
    assertThat(failures(BADGE, "/issuer", issuer.toString()))
        .containsExactly(
            "model.required /issuer/name",
            "model.required /issuer/url",
            "model.required /issuer/email");
    JsonObject same = ISSUER.with("id", BADGE.get("id").orElseThrow());
    assertThat(failures(BADGE, "/issuer", same.toString()))
        .containsExactly("ob2.duplicate-id /issuer/id");
  }

  @Nested
  class OfAProfile {
    @Test
    void saysAllThatWasRead() {
      Profile profile = sound(Profile.read(ISSUER));
      assertThat(profile.types()).containsExactly("Issuer", "https://schema.example/University");
      assertThat(profile.name()).contains("Example University");
      assertThat(profile.url()).contains("https://uni.example/");
      assertThat(profile.telephone()).contains("+4922112345");
      assertThat(profile.description()).contains("A university by the river");
      assertThat(profile.email()).contains("badges@uni.example");
      assertThat(profile.image().flatMap(Image::author)).contains("https://uni.example/press");
      assertThat(profile.revocationList()).contains("https://uni.example/revoked");
      assertThat(profile.version()).contains("2.50");
      assertThat(profile.related())
          .extracting(Related::language)
          .containsExactly(Optional.of("de"));
      assertThat(profile.more()).isEqualTo(json("{\"extensions:founded\": \"1388\"}"));
      VerificationObject verification = profile.verification().orElseThrow();
      assertThat(verification.allowedOrigins()).containsExactly("uni.example");
      assertThat(verification.startsWith()).containsExactly("https://uni.example/assertions/");
      assertThat(verification.verificationProperty()).contains("id");
    }

    @Test
    void namesItsKeysOrHoldsThem() {
      List<Reference<CryptographicKey>> keys = sound(Profile.read(ISSUER)).publicKeys();
      assertThat(keys.get(0)).isEqualTo(Reference.to("https://uni.example/keys/1"));
      assertThat(keys.get(1).id()).contains("https://uni.example/keys/2");
      assertThat(keys.get(1).document().flatMap(CryptographicKey::owner))
          .contains("https://uni.example/issuer");
      assertThat(keys.get(2).id()).isEmpty();
      assertThat(keys.get(2).document().orElseThrow().types()).containsExactly("CryptographicKey");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\u0001',
        value = {
          "/id | - | model.required /id",
          "/type | [\"Issuer\", 5] | json.type /type/1",
          "/name | - | model.required /name",
          "/url | - | model.required /url",
          "/url | \"uni.example\" | model.uri /url",
          "/email | - | model.required /email",
          "/email | [\"a@b.example\", \"b@b.example\"] | json.type /email",
          "/publicKey | 5 | json.type /publicKey",
          "/publicKey/1/id | \"key\" | model.uri /publicKey/1/id",
          "/verification | \"hosted\" | json.type /verification",
          "/verification | {} | ",
          "/verification/allowedOrigins | [] | model.empty /verification/allowedOrigins",
          "/verification/allowedOrigins | \" \" | model.blank /verification/allowedOrigins",
          "/verification/startsWith/0 | \"\" | model.blank /verification/startsWith/0",
          "/revocationList | \"revoked\" | model.uri /revocationList",
        })
    void breaksOneRuleAtOnePlace(String pointer, String value, String failure) {
      assertThat(failures(ISSUER, pointer, value)).isEqualTo(expected(failure));
    }

    @Test
    void needsNoMoreThanItsIdWhenItIssuesNothing() {
      String only =
          """
          {"@context": "https://w3id.org/openbadges/v2", "id": "urn:uuid:1", "type": "Profile"}""";
      assertThat(sound(Profile.read(json(only))).name()).isEmpty();
      assertThat(
              codes(Profile.read(Edits.set(ISSUER, "/type", "\"Person\"")).findings().failures()))
          .containsExactly("model.type /type");
      assertThat(Profile.read(KEY).findings().failures().get(0).message())
          .isEqualTo("must include \"Issuer\" or \"Profile\"");
    }
  }

  @Nested
  class OfAnEndorsement {
    @Test
    void saysAllThatWasRead() {
      Endorsement endorsement = sound(Endorsement.read(ENDORSEMENT));
      assertThat(endorsement.claim())
          .isEqualTo(
              new Endorsement.Claim(
                  "https://uni.example/badges/python",
                  Optional.of("Worth **two** credits"),
                  json("{\"email\": \"x@uni.example\"}")));
      assertThat(endorsement.issuer()).isEqualTo(Reference.to("https://board.example/"));
      assertThat(endorsement.issuedOn()).isEqualTo(Instant.parse("2020-06-01T00:00:00Z"));
      assertThat(endorsement.verification().isHosted()).isTrue();
      assertThat(endorsement.more()).isEqualTo(json("{\"local\": 1}"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\u0001',
        value = {
          "/id | - | model.required /id",
          "/claim | - | model.required /claim",
          "/claim | \"https://uni.example/badges/python\" | json.type /claim",
          "/claim/id | - | model.required /claim/id",
          "/claim/id | \"x\" | model.uri /claim/id",
          "/claim/endorsementComment | 5 | json.type /claim/endorsementComment",
          "/issuer | - | model.required /issuer",
          "/issuer | {\"id\": \"urn:x:y\"} | model.required /issuer/type",
          "/issuedOn | - | model.required /issuedOn",
          "/issuedOn | \"now\" | model.date-time /issuedOn",
          "/verification | - | model.required /verification",
          "/verification/type | - | model.required /verification/type",
        })
    void breaksOneRuleAtOnePlace(String pointer, String value, String failure) {
      assertThat(failures(ENDORSEMENT, pointer, value)).isEqualTo(expected(failure));
    }
  }
}
