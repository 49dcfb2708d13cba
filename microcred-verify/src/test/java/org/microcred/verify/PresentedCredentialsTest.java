package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.Holders.OPEN;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertOutcome;
import static org.microcred.verify.Holders.assertVerified;
import static org.microcred.verify.Holders.json;
import static org.microcred.verify.Holders.unsigned;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** What stands in a presentation. */
class PresentedCredentialsTest {
  private final Holders holders = new Holders();

  @Test
  void spoilsTheWholeWhenItDoesNotHold() {
    String changed = holders.mine().toText().orElseThrow().replace("Python 101", "Python 999");
    PresentationReport report =
        holders.verify(holders.present(holders.mine(), SecuredCredential.of(changed)));
    assertAnswer(report, Check.Id.EMBEDDED, Check.Outcome.FAILED, "embedded.failed");
    assertThat(report.check(Check.Id.EMBEDDED).problems().get(0).detail()).contains("proof");
    assertThat(report.embedded()).hasSize(2);
    assertVerified(report.embedded().get(0).report());
  }

  @Test
  void countsWithAllItsRequiredChecks() {
    SecuredCredential expired =
        Holders.sign(
            holders.uni.signer,
            holders
                .badge(holders.key.controller())
                .validUntil(Instant.parse("2026-02-01T00:00:00Z")));
    assertAnswer(
        holders.verify(holders.present(expired)),
        Check.Id.EMBEDDED,
        Check.Outcome.FAILED,
        "embedded.failed");
    assertVerified(
        holders
            .uni
            .verifier()
            .advisory(Check.Id.VALIDITY)
            .build()
            .verifyPresentation(holders.present(expired), Holders.REQUEST));
    assertAnswer(
        CredentialVerifier.builder(TrustPolicy.issuers("did:example:other"))
            .clock(Badges.CLOCK)
            .build()
            .verifyPresentation(holders.present(holders.mine()), Holders.REQUEST),
        Check.Id.EMBEDDED,
        Check.Outcome.FAILED,
        "embedded.failed");
  }

  @Test
  void mayBeWhatTheHolderSaysOfThemselves() throws Exception {
    JsonObject own = ownBadge(holders.key.controller());
    Presentation presentation =
        Presentation.parse(
            Json.write(
                Presentation.builder()
                    .holder(holders.key.controller())
                    .build()
                    .json()
                    .with("verifiableCredential", JsonArray.of(own))));
    PresentationReport report =
        holders.verify(
            holders
                .signer(ProofFormat.EDDSA_RDFC_2022)
                .sign(presentation, Holders.CHALLENGE, Holders.DOMAIN));
    assertThat(report.check(Check.Id.EMBEDDED).warnings())
        .as(report.explain())
        .extracting(Problem::code)
        .containsExactly("embedded.asserted");
    assertAnswer(report, Check.Id.EMBEDDED, Check.Outcome.FAILED, "embedded.failed");
    PresentationReport trusting =
        CredentialVerifier.builder(TrustPolicy.anyone())
            .clock(Badges.CLOCK)
            .build()
            .verifyPresentation(
                holders
                    .signer(ProofFormat.EDDSA_RDFC_2022)
                    .sign(presentation, Holders.CHALLENGE, Holders.DOMAIN),
                Holders.REQUEST);
    assertVerified(trusting);
    assertThat(((PresentationReport.Verified) trusting).credentials())
        .as("not verified by itself")
        .isEmpty();
    // The same without a signature, or of somebody else, is nobody's word.
    for (JsonObject json :
        List.of(
            presentation.json(),
            presentation
                .json()
                .with("verifiableCredential", JsonArray.of(ownBadge("did:example:other"))))) {
      PresentationReport nobody =
          CredentialVerifier.builder(TrustPolicy.anyone())
              .clock(Badges.CLOCK)
              .build()
              .verifyPresentation(
                  Json.write(json), OPEN.allowUnsignedPresentation().withoutHolderBinding());
      assertThat(nobody.check(Check.Id.EMBEDDED).problems())
          .as(nobody.explain())
          .extracting(Problem::code)
          .containsExactly("embedded.failed");
    }
  }

  private JsonObject ownBadge(String issuer) {
    JsonObject badge = holders.badge(holders.key.controller()).build().json();
    return badge.with(
        "issuer", badge.object("issuer").orElseThrow().with("id", new JsonString(issuer)));
  }

  @Test
  void mayBeNothing() throws Exception {
    PresentationReport report = holders.verify(holders.present());
    assertVerified(report);
    assertThat(report.check(Check.Id.EMBEDDED).warnings())
        .extracting(Problem::code)
        .containsExactly("vp.empty");
  }

  @Test
  void isBoundedInNumber() throws Exception {
    JsonValue badge = holders.mine().toPresented(Limits.defaults()).json();
    JsonObject many =
        Presentation.builder()
            .build()
            .json()
            .with("verifiableCredential", new JsonArray(Collections.nCopies(1001, badge)));
    CredentialVerifier few =
        holders
            .uni
            .verifier()
            .limits(Limits.defaults().toBuilder().embeddedCount(3).build())
            .build();
    PresentationReport report =
        few.verifyPresentation(
            Json.write(many), OPEN.allowUnsignedPresentation().withoutHolderBinding());
    assertThat(report.embedded()).hasSize(3);
    assertThat(report.check(Check.Id.EMBEDDED).problems())
        .extracting(Problem::code)
        .containsExactly("limit.embedded-count");
    assertThat(report.outcome()).isNotEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  @Test
  void isJudgedEachByItselfWhenOneIsNoCredential() throws Exception {
    JsonObject shown = json(unsigned(holders.mine()));
    for (String junk : List.of("7", "null", "[]", "{}", "\"a.b.c\"", "\"\"")) {
      JsonArray items =
          JsonArray.of(
              shown.list("verifiableCredential").get(0), Json.read(junk, Limits.defaults()));
      PresentationReport report =
          holders.verify(
              SecuredPresentation.of(Json.write(shown.with("verifiableCredential", items))),
              OPEN.allowUnsignedPresentation().withoutHolderBinding());
      assertOutcome(report, VerificationReport.Outcome.REJECTED);
      assertThat(report.embedded()).hasSize(2);
      assertVerified(report.embedded().get(0).report());
    }
  }
}
