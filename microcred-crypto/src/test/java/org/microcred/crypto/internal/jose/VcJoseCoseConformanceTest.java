package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.testing.Vectors;

/** The W3C vc-jose-cose test suite, JOSE credentials, and RFC 8037 from the JOSE cookbook. */
class VcJoseCoseConformanceTest {
  // 2 and 4: P-384 and P-521 do not sign yet. 3, 4, 7, 11, 14 and 16 are presentations. 5 is the
  // lost-data check of JSON-LD, which stands in front of signing.
  private static final Set<Integer> EXCLUDED = Set.of(2, 3, 4, 5, 7, 11, 14, 16);

  @Test
  void verifiesAndIssuesTheCredentials() throws Exception {
    Map<Integer, String> answers = new TreeMap<>();
    List<Integer> excluded = new ArrayList<>();
    for (String line : Vectors.text("vc-jose-cose-test-suite/TESTS.tsv").lines().skip(1).toList()) {
      String[] row = line.split("\t", -1);
      int number = Integer.parseInt(row[0]);
      if (!row[3].endsWith("_jose")) {
        continue;
      }
      if (EXCLUDED.contains(number)) {
        excluded.add(number);
        continue;
      }
      boolean done =
          row[2].equals("issue") ? issue(row[4], row[5]) : verify(row[4], row[5]).passed();
      assertThat(done).as(line).isEqualTo(row[7].equals("success"));
      answers.put(number, row[7]);
    }
    System.out.printf(
        "vc-jose-cose-test-suite: %d JOSE tests as expected %s, excluded %s%n",
        answers.size(), answers, excluded);
    assertThat(answers).hasSize(8);
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

  @Test
  void rfc8037AppendixA4FromTheCookbook() throws Exception {
    JsonObject file = json(Vectors.text("jose-cookbook/curve25519/jws.json"));
    Jwk jwk =
        Jwk.parseKeyPair(Json.write(file.object("input").orElseThrow().get("key").orElseThrow()));
    JsonObject signing = file.object("signing").orElseThrow();
    byte[] data = signing.string("sig-input").orElseThrow().getBytes(StandardCharsets.US_ASCII);
    byte[] signature = Base64Url.decode(signing.string("sig").orElseThrow()).orElseThrow();
    assertThat(Signer.didKey(jwk.keyPair().orElseThrow()).sign(data)).isEqualTo(signature);
    assertThat(
            Signatures.verify(
                SignatureAlgorithm.EDDSA, jwk.publicKey(), data, signature, Optional.empty()))
        .isTrue();
  }

  private static boolean issue(String input, String key) throws Exception {
    JsonObject credential = json(Vectors.text("vc-jose-cose-test-suite/" + input));
    JsonObject method = json(Vectors.text("vc-jose-cose-test-suite/" + key));
    Jwk jwk = Jwk.parseKeyPair(Json.write(method.get("secretKeyJwk").orElseThrow()));
    Signer signer =
        Signer.of(jwk.keyPair().orElseThrow(), jwk.algorithm(), method.string("id").orElseThrow());
    JwtCredential token =
        JwtCredential.read(
            JwtCredential.sign(credential, JwtProfile.VC_JWT, signer), Limits.defaults());
    return Tokens.judge(token, jwk.publicKey()).passed();
  }

  /** Looks the key up by the thumbprint in kid, as a verifier does in the issuer's document. */
  private static Findings verify(String input, String key) throws Exception {
    JsonObject method = json(Vectors.text("vc-jose-cose-test-suite/" + key));
    Jwk jwk = Jwk.parsePublicKey(Json.write(method.get("publicKeyJwk").orElseThrow()));
    ControllerDocument issuer =
        new ControllerDocument(
            method.string("controller").orElseThrow(),
            List.of(Tokens.method(jwk.publicKey())),
            Map.of());
    JwtCredential token;
    try {
      token =
          JwtCredential.read(
              Vectors.text("vc-jose-cose-test-suite/" + input).strip(), Limits.defaults());
    } catch (InvalidDocumentException e) {
      return Findings.of(e.violations());
    }
    VerificationMethod found =
        issuer.methodFor(token.proof()).orElseGet(() -> Tokens.method(jwk.publicKey()));
    return token.shape().and(token.verify(found, Optional.empty()));
  }

  private static JsonObject json(String text) throws Exception {
    return Json.readObject(text.getBytes(StandardCharsets.UTF_8), Limits.defaults());
  }
}
