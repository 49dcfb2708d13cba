package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.EnvelopeKeys;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.cose.CoseCredential;
import org.microcred.crypto.internal.sdjwt.Frame;
import org.microcred.crypto.internal.sdjwt.SdJwtCredential;
import org.microcred.crypto.internal.sdjwt.SdJwtProfile;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/**
 * The W3C vc-jose-cose test suite, rows 17 to 35: SD-JWT and COSE, credentials and presentations.
 *
 * <p>The credentials inside a presentation must be data: URLs. What they hold is not looked at: row
 * 31 holds a placeholder that is no token, and the keys of the others are not those of the row.
 */
class EnvelopeConformanceTest {
  private static final String FOLDER = "vc-jose-cose-test-suite/";
  private static final Request REQUEST = new Request("challenge", "https://verifier.example");

  /** One row of the table. */
  private record Row(String operation, String feature, String input, String key, String paths) {
    Content content() {
      return feature.startsWith("credential") ? Content.CREDENTIAL : Content.PRESENTATION;
    }

    boolean isSdJwt() {
      return feature.endsWith("_sdjwt");
    }
  }

  @Test
  void allRowsOfSdJwtAndCose() throws Exception {
    Map<Integer, List<String>> answers = new TreeMap<>();
    int sdJwt = 0;
    for (String line : Vectors.text(FOLDER + "TESTS.tsv").lines().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      if (cells[3].endsWith("_jose")) {
        continue;
      }
      Row row = new Row(cells[2], cells[3], cells[4], cells[5], cells[6]);
      Findings findings = row.operation.equals("issue") ? issue(row) : verify(row);
      assertThat(findings.passed()).as(line + findings).isEqualTo(cells[7].equals("success"));
      answers.put(
          Integer.parseInt(cells[0]),
          findings.failures().stream().map(v -> v.code()).sorted().toList());
      sdJwt += row.isSdJwt() ? 1 : 0;
    }
    System.out.printf(
        "vc-jose-cose-test-suite: %d SD-JWT and %d COSE tests as expected, reasons %s%n",
        sdJwt, answers.size() - sdJwt, answers);
    assertThat(answers).hasSize(19);
    assertThat(sdJwt).isEqualTo(10);
    // The reasons of the vectors' README.
    assertThat(answers)
        .containsEntry(23, List.of("proof.signature"))
        .containsEntry(24, List.of("jwt.cty", "jwt.typ"))
        .containsEntry(32, List.of("proof.signature"))
        .containsEntry(33, List.of("cose.content-type", "cose.typ"));
    assertThat(answers.get(26)).contains("envelope.id", "jwt.typ");
    assertThat(answers.get(35)).containsExactly("envelope.id");
  }

  private static Findings issue(Row row) throws Exception {
    JsonObject document = json(row.input);
    JsonObject method = json(row.key);
    Jwk jwk = Jwk.parseKeyPair(Json.write(method.get("secretKeyJwk").orElseThrow()));
    Signer signer =
        Signer.of(jwk.keyPair().orElseThrow(), jwk.algorithm(), method.string("id").orElseThrow());
    Enveloped read;
    if (row.isSdJwt()) {
      Frame frame = Frame.NONE.withPointers(pointers(row.paths));
      String text =
          SdJwtCredential.sign(
              document, SdJwtProfile.VC, row.content(), frame, signer, new Random(1));
      assertThat(text.split("~")).hasSize(1 + frame.pointers().size());
      read = SdJwtCredential.read(text, row.content(), Limits.defaults());
    } else {
      read =
          CoseCredential.read(
              row.content() == Content.CREDENTIAL
                  ? CoseCredential.sign(document, signer)
                  : CoseCredential.sign(document, REQUEST, signer, Instant.EPOCH),
              row.content(),
              Limits.defaults());
    }
    assertThat(read.credential()).isEqualTo(document);
    return read.shape().and(read.verify(EnvelopeKeys.method(jwk.publicKey()), Optional.empty()));
  }

  private static Findings verify(Row row) throws Exception {
    JsonObject method = json(row.key);
    Jwk jwk = Jwk.parsePublicKey(Json.write(method.get("publicKeyJwk").orElseThrow()));
    ControllerDocument issuer =
        new ControllerDocument(
            method.string("controller").orElseThrow(),
            List.of(EnvelopeKeys.method(jwk.publicKey())),
            Map.of());
    try {
      String text = Vectors.text(FOLDER + row.input).strip();
      Enveloped read =
          row.isSdJwt()
              ? SdJwtCredential.read(text, row.content(), Limits.defaults())
              : CoseCredential.read(
                  Base64.getDecoder().decode(text), row.content(), Limits.defaults());
      Findings findings = read.shape();
      if (issuer.methodFor(read.proof()).isPresent()) {
        findings =
            findings.and(
                read.verify(issuer.methodFor(read.proof()).orElseThrow(), Optional.empty()));
      } else {
        assertThat(findings.failures()).as("the key of the row is meant").isNotEmpty();
      }
      return findings.and(inside(read.credential()));
    } catch (InvalidDocumentException e) {
      return Findings.of(e.violations());
    }
  }

  /** Whether the credentials in a presentation are data: URLs. */
  static Findings inside(JsonObject document) {
    Findings findings = Findings.none();
    for (JsonValue credential : document.list("verifiableCredential")) {
      if (((JsonObject) credential).string("id").orElse("").startsWith("data:")) {
        continue;
      }
      try {
        Inspection.of((JsonObject) credential, InspectionSettings.defaults());
      } catch (InvalidDocumentException e) {
        findings =
            findings.and(
                Findings.of(
                    e.violations().stream()
                        .filter(violation -> violation.code().equals("envelope.id"))
                        .toList()));
      }
    }
    return findings;
  }

  /** {@code a.b[0]} is {@code /a/b/0}. */
  private static List<JsonPointer> pointers(String paths) throws Exception {
    List<JsonPointer> pointers = new ArrayList<>();
    for (JsonValue path : ((JsonArray) Json.read(paths, Limits.defaults())).items()) {
      String text =
          ((JsonString) path).value().replace('.', '/').replace("[", "/").replace("]", "");
      pointers.add(JsonPointer.parse("/" + text));
    }
    return pointers;
  }

  private static JsonObject json(String name) throws Exception {
    return Json.readObject(Vectors.text(FOLDER + name), Limits.defaults());
  }
}
