package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestContexts;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TermCheck;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.testing.Vectors;

/**
 * The W3C vc-jose-cose test suite, rows 1 to 16: credentials and presentations as JWT.
 *
 * <p>The credentials inside a presentation must be data: URLs. What they hold is not looked at: row
 * 3 presents a placeholder that is no token, and the keys of the others are not those of the row.
 * Rows 4 and 7 hold a COSE message in base64 without padding and with a line break behind it, which
 * is refused in a data: URL when the credential itself is opened.
 */
class VcJoseCoseConformanceTest {
  private static final String FOLDER = "vc-jose-cose-test-suite/";

  /** Its context defines every term, those that the suite takes for undefined included. */
  private static final Set<Integer> WAIVED = Set.of(5);

  @Test
  void allRowsOfJose() throws Exception {
    Map<Integer, List<String>> answers = new TreeMap<>();
    List<Integer> waived = new ArrayList<>();
    for (String line : Vectors.text(FOLDER + "TESTS.tsv").lines().skip(1).toList()) {
      String[] row = line.split("\t", -1);
      if (!row[3].endsWith("_jose")) {
        continue;
      }
      boolean isCredential = row[3].startsWith("credential");
      Findings findings =
          row[2].equals("issue")
              ? issue(row[4], row[5], isCredential)
              : verify(row[4], row[5], isCredential);
      int number = Integer.parseInt(row[0]);
      if (WAIVED.contains(number)) {
        assertThat(findings.passed()).as("worth a waiver").isTrue();
        waived.add(number);
        continue;
      }
      assertThat(findings.passed()).as(line + findings).isEqualTo(row[7].equals("success"));
      answers.put(number, codes(findings));
    }
    System.out.printf(
        "vc-jose-cose-test-suite: %d JOSE tests as expected, reasons %s, waived %s%n",
        answers.size(), answers, waived);
    assertThat(answers).hasSize(15);
    // The reasons of the vectors' README.
    assertThat(answers)
        .containsEntry(11, List.of("jwt.syntax"))
        .containsEntry(14, List.of("jwt.cty", "jwt.typ"))
        .containsEntry(16, List.of("envelope.id"));
  }

  @Test
  void theReasonsAreThoseOfTheReadme() throws Exception {
    assertThat(verify("credential-jose-bad-signature.txt", "vm-ed25519.json").failures())
        .extracting("code")
        .containsExactly("proof.signature");
    assertThat(verify("credential-jose-bad-media-type.txt", "vm-ed25519.json").failures())
        .extracting("code")
        .containsExactly("jwt.typ", "jwt.cty");
    assertThat(verify("credential-jose-vc-vp-claims.txt", "vm-ed25519.json").failures())
        .extracting("code")
        .containsExactlyInAnyOrder("jwt.vc-claim", "jwt.vp-claim");
    assertThat(verify("credential-jose-unknown-extensions.txt", "vm-ed25519.json").failures())
        .extracting("code")
        .containsExactly("proof.algorithm");
  }

  private static Findings issue(String input, String key, boolean isCredential) throws Exception {
    JsonObject document = joined(json(input));
    JsonObject method = json(key);
    Jwk jwk = Jwk.parseKeyPair(Json.write(method.get("secretKeyJwk").orElseThrow()));
    Signer signer =
        Signer.of(jwk.keyPair().orElseThrow(), jwk.algorithm(), method.string("id").orElseThrow());
    Enveloped token =
        isCredential
            ? JwtCredential.read(
                JwtCredential.sign(document, JwtProfile.VC_JWT, signer), Limits.defaults())
            : JwtPresentation.read(
                JwtPresentation.sign(
                    document, new Request("n", "https://v.example"), signer, Instant.EPOCH),
                Limits.defaults());
    assertThat(token.credential()).isEqualTo(document);
    return lossless(document)
        .and(token.shape())
        .and(token.verify(Tokens.method(jwk.publicKey()), Optional.empty()));
  }

  /** The check that stands in front of signing. */
  private static Findings lossless(JsonObject document) throws IOException {
    return TermCheck.lossless(
        document,
        new ContextSource(TestContexts.supplied(), Limits.defaults()),
        InspectionSettings.defaults().budget());
  }

  private static Findings verify(String input, String key) throws Exception {
    return verify(input, key, true);
  }

  /** Looks the key up by the thumbprint in kid, as a verifier does in the signer's document. */
  private static Findings verify(String input, String key, boolean isCredential) throws Exception {
    JsonObject method = json(key);
    Jwk jwk = Jwk.parsePublicKey(Json.write(method.get("publicKeyJwk").orElseThrow()));
    ControllerDocument signer =
        new ControllerDocument(
            method.string("controller").orElseThrow(),
            List.of(Tokens.method(jwk.publicKey())),
            Map.of());
    String text = Vectors.text(FOLDER + input).strip();
    Enveloped token;
    try {
      token =
          isCredential
              ? JwtCredential.read(text, Limits.defaults())
              : JwtPresentation.read(text, Limits.defaults());
    } catch (InvalidDocumentException e) {
      return Findings.of(e.violations());
    }
    VerificationMethod found =
        signer.methodFor(token.proof()).orElseGet(() -> Tokens.method(jwk.publicKey()));
    return token
        .shape()
        .and(token.verify(found, Optional.empty()))
        .and(EnvelopeConformanceTest.inside(token.credential()));
  }

  private static List<String> codes(Findings findings) {
    return findings.failures().stream().map(Violation::code).sorted().toList();
  }

  /** Without line breaks, which a URL may not have and is there in row 4. */
  private static JsonObject joined(JsonObject document) throws InvalidDocumentException {
    return (JsonObject) Json.read(Json.write(document).replace("\\n", ""), Limits.defaults());
  }

  private static JsonObject json(String name) throws Exception {
    return Json.readObject(Vectors.bytes(FOLDER + name), Limits.defaults());
  }
}
