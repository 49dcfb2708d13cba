package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SdJwt;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** SD-JWT and COSE_Sign1, from the signer to the verdict. */
class EnvelopesTest {
  private final Badges uni = new Badges();

  private VerificationReport verify(SecuredCredential wire) {
    return uni.verifier().build().verify(wire);
  }

  private static void assertOutcome(VerificationReport report, VerificationReport.Outcome outcome) {
    assertThat(report.outcome()).as(report.explain()).isEqualTo(outcome);
  }

  private static List<String> codes(VerificationReport report, Check.Id id) {
    return report.check(id).problems().stream().map(Problem::code).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_SD_JWT", "VC_COSE"})
  void signedIsVerifiedAndTamperedIsRejected(ProofFormat format) throws Exception {
    SecuredCredential wire = CredentialSigner.of(uni.key, format).sign(uni.badge().build());
    assertOutcome(verify(wire), VerificationReport.Outcome.VERIFIED);
    byte[] changed = wire.toBytes();
    changed[changed.length - 10] ^= 1;
    assertOutcome(verify(SecuredCredential.of(changed)), VerificationReport.Outcome.REJECTED);
  }

  @Test
  void aPresentationShowsLessAndIsVerified() throws Exception {
    JsonPointer credits = JsonPointer.parse("/credentialSubject/achievement/creditsAvailable");
    SecuredCredential wire =
        CredentialSigner.of(uni.key, ProofFormat.VC_SD_JWT)
            .withDisclosable(List.of(credits))
            .sign(uni.badge().build());
    SdJwt shown = SdJwt.parse(wire, Limits.defaults()).disclose(List.of());
    VerificationReport report = verify(shown.toSecuredCredential());
    assertOutcome(report, VerificationReport.Outcome.VERIFIED);
    assertThat(credits.in(((VerificationReport.Verified) report).credential().json())).isEmpty();
    assertThat(report.form()).isEqualTo("vc+sd-jwt+EdDSA");
  }

  @Test
  void aDisclosureThatTheIssuerDidNotSignIsRejected() throws Exception {
    String wire =
        CredentialSigner.of(uni.key, ProofFormat.VC_SD_JWT)
            .sign(uni.badge().build())
            .toText()
            .orElseThrow();
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("[\"salt\",\"name\",\"PhD\"]".getBytes(StandardCharsets.UTF_8));
    VerificationReport report = verify(SecuredCredential.of(wire + forged + "~"));
    assertOutcome(report, VerificationReport.Outcome.REJECTED);
    assertThat(codes(report, Check.Id.STRUCTURE)).containsExactly("sd-jwt.unreferenced");
  }

  @Test
  void envelopedCredentialsAreUnwrapped() throws Exception {
    SecuredCredential sdJwt =
        CredentialSigner.of(uni.key, ProofFormat.VC_SD_JWT).sign(uni.badge().build());
    SecuredCredential cose =
        CredentialSigner.of(uni.key, ProofFormat.VC_COSE).sign(uni.badge().build());
    String base64 = Base64.getEncoder().encodeToString(cose.toBytes());
    for (String id :
        List.of(
            "data:application/vc+sd-jwt," + sdJwt.toText().orElseThrow(),
            "data:application/vc+cose;base64," + base64)) {
      assertOutcome(verify(envelope(id)), VerificationReport.Outcome.VERIFIED);
    }
    for (String id :
        List.of(
            "data:application/vc+cose;base64,!" + base64,
            "data:application/vc+cose;base64," + base64.replaceAll("=*$", "") + "====")) {
      VerificationReport report = verify(envelope(id));
      assertOutcome(report, VerificationReport.Outcome.REJECTED);
      assertThat(codes(report, Check.Id.STRUCTURE)).containsExactly("envelope.id");
    }
  }

  private static SecuredCredential envelope(String id) {
    return SecuredCredential.of(
        JsonObject.builder()
            .put("@context", "https://www.w3.org/ns/credentials/v2")
            .put("id", id)
            .put("type", "EnvelopedVerifiableCredential")
            .build()
            .toString());
  }
}
