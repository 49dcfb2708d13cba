package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.AssertionSite.ASSERTION;
import static org.microcred.verify.AssertionSite.BADGE;
import static org.microcred.verify.AssertionSite.ISSUER;
import static org.microcred.verify.AssertionSite.assertNot;
import static org.microcred.verify.AssertionSite.assertVerified;
import static org.microcred.verify.AssertionSite.assertion;
import static org.microcred.verify.AssertionSite.hosted;
import static org.microcred.verify.AssertionSite.profile;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.AchievementCredential;
import org.microcred.model.IdentifierType;
import org.microcred.model.IdentityObject;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Open Badges 2.0, "Hosted Verification". */
class HostedAssertionTest {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:openbadges='http://openbadges.org'>%s</svg>";

  private final AssertionSite site = new AssertionSite();

  @Test
  void isVerifiedBecauseItsHostAnswersWithIt() {
    VerificationReport report = site.verify(site.host(hosted("")));
    assertVerified(report);
    assertThat(report.form()).isEqualTo("ob2");
    assertThat(report.check(Check.Id.KEY).outcome()).isEqualTo(Check.Outcome.SKIPPED);
    assertThat(report.check(Check.Id.STRUCTURE).reason()).contains("Open Badges 2.0");
    AchievementCredential badge =
        (AchievementCredential) ((VerificationReport.Verified) report).credential();
    assertThat(badge.issuer().id()).isEqualTo(ISSUER);
    assertThat(badge.subject().achievement().name()).isEqualTo("Python 101");
    assertThat(badge.origin()).hasSize(3);
    assertThat(report.fetched()).hasSize(3);
  }

  @Test
  void countsInWhicheverOrderItsMembersAre() {
    JsonObject assertion = hosted("");
    site.host(assertion);
    JsonString id = new JsonString(ASSERTION);
    assertVerified(site.verify(assertion.without("id").with("id", id)));
  }

  @Test
  void isOpenWhileTheDoorIsShut() {
    for (DocumentLoader loader : List.of(DocumentLoader.none(), AssertionSite.broken())) {
      VerificationReport report =
          site.verifier().documents(loader).build().verify(Json.write(hosted("")));
      assertNot(report, Check.Id.PROOF, Check.Outcome.UNDETERMINED, "ob2.unavailable");
      assertThat(report.check(Check.Id.TRUST).cause()).contains(Check.Cause.BLOCKED);
    }
  }

  @Nested
  class Attacks {
    @Test
    void aChangedCopyIsRejected() {
      JsonObject assertion = site.host(hosted(""));
      for (JsonObject changed :
          List.of(
              hosted(", 'narrative': 'with distinction'"),
              assertion.with("issuedOn", new JsonString("2025-01-01T00:00:00Z")),
              hosted(", 'expires': '2030-01-01T00:00:00Z'"))) {
        assertNot(site.verify(changed), Check.Id.PROOF, Check.Outcome.FAILED, "ob2.not-hosted");
      }
    }

    @Test
    void aChangedByteIsNeverVerified() {
      byte[] wire = Json.writeBytes(site.host(hosted(", 'narrative': 'Wrote a program'")));
      assertVerified(site.verify(SecuredCredential.of(wire)));
      Random random = new Random(20);
      for (int i = 0; i < 300; i++) {
        byte[] changed = wire.clone();
        int place = random.nextInt(wire.length);
        changed[place] = (byte) (changed[place] ^ (1 << random.nextInt(8)));
        assertThat(site.verify(SecuredCredential.of(changed)).outcome())
            .as("byte %d", place)
            .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
      }
    }

    @Test
    void anIdThatIsElsewhereIsRejected() {
      JsonObject assertion = hosted("");
      site.put("https://uni.example/assertions/2", Json.write(assertion));
      assertNot(
          site.verify(assertion.with("id", new JsonString("https://uni.example/assertions/2"))),
          Check.Id.PROOF,
          Check.Outcome.FAILED,
          "ob2.not-hosted");
      assertNot(
          site.verify(assertion("urn:uuid:1", "hosted", "")),
          Check.Id.PROOF,
          Check.Outcome.FAILED,
          "ob2.not-hosted");
    }

    @Test
    void aBadgeHostedBySomebodyElseIsRejected() {
      JsonObject forged = site.host(assertion("https://evil.example/1", "hosted", ""));
      assertNot(site.verify(forged), Check.Id.ISSUER, Check.Outcome.FAILED, "issuer.out-of-scope");
    }

    @Test
    void aProfileInsideTheAssertionDoesNotSpeakForTheIssuer() {
      String badge =
          "{'type': 'BadgeClass', 'id': 'urn:uuid:2', 'name': 'n', 'description': 'd',"
              + " 'image': 'https://uni.example/i.png', 'criteria': {'narrative': 'c'},"
              + " 'issuer': {'type': 'Issuer', 'id': '%s', 'name': 'n', 'url': 'https://a.example',"
              + " 'email': 'a@b.example', 'verification': {'type': 'VerificationObject',"
              + " 'allowedOrigins': 'evil.example'}}}";
      JsonObject forged = assertion("https://evil.example/1", "hosted", "");
      JsonObject named =
          site.host(forged.with("badge", AssertionSite.json(badge.formatted(ISSUER))));
      VerificationReport report = site.verify(named);
      assertNot(report, Check.Id.ISSUER, Check.Outcome.FAILED, "issuer.out-of-scope");
      assertThat(report.check(Check.Id.STRUCTURE).warnings())
          .extracting(Problem::code)
          .contains("ob2.embedded-differs");

      JsonObject unnamed =
          site.host(forged.with("badge", AssertionSite.json(badge.formatted("did:web:uni"))));
      assertNot(
          site.verify(unnamed), Check.Id.STRUCTURE, Check.Outcome.UNDETERMINED, "ob2.unavailable");
    }

    @Test
    void aProfileThatIsAnothersIsRejected() {
      site.put(ISSUER, profile("").replace(ISSUER, "https://other.example/issuer"));
      assertNot(
          site.verify(site.host(hosted(""))),
          Check.Id.STRUCTURE,
          Check.Outcome.FAILED,
          "ob2.reference-mismatch");
    }

    @Test
    void withoutProfileOrBadgeClassItIsOpen() {
      JsonObject assertion = site.host(hosted(""));
      for (String url : List.of(ISSUER, BADGE)) {
        byte[] before = site.web.remove(URI.create(url));
        VerificationReport report = site.verify(assertion);
        assertNot(report, Check.Id.STRUCTURE, Check.Outcome.UNDETERMINED, "ob2.unavailable");
        assertThat(report.explain()).contains(url);
        site.put(url, "<html>");
        assertNot(
            site.verify(assertion),
            Check.Id.STRUCTURE,
            Check.Outcome.UNDETERMINED,
            "ob2.unavailable");
        site.web.put(URI.create(url), before);
      }
      site.put(BADGE, "{'@context': 'https://w3id.org/openbadges/v2', 'type': 'BadgeClass'}");
      assertNot(site.verify(assertion), Check.Id.STRUCTURE, Check.Outcome.FAILED, "model.required");
    }

    @Test
    void oneThatSaysToBeSignedIsNotHosted() {
      JsonObject assertion = site.host(assertion(ASSERTION, "signed", ""));
      assertNot(site.verify(assertion), Check.Id.PROOF, Check.Outcome.FAILED, "proof.missing");
      assertThat(site.verify(assertion).fetched()).isEmpty();
      assertNot(
          site.verify(site.host(assertion(ASSERTION, "ext:blockchain", ""))),
          Check.Id.PROOF,
          Check.Outcome.UNDETERMINED,
          "proof.unsupported");
    }

    @Test
    void anIssuerWhoIsNotTrustedIsRejected() {
      JsonObject assertion = site.host(hosted(""));
      VerificationReport report =
          CredentialVerifier.builder(TrustPolicy.issuers("https://other.example/issuer"))
              .clock(Badges.CLOCK)
              .documents(DocumentLoader.of(site.web))
              .build()
              .verify(Json.write(assertion));
      assertNot(report, Check.Id.TRUST, Check.Outcome.FAILED, "trust.not-accepted");
      assertThat(report.check(Check.Id.TRUST).problems().get(0).pointer())
          .hasToString("/badge/issuer");
    }
  }

  @Nested
  class Scope {
    @ParameterizedTest
    @CsvSource({
      "'allowedOrigins': 'badges.example', true",
      "'allowedOrigins': 'https://badges.example', true",
      "'allowedOrigins': ['x.example'; 'BADGES.example'], true",
      "'startsWith': 'https://badges.example/uni/', true",
      "'startsWith': 'https://badges.example', true",
      "'startsWith': ['https://x.example/'; 'https://badges.example/uni/a'], true",
      "'allowedOrigins': 'uni.example', false",
      "'allowedOrigins': 'badges.example:8443', false",
      "'allowedOrigins': 'http://badges.example', false",
      "'allowedOrigins': 'adges.example', false",
      "'startsWith': 'https://badges.exampl', false",
      "'startsWith': 'https://badges.example/other/', false",
      "'startsWith': 'https:', false",
      "'startsWith': 'https://badges.example/uni/'; 'allowedOrigins': 'uni.example', false"
    })
    void isWhatTheProfileSays(String policy, boolean inside) {
      site.put(
          ISSUER,
          profile(
              ", 'verification': {'type': 'VerificationObject', "
                  + policy.replace(';', ',')
                  + "}"));
      VerificationReport report =
          site.verify(site.host(assertion("https://badges.example/uni/a/1", "hosted", "")));
      if (inside) {
        assertVerified(report);
      } else {
        assertNot(report, Check.Id.ISSUER, Check.Outcome.FAILED, "issuer.out-of-scope");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://badges.example/uni/../evil/1",
          "https://badges.example/uni/%2e%2E/evil/1",
          "https://badges.example/uni/..%2fevil/1",
          "https://badges.example/uni%2F..%5cevil/1",
          "https://badges.example/uni/%252e%252e/evil/1",
          "https://badges.example/uni/..;x=y/evil/1",
          "https://badges.example.evil.example/uni/1",
          "https://user@badges.example/uni/1",
          "https://badges.example:8443/uni/1",
          "http://badges.example/uni/1"
        })
    void isNotLeftByOddSpellings(String id) {
      site.put(
          ISSUER,
          profile(
              ", 'verification': {'type': 'VerificationObject',"
                  + " 'startsWith': 'https://badges.example/uni/'}"));
      assertNot(
          site.verify(site.host(assertion(id, "hosted", ""))),
          Check.Id.ISSUER,
          Check.Outcome.FAILED,
          "issuer.out-of-scope");
    }

    @Test
    void ofAnotherPropertyIsNotJudged() {
      site.put(
          ISSUER,
          profile(
              ", 'verification': {'type': 'VerificationObject',"
                  + " 'verificationProperty': 'ext:place', 'startsWith': 'https://uni.example/'}"));
      assertNot(
          site.verify(site.host(hosted(""))),
          Check.Id.ISSUER,
          Check.Outcome.UNDETERMINED,
          "ob2.unsupported");
    }
  }

  @Nested
  class Claims {
    @Test
    void expiry() {
      assertNot(
          site.verify(site.host(hosted(", 'expires': '2026-05-01T00:00:00Z'"))),
          Check.Id.VALIDITY,
          Check.Outcome.FAILED,
          "validity.expired");
      VerificationReport report =
          site.verify(
              site.host(hosted("").with("issuedOn", new JsonString("2026-07-01T00:00:00Z"))));
      assertNot(report, Check.Id.VALIDITY, Check.Outcome.FAILED, "validity.not-yet");
      assertThat(report.check(Check.Id.VALIDITY).problems().get(0).pointer())
          .hasToString("/issuedOn");
    }

    @Test
    void theHostRevokesByItsAnswer() {
      JsonObject assertion = site.host(hosted(""));
      site.gone.add(URI.create(ASSERTION));
      assertNot(site.verify(assertion), Check.Id.STATUS, Check.Outcome.FAILED, "status.revoked");

      site.gone.clear();
      site.put(
          ASSERTION,
          "{'@context': 'https://w3id.org/openbadges/v2', 'type': 'Assertion', 'id': '"
              + ASSERTION
              + "', 'revoked': true, 'revocationReason': 'No exam'}");
      VerificationReport report = site.verify(assertion);
      assertNot(report, Check.Id.STATUS, Check.Outcome.FAILED, "status.revoked");
      assertThat(report.explain()).contains("No exam");
    }

    @Test
    void oneThatSaysItselfThatItIsRevoked() {
      assertNot(
          site.verify(site.host(hosted(", 'revoked': true"))),
          Check.Id.STATUS,
          Check.Outcome.FAILED,
          "status.revoked");
    }

    @Test
    void theRecipient() {
      Recipient right = recipient("learner@mail.example");
      Recipient wrong = recipient("other@mail.example");
      IdentityObject hashed =
          IdentityObject.hashed(IdentifierType.EMAIL_ADDRESS, "learner@mail.example", "salt");
      JsonObject secret =
          hosted("")
              .with(
                  "recipient",
                  AssertionSite.json(
                      "{'type': 'email', 'hashed': true, 'salt': 'salt', 'identity': '"
                          + hashed.identityHash()
                          + "'}"));
      for (JsonObject assertion : List.of(hosted(""), secret)) {
        SecuredCredential wire = SecuredCredential.of(Json.write(site.host(assertion)));
        CredentialVerifier verifier = site.verifier().build();
        assertVerified(verifier.verify(wire, right));
        VerificationReport report = verifier.verify(wire, wrong);
        assertNot(report, Check.Id.RECIPIENT, Check.Outcome.FAILED, "recipient.mismatch");
        assertThat(report.explain()).doesNotContain("mail.example");
      }
    }

    @Test
    void endorsementsAreNotTakenForChecked() {
      VerificationReport report =
          site.verify(site.host(hosted(", 'endorsement': 'https://other.example/endorsement'")));
      assertVerified(report);
      assertThat(report.check(Check.Id.EMBEDDED).warnings())
          .extracting(Problem::code)
          .containsExactly("ob2.endorsement-not-checked");
    }

    private Recipient recipient(String email) {
      return new Recipient(
          Set.of(), List.of(new Recipient.Identifier(IdentifierType.EMAIL_ADDRESS.value(), email)));
    }
  }

  @Nested
  class Baked {
    @Test
    void asJson() throws Exception {
      SecuredCredential wire = SecuredCredential.of(Json.write(site.host(hosted(""))));
      byte[] picture = SVG.formatted("").getBytes(StandardCharsets.UTF_8);
      byte[] baked = BadgeImage.read(picture).bake(wire).toBytes();
      VerificationReport report = site.verify(SecuredCredential.of(baked));
      assertVerified(report);
      assertThat(report.form()).isEqualTo("svg+ob2");
    }

    @Test
    void asUrlAlone() {
      site.host(hosted(""));
      VerificationReport report = baked(ASSERTION);
      assertVerified(report);
      assertThat(report.form()).isEqualTo("svg+ob2+url");
      assertThat(report.credentialId()).contains(ASSERTION);
    }

    @Test
    void asUrlOfNothing() {
      assertNot(baked(ASSERTION), Check.Id.PROOF, Check.Outcome.UNDETERMINED, "ob2.unavailable");
      site.put("https://uni.example/x", Json.write(hosted("")));
      assertNot(
          baked("https://uni.example/x"), Check.Id.PROOF, Check.Outcome.FAILED, "ob2.not-hosted");
      site.host(assertion(ASSERTION, "signed", ""));
      assertNot(baked(ASSERTION), Check.Id.PROOF, Check.Outcome.FAILED, "proof.missing");
      site.put(ASSERTION, "{'id': '" + ASSERTION + "'}");
      assertNot(baked(ASSERTION), Check.Id.STRUCTURE, Check.Outcome.FAILED, "model.required");
      site.gone.add(URI.create(ASSERTION));
      assertNot(baked(ASSERTION), Check.Id.STATUS, Check.Outcome.FAILED, "status.revoked");
    }

    private VerificationReport baked(String url) {
      return site.verify(
          SecuredCredential.of(SVG.formatted("<openbadges:assertion verify='" + url + "'/>")));
    }
  }
}
