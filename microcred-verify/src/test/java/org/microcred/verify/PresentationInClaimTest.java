package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertVerified;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.Secured;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.Signer;
import org.microcred.model.DataModel;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** VC 1.1 §6.3.1: a JWT with a presentation in its claim {@code vp}. */
class PresentationInClaimTest {
  private final Holders holders = new Holders();
  private JsonObject claims = JsonObject.EMPTY;

  @BeforeEach
  void holderShowsABadge() throws Exception {
    String badge =
        CredentialSigner.of(holders.uni.key, ProofFormat.OB_JWT_VC_1_1)
            .sign(holders.badge(holders.key.controller()).dataModel(DataModel.VC_1_1).build())
            .toText()
            .orElseThrow();
    JsonObject vp =
        JsonObject.builder()
            .put("@context", JsonArray.of(new JsonString("https://www.w3.org/2018/credentials/v1")))
            .put("type", JsonArray.of(new JsonString(Presentation.TYPE_NAME)))
            .put("verifiableCredential", JsonArray.of(new JsonString(badge)))
            .build();
    claims =
        JsonObject.builder()
            .put("iss", holders.key.controller())
            .put("jti", "urn:uuid:0b9b6aa0-9fd9-4d32-9d8e-2b4d3f6f0009")
            .put("aud", Holders.DOMAIN)
            .put("nonce", Holders.CHALLENGE)
            .put("vp", vp)
            .build();
  }

  private SecuredPresentation token(String typ, JsonObject payload, Signer signer) {
    String header = "{'alg':'EdDSA'," + typ + "'kid':'" + signer.verificationMethod() + "'}";
    return SecuredPresentation.of(Tokens.token(header, payload, signer).toBytes());
  }

  private PresentationReport verify(JsonObject payload) {
    return holders.verify(token("'typ':'JWT',", payload, holders.key));
  }

  private JsonObject withVp(String member, JsonValue value) {
    return claims.with("vp", claims.object("vp").orElseThrow().with(member, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'typ':'JWT',", ""})
  void isVerifiedWithTheCredentialsInIt(String typ) {
    SecuredPresentation token = token(typ, claims, holders.key);
    PresentationReport report = holders.verify(token);
    assertVerified(report);
    assertThat(report.form()).isEqualTo("jwt+EdDSA");
    PresentationReport.Verified shown = (PresentationReport.Verified) report;
    assertThat(shown.holder()).contains(holders.key.controller());
    assertThat(shown.credentials()).hasSize(1);
    assertThat(Secured.sniff(token.toBytes(), Limits.defaults())).isEqualTo(token);
  }

  @Test
  void holdsCredentialsWithEmbeddedProofsToo() throws Exception {
    JsonObject badge =
        Badges.json(
            holders.uni.signer.sign(
                holders.badge(holders.key.controller()).dataModel(DataModel.VC_1_1).build()));
    assertVerified(verify(withVp("verifiableCredential", JsonArray.of(badge))));
  }

  @Test
  void isForThisRequest() {
    assertAnswer(
        verify(claims.without("nonce")), Check.Id.PROOF, Check.Outcome.FAILED, "proof.challenge");
    assertAnswer(
        verify(claims.without("aud")), Check.Id.PROOF, Check.Outcome.FAILED, "proof.domain");
    assertAnswer(
        verify(claims.with("aud", new JsonString("https://evil.example"))),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.domain");
  }

  @Test
  void isByTheHolder() {
    assertAnswer(
        verify(withVp("holder", new JsonString("did:example:other"))),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "jwt.claim-mismatch");
    assertAnswer(
        holders.verify(token("'typ':'JWT',", claims, holders.uni.key)),
        Check.Id.ISSUER,
        Check.Outcome.FAILED,
        "holder.mismatch");
  }

  @Test
  void standsInNoTokenOfTheOtherKind() {
    for (String typ : List.of("vp+jwt", "vp+sd-jwt", "vc+jwt", "at+jwt")) {
      PresentationReport report =
          holders.verify(token("'typ':'" + typ + "',", claims, holders.key));
      assertThat(report.outcome())
          .as(report.explain())
          .isEqualTo(VerificationReport.Outcome.REJECTED);
      assertThat(report.check(Check.Id.PROOF).problems())
          .extracting(Problem::code)
          .contains("jwt.vp-claim");
    }
  }

  @Test
  void standsAlone() {
    JsonObject vp = claims.object("vp").orElseThrow();
    assertAnswer(
        verify(claims.with("vc", vp)), Check.Id.PROOF, Check.Outcome.FAILED, "jwt.vc-claim");
    assertAnswer(
        verify(claims.with("@context", vp.get("@context").orElseThrow())),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "jwt.profile");
    JsonValue newer = JsonArray.of(new JsonString("https://www.w3.org/ns/credentials/v2"));
    assertThat(verify(withVp("@context", newer)).check(Check.Id.PROOF).problems())
        .extracting(Problem::code)
        .containsExactly("jwt.profile");
    assertThat(verify(claims.with("vp", new JsonString("x"))).outcome())
        .isEqualTo(VerificationReport.Outcome.REJECTED);
  }

  @Test
  void isNoCredential() {
    VerificationReport report =
        holders.uni.verifier().build().verify(token("'typ':'JWT',", claims, holders.key).toBytes());
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
  }
}
