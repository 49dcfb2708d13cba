package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.verify.Holders.OPEN;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertVerified;
import static org.microcred.verify.Holders.json;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.crypto.PresentationSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.Signer;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** A presentation answers one request of one verifier. */
class PresentationReplayTest {
  private final Holders holders = new Holders();

  @ParameterizedTest
  @MethodSource("org.microcred.verify.Holders#formats")
  void isRefusedInEveryForm(ProofFormat format) throws Exception {
    Signer key = holders.keyFor(format);
    SecuredPresentation shown =
        PresentationSigner.of(key, format)
            .withClock(Badges.CLOCK)
            .sign(
                List.of(Holders.sign(holders.uni.signer, holders.badge(key.controller()))),
                Holders.CHALLENGE,
                Holders.DOMAIN);
    assertAnswer(
        holders.verify(shown, PresentationRequest.of("another", Holders.DOMAIN)),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.challenge");
    assertAnswer(
        holders.verify(shown, PresentationRequest.of(Holders.CHALLENGE, "https://evil.example")),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.domain");
    assertVerified(holders.verify(shown, OPEN));
  }

  @Test
  void isNotRuledOutByAProofThatSaysNothing() throws Exception {
    // The proof of a credential has neither, and no presentation is made without them here.
    JsonObject shown = json(holders.present(holders.mine()));
    JsonObject proof = shown.object("proof").orElseThrow();
    PresentationReport report =
        holders.verify(
            SecuredPresentation.of(
                Json.write(shown.with("proof", proof.without("challenge").without("domain")))));
    assertAnswer(
        report,
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.challenge",
        "proof.domain",
        "proof.signature");
    assertThat(report.explain()).contains("does not repeat").contains("does not say for whom");
  }

  @Test
  void aDomainIsComparedAsASet() throws Exception {
    JsonObject shown = json(holders.present(holders.mine()));
    JsonObject proof = shown.object("proof").orElseThrow();
    JsonArray two = JsonArray.ofStrings(List.of(Holders.DOMAIN, "https://evil.example"));
    assertAnswer(
        holders.verify(
            SecuredPresentation.of(Json.write(shown.with("proof", proof.with("domain", two))))),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.domain",
        "proof.signature");
  }

  @Test
  void challengeAndDomainAreTexts() throws Exception {
    JsonObject shown = json(holders.present(holders.mine()));
    JsonObject proof = shown.object("proof").orElseThrow();
    for (String member : List.of("challenge", "domain")) {
      for (JsonValue wrong :
          List.of(JsonObject.EMPTY, JsonArray.of(JsonObject.EMPTY), JsonArray.of())) {
        assertAnswer(
            holders.verify(
                SecuredPresentation.of(Json.write(shown.with("proof", proof.with(member, wrong)))),
                OPEN),
            Check.Id.PROOF,
            Check.Outcome.FAILED,
            "proof.malformed");
      }
    }
  }

  @Test
  void aRequestSaysWhatItAsksFor() {
    assertThatThrownBy(() -> PresentationRequest.of("", "d"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("challenge");
    assertThatThrownBy(() -> PresentationRequest.of("c", " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("domain");
    assertThatThrownBy(() -> Holders.REQUEST.keyBindingWithin(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
