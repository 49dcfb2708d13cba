package org.microcred.crypto.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** Project Wycheproof through the one entry point to signature arithmetic. */
class WycheproofConformanceTest {
  @Test
  void ed25519() throws Exception {
    assertThat(disagreements("ed25519", SignatureAlgorithm.EDDSA, "Ed25519", 151)).isEmpty();
  }

  @Test
  void ecdsaP256InTheFormOfP1363() throws Exception {
    // 115 and 257 are valid: r was reduced modulo n. The JDK refuses them, which is safe.
    assertThat(disagreements("ecdsa_secp256r1_sha256_p1363", SignatureAlgorithm.ES256, "EC", 262))
        .isSubsetOf(115, 257);
  }

  @Test
  void ecdsaP384InTheFormOfP1363() throws Exception {
    // As above: 147 and 275.
    assertThat(disagreements("ecdsa_secp384r1_sha384_p1363", SignatureAlgorithm.ES384, "EC", 280))
        .isSubsetOf(147, 275);
  }

  @Test
  void ecdsaP521InTheFormOfP1363() throws Exception {
    // As above: 184 and 313.
    assertThat(disagreements("ecdsa_secp521r1_sha512_p1363", SignatureAlgorithm.ES512, "EC", 318))
        .isSubsetOf(184, 313);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa_pss_2048_sha256_mgf1_32, PS256, 108",
    "rsa_pss_3072_sha256_mgf1_32, PS256, 108",
    "rsa_pss_4096_sha256_mgf1_32, PS256, 108",
    "rsa_pss_2048_sha384_mgf1_48, PS384, 141",
    "rsa_pss_4096_sha384_mgf1_48, PS384, 141",
    "rsa_pss_4096_sha512_mgf1_64, PS512, 179",
  })
  void rsaPss(String file, SignatureAlgorithm algorithm, int count) throws Exception {
    assertThat(disagreements(file, algorithm, "RSA", count)).isEmpty();
  }

  @Test
  void rsaPkcs1() throws Exception {
    // 258 and 259 are valid under keys with the exponent 3, which are refused by design.
    assertThat(disagreements("rsa_signature_2048_sha256", SignatureAlgorithm.RS256, "RSA", 259))
        .containsExactly(258, 259);
  }

  /** The cases whose answer differs, by number; the key is read from DER and from the JWK. */
  private static Set<Integer> disagreements(
      String name, SignatureAlgorithm algorithm, String keyFactory, int count) throws Exception {
    JsonObject file =
        Json.readObject(Vectors.bytes("wycheproof/" + name + "_test.json"), Limits.defaults());
    List<Integer> all = new ArrayList<>();
    Set<Integer> different = new TreeSet<>();
    for (JsonValue item : file.list("testGroups")) {
      JsonObject group = (JsonObject) item;
      PublicKey key = key(group, keyFactory);
      for (JsonValue test : group.list("tests")) {
        JsonObject example = (JsonObject) test;
        int id = ((JsonNumber) example.get("tcId").orElseThrow()).value().intValueExact();
        String result = example.string("result").orElseThrow();
        boolean verified =
            Signatures.verify(
                algorithm, key, hex(example, "msg"), hex(example, "sig"), Optional.empty());
        all.add(id);
        if (!result.equals("acceptable") && verified != result.equals("valid")) {
          different.add(id);
        }
      }
    }
    System.out.printf(
        "wycheproof %s: %d of %d as expected, others %s%n",
        name, all.size() - different.size(), all.size(), different);
    assertThat(all).hasSize(count);
    return different;
  }

  private static PublicKey key(JsonObject group, String keyFactory) throws Exception {
    PublicKey key =
        KeyFactory.getInstance(keyFactory)
            .generatePublic(new X509EncodedKeySpec(hex(group, "publicKeyDer")));
    group
        .object("publicKeyJwk")
        .ifPresent(jwk -> assertThat(JwkReader.publicKey(jwk).key()).contains(key));
    return key;
  }

  private static byte[] hex(JsonObject object, String name) {
    return HexFormat.of().parseHex(object.string(name).orElseThrow());
  }
}
