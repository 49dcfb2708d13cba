package org.microcred.crypto.internal.jose;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** Project Wycheproof's tokens and keys through our readers of JWS, headers and JWKs. */
class WycheproofJwsConformanceTest {
  private static final String HMAC = "jwt.alg";

  @Test
  void jsonWebSignature() throws Exception {
    // HMAC shares its secret with those who verify; 372 and 373 are not canonical base64url either.
    // 346 and 350 are signed by PS384 under a key whose own alg is PS256 and called valid; 338 and
    // 340, by PS256 and PS384 under a key for PS512, are called invalid: a key's alg binds here.
    assertThat(disagreements("json_web_signature", 401))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry(1, HMAC),
                entry(346, "proof.algorithm"),
                entry(348, HMAC),
                entry(350, "proof.algorithm"),
                entry(352, HMAC),
                entry(357, HMAC),
                entry(358, HMAC),
                entry(359, HMAC),
                entry(372, "jwt.syntax"),
                entry(373, "jwt.syntax"),
                entry(376, HMAC),
                entry(377, HMAC)));
  }

  @Test
  void jsonWebKey() throws Exception {
    assertThat(disagreements("json_web_key", 26))
        .containsOnlyKeys(2, 13, 14, 15)
        .allSatisfy((id, code) -> assertThat(code).isEqualTo(HMAC));
  }

  @Test
  void jsonWebCrypto() throws Exception {
    // The other 34 tests are encrypted.
    assertThat(disagreements("json_web_crypto", 49)).containsOnlyKeys(1, 48);
  }

  /** The cases whose answer differs, with the code of the first reason that was given. */
  private static Map<Integer, String> disagreements(String name, int count) throws Exception {
    JsonObject file =
        Json.readObject(Vectors.bytes("wycheproof/" + name + "_test.json"), Limits.defaults());
    Map<Integer, String> different = new TreeMap<>();
    int all = 0;
    for (JsonValue item : file.list("testGroups")) {
      JsonObject group = (JsonObject) item;
      JsonObject keys = group.object("public").or(() -> group.object("private")).orElseThrow();
      for (JsonValue test : group.list("tests")) {
        JsonObject example = (JsonObject) test;
        int id = ((JsonNumber) example.get("tcId").orElseThrow()).value().intValueExact();
        if (!example.has("jws")) {
          continue;
        }
        // One test has the JSON serialisation.
        String token =
            example.string("jws").orElseGet(() -> Json.write(example.get("jws").orElseThrow()));
        Findings findings = verify(token, keys);
        all++;
        if (findings.passed() != example.string("result").orElseThrow().equals("valid")) {
          different.put(
              id, findings.failures().stream().map(Violation::code).findFirst().orElse(""));
        }
      }
    }
    System.out.printf(
        "wycheproof %s: %d of %d as expected, others %s%n",
        name, all - different.size(), all, different);
    assertThat(all).isEqualTo(count);
    return different;
  }

  /** As a verifier does: the header's rules, the key by its id, the key's rules, the signature. */
  private static Findings verify(String token, JsonObject keys) {
    CompactJws jws;
    try {
      jws = CompactJws.read(token, Limits.defaults());
    } catch (InvalidDocumentException e) {
      return Findings.of(e.violations());
    }
    Found found = new Found();
    JwsHeader header = JwsHeader.of(jws.header(), found);
    Optional<SignatureAlgorithm> algorithm = header.algorithm();
    Findings findings = found.findings();
    if (!findings.passed() || algorithm.isEmpty()) {
      return findings;
    }
    List<JsonValue> set = keys.has("keys") ? keys.list("keys") : List.of(keys);
    List<JsonObject> named =
        set.stream()
            .map(JsonObject.class::cast)
            .filter(jwk -> jwk.string("kid").equals(jws.header().string("kid")))
            .toList();
    if (named.size() != 1) {
      return Findings.failed(Tokens.violation("key.ambiguous"));
    }
    DecodedKey key = JwkReader.publicKey(named.get(0));
    if (key.key().isEmpty()) {
      return key.findings();
    }
    VerificationMethod method = Tokens.method(key.key().get(), key.algorithm());
    return findings.and(jws.signed(header).verify(method, Optional.empty()));
  }
}
