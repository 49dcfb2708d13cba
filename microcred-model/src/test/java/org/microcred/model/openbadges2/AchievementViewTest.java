package org.microcred.model.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.microcred.model.openbadges2.Samples.ASSERTION;
import static org.microcred.model.openbadges2.Samples.BADGE;
import static org.microcred.model.openbadges2.Samples.EMAIL;
import static org.microcred.model.openbadges2.Samples.EMBEDDED;
import static org.microcred.model.openbadges2.Samples.ISSUER;
import static org.microcred.model.openbadges2.Samples.codes;
import static org.microcred.model.openbadges2.Samples.json;
import static org.microcred.model.openbadges2.Samples.sound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Alignment;
import org.microcred.model.Credential;
import org.microcred.model.Edits;
import org.microcred.model.Findings;
import org.microcred.model.IdentifierType;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class AchievementViewTest {
  private static final BadgeClass PYTHON = sound(BadgeClass.read(BADGE));
  private static final Profile UNIVERSITY = sound(Profile.read(ISSUER));

  private static Assertion assertion(JsonObject json) {
    return sound(Assertion.read(json));
  }

  private static AchievementCredential view() throws Exception {
    return assertion(ASSERTION).toCredential(PYTHON, UNIVERSITY);
  }

  private static List<String> refusal(ThrowingCallable call) {
    InvalidDocumentException[] refusal = new InvalidDocumentException[1];
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(call)
        .satisfies(e -> refusal[0] = e);
    return codes(refusal[0].violations());
  }

  @Test
  void isASoundCredentialOfOpenBadges3() throws Exception {
    AchievementCredential badge = view();
    assertThat(Credential.read(badge.json()).findings()).isEqualTo(Findings.none());
    assertThat(badge.id()).contains("https://uni.example/assertions/1");
    assertThat(badge.types()).containsExactly("VerifiableCredential", "OpenBadgeCredential");
    assertThat(badge.name()).contains("Python 101");
    assertThat(badge.validFrom()).contains(Instant.parse("2020-05-17T10:30:15.5Z"));
    assertThat(badge.awardedDate()).isEqualTo(badge.validFrom());
    assertThat(badge.validUntil()).contains(Instant.parse("2025-05-17T12:30:00Z"));
    assertThat(badge.json().has("proof")).isFalse();
  }

  @Test
  void hasTheSameIssuer() throws Exception {
    org.microcred.model.Profile issuer = view().issuer();
    assertThat(issuer)
        .isEqualTo(
            org.microcred.model.Profile.builder("https://uni.example/issuer")
                .name("Example University")
                .url("https://uni.example/")
                .phone("+4922112345")
                .description("A university by the river")
                .image(org.microcred.model.Image.of("https://uni.example/logo.png", "Our logo"))
                .email("badges@uni.example")
                .build());
    assertThat(view().subject().achievement().creator()).contains(issuer);
  }

  @Test
  void hasTheSameAchievement() throws Exception {
    Achievement achievement = view().subject().achievement();
    assertThat(achievement.id()).isEqualTo("https://uni.example/badges/python");
    assertThat(achievement.name()).isEqualTo("Python 101");
    assertThat(achievement.description()).isEqualTo("Writes small programs in Python");
    assertThat(achievement.criteria().id()).contains("https://uni.example/badges/python/criteria");
    assertThat(achievement.criteria().narrative()).contains("Pass *three* exercises");
    assertThat(achievement.image())
        .contains(org.microcred.model.Image.of("data:image/png;base64,iVBORw0KGgo="));
    assertThat(achievement.tags()).containsExactly("python", "programming");
    assertThat(achievement.inLanguage()).contains("en-US");
    assertThat(achievement.version()).contains("2");
    assertThat(achievement.alignments())
        .extracting(Alignment::targetName)
        .containsExactly("Programming", "Testing");
    assertThat(achievement.alignments().get(0))
        .extracting(Alignment::targetCode, Alignment::targetDescription, Alignment::targetFramework)
        .containsExactly(Optional.of("S1"), Optional.of("Can program"), Optional.of("Skills"));
    assertThat(achievement.related())
        .extracting(org.microcred.model.Related::id)
        .containsExactly(
            "https://uni.example/badges/python/de", "https://uni.example/badges/python/1");
  }

  @Test
  void hasTheSameEvidenceAndImage() throws Exception {
    AchievementCredential badge = view();
    assertThat(badge.evidence()).hasSize(2);
    assertThat(badge.evidence().get(0).id()).contains("https://work.example/1");
    assertThat(badge.evidence().get(1))
        .isEqualTo(
            new org.microcred.model.Evidence(
                Optional.of("https://work.example/2"),
                List.of("Evidence"),
                Optional.of("It adds"),
                Optional.of("Calculator"),
                Optional.of("A program"),
                Optional.of("Program"),
                Optional.of("Everybody"),
                JsonObject.EMPTY));
    assertThat(badge.subject().narrative()).contains("Both programs *run*");
    assertThat(badge.subject().image())
        .contains(org.microcred.model.Image.of("https://uni.example/assertions/1.png", "A snake"));
  }

  @ParameterizedTest
  @CsvSource({"en-us, en-US", "DE, de", "zh-hans-cn, zh-Hans-CN", "de-CH-1901,", "x,", "und,"})
  void hasTheLanguageAsFarAsOpenBadges3CanSayIt(String tag, String language) throws Exception {
    BadgeClass badge = sound(BadgeClass.read(BADGE.with("@language", new JsonString(tag))));
    assertThat(
            assertion(ASSERTION)
                .toCredential(badge, UNIVERSITY)
                .subject()
                .achievement()
                .inLanguage())
        .isEqualTo(Optional.ofNullable(language));
  }

  @Nested
  class Recipient {
    private org.microcred.model.AchievementSubject subject(String recipient) throws Exception {
      return assertion(Edits.set(EMBEDDED, "/recipient", recipient)).toCredential().subject();
    }

    @Test
    void isKnownByTheSameHash() throws Exception {
      org.microcred.model.AchievementSubject subject = view().subject();
      assertThat(subject.id()).isEmpty();
      org.microcred.model.IdentityObject identity = subject.identifiers().get(0);
      assertThat(identity.identityType()).isEqualTo(IdentifierType.EMAIL_ADDRESS);
      assertThat(identity.matches(EMAIL)).isTrue();
      assertThat(identity.matches("bob@learners.example")).isFalse();
      assertThat(identity)
          .isEqualTo(
              org.microcred.model.IdentityObject.hashed(
                  IdentifierType.EMAIL_ADDRESS, EMAIL, "sea"));
    }

    @Test
    void isKnownByTheSameAddress() throws Exception {
      org.microcred.model.AchievementSubject subject = assertion(EMBEDDED).toCredential().subject();
      assertThat(subject.identifiers())
          .containsExactly(
              org.microcred.model.IdentityObject.plain(IdentifierType.EMAIL_ADDRESS, EMAIL));
    }

    @ParameterizedTest
    @CsvSource({
      "id, did:example:ada",
      "@id, urn:uuid:1",
      "url, https://ada.example/",
      "schema:url, https://ada.example/",
      "http://schema.org/url, did:web:ada.example"
    })
    void isTheSubjectWhenTheUriIsKnown(String type, String uri) throws Exception {
      org.microcred.model.AchievementSubject subject =
          subject(
              "{\"type\": \"%s\", \"identity\": \"%s\", \"hashed\": false}".formatted(type, uri));
      assertThat(subject.id()).contains(uri);
      assertThat(subject.identifiers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "email, emailAddress",
      "https://schema.org/email, emailAddress",
      "telephone, ext:telephone",
      "url, ext:url",
      "id, identifier",
      "https://uni.example/matriculation, identifier"
    })
    void hasAnIdentifierOfTheSameKind(String type, String identifierType) throws Exception {
      org.microcred.model.AchievementSubject subject =
          subject("{\"type\": \"%s\", \"identity\": \"x\", \"hashed\": false}".formatted(type));
      assertThat(subject.id()).isEmpty();
      assertThat(subject.identifiers())
          .containsExactly(
              org.microcred.model.IdentityObject.plain(new IdentifierType(identifierType), "x"));
    }
  }

  @Nested
  class Documents {
    @Test
    void areTakenFromTheAssertionWhenTheyAreInIt() throws Exception {
      AchievementCredential badge = assertion(EMBEDDED).toCredential();
      assertThat(badge.issuer().name()).contains("Chess Club");
      assertThat(badge.subject().achievement().criteria().id())
          .contains("https://club.example/chess.html");
      assertThat(badge.origin()).containsExactly(EMBEDDED);
    }

    @Test
    void areTakenFromTheCallerBeforeThoseThatAreEmbedded() throws Exception {
      JsonObject current =
          EMBEDDED
              .object("badge")
              .orElseThrow()
              .with("@context", EMBEDDED.get("@context").orElseThrow())
              .with("name", new JsonString("Chess, revised"));
      AchievementCredential badge =
          assertion(EMBEDDED).toCredential(sound(BadgeClass.read(current)));
      assertThat(badge.subject().achievement().name()).isEqualTo("Chess, revised");
      assertThat(badge.origin()).containsExactly(EMBEDDED, current);
    }

    @Test
    void mustBeGivenWhenTheyAreNotInIt() {
      assertThat(refusal(() -> assertion(ASSERTION).toCredential()))
          .containsExactly("ob2.reference-missing /badge");
      assertThat(refusal(() -> assertion(ASSERTION).toCredential(PYTHON)))
          .containsExactly("ob2.reference-missing /badge/issuer");
    }

    @Test
    void mustBeThoseThatAreNamed() {
      BadgeClass otherBadge =
          sound(BadgeClass.read(BADGE.with("id", new JsonString("urn:x:other"))));
      Profile otherIssuer = sound(Profile.read(ISSUER.with("id", new JsonString("urn:x:other"))));
      assertThat(refusal(() -> assertion(ASSERTION).toCredential(otherBadge, UNIVERSITY)))
          .containsExactly("ob2.reference-mismatch /badge");
      assertThat(refusal(() -> assertion(ASSERTION).toCredential(PYTHON, otherIssuer)))
          .containsExactly("ob2.reference-mismatch /badge/issuer");
      assertThatExceptionOfType(InvalidDocumentException.class)
          .isThrownBy(() -> assertion(ASSERTION).toCredential(otherBadge, UNIVERSITY))
          .withMessage(
              "/badge: names \"https://uni.example/badges/python\","
                  + " but the document that was given is \"urn:x:other\"");
    }

    @Test
    void mustNotLackWhatAnIssuerHas() {
      Profile nobody =
          sound(
              Profile.read(
                  json(
                      """
                      {"@context": "https://w3id.org/openbadges/v2", "type": "Profile",
                       "id": "https://uni.example/issuer", "name": "U"}""")));
      assertThat(refusal(() -> assertion(ASSERTION).toCredential(PYTHON, nobody)))
          .containsExactly(
              "model.required /badge/issuer/url", "model.required /badge/issuer/email");
    }
  }

  @Nested
  class Origin {
    @Test
    void keepsWhatTheCredentialCannotSay() throws Exception {
      List<JsonObject> origin = view().origin();
      assertThat(origin).hasSize(3);
      assertThat(origin.get(0)).isSameAs(ASSERTION);
      assertThat(origin.get(1)).isSameAs(BADGE);
      assertThat(origin.get(2)).isSameAs(ISSUER);
      assertThat(assertion(origin.get(0)).toCredential(PYTHON, UNIVERSITY)).isEqualTo(view());
    }

    @Test
    void isNoPartOfTheCredentialItself() throws Exception {
      AchievementCredential read = (AchievementCredential) Credential.parse(view().toBytes());
      assertThat(read).isEqualTo(view());
      assertThat(read.origin()).isEmpty();
    }

    @Test
    void staysWithACredentialThatIsChanged() throws Exception {
      AchievementCredential changed = view().toBuilder().name("Another").build();
      assertThat(changed.origin()).isEqualTo(view().origin());
    }
  }

  @Nested
  class Refusal {
    @Test
    void ofARevokedAssertionNeverHidesThatItIs() {
      JsonObject revoked = Edits.set(EMBEDDED, "/revoked", "true");
      assertThat(refusal(() -> assertion(revoked).toCredential()))
          .containsExactly("ob2.revoked /revoked");
      JsonObject why = Edits.set(revoked, "/revocationReason", "\"Copied\\u202e\"");
      assertThatExceptionOfType(InvalidDocumentException.class)
          .isThrownBy(() -> assertion(why).toCredential())
          .withMessage("/revoked: was revoked by its issuer: \"Copied\\u{202e}\"");
      JsonObject bare = json("{\"id\": \"urn:uuid:1\", \"revoked\": true}");
      assertThat(refusal(() -> assertion(bare).toCredential(PYTHON, UNIVERSITY)))
          .containsExactly("ob2.revoked /revoked");
    }

    @Test
    void ofWhatOpenBadges3CannotHold() {
      JsonObject before = Edits.set(EMBEDDED, "/issuedOn", "\"0001-01-01T00:00:00+01:00\"");
      assertThat(refusal(() -> assertion(before).toCredential()))
          .contains("model.date-time /validFrom");
    }

    @Test
    void ofWhatIsTooLargeForAReader() {
      String huge = "x".repeat(Limits.defaults().documentBytes());
      JsonObject large = EMBEDDED.with("narrative", new JsonString(huge));
      assertThat(refusal(() -> assertion(large).toCredential()))
          .allSatisfy(code -> assertThat(code).startsWith("limit."));
    }

    @Test
    void ofAnAssertionThatWasPutTogetherWithoutWhatItNeeds() {
      Assertion whole = assertion(EMBEDDED);
      Assertion bare =
          new Assertion(
              whole.source(),
              whole.id(),
              whole.types(),
              Optional.empty(),
              whole.badge(),
              whole.verification(),
              whole.issuedOn(),
              whole.image(),
              whole.evidence(),
              whole.narrative(),
              whole.expires(),
              false,
              whole.revocationReason(),
              whole.uid(),
              whole.endorsements(),
              whole.related(),
              whole.version(),
              whole.more());
      assertThat(refusal(bare::toCredential)).containsExactly("model.required /recipient");
    }
  }
}
