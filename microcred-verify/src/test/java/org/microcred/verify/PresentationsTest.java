package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.Holders.OPEN;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertOutcome;
import static org.microcred.verify.Holders.assertVerified;
import static org.microcred.verify.Holders.json;
import static org.microcred.verify.Holders.unsigned;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.PresentationSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.Signer;
import org.microcred.model.DataModel;
import org.microcred.model.EnvelopedPresentation;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** Presentations in every form, and what is none. */
class PresentationsTest {
  private final Holders holders = new Holders();

  @ParameterizedTest
  @MethodSource("org.microcred.verify.Holders#formats")
  void inEveryFormWithCredentialsInEveryForm(ProofFormat format) throws Exception {
    Signer key = holders.keyFor(format);
    List<SecuredCredential> badges = new ArrayList<>();
    for (ProofFormat inside :
        List.of(
            ProofFormat.EDDSA_RDFC_2022,
            ProofFormat.VC_JWT,
            ProofFormat.OB_JWT,
            ProofFormat.VC_SD_JWT,
            ProofFormat.VC_COSE)) {
      badges.add(
          Holders.sign(
              CredentialSigner.of(holders.uni.key, inside), holders.badge(key.controller())));
    }
    SecuredPresentation shown =
        PresentationSigner.of(key, format)
            .withClock(Badges.CLOCK)
            .sign(badges, Holders.CHALLENGE, Holders.DOMAIN);
    PresentationReport report = holders.verify(shown);
    assertVerified(report);
    PresentationReport.Verified verified = (PresentationReport.Verified) report;
    assertThat(verified.holder()).contains(key.controller());
    assertThat(verified.credentials())
        .hasSize(5)
        .allSatisfy(c -> assertThat(c.subjectIds()).containsExactly(key.controller()));
    assertThat(verified.presentation().verifiableCredentials()).hasSize(5);
    assertThat(report.embedded()).hasSize(5).allSatisfy(e -> assertVerified(e.report()));
    assertThat(report.embedded().get(1).pointer()).hasToString("/verifiableCredential/1");

    byte[] changed = shown.toBytes();
    changed[changed.length - 20] ^= 1;
    assertOutcome(
        holders.verify(SecuredPresentation.of(changed)), VerificationReport.Outcome.REJECTED);
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_JWT", "VC_SD_JWT", "VC_COSE"})
  void inAnEnvelope(ProofFormat format) throws Exception {
    String type =
        "application/vp+" + format.name().toLowerCase(Locale.ROOT).substring(3).replace('_', '-');
    SecuredPresentation shown = holders.present(format, holders.mine());
    JsonValue envelope = EnvelopedPresentation.of(type, shown.toBytes()).json();
    assertVerified(holders.verify(SecuredPresentation.of(envelope.toString())));
    assertThat(
            holders
                .uni
                .verifier()
                .build()
                .verifyPresentation(envelope.toString(), Holders.REQUEST)
                .form())
        .startsWith(type.substring("application/".length()));
  }

  @Test
  void onTheDataModel1Dot1() throws Exception {
    String jwt = holders.mine(ProofFormat.OB_JWT).toText().orElseThrow();
    PresentationReport unsigned =
        holders.verify(
            SecuredPresentation.of(
                """
                {"@context": ["https://www.w3.org/2018/credentials/v1"],
                 "type": "VerifiablePresentation", "verifiableCredential": "%s"}
                """
                    .formatted(jwt)),
            OPEN.allowUnsignedPresentation().withoutHolderBinding());
    assertVerified(unsigned.embedded().get(0).report());
    assertThat(unsigned.embedded().get(0).pointer()).hasToString("/verifiableCredential");
    Presentation older =
        Presentation.builder()
            .dataModel(DataModel.VC_1_1)
            .verifiableCredential(
                Holders.sign(
                        holders.uni.signer,
                        holders.badge(holders.key.controller()).dataModel(DataModel.VC_1_1))
                    .toPresented(Limits.defaults()))
            .build();
    assertVerified(
        holders.verify(
            holders
                .signer(ProofFormat.EDDSA_JCS_2022)
                .sign(older, Holders.CHALLENGE, Holders.DOMAIN)));
  }

  @Test
  void theReportIsForPeopleAndForMachines() throws Exception {
    PresentationReport report = holders.verify(holders.present(holders.mine()));
    assertThat(report.explain())
        .startsWith("VERIFIED: a document without an id (json+eddsa-jcs-2022")
        .contains("presentation of 1 credentials")
        .contains("is it about the holder?")
        .contains("inside, at /verifiableCredential/0");
    JsonObject json =
        Json.readObject(report.toJson().getBytes(StandardCharsets.UTF_8), Limits.defaults());
    assertThat(json.string("holder")).contains(holders.key.controller());
    assertThat(json.list("embedded")).hasSize(1);
    ReportSchema.assertMet(report);
    ReportSchema.assertMet(holders.verify(SecuredPresentation.of("{}")));
    assertThat(report).hasToString("VERIFIED json+eddsa-jcs-2022");
  }

  @Test
  void aCredentialIsNoPresentation() {
    for (ProofFormat format :
        List.of(ProofFormat.EDDSA_JCS_2022, ProofFormat.VC_JWT, ProofFormat.VC_COSE)) {
      PresentationReport report =
          holders.verify(SecuredPresentation.of(holders.mine(format).toBytes()));
      assertAnswer(report, Check.Id.STRUCTURE, Check.Outcome.FAILED, "vp.credential");
      assertThat(report.explain()).contains("verify it with verify");
    }
  }

  @ParameterizedTest
  @MethodSource("org.microcred.verify.Holders#formats")
  void aPresentationIsNoCredential(ProofFormat format) throws Exception {
    SecuredPresentation shown =
        PresentationSigner.of(holders.keyFor(format), format)
            .withClock(Badges.CLOCK)
            .sign(List.of(), Holders.CHALLENGE, Holders.DOMAIN);
    VerificationReport report = holders.uni.verifier().build().verify(shown.toBytes());
    assertAnswer(report, Check.Id.STRUCTURE, Check.Outcome.UNDETERMINED, "form.unsupported");
    assertThat(report.explain()).contains("verifyPresentation").contains("--challenge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "hello",
        "a.b.c",
        "a.b.c~",
        "{}",
        "{\"type\":\"VerifiablePresentation\"}",
        "{\"type\":\"EnvelopedVerifiablePresentation\",\"id\":\"data:,\"}",
        "{\"verifiableCredential\":{\"verifiableCredential\":[]}}",
        "<svg xmlns='http://www.w3.org/2000/svg'/>"
      })
  void junkIsRejected(String junk) {
    assertOutcome(
        holders.verify(SecuredPresentation.of(junk), OPEN), VerificationReport.Outcome.REJECTED);
  }

  @Test
  void whatIsTooLargeIsLeftOpen() {
    byte[] large = new byte[5 << 20];
    Arrays.fill(large, (byte) ' ');
    assertAnswer(
        holders.uni.verifier().build().verifyPresentation(large, OPEN),
        Check.Id.STRUCTURE,
        Check.Outcome.UNDETERMINED,
        "limit.document");
  }
}
