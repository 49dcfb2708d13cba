package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SelectiveDisclosure;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.Profile;
import org.microcred.model.json.JsonPointer;

/** What is derived from a base proof of ecdsa-sd-2023, from end to end. */
class SelectiveDisclosureTest {
  private static final JsonPointer CREDITS =
      JsonPointer.parse("/credentialSubject/achievement/creditsAvailable");
  private static final List<JsonPointer> WITHOUT_CREDITS =
      List.of("id", "type", "name", "description", "criteria").stream()
          .map(JsonPointer.parse("/credentialSubject/achievement")::child)
          .toList();

  private final CredentialSigner signer =
      CredentialSigner.of(
          Signer.didKey(KeyPairs.generate(SignatureAlgorithm.ES256)), ProofFormat.ECDSA_SD_2023);

  private SecuredCredential base() throws Exception {
    Achievement python =
        Achievement.builder("https://uni.example/python-101", "Python 101").credits(5).build();
    Profile issuer = Profile.of(signer.issuer(), "Example University");
    return signer.sign(
        AchievementCredential.builder(issuer, Badges.LEARNER, python)
            .validFrom(Badges.NOW)
            .build());
  }

  private VerificationReport verify(SecuredCredential wire) {
    return CredentialVerifier.builder(TrustPolicy.issuers(signer.issuer()))
        .clock(Badges.CLOCK)
        .build()
        .verify(wire);
  }

  @Test
  void partsThatTheHolderShowsAreVerified() throws Exception {
    VerificationReport report =
        verify(SelectiveDisclosure.derive(base(), WITHOUT_CREDITS, DocumentLoader.none()));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(report.form()).isEqualTo("json+ecdsa-sd-2023");
    Credential shown = ((VerificationReport.Verified) report).credential();
    assertThat(CREDITS.in(shown.json())).isEmpty();
  }

  @Test
  void aBaseProofAndAChangedPartAreRejected() throws Exception {
    assertThat(verify(base()).outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
    SecuredCredential shown =
        SelectiveDisclosure.derive(base(), WITHOUT_CREDITS, DocumentLoader.none());
    String forged = shown.toText().orElseThrow().replace("Python 101", "Python 202");
    VerificationReport report =
        verify(SecuredCredential.of(forged.getBytes(StandardCharsets.UTF_8)));
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
    assertThat(report.check(Check.Id.PROOF).problems())
        .extracting(Problem::code)
        .containsExactly("proof.signature");
  }

  @Test
  void whatAnAchievementMustSayIsMissed() throws Exception {
    VerificationReport report =
        verify(
            SelectiveDisclosure.derive(
                base(),
                List.of(JsonPointer.parse("/credentialSubject/achievement/name")),
                DocumentLoader.none()));
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
    assertThat(report.check(Check.Id.STRUCTURE).outcome()).isEqualTo(Check.Outcome.FAILED);
  }
}
