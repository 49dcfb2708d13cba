package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class CredentialSignerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:34:56.789Z");

  private static final KeyPair OTHER_RSA = KeyPairs.generate(SignatureAlgorithm.RS256);

  private final Signer key = key(SignatureAlgorithm.EDDSA);

  private static Signer key(SignatureAlgorithm algorithm) {
    return Signer.didKey(Jwk.of(TestPairs.pair(algorithm)).withAlgorithm(algorithm));
  }

  private static Signer otherKey(SignatureAlgorithm algorithm) {
    return Signer.didKey(
        algorithm.keyType().equals("RSA") ? OTHER_RSA : KeyPairs.generate(algorithm));
  }

  private static CredentialSigner signer(ProofFormat format) {
    return signer(
        format,
        key(
            Arrays.stream(SignatureAlgorithm.values())
                .filter(format::accepts)
                .findFirst()
                .orElseThrow()));
  }

  private static CredentialSigner signer(ProofFormat format, Signer key) {
    return CredentialSigner.of(key, format).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static JsonObject unsigned(ProofFormat format, CredentialSigner signer) {
    return switch (format) {
      case OB_JWT_VC_1_1 -> Credentials.badge11(signer.issuer());
      case DC_SD_JWT -> Credentials.sdJwtVc(signer.issuer());
      default -> Credentials.badge(signer.issuer());
    };
  }

  private static JsonObject unsigned(ProofFormat format) {
    return unsigned(format, signer(format));
  }

  static Stream<Arguments> formatsAndAlgorithms() {
    return Arrays.stream(ProofFormat.values())
        .flatMap(
            format ->
                Arrays.stream(SignatureAlgorithm.values())
                    .filter(format::accepts)
                    .map(algorithm -> Arguments.of(format, algorithm)));
  }

  @ParameterizedTest
  @MethodSource("formatsAndAlgorithms")
  void whatIsSignedVerifies(ProofFormat format, SignatureAlgorithm algorithm) throws Exception {
    Signer key = key(algorithm);
    CredentialSigner signer = signer(format, key);
    SecuredCredential secured = Credentials.shown(format, signer.sign(unsigned(format, signer)));
    Inspection inspection = Inspection.open(secured, InspectionSettings.defaults());
    assertThat(inspection.shape()).isEqualTo(Findings.none());
    assertThat(inspection.context()).isEqualTo(Findings.none());
    assertThat(inspection.unverifiedDocument().without("proof").without("@context"))
        .isEqualTo(unsigned(format, signer).without("@context"));
    Proof proof = inspection.proofs().get(0);
    assertThat(proof.verificationMethod()).contains(key.verificationMethod());
    assertThat(proof.purpose()).contains(Relationship.ASSERTION_METHOD);
    assertThat(inspection.verify(proof, TestKeys.named(proof))).isEqualTo(Findings.none());
    String url = otherKey(algorithm).verificationMethod();
    assertThat(
            inspection
                .verify(proof, TestKeys.of(url, url.substring(url.indexOf('#') + 1)))
                .failures())
        .extracting(Violation::code)
        .containsExactly("proof.signature");
  }

  @Test
  void saysWhenTheProofWasMade() throws Exception {
    SecuredCredential secured =
        signer(ProofFormat.EDDSA_RDFC_2022).sign(unsigned(ProofFormat.EDDSA_RDFC_2022));
    assertThat(Inspection.open(secured, InspectionSettings.defaults()).proofs().get(0).created())
        .contains(Instant.parse("2026-03-01T12:34:56Z"));
  }

  @Test
  void signsTheTypedCredential() throws Exception {
    Credential credential = Credential.parse(Json.writeBytes(unsigned(ProofFormat.VC_JWT)));
    for (ProofFormat format : List.of(ProofFormat.EDDSA_RDFC_2022, ProofFormat.VC_JWT)) {
      assertThat(signer(format).sign(credential)).isEqualTo(signer(format).sign(credential.json()));
    }
    assertThat(signer(ProofFormat.VC_JWT).issuer()).isEqualTo(credential.issuer().id().toString());
  }

  @Test
  void addsTheContextOfTheProofWhereThereIsNone() throws Exception {
    JsonObject badge = Credentials.badge11(key.controller());
    assertThat(contexts(signer(ProofFormat.EDDSA_RDFC_2022).sign(badge)))
        .hasSize(3)
        .contains(new JsonString("https://w3id.org/security/data-integrity/v2"));
    assertThat(contexts(signer(ProofFormat.ED25519_SIGNATURE_2020).sign(badge)))
        .hasSize(3)
        .contains(new JsonString("https://w3id.org/security/suites/ed25519-2020/v1"));
    assertThat(
            contexts(signer(ProofFormat.EDDSA_RDFC_2022).sign(Credentials.badge(key.controller()))))
        .hasSize(2);
  }

  private static List<JsonValue> contexts(SecuredCredential secured)
      throws InvalidDocumentException {
    return Inspection.open(secured, InspectionSettings.defaults())
        .unverifiedDocument()
        .list("@context");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DC_SD_JWT") // no JSON-LD
  void refusesWhatWouldNotAllBeSigned(ProofFormat format) {
    JsonObject misspelled = unsigned(format).with("descripton", new JsonString("x"));
    assertThat(codes(format, misspelled)).containsExactly("context.undefined-term");
  }

  @Test
  void refusesAnotherIssuerAndASecondProof() {
    assertThat(codes(ProofFormat.VC_JWT, Credentials.badge("did:example:other")))
        .containsExactly("issuer.mismatch");
    assertThat(
            codes(
                ProofFormat.EDDSA_RDFC_2022,
                unsigned(ProofFormat.EDDSA_RDFC_2022).with("proof", JsonObject.EMPTY)))
        .containsExactly("proof.present");
  }

  @Test
  void takesAnIssuerThatIsOnlyAnId() throws Exception {
    JsonObject badge =
        unsigned(ProofFormat.EDDSA_RDFC_2022).with("issuer", new JsonString(key.controller()));
    assertThat(signer(ProofFormat.EDDSA_RDFC_2022).sign(badge).form()).isEqualTo(Secured.Form.JSON);
  }

  @Test
  void refusesAKeyThatDoesNotFitTheFormat() {
    Signer ec = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.ES256));
    assertThatThrownBy(() -> CredentialSigner.of(ec, ProofFormat.EDDSA_RDFC_2022))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ES256");
    assertThat(CredentialSigner.of(ec, ProofFormat.VC_JWT).issuer()).isEqualTo(ec.controller());
  }

  @Test
  void passesOnThatTheKeyCouldNotBeReached() {
    Signer broken = new BrokenSigner(key, new IOException("HSM is away"));
    assertThatThrownBy(
            () ->
                CredentialSigner.of(broken, ProofFormat.EDDSA_RDFC_2022)
                    .sign(unsigned(ProofFormat.EDDSA_RDFC_2022)))
        .isInstanceOf(IOException.class)
        .hasMessage("HSM is away");
  }

  @Test
  void usesContextsOfTheCaller() throws Exception {
    URI url = URI.create("https://campus.example/context");
    JsonObject badge =
        Credentials.object(
                unsigned(ProofFormat.EDDSA_RDFC_2022)
                    .toString()
                    .replace("context-3.0.3.json\"]", "context-3.0.3.json\",\"" + url + "\"]"))
            .with("room", new JsonString("101"));
    assertThat(codes(ProofFormat.EDDSA_RDFC_2022, badge)).containsExactly("context.unavailable");
    DocumentLoader loader =
        DocumentLoader.of(
            Map.of(
                url,
                "{\"@context\":{\"room\":\"https://campus.example/room\"}}"
                    .getBytes(StandardCharsets.UTF_8)));
    SecuredCredential secured =
        signer(ProofFormat.EDDSA_RDFC_2022).withContexts(loader).sign(badge);
    Inspection inspection = Inspection.open(secured, InspectionSettings.of(loader));
    assertThat(inspection.context().passed()).isTrue();
  }

  private List<String> codes(ProofFormat format, JsonObject credential) {
    try {
      signer(format).sign(credential);
      return List.of();
    } catch (InvalidDocumentException e) {
      return e.violations().stream().map(Violation::code).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private record BrokenSigner(Signer key, IOException problem) implements Signer {
    @Override
    public SignatureAlgorithm algorithm() {
      return key.algorithm();
    }

    @Override
    public String verificationMethod() {
      return key.verificationMethod();
    }

    @Override
    public PublicKey publicKey() {
      return key.publicKey();
    }

    @Override
    public byte[] sign(byte[] data) throws IOException {
      throw problem;
    }
  }
}
