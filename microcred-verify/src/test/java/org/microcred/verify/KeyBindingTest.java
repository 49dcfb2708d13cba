package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.Holders.OPEN;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertOutcome;
import static org.microcred.verify.Holders.assertVerified;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SdJwt;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;

/** An SD-JWT whose holder signed is the presentation of one credential. */
class KeyBindingTest {
  private final Holders holders = new Holders();

  private SdJwt bound(ProofFormat format) throws Exception {
    CredentialSigner signer =
        CredentialSigner.of(holders.uni.key, format).withHolderKey(holders.pair.publicKey());
    SecuredCredential wire =
        format == ProofFormat.DC_SD_JWT
            ? signer.sign(
                JsonObject.builder()
                    .put("iss", holders.uni.key.controller())
                    .put("vct", "urn:example:badge")
                    .build())
            : signer.sign(holders.badge("did:example:someone").build());
    return SdJwt.parse(wire, Limits.defaults());
  }

  private SecuredPresentation shown(ProofFormat format) throws Exception {
    return SecuredPresentation.of(
        bound(format)
            .withKeyBinding(holders.key, Holders.DOMAIN, Holders.CHALLENGE, Badges.NOW)
            .toSecuredCredential()
            .toBytes());
  }

  @Test
  void presentsOneCredential() throws Exception {
    PresentationReport report = holders.verify(shown(ProofFormat.VC_SD_JWT));
    assertVerified(report);
    assertThat(report.form()).isEqualTo("kb+jwt+EdDSA");
    assertThat(((PresentationReport.Verified) report).holder()).isEmpty();
    assertThat(((PresentationReport.Verified) report).credentials()).hasSize(1);
    assertThat(report.embedded().get(0).report().check(Check.Id.PROOF).warnings()).isEmpty();
    assertVerified(holders.verify(shown(ProofFormat.DC_SD_JWT)));
  }

  @Test
  void isForThisRequestAndThisTime() throws Exception {
    SecuredPresentation shown = shown(ProofFormat.VC_SD_JWT);
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
    CredentialVerifier later =
        holders
            .uni
            .verifier()
            .clock(Clock.fixed(Badges.NOW.plusSeconds(301), ZoneOffset.UTC))
            .build();
    assertAnswer(
        later.verifyPresentation(shown, Holders.REQUEST),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "key-binding.stale");
    assertVerified(
        later.verifyPresentation(shown, Holders.REQUEST.keyBindingWithin(Duration.ofMinutes(6))));
    assertVerified(later.verifyPresentation(shown, OPEN));
  }

  @Test
  void mustBeThere() throws Exception {
    SecuredPresentation unbound =
        SecuredPresentation.of(bound(ProofFormat.VC_SD_JWT).toSecuredCredential().toBytes());
    assertAnswer(
        holders.verify(unbound), Check.Id.PROOF, Check.Outcome.FAILED, "key-binding.missing");
    assertVerified(
        holders.verify(unbound, OPEN.allowUnsignedPresentation().withoutHolderBinding()));
  }

  @Test
  void coversWhatIsShown() throws Exception {
    String[] parts = shown(ProofFormat.VC_SD_JWT).toText().orElseThrow().split("~");
    String other = bound(ProofFormat.VC_SD_JWT).toSecuredCredential().toText().orElseThrow();
    PresentationReport report =
        holders.verify(SecuredPresentation.of(other + parts[parts.length - 1]));
    assertAnswer(report, Check.Id.PROOF, Check.Outcome.FAILED, "key-binding.sd-hash");
  }

  @Test
  void isWorthNothingWhenTheIssuerDidNotNameTheKey() throws Exception {
    SecuredCredential bound =
        Holders.sign(
            CredentialSigner.of(holders.uni.key, ProofFormat.VC_SD_JWT)
                .withHolderKey(holders.pair.publicKey()),
            holders.badge("did:example:someone"));
    byte[] forged = bound.toBytes();
    int signature = forged.length - 20;
    forged[signature] = (byte) (forged[signature] == 'A' ? 'B' : 'A');
    SdJwt token = SdJwt.parse(SecuredCredential.of(forged), Limits.defaults());
    SecuredPresentation shown =
        SecuredPresentation.of(
            token
                .withKeyBinding(holders.key, Holders.DOMAIN, Holders.CHALLENGE, Badges.NOW)
                .toSecuredCredential()
                .toBytes());
    assertAnswer(holders.verify(shown), Check.Id.EMBEDDED, Check.Outcome.FAILED, "embedded.failed");
  }

  @Test
  void anUnboundCredentialCannotBeBoundAfterwards() throws Exception {
    String plain = holders.mine(ProofFormat.VC_SD_JWT).toText().orElseThrow();
    String kb = shown(ProofFormat.VC_SD_JWT).toText().orElseThrow().replaceFirst(".*~", "");
    PresentationReport report = holders.verify(SecuredPresentation.of(plain + kb));
    assertOutcome(report, VerificationReport.Outcome.REJECTED);
  }
}
