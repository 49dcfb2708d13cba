package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.Credential;
import org.microcred.model.EnvelopedCredential;
import org.microcred.model.EnvelopedPresentation;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.PresentedCredential;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class PresentationSignerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");
  private static final String CHALLENGE = "3f7a-challenge";
  private static final String DOMAIN = "https://employer.example";

  private final Signer issuer = key(SignatureAlgorithm.EDDSA);

  private static Signer key(SignatureAlgorithm algorithm) {
    return Signer.didKey(Jwk.of(TestPairs.pair(algorithm)).withAlgorithm(algorithm));
  }

  private static PresentationSigner holder(ProofFormat format) {
    return holder(
        format,
        Arrays.stream(SignatureAlgorithm.values())
            .filter(format::accepts)
            .findFirst()
            .orElseThrow());
  }

  private static PresentationSigner holder(ProofFormat format, SignatureAlgorithm algorithm) {
    return PresentationSigner.of(key(algorithm), format)
        .withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private SecuredCredential badge(ProofFormat format) throws Exception {
    CredentialSigner signer = CredentialSigner.of(issuer, format);
    return signer.sign(Credentials.badge(signer.issuer()));
  }

  private static Inspection open(SecuredPresentation shown) throws InvalidDocumentException {
    return Inspection.open(shown, InspectionSettings.defaults());
  }

  private static String mediaType(PresentedCredential presented) {
    return ((EnvelopedCredential) presented).mediaType();
  }

  static Stream<Arguments> formatsAndAlgorithms() {
    return Arrays.stream(ProofFormat.values())
        .filter(ProofFormat::isForPresentations)
        .flatMap(
            format ->
                Arrays.stream(SignatureAlgorithm.values())
                    .filter(format::accepts)
                    .map(algorithm -> Arguments.of(format, algorithm)));
  }

  @ParameterizedTest
  @MethodSource("formatsAndAlgorithms")
  void whatIsPresentedVerifiesAndAnswersTheRequest(ProofFormat format, SignatureAlgorithm algorithm)
      throws Exception {
    PresentationSigner holder = holder(format, algorithm);
    SecuredPresentation shown =
        holder.sign(
            List.of(badge(ProofFormat.EDDSA_RDFC_2022), badge(ProofFormat.VC_JWT)),
            CHALLENGE,
            DOMAIN);
    Inspection inspection = open(shown);
    assertThat(inspection.shape()).isEqualTo(Findings.none());
    assertThat(inspection.context().passed()).isTrue();
    Presentation read =
        Presentation.read(inspection.unverifiedDocument()).presentation().orElseThrow();
    assertThat(read.holder().orElseThrow().id()).isEqualTo(holder.holder());
    assertThat(read.verifiableCredentials()).hasSize(2);
    Proof proof = inspection.proofs().get(0);
    assertThat(proof.purpose()).contains(Relationship.AUTHENTICATION);
    assertThat(proof.challenge()).contains(CHALLENGE);
    assertThat(proof.domains()).containsExactly(DOMAIN);
    assertThat(proof.created()).contains(NOW);
    assertThat(inspection.verify(proof, TestKeys.named(proof))).isEqualTo(Findings.none());
    assertThat(Secured.sniff(shown.toBytes(), Limits.defaults())).isEqualTo(shown);
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_JWT", "VC_SD_JWT", "VC_COSE", "EDDSA_JCS_2022", "EDDSA_RDFC_2022"})
  void anotherChallengeIsAnotherSignature(ProofFormat format) throws Exception {
    SecuredPresentation shown =
        holder(format).sign(List.of(badge(ProofFormat.VC_JWT)), CHALLENGE, DOMAIN);
    byte[] bytes = shown.toBytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (shown.form() == Secured.Form.JWT || shown.form() == Secured.Form.SD_JWT) {
      String[] parts = text.split("\\.");
      String payload =
          new String(
              java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.ISO_8859_1);
      parts[1] =
          java.util.Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  payload
                      .replace(CHALLENGE, "3f7b-challenge")
                      .getBytes(StandardCharsets.ISO_8859_1));
      text = String.join(".", parts);
    } else {
      text = text.replace(CHALLENGE, "3f7b-challenge");
    }
    Inspection changed = open(SecuredPresentation.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    Proof proof = changed.proofs().get(0);
    assertThat(proof.challenge()).contains("3f7b-challenge");
    assertThat(changed.verify(proof, TestKeys.named(proof)).failures())
        .extracting(Violation::code)
        .containsExactly("proof.signature");
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_JWT", "VC_SD_JWT", "VC_COSE"})
  void anEnvelopeIsUnwrapped(ProofFormat format) throws Exception {
    SecuredPresentation shown =
        holder(format).sign(List.of(badge(ProofFormat.VC_JWT)), CHALLENGE, DOMAIN);
    String mediaType = "application/" + format.name().toLowerCase(java.util.Locale.ROOT);
    JsonObject envelope =
        (JsonObject)
            EnvelopedPresentation.of(
                    mediaType.replace("vc_", "vp+").replace('_', '-'), shown.toBytes())
                .json();
    SecuredPresentation enveloped = SecuredPresentation.of(Json.write(envelope));
    assertThat(open(enveloped).unverifiedDocument()).isEqualTo(open(shown).unverifiedDocument());
    assertThat(open(enveloped).form()).isEqualTo(open(shown).form());
    assertThat(Secured.sniff(enveloped.toBytes(), Limits.defaults())).isEqualTo(enveloped);
    JsonObject foreign = envelope.with("id", new JsonString("data:application/vc+jwt,a.b.c"));
    assertThat(
            catchThrowableOfType(
                    InvalidDocumentException.class,
                    () -> open(SecuredPresentation.of(Json.write(foreign))))
                .violations())
        .extracting(Violation::code)
        .containsExactly("form.unsupported");
  }

  @Test
  void credentialsStandInItAsTheyAreOrInEnvelopes() throws Exception {
    assertThat(badge(ProofFormat.EDDSA_JCS_2022).toPresented(Limits.defaults()))
        .isInstanceOf(Credential.class);
    assertThat(mediaType(badge(ProofFormat.VC_JWT).toPresented(Limits.defaults())))
        .isEqualTo("application/vc+jwt");
    assertThat(mediaType(badge(ProofFormat.OB_JWT).toPresented(Limits.defaults())))
        .isEqualTo("application/jwt");
    assertThat(mediaType(badge(ProofFormat.VC_SD_JWT).toPresented(Limits.defaults())))
        .isEqualTo("application/vc+sd-jwt");
    assertThat(mediaType(badge(ProofFormat.VC_COSE).toPresented(Limits.defaults())))
        .isEqualTo("application/vc+cose");
    PresentedCredential enveloped = badge(ProofFormat.VC_JWT).toPresented(Limits.defaults());
    assertThat(SecuredCredential.of(enveloped.json().toString()).toPresented(Limits.defaults()))
        .isEqualTo(enveloped);
    for (String junk : List.of("", "{}", "[]", "a.b.c", "<svg/>")) {
      assertThatThrownBy(() -> SecuredCredential.of(junk).toPresented(Limits.defaults()))
          .isInstanceOf(InvalidDocumentException.class);
    }
  }

  @Test
  void whatIsInsideAnEnvelopeIsReadAgain() throws Exception {
    for (ProofFormat format :
        List.of(
            ProofFormat.VC_JWT, ProofFormat.OB_JWT, ProofFormat.VC_SD_JWT, ProofFormat.VC_COSE)) {
      SecuredCredential badge = badge(format);
      Inspection alone = Inspection.open(badge, InspectionSettings.defaults());
      Inspection inside =
          Inspection.of(
              (JsonObject) badge.toPresented(Limits.defaults()).json(),
              InspectionSettings.defaults());
      assertThat(inside.form()).isEqualTo(alone.form());
      assertThat(inside.unverifiedDocument()).isEqualTo(alone.unverifiedDocument());
    }
  }

  @ParameterizedTest
  @EnumSource(ProofFormat.class)
  void signsForNobodyElseAndNothingTwice(ProofFormat format) throws Exception {
    if (!format.isForPresentations()) {
      assertThatThrownBy(() -> PresentationSigner.of(key(SignatureAlgorithm.EDDSA), format))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("format");
      return;
    }
    PresentationSigner holder = holder(format);
    assertThat(codes(holder, Presentation.builder().holder("did:example:other").build()))
        .containsExactly("holder.mismatch");
    JsonObject proof = JsonObject.builder().put("type", "DataIntegrityProof").build();
    assertThat(
            codes(
                holder,
                Presentation.parse(
                    Json.write(Presentation.builder().build().json().with("proof", proof)))))
        .containsExactly("proof.present");
    assertThat(codes(holder, Presentation.builder().member("mood", new JsonString("good")).build()))
        .containsExactly("context.undefined-term");
    Presentation empty = Presentation.builder().build();
    assertThatThrownBy(() -> holder.sign(empty, " ", DOMAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> holder.sign(empty, CHALLENGE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(open(holder.sign(empty, CHALLENGE, DOMAIN)).shape().passed()).isTrue();
  }

  @Test
  void usesContextsOfTheCaller() throws Exception {
    URI url = URI.create("https://employer.example/context");
    Presentation mood =
        Presentation.builder()
            .context(url.toString())
            .member("mood", new JsonString("good"))
            .build();
    DocumentLoader loader =
        DocumentLoader.of(
            Map.of(
                url,
                "{\"@context\":{\"mood\":\"https://employer.example/mood\"}}"
                    .getBytes(StandardCharsets.UTF_8)));
    PresentationSigner holder = holder(ProofFormat.VC_JWT);
    assertThat(codes(holder, mood)).containsExactly("context.unavailable");
    SecuredPresentation shown = holder.withContexts(loader).sign(mood, CHALLENGE, DOMAIN);
    assertThat(Inspection.open(shown, InspectionSettings.of(loader)).context().passed()).isTrue();
  }

  @Test
  void aKeyBindingIsThePresentationOfOneCredential() throws Exception {
    Signer holder = key(SignatureAlgorithm.ES256);
    SecuredCredential bound =
        CredentialSigner.of(issuer, ProofFormat.VC_SD_JWT)
            .withHolderKey(TestPairs.pair(SignatureAlgorithm.ES256).getPublic())
            .sign(Credentials.badge(issuer.controller()));
    SdJwt mine = SdJwt.parse(bound, Limits.defaults());
    SecuredCredential wire =
        mine.withKeyBinding(holder, DOMAIN, CHALLENGE, NOW).toSecuredCredential();
    Inspection shown = open(SecuredPresentation.of(wire.toBytes()));
    assertThat(shown.form()).isEqualTo("kb+jwt+ES256");
    Proof proof = shown.proofs().get(0);
    assertThat(proof.challenge()).contains(CHALLENGE);
    assertThat(proof.domains()).containsExactly(DOMAIN);
    assertThat(proof.created()).contains(NOW);
    assertThat(shown.shape().passed()).isTrue();
    assertThat(shown.verify(proof, shown.confirmation().orElseThrow())).isEqualTo(Findings.none());
    Presentation presentation =
        Presentation.read(shown.unverifiedDocument()).presentation().orElseThrow();
    assertThat(((EnvelopedCredential) presentation.verifiableCredentials().get(0)).content())
        .as("the credential without the binding")
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(bound.toText().orElseThrow());
    Inspection unbound = open(SecuredPresentation.of(bound.toBytes()));
    assertThat(unbound.proofs()).isEmpty();
    assertThat(unbound.shape().failures())
        .extracting(Violation::code)
        .containsExactly("key-binding.missing");
    assertThat(Secured.sniff(wire.toBytes(), Limits.defaults())).isEqualTo(wire);
  }

  @Test
  void aKeyBindingWinsOverTheClaimsThatItBinds() throws Exception {
    Signer key = key(SignatureAlgorithm.EDDSA);
    SecuredCredential bound =
        SecuredCredential.of(
            org.microcred.crypto.internal.sdjwt.SdJwtCredential.sign(
                JsonObject.builder()
                    .put("@context", "https://www.w3.org/ns/credentials/v2")
                    .put("type", "VerifiablePresentation")
                    .build(),
                org.microcred.crypto.internal.sdjwt.SdJwtProfile.VC,
                org.microcred.crypto.internal.jose.Content.PRESENTATION,
                org.microcred.crypto.internal.sdjwt.Frame.NONE.withHolderKey(
                    TestPairs.pair(SignatureAlgorithm.EDDSA).getPublic()),
                key,
                new java.util.Random(1)));
    SecuredCredential shown =
        SdJwt.parse(bound, Limits.defaults())
            .withKeyBinding(key, DOMAIN, CHALLENGE, NOW)
            .toSecuredCredential();
    Inspection inspection = open(SecuredPresentation.of(shown.toBytes()));
    assertThat(inspection.form()).isEqualTo("vp+sd-jwt+EdDSA");
    assertThat(inspection.proofs().get(0).challenge()).contains(CHALLENGE);
    assertThat(inspection.proofs().get(0).domains()).containsExactly(DOMAIN);
  }

  @Test
  void sniffsCredentialsAndJunkAsCredentials() throws Exception {
    for (ProofFormat format : List.of(ProofFormat.EDDSA_JCS_2022, ProofFormat.VC_JWT)) {
      byte[] badge = badge(format).toBytes();
      assertThat(Secured.sniff(badge, Limits.defaults())).isEqualTo(SecuredCredential.of(badge));
    }
    for (String junk : List.of("", "{", "{}", "a.b.c", "a.b.c~", "\u0089PNG\r\n\u001a\n")) {
      byte[] bytes = junk.getBytes(StandardCharsets.ISO_8859_1);
      assertThat(Secured.sniff(bytes, Limits.defaults())).isEqualTo(SecuredCredential.of(bytes));
    }
    assertThat(SecuredPresentation.of("{}")).isNotEqualTo(SecuredCredential.of("{}"));
    assertThat(SecuredPresentation.of("{}")).hasToString("SecuredPresentation[json, 2 bytes]");
  }

  @Test
  void aPictureIsNoPresentation() {
    SecuredPresentation picture =
        SecuredPresentation.of("<svg xmlns='http://www.w3.org/2000/svg'/>");
    assertThat(
            catchThrowableOfType(InvalidDocumentException.class, () -> open(picture)).violations())
        .extracting(Violation::code)
        .containsExactly("form.unknown");
  }

  private static List<String> codes(PresentationSigner holder, Presentation presentation) {
    return Optional.ofNullable(
            catchThrowableOfType(
                InvalidDocumentException.class, () -> holder.sign(presentation, CHALLENGE, DOMAIN)))
        .map(refusal -> refusal.violations().stream().map(Violation::code).toList())
        .orElse(List.of());
  }
}
