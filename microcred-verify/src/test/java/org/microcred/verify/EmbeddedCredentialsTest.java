package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Credentials inside credentials: endorsements, and the contents of a learner record. */
class EmbeddedCredentialsTest {
  private final Badges uni = new Badges();

  private VerificationReport verify(SecuredCredential credential) {
    return uni.verifier().build().verify(credential);
  }

  private SecuredCredential sign(JsonObject credential) {
    try {
      return uni.signer.sign(credential);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private JsonObject badge() {
    return uni.badge().build().json();
  }

  private static void assertAnswer(
      VerificationReport report, Check.Id id, Check.Outcome outcome, String code) {
    assertThat(report.check(id).outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(report.check(id).problems()).extracting(Problem::code).contains(code);
  }

  @Test
  void areVerifiedByTheSamePipeline() {
    VerificationReport report =
        verify(sign(badge().with("endorsement", JsonArray.of(endorsement()))));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(report.embedded()).hasSize(1);
    assertThat(report.embedded().get(0).report().checks()).hasSize(Check.Id.values().length);
  }

  @Test
  void spoilTheWholeWhenTheyDoNotHold() {
    JsonObject broken = endorsement().with("name", new JsonString("Changed"));
    VerificationReport report = verify(sign(badge().with("endorsement", JsonArray.of(broken))));
    assertAnswer(report, Check.Id.EMBEDDED, Check.Outcome.FAILED, "embedded.failed");
  }

  @Test
  void areLookedAtWithinLimits() {
    JsonObject nested = badge();
    for (int i = 0; i < 6; i++) {
      nested =
          Badges.json(
              sign(badge().with("endorsement", JsonArray.of(i == 0 ? endorsement() : nested))));
    }
    assertThat(uni.verifier().build().verify(Json.write(nested)).outcome())
        .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  @Test
  void areVerifiedInJwtFormToo() throws Exception {
    SecuredCredential token =
        CredentialSigner.of(uni.key, ProofFormat.VC_JWT).sign(endorsement().without("proof"));
    String text = token.toText().orElseThrow();
    for (String jwt : List.of(text, text.substring(0, text.length() - 8) + "AAAAAAAA", "junk")) {
      VerificationReport report =
          verify(token(badge().with("endorsementJwt", JsonArray.ofStrings(List.of(jwt)))));
      assertThat(report.outcome())
          .as(report.explain())
          .isEqualTo(
              jwt.equals(text)
                  ? VerificationReport.Outcome.VERIFIED
                  : VerificationReport.Outcome.REJECTED);
    }
  }

  @Test
  void standUnderTheProofOfARecordThatHoldsThem() {
    VerificationReport report = verify(record(badge()));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(report.check(Check.Id.EMBEDDED).warnings())
        .extracting(Problem::code)
        .contains("embedded.asserted");
    assertThat(report.embedded().get(0).report().outcome())
        .isEqualTo(VerificationReport.Outcome.UNDETERMINED);
  }

  @Test
  void spoilTheWholeHoweverDeepTheyStand() {
    JsonObject broken = endorsement().with("name", new JsonString("Changed"));
    for (JsonObject child :
        List.of(
            badge().with("endorsement", JsonArray.of(broken)),
            Badges.json(sign(badge().with("endorsement", JsonArray.of(broken)))))) {
      assertAnswer(
          verify(record(child)), Check.Id.EMBEDDED, Check.Outcome.FAILED, "embedded.failed");
    }
  }

  @Test
  void areAboutThePersonWhomTheRecordIsAbout() {
    JsonObject subject = badge().object("credentialSubject").orElseThrow();
    JsonObject foreign =
        badge().with("credentialSubject", subject.with("id", new JsonString("did:example:else")));
    for (JsonObject child : List.of(foreign, Badges.json(sign(foreign)))) {
      VerificationReport report =
          uni.verifier().build().verify(record(child), Recipient.of(Badges.LEARNER));
      assertAnswer(report, Check.Id.EMBEDDED, Check.Outcome.FAILED, "embedded.failed");
    }
  }

  /** A vc+jwt by hand: the context of this version does not define endorsementJwt yet. */
  private SecuredCredential token(JsonObject claims) throws IOException {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String header =
        "{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"kid\":\"" + uni.key.verificationMethod() + "\"}";
    String input =
        base64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString(Json.writeBytes(claims));
    byte[] signature = uni.key.sign(input.getBytes(StandardCharsets.US_ASCII));
    return SecuredCredential.of(input + "." + base64.encodeToString(signature));
  }

  /** A comprehensive learner record around one credential. */
  private SecuredCredential record(JsonObject child) {
    return sign(
        JsonObject.builder()
            .put(
                "@context",
                JsonArray.ofStrings(
                    List.of(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")))
            .put("id", "urn:uuid:0b9b6aa0-9fd9-4d32-9d8e-2b4d3f6f0002")
            .put("type", JsonArray.ofStrings(List.of("VerifiableCredential", "ClrCredential")))
            .put("name", "Record")
            .put("issuer", badge().get("issuer").orElseThrow())
            .put("validFrom", "2026-01-01T00:00:00Z")
            .put(
                "credentialSubject",
                JsonObject.builder()
                    .put("id", Badges.LEARNER)
                    .put("type", JsonArray.ofStrings(List.of("ClrSubject")))
                    .put("verifiableCredential", JsonArray.of(child))
                    .build())
            .build());
  }

  private JsonObject endorsement() {
    JsonObject claims =
        JsonObject.builder()
            .put("@context", badge().get("@context").orElseThrow())
            .put("id", "urn:uuid:0b9b6aa0-9fd9-4d32-9d8e-2b4d3f6f0001")
            .put(
                "type",
                JsonArray.ofStrings(List.of("VerifiableCredential", "EndorsementCredential")))
            .put("name", "Endorsed")
            .put("issuer", badge().get("issuer").orElseThrow())
            .put("validFrom", "2026-01-01T00:00:00Z")
            .put(
                "credentialSubject",
                JsonObject.builder()
                    .put("id", "https://uni.example/python-101")
                    .put("type", "EndorsementSubject")
                    .put("endorsementComment", "Well made.")
                    .build())
            .build();
    return Badges.json(sign(claims));
  }

  @Test
  void decideWithAllTheirChecksWhenTheCallerWantsThat() {
    SecuredCredential expired =
        uni.sign(uni.badge().validUntil(Instant.parse("2026-02-01T00:00:00Z")));
    for (JsonObject child :
        List.of(
            Badges.json(expired),
            badge().with("validUntil", new JsonString("2026-02-01T00:00:00Z")))) {
      SecuredCredential record = record(child);
      VerificationReport usual = uni.verifier().build().verify(record);
      assertThat(usual.outcome())
          .as(usual.explain())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
      CredentialVerifier.Builder strict = uni.verifier().embedded(EmbeddedChecks.ALL);
      assertAnswer(
          strict.build().verify(record),
          Check.Id.EMBEDDED,
          Check.Outcome.FAILED,
          "embedded.failed");
      assertThat(strict.advisory(Check.Id.VALIDITY).build().verify(record).outcome())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  @Test
  void holdWithAllTheirChecksWhenNothingIsWrong() {
    VerificationReport report =
        uni.verifier()
            .embedded(EmbeddedChecks.ALL)
            .build()
            .verify(record(Badges.json(sign(badge()))));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
  }
}
