package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.Holders.OPEN;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertVerified;
import static org.microcred.verify.Holders.json;
import static org.microcred.verify.Holders.unsigned;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.PresentationSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** The signature of the holder. */
class PresentationProofTest {
  private final Holders holders = new Holders();

  @Test
  void thereMustBeOne() throws Exception {
    SecuredPresentation shown = unsigned(holders.mine());
    assertAnswer(holders.verify(shown), Check.Id.PROOF, Check.Outcome.FAILED, "proof.missing");
    assertAnswer(
        holders.verify(shown, OPEN), Check.Id.PROOF, Check.Outcome.FAILED, "proof.missing");
  }

  @Test
  void mayBeMissingWhenTheCallerSaysSo() throws Exception {
    PresentationRequest lenient = OPEN.allowUnsignedPresentation();
    PresentationReport report =
        holders.verify(unsigned(holders.mine()), lenient.withoutHolderBinding());
    assertVerified(report);
    assertThat(report.check(Check.Id.PROOF).cause()).contains(Check.Cause.NOT_APPLICABLE);
    assertThat(report.check(Check.Id.PROOF).warnings())
        .extracting(Problem::code)
        .containsExactly("vp.unsigned");
    assertThat(((PresentationReport.Verified) report).holder()).isEmpty();
    assertAnswer(
        holders.verify(unsigned(holders.mine()), lenient),
        Check.Id.RECIPIENT,
        Check.Outcome.UNDETERMINED,
        "holder.unproved");
    // What is there is verified all the same.
    assertAnswer(
        holders.verify(
            holders.present(holders.mine()),
            PresentationRequest.of("another", Holders.DOMAIN).allowUnsignedPresentation()),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.challenge");
    for (String proof : List.of("[]", "{}", "7", "[7]")) {
      String broken =
          unsigned(holders.mine())
              .toText()
              .orElseThrow()
              .replaceFirst("\\{", "{\"proof\":" + proof + ",");
      assertThat(holders.verify(SecuredPresentation.of(broken), lenient).outcome())
          .as(proof)
          .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  @Test
  void isForAuthentication() throws Exception {
    // Signed as if it were a credential: for assertionMethod.
    String context = "https://employer.example/context";
    Presentation presentation =
        Presentation.builder()
            .context(context)
            .member("issuer", new JsonString(holders.key.controller()))
            .build();
    CredentialSigner signer =
        CredentialSigner.of(holders.key, ProofFormat.EDDSA_JCS_2022)
            .withContexts(
                Badges.documents(
                    context, "{\"@context\":{\"issuer\":\"https://employer.example/issuer\"}}"));
    PresentationReport report =
        holders.verify(SecuredPresentation.of(signer.sign(presentation.json()).toBytes()), OPEN);
    assertThat(report.check(Check.Id.PROOF).problems())
        .as(report.explain())
        .extracting(Problem::code)
        .containsExactly("proof.purpose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"authentication", "assertionMethod"})
  void theKeyIsListedForAuthentication(String relationship) throws Exception {
    String did = "did:web:holder.example";
    String document =
        """
        {"id": "did:web:holder.example",
         "verificationMethod": [{"id": "did:web:holder.example#key", "type": "Multikey",
           "controller": "did:web:holder.example", "publicKeyMultibase": "%s"}],
         "%s": ["did:web:holder.example#key"]}"""
            .formatted(holders.key.controller().substring("did:key:".length()), relationship);
    Signer renamed = Badges.renamed(holders.key, did + "#key", did);
    for (ProofFormat format : List.of(ProofFormat.EDDSA_JCS_2022, ProofFormat.VC_JWT)) {
      SecuredPresentation shown =
          PresentationSigner.of(renamed, format)
              .withClock(Badges.CLOCK)
              .sign(
                  List.of(Holders.sign(holders.uni.signer, holders.badge(did))),
                  Holders.CHALLENGE,
                  Holders.DOMAIN);
      PresentationReport report =
          holders
              .uni
              .verifier()
              .documents(Badges.documents("https://holder.example/.well-known/did.json", document))
              .build()
              .verifyPresentation(shown, Holders.REQUEST);
      if (relationship.equals("authentication")) {
        assertVerified(report);
        assertThat(((PresentationReport.Verified) report).holder()).contains(did);
      } else {
        assertAnswer(report, Check.Id.KEY, Check.Outcome.FAILED, "key.purpose");
      }
    }
  }

  @Test
  void isOfTheHolderWhomThePresentationNames() throws Exception {
    String other = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA)).controller();
    Signer lying = Badges.renamed(holders.key, holders.key.verificationMethod(), other);
    SecuredPresentation shown =
        PresentationSigner.of(lying, ProofFormat.EDDSA_JCS_2022)
            .withClock(Badges.CLOCK)
            .sign(
                List.of(Holders.sign(holders.uni.signer, holders.badge(other))),
                Holders.CHALLENGE,
                Holders.DOMAIN);
    PresentationReport report = holders.verify(shown);
    assertThat(report.check(Check.Id.ISSUER).problems())
        .extracting(Problem::code)
        .containsExactly("holder.mismatch");
    assertAnswer(report, Check.Id.RECIPIENT, Check.Outcome.FAILED, "holder.not-subject");
    Signer unknown = Badges.renamed(holders.key, holders.key.verificationMethod(), "did:x:y");
    assertAnswer(
        holders.verify(
            PresentationSigner.of(unknown, ProofFormat.VC_JWT)
                .withClock(Badges.CLOCK)
                .sign(List.of(), Holders.CHALLENGE, Holders.DOMAIN)),
        Check.Id.ISSUER,
        Check.Outcome.UNDETERMINED,
        "holder.unbound-key");
  }

  @Test
  void needsNoNameOfTheHolder() throws Exception {
    Presentation presentation =
        Presentation.builder()
            .verifiableCredential(holders.mine().toPresented(Limits.defaults()))
            .build();
    PresentationReport report =
        holders.verify(
            holders
                .signer(ProofFormat.VC_JWT)
                .sign(presentation, Holders.CHALLENGE, Holders.DOMAIN));
    assertVerified(report);
    assertThat(((PresentationReport.Verified) report).holder()).contains(holders.key.controller());
  }

  @Test
  void expires() throws Exception {
    JsonObject shown = json(holders.present(holders.mine()));
    JsonObject proof = shown.object("proof").orElseThrow();
    JsonObject expired = proof.with("expires", new JsonString("2026-05-31T00:00:00Z"));
    assertAnswer(
        holders.verify(SecuredPresentation.of(Json.write(shown.with("proof", expired)))),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.expired",
        "proof.signature");
  }
}
