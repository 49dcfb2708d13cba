package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Data Integrity ECDSA Cryptosuites 1.0 §3.4 to §3.6, ecdsa-sd-2023, as a holder uses it. */
class SelectiveDisclosureTest {
  private static final String ACHIEVEMENT = "/credentialSubject/achievement";

  private final CredentialSigner issuer =
      CredentialSigner.of(
          Signer.didKey(TestPairs.pair(SignatureAlgorithm.ES256)), ProofFormat.ECDSA_SD_2023);

  private JsonObject badge() {
    return Credentials.badge(issuer.issuer());
  }

  private SecuredCredential base() throws Exception {
    return issuer.sign(badge());
  }

  private static JsonObject derive(SecuredCredential base, String... pointers)
      throws InvalidDocumentException {
    return object(
        SelectiveDisclosure.derive(
            base, Arrays.stream(pointers).map(JsonPointer::parse).toList(), DocumentLoader.none()));
  }

  private static JsonObject object(SecuredCredential secured) throws InvalidDocumentException {
    return Json.readObject(secured.toBytes(), Limits.defaults());
  }

  private static Findings verify(JsonObject shown) {
    return verify(shown, InspectionSettings.defaults());
  }

  private static Findings verify(JsonObject shown, InspectionSettings settings) {
    try {
      Inspection inspection =
          Inspection.open(SecuredCredential.of(Json.writeBytes(shown)), settings);
      Proof proof = inspection.proofs().get(0);
      return inspection
          .shape()
          .and(inspection.context())
          .and(inspection.verify(proof, TestKeys.named(proof)));
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Stream<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).distinct();
  }

  private static JsonObject withValue(JsonObject signed, byte[] value) {
    return signed.with(
        "proof",
        signed
            .object("proof")
            .orElseThrow()
            .with("proofValue", new JsonString(Multibase.base64url(value))));
  }

  private static byte[] value(JsonObject signed) {
    return Multibase.decode(
            signed.object("proof").flatMap(proof -> proof.string("proofValue")).orElseThrow())
        .orElseThrow();
  }

  @Test
  void showsWhatIsNamedAndTheWayToIt() throws Exception {
    JsonObject shown = derive(base(), ACHIEVEMENT + "/name");
    assertThat(verify(shown)).isEqualTo(Findings.none());
    JsonObject subject = shown.object("credentialSubject").orElseThrow();
    assertThat(subject.members()).containsOnlyKeys("id", "type", "achievement");
    assertThat(subject.object("achievement").orElseThrow().members())
        .containsOnlyKeys("id", "type", "name");
    assertThat(shown.toString()).doesNotContain("Pass the exam.", "Writes small programs.");
  }

  @Test
  void nobodyCanWithholdWhatTheAnswerHangsOn() throws Exception {
    JsonObject badge =
        badge()
            .with("validUntil", new JsonString("2027-01-01T00:00:00Z"))
            .with(
                "credentialStatus",
                Credentials.object(
                    "{\"id\":\"https://university.example/s#1\",\"type\":\"BitstringStatusListEntry\","
                        + "\"statusPurpose\":\"revocation\",\"statusListIndex\":\"1\","
                        + "\"statusListCredential\":\"https://university.example/s\"}"));
    JsonObject shown = derive(issuer.sign(badge));
    assertThat(verify(shown)).isEqualTo(Findings.none());
    assertThat(shown.members())
        .containsOnlyKeys(
            "@context",
            "id",
            "type",
            "issuer",
            "validFrom",
            "validUntil",
            "credentialStatus",
            "proof");
    assertThat(shown.get("issuer")).isEqualTo(badge.get("issuer"));
  }

  @Test
  void theIssuerSaysWhatElseIsMandatory() throws Exception {
    JsonObject shown =
        derive(
            issuer.withMandatory(List.of(JsonPointer.parse(ACHIEVEMENT))).sign(badge()), "/name");
    assertThat(verify(shown)).isEqualTo(Findings.none());
    assertThat(JsonPointer.parse(ACHIEVEMENT).in(shown))
        .isEqualTo(JsonPointer.parse(ACHIEVEMENT).in(badge()));
    assertThat(shown.string("name")).contains("Python 101");
  }

  @Test
  void elementsOfListsCloseUp() throws Exception {
    JsonObject badge =
        badge()
            .with(
                "evidence",
                new JsonArray(
                    Stream.of("one", "two", "three")
                        .map(
                            name ->
                                Credentials.object(
                                    "{\"type\":[\"Evidence\"],\"name\":\"" + name + "\"}"))
                        .map(object -> (JsonValue) object)
                        .toList()));
    JsonObject shown = derive(issuer.sign(badge), "/evidence/0/name", "/evidence/2");
    assertThat(verify(shown)).isEqualTo(Findings.none());
    assertThat(shown.list("evidence")).hasSize(2);
    assertThat(shown.toString()).contains("one", "three").doesNotContain("two");
  }

  @Test
  void whoChangesWhatIsShownIsFoundOut() throws Exception {
    JsonObject shown = derive(base(), ACHIEVEMENT, "/name");
    String text = Json.write(shown);
    for (String part :
        List.of("Pass the exam.", "2025-01-01", "Example University", "did:example:learner")) {
      assertThat(text).contains(part);
      JsonObject changed = Credentials.object(text.replace(part, part.replace('a', 'e') + "1"));
      assertThat(verify(changed).passed()).as(part).isFalse();
    }
    assertThat(codes(verify(shown.without("name")).failures())).containsExactly("proof.signature");
    assertThat(codes(verify(shown.with("description", new JsonString("Everything."))).failures()))
        .containsExactly("proof.signature");
    JsonObject options = shown.object("proof").orElseThrow();
    assertThat(
            codes(
                verify(
                        shown.with(
                            "proof",
                            options.with("created", new JsonString("2020-01-01T00:00:00Z"))))
                    .failures()))
        .containsExactly("proof.signature");
  }

  @Test
  void noBitOfADerivedProofIsIdle() throws Exception {
    JsonObject shown = derive(base(), ACHIEVEMENT + "/name");
    byte[] value = value(shown);
    for (int i = 0; i < value.length; i += 3) {
      byte[] changed = value.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      assertThat(verify(withValue(shown, changed)).passed()).as("byte " + i).isFalse();
    }
  }

  @Test
  void proofsOfDifferentCredentialsDoNotMix() throws Exception {
    JsonObject other =
        derive(issuer.sign(badge().with("name", new JsonString("Java 101"))), "/name");
    JsonObject shown = derive(base(), "/name");
    assertThat(codes(verify(withValue(shown, value(other))).failures()))
        .containsExactly("proof.signature");
  }

  @Test
  void aBaseProofIsNotForVerifiers() throws Exception {
    assertThat(codes(verify(object(base())).failures())).containsExactly("proof.underived");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "z3", "u2V0A", "u2V0B", "u2V0BhUA", "notMultibase", "u!!"})
  void whatIsNoDerivedProofIsRefused(String value) throws Exception {
    JsonObject shown = derive(base(), "/name");
    JsonObject changed =
        shown.with(
            "proof", shown.object("proof").orElseThrow().with("proofValue", new JsonString(value)));
    assertThat(codes(verify(changed).failures())).containsExactly("proof.value");
  }

  @Test
  void onlyABaseProofCanBeDerivedFrom() throws Exception {
    SecuredCredential derived =
        SelectiveDisclosure.derive(
            base(), List.of(JsonPointer.parse("/name")), DocumentLoader.none());
    for (SecuredCredential none :
        List.of(derived, SecuredCredential.of(Json.writeBytes(badge())))) {
      assertThatThrownBy(() -> derive(none, "/name"))
          .isInstanceOf(InvalidDocumentException.class)
          .hasMessageContaining("base proof");
    }
  }

  @Test
  void aBaseProofForAnotherDocumentIsRefused() throws Exception {
    JsonObject base = object(base());
    for (JsonObject changed :
        List.of(
            base.without("validFrom"), // the mandatory pointers lead nowhere
            base.with("description", new JsonString("Something else.")))) {
      JsonObject derived;
      try {
        derived = derive(SecuredCredential.of(Json.writeBytes(changed)), ACHIEVEMENT);
      } catch (InvalidDocumentException e) {
        assertThat(codes(e.violations())).containsExactly("proof.base");
        continue;
      }
      assertThat(codes(verify(derived).failures())).containsExactly("proof.signature");
    }
  }

  @Test
  void pointersThatLeadNowhereAreTheCallersMistake() throws Exception {
    SecuredCredential base = base();
    for (String pointer : List.of("/nothing", ACHIEVEMENT + "/0", "/name/x")) {
      assertThatThrownBy(() -> derive(base, pointer))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("pointers");
    }
    assertThatThrownBy(
            () -> issuer.withMandatory(List.of(JsonPointer.parse("/nothing"))).sign(badge()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                CredentialSigner.of(
                        Signer.didKey(TestPairs.pair(SignatureAlgorithm.EDDSA)),
                        ProofFormat.EDDSA_RDFC_2022)
                    .withMandatory(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void contextsCannotBeCutShort() throws Exception {
    JsonObject shown = derive(base(), "/@context/0");
    assertThat(shown.get("@context")).isEqualTo(badge().get("@context"));
    assertThat(verify(shown)).isEqualTo(Findings.none());
  }

  @Test
  void listsCannotBeTakenApart() {
    URI url = URI.create("https://university.example/context");
    DocumentLoader loader =
        DocumentLoader.of(
            Map.of(
                url,
                ("{\"@context\":{\"steps\":{\"@id\":\"https://university.example/steps\","
                        + "\"@container\":\"@list\"}}}")
                    .getBytes(StandardCharsets.UTF_8)));
    JsonObject badge =
        Credentials.object(
            badge()
                .toString()
                .replace("context-3.0.3.json\"]", "context-3.0.3.json\",\"" + url + "\"]")
                .replace("\"validFrom\"", "\"steps\":[\"a\",\"b\"],\"validFrom\""));
    assertThatThrownBy(() -> issuer.withContexts(loader).sign(badge))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e -> assertThat(codes(e.violations())).containsExactly("proof.undisclosable"));
  }

  @Test
  void signaturesAreCountedAsWork() throws Exception {
    JsonObject shown = derive(base(), "");
    InspectionSettings plenty = InspectionSettings.defaults();
    assertThat(verify(shown, plenty)).isEqualTo(Findings.none());
    long needed = Limits.defaults().canonicalisationTicks() - plenty.budget().ticks();
    Limits few = Limits.defaults().toBuilder().canonicalisationTicks(needed - 1).build();
    InspectionSettings settings =
        new InspectionSettings(DocumentLoader.none(), few, WorkBudget.of(few), Optional.empty());
    Findings findings = verify(shown, settings);
    assertThat(findings.failures()).isEmpty();
    assertThat(codes(findings.unknowns())).containsExactly("limit.canonicalisation");
  }
}
