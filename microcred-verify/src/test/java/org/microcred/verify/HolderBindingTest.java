package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertVerified;

import org.junit.jupiter.api.Test;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;

/** The credentials of a presentation are about the one who presents them. */
class HolderBindingTest {
  private final Holders holders = new Holders();

  @Test
  void refusesCredentialsAboutOthers() {
    SecuredCredential others = Holders.sign(holders.uni.signer, holders.badge("did:example:other"));
    PresentationReport report = holders.verify(holders.present(holders.mine(), others));
    assertAnswer(report, Check.Id.RECIPIENT, Check.Outcome.FAILED, "holder.not-subject");
    assertThat(report.check(Check.Id.RECIPIENT).problems().get(0).pointer())
        .hasToString("/verifiableCredential/1/credentialSubject");
    assertVerified(holders.verify(holders.present(others), Holders.REQUEST.withoutHolderBinding()));
  }

  @Test
  void leavesOpenWhatIsAboutNobody() throws Exception {
    JsonObject badge = holders.badge(holders.key.controller()).build().json();
    JsonObject subject = badge.object("credentialSubject").orElseThrow();
    JsonObject identified =
        subject
            .without("id")
            .with(
                "identifier",
                JsonArray.of(
                    JsonObject.builder()
                        .put("type", "IdentityObject")
                        .put("identityHash", "a@b.example")
                        .put("identityType", "emailAddress")
                        .put("hashed", JsonBoolean.FALSE)
                        .build()));
    SecuredPresentation shown =
        holders.present(holders.uni.signer.sign(badge.with("credentialSubject", identified)));
    assertAnswer(
        holders.verify(shown),
        Check.Id.RECIPIENT,
        Check.Outcome.UNDETERMINED,
        "holder.unidentified");
  }

  @Test
  void acceptsCredentialsBoundToTheKeyThatSigned() throws Exception {
    SecuredCredential bound =
        Holders.sign(
            CredentialSigner.of(holders.uni.key, ProofFormat.VC_SD_JWT)
                .withHolderKey(holders.pair.publicKey()),
            holders.badge("did:example:someone"));
    assertVerified(holders.verify(holders.present(bound)));
    SecuredCredential foreign =
        Holders.sign(
            CredentialSigner.of(holders.uni.key, ProofFormat.VC_SD_JWT)
                .withHolderKey(KeyPairs.generate(SignatureAlgorithm.EDDSA).getPublic()),
            holders.badge("did:example:someone"));
    assertAnswer(
        holders.verify(holders.present(foreign)),
        Check.Id.RECIPIENT,
        Check.Outcome.FAILED,
        "holder.not-subject");
  }

  @Test
  void comesOnTopOfThePersonWhomTheCallerNames() {
    SecuredPresentation shown = holders.present(holders.mine());
    assertVerified(
        holders.verify(shown, Holders.REQUEST.about(Recipient.of(holders.key.controller()))));
    assertAnswer(
        holders.verify(shown, Holders.REQUEST.about(Recipient.of("did:example:other"))),
        Check.Id.EMBEDDED,
        Check.Outcome.FAILED,
        "embedded.failed");
  }
}
