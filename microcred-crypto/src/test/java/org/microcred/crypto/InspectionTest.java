package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class InspectionTest {
  private final Signer key = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));

  private JsonObject signed(ProofFormat format) throws Exception {
    SecuredCredential secured =
        CredentialSigner.of(key, format).sign(Credentials.badge(key.controller()));
    return Inspection.open(secured, InspectionSettings.defaults()).unverifiedDocument();
  }

  private static Inspection inspect(JsonObject document) throws InvalidDocumentException {
    return Inspection.of(document, InspectionSettings.defaults());
  }

  @Nested
  class BadInput {
    static Stream<Arguments> inputs() {
      return Stream.of(
          Arguments.of("", "form.unknown", "empty"),
          Arguments.of(" \n ", "form.unknown", "empty"),
          Arguments.of("%PDF-1.7 ...", "form.unknown", "PDF"),
          Arguments.of("<!DOCTYPE html><html>", "form.unknown", "web page"),
          Arguments.of("PK\u0003\u0004", "form.unknown", "ZIP"),
          Arguments.of("[{}]", "form.unknown", "JSON array"),
          Arguments.of("\uFEFF{}", "form.unknown", "byte order mark"),
          Arguments.of("hello", "form.unknown", "not a credential"),
          Arguments.of("{\"a\":", "json.syntax", ""),
          Arguments.of("{\"a\":1,\"a\":2}", "json.duplicate-member", ""),
          Arguments.of("{\"a\":".repeat(100) + "1" + "}".repeat(100), "limit.depth", ""),
          Arguments.of("a.b.c~", "jwt.syntax", "base64url"),
          Arguments.of("<svg/>", "image.malformed", "empty"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isAnsweredWithATypedViolation(String text, String code, String words) {
      assertThat(opening(text.getBytes(StandardCharsets.UTF_8)))
          .anySatisfy(
              v -> {
                assertThat(v.code()).isEqualTo(code);
                assertThat(v.message()).contains(words);
              });
    }

    @Test
    void ofTenMegabytesIsNotRead() {
      byte[] large = new byte[10 << 20];
      large[0] = '{';
      assertThat(opening(large)).extracting(Violation::code).containsExactly("limit.document");
    }

    @Test
    void thatIsBinaryIsNotRead() {
      assertThat(opening(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
          .extracting(Violation::message)
          .first()
          .asString()
          .contains("JPEG");
      assertThat(opening(new byte[] {'{', (byte) 0xC3, '}'}))
          .extracting(Violation::code)
          .containsExactly("json.encoding");
    }

    private List<Violation> opening(byte[] bytes) {
      try {
        Inspection.open(SecuredCredential.of(bytes), InspectionSettings.defaults());
        return List.of();
      } catch (InvalidDocumentException e) {
        return e.violations();
      }
    }
  }

  /** DI 1.0 §2.1. */
  @Nested
  class ProofShape {
    static Stream<Arguments> faults() {
      return Stream.of(
          Arguments.of("type", null, "proof.type"),
          Arguments.of("type", "[\"DataIntegrityProof\"]", "proof.type"),
          Arguments.of("cryptosuite", null, "proof.cryptosuite"),
          Arguments.of("cryptosuite", "1", "proof.cryptosuite"),
          Arguments.of("verificationMethod", null, "proof.verification-method"),
          Arguments.of("verificationMethod", "\"#key\"", "proof.verification-method"),
          Arguments.of(
              "verificationMethod", "{\"id\":\"did:example:1\"}", "proof.verification-method"),
          Arguments.of("verificationMethod", "\"a b\"", "proof.verification-method"),
          Arguments.of("proofPurpose", null, "proof.purpose"),
          Arguments.of("created", "\"2025-02-30T00:00:00Z\"", "proof.created"),
          Arguments.of("created", "\"2025-01-01T00:00:00\"", "proof.created"),
          Arguments.of("created", "1735689600", "proof.created"),
          Arguments.of("expires", "\"tomorrow\"", "proof.expires"),
          Arguments.of("proofValue", null, "proof.value"),
          Arguments.of("proofValue", "\"z\"", "proof.value"),
          Arguments.of("proofValue", "\"uAAAA\"", "proof.value"),
          Arguments.of(
              "proofValue",
              "\"z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme1\"",
              "proof.value"),
          Arguments.of("proofValue", "\"z0OIl\"", "proof.value"),
          Arguments.of("id", "\"456321\"", "proof.id"),
          Arguments.of("previousProof", "456321", "proof.previous"),
          Arguments.of("previousProof", "[]", "proof.previous"),
          Arguments.of("previousProof", "\"urn:uuid:0\"", "proof.previous-missing"),
          Arguments.of("previousProof", "[\"urn:uuid:0\"]", "proof.previous-missing"),
          Arguments.of("@context", "\"https://www.w3.org/2018/credentials/v1\"", "proof.context"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("faults")
    void isRefusedAtItsPlace(String member, String json, String code) throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
      JsonObject proof = signed.object("proof").orElseThrow();
      JsonObject changed = json == null ? proof.without(member) : proof.with(member, value(json));
      Inspection inspection = inspect(signed.with("proof", changed));
      assertThat(inspection.shape().failures())
          .anySatisfy(
              v -> {
                assertThat(v.code()).isEqualTo(code);
                assertThat(v.pointer().toString()).isEqualTo("/proof/" + member);
              });
      Proof read = inspection.proofs().get(0);
      assertThat(inspection.verify(read, keyOf(key)).passed()).isFalse();
    }

    @Test
    void withoutProofsIsRefused() throws Exception {
      JsonObject badge = Credentials.badge(key.controller());
      for (JsonObject document : List.of(badge, badge.with("proof", JsonArray.EMPTY))) {
        assertThat(codes(inspect(document).shape().failures())).containsExactly("proof.missing");
        assertThat(inspect(document).form()).isEqualTo("json");
      }
      assertThat(codes(inspect(badge.with("proof", new JsonString("x"))).shape().failures()))
          .containsExactly("proof.malformed");
    }

    @Test
    void anUnknownSuiteCouldNotBeFoundOut() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
      JsonObject proof = signed.object("proof").orElseThrow();
      for (JsonObject other :
          List.of(
              proof.with("cryptosuite", new JsonString("bbs-2023")),
              proof.with("type", new JsonString("RsaSignature2018")))) {
        Inspection inspection = inspect(signed.with("proof", other));
        assertThat(inspection.shape().failures()).isEmpty();
        assertThat(codes(inspection.shape().unknowns())).containsExactly("proof.unsupported");
        assertThat(codes(inspection.verify(inspection.proofs().get(0), keyOf(key)).unknowns()))
            .containsExactly("proof.unsupported");
      }
    }

    @Test
    void aSuiteOverTheJsonHasItsTermsWalked() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022).with("extra", new JsonString("x"));
      JsonObject proof =
          signed
              .object("proof")
              .orElseThrow()
              .with("cryptosuite", new JsonString("eddsa-jcs-2022"));
      Inspection inspection = inspect(signed.with("proof", proof));
      assertThat(inspection.context().passed()).isTrue();
      assertThat(codes(inspection.context().warnings())).containsExactly("context.undefined-term");
      assertThat(inspection.form()).isEqualTo("json+eddsa-jcs-2022");
    }

    @Test
    void tooManyProofsAreNotLookedAt() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
      JsonValue proof = signed.get("proof").orElseThrow();
      JsonArray many = new JsonArray(Stream.generate(() -> proof).limit(2_000).toList());
      Inspection inspection = inspect(signed.with("proof", many));
      assertThat(codes(inspection.shape().unknowns())).containsExactly("limit.proofs");
      assertThat(inspection.proofs()).isEmpty();
    }

    @Test
    void twoProofsOfOneIdAreRefused() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
      JsonObject proof = signed.object("proof").orElseThrow().with("id", new JsonString("urn:x:1"));
      Inspection inspection = inspect(signed.with("proof", JsonArray.of(proof, proof)));
      assertThat(codes(inspection.shape().failures())).containsExactly("proof.id");
    }

    @Test
    void proofsThatCoverEachOtherAreRefused() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
      JsonObject proof = signed.object("proof").orElseThrow();
      JsonObject first =
          proof
              .with("id", new JsonString("urn:x:1"))
              .with("previousProof", new JsonString("urn:x:2"));
      JsonObject second =
          proof
              .with("id", new JsonString("urn:x:2"))
              .with("previousProof", new JsonString("urn:x:1"));
      Inspection inspection = inspect(signed.with("proof", JsonArray.of(first, second)));
      assertThat(codes(inspection.shape().failures()))
          .containsExactly("proof.previous-cycle", "proof.previous-cycle");
    }
  }

  @Nested
  class Verification {
    @Test
    void everyProofOfASetCoversTheDocumentWithoutProofs() throws Exception {
      JsonObject badge = Credentials.badge(key.controller());
      JsonArray contexts = (JsonArray) badge.get("@context").orElseThrow();
      JsonObject both =
          badge.with(
              "@context",
              new JsonArray(
                  Stream.concat(
                          contexts.stream(),
                          Stream.of(
                              new JsonString("https://w3id.org/security/suites/ed25519-2020/v1")))
                      .toList()));
      JsonValue first = signedJson(both, ProofFormat.EDDSA_RDFC_2022).get("proof").orElseThrow();
      JsonValue second =
          signedJson(both, ProofFormat.ED25519_SIGNATURE_2020).get("proof").orElseThrow();
      Inspection inspection = inspect(both.with("proof", JsonArray.of(first, second)));
      assertThat(inspection.form()).isEqualTo("json+eddsa-rdfc-2022+Ed25519Signature2020");
      assertThat(inspection.context()).isEqualTo(Findings.none());
      for (Proof proof : inspection.proofs()) {
        assertThat(inspection.verify(proof, keyOf(key))).isEqualTo(Findings.none());
      }
    }

    @Test
    void undefinedTermsInAProofAreFailuresOfTheContext() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
      JsonObject proof =
          signed.object("proof").orElseThrow().with("note", new JsonString("not signed"));
      Inspection inspection = inspect(signed.with("proof", proof));
      assertThat(inspection.context().failures())
          .singleElement()
          .satisfies(
              v -> {
                assertThat(v.code()).isEqualTo("context.undefined-term");
                assertThat(v.pointer().toString()).isEqualTo("/proof/note");
              });
      assertThat(inspection.verify(inspection.proofs().get(0), keyOf(key)).passed()).isFalse();
    }

    @Test
    void aProofMayRepeatHowTheContextBegins() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
      JsonObject proof =
          signed
              .object("proof")
              .orElseThrow()
              .with("@context", new JsonString("https://www.w3.org/ns/credentials/v2"));
      Inspection inspection = inspect(signed.with("proof", proof));
      assertThat(inspection.shape()).isEqualTo(Findings.none());
      assertThat(inspection.verify(inspection.proofs().get(0), keyOf(key)))
          .isEqualTo(Findings.none());
    }

    @Test
    void withoutAKeyIsAnsweredByWhatIsWrongWithTheKey() throws Exception {
      Inspection inspection = inspect(signed(ProofFormat.EDDSA_RDFC_2022));
      VerificationMethod none = TestKeys.of("did:example:1#k", "no key");
      assertThat(none.publicKey()).isEmpty();
      assertThat(inspection.verify(inspection.proofs().get(0), none).failures())
          .isEqualTo(none.findings().failures())
          .isNotEmpty();
    }

    @Test
    void withAKeyOfAnotherKindFails() throws Exception {
      Inspection inspection = inspect(signed(ProofFormat.EDDSA_RDFC_2022));
      Signer other = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.ES256));
      assertThat(codes(inspection.verify(inspection.proofs().get(0), keyOf(other)).failures()))
          .containsExactly("proof.algorithm");
    }

    @Test
    void overTheJsonCoversEveryContextAndEveryNumber() throws Exception {
      JsonObject signed = signed(ProofFormat.EDDSA_JCS_2022);
      assertThat(inspect(signed).context()).isEqualTo(Findings.none());
      List<JsonValue> contexts = new ArrayList<>(signed.list("@context"));
      contexts.add(new JsonString("https://w3id.org/security/data-integrity/v2"));
      JsonObject longer = signed.with("@context", new JsonArray(contexts));
      assertThat(codes(inspect(longer).shape().failures())).containsExactly("proof.context");
      JsonObject number = signed.with("credits", new JsonNumber("9007199254740993"));
      assertThat(codes(inspect(number).context().failures())).containsExactly("context.number");
      JsonObject withoutContext =
          signed.with("proof", signed.object("proof").orElseThrow().without("@context"));
      Inspection changed = inspect(withoutContext);
      assertThat(codes(changed.verify(changed.proofs().get(0), keyOf(key)).failures()))
          .containsExactly("proof.signature");
    }

    @Test
    void isOnlyForProofsOfThisInspection() throws Exception {
      Inspection inspection = inspect(signed(ProofFormat.EDDSA_RDFC_2022));
      Proof foreign = inspect(signed(ProofFormat.ED25519_SIGNATURE_2020)).proofs().get(0);
      assertThatThrownBy(() -> inspection.verify(foreign, keyOf(key)))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void titaniumLogsNothingOfTheCredential() throws Exception {
      List<LogRecord> records = new java.util.concurrent.CopyOnWriteArrayList<>();
      Handler handler =
          new Handler() {
            @Override
            public void publish(LogRecord logged) {
              records.add(logged);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
          };
      Logger root = Logger.getLogger("");
      root.addHandler(handler);
      try {
        JsonObject signed = signed(ProofFormat.EDDSA_RDFC_2022);
        inspect(signed.with("@secret", new JsonString("x"))).context();
        inspect(signed.with("secret", new JsonString("x"))).context();
      } finally {
        root.removeHandler(handler);
      }
      assertThat(records).noneMatch(r -> r.getLoggerName().startsWith("com.apicatalog"));
    }
  }

  /** VCDM 2.0 §4.13. */
  @Nested
  class Enveloped {
    private JsonObject envelope(String id) {
      return Credentials.object(
          "{\"@context\":\"https://www.w3.org/ns/credentials/v2\",\"type\":\"EnvelopedVerifiableCredential\",\"id\":\""
              + id
              + "\"}");
    }

    @Test
    void aTokenIsUnwrapped() throws Exception {
      String token =
          CredentialSigner.of(key, ProofFormat.VC_JWT)
              .sign(Credentials.badge(key.controller()))
              .toText()
              .orElseThrow();
      Inspection inspection = inspect(envelope("data:application/vc+jwt," + token));
      assertThat(inspection.form()).isEqualTo("vc+jwt+EdDSA");
      assertThat(inspection.verify(inspection.proofs().get(0), keyOf(key)))
          .isEqualTo(Findings.none());
      assertThat(inspection.unverifiedDocument()).isEqualTo(Credentials.badge(key.controller()));
    }

    @Test
    void otherContentIsNot() {
      assertThatThrownBy(() -> inspect(envelope("data:application/pdf,a.b.c")))
          .isInstanceOfSatisfying(
              InvalidDocumentException.class,
              e -> assertThat(codes(e.violations())).containsExactly("form.unsupported"));
      assertThatThrownBy(() -> inspect(envelope("https://x.example/")))
          .isInstanceOfSatisfying(
              InvalidDocumentException.class,
              e -> assertThat(codes(e.violations())).containsExactly("envelope.id"));
      assertThatThrownBy(() -> inspect(envelope("data:application/vc+jwt,nonsense")))
          .isInstanceOf(InvalidDocumentException.class);
    }
  }

  private JsonObject signedJson(JsonObject document, ProofFormat format) throws Exception {
    return Inspection.open(
            CredentialSigner.of(key, format).sign(document), InspectionSettings.defaults())
        .unverifiedDocument();
  }

  private static VerificationMethod keyOf(Signer signer) {
    String url = signer.verificationMethod();
    return TestKeys.of(url, url.substring(url.indexOf('#') + 1));
  }

  private static JsonValue value(String json) {
    return Credentials.object("{\"v\":" + json + "}").get("v").orElseThrow();
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).toList();
  }

  @Test
  void settingsHaveDefaults() {
    assertThat(InspectionSettings.defaults().provider()).isEqualTo(Optional.empty());
    assertThat(InspectionSettings.defaults().budget().ticks())
        .isEqualTo(InspectionSettings.defaults().limits().canonicalisationTicks());
  }
}
