package org.microcred.crypto.internal.did;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.KeyResolver;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.testing.Vectors;

/** The did:key vectors: key bytes and relationships; the types in them are of older drafts. */
class DidKeyConformanceTest {
  @ParameterizedTest
  @ValueSource(strings = {"ed25519-x25519", "nist-curves", "rsa"})
  void resolvesTheKeysThatAreBuiltIn(String file) throws Exception {
    List<String> dids = new ArrayList<>();
    for (Map.Entry<String, JsonObject> entry : vectors(file).entrySet()) {
      String did = entry.getKey();
      ControllerDocument document = KeyResolver.offline().resolve(did).orElseThrow();
      VerificationMethod method = document.verificationMethods().get(0);
      assertThat(method.findings().passed()).as(did).isTrue();
      assertThat(did).endsWith(Multikey.encode(method.publicKey().orElseThrow()));
      requireSame(method, entry.getValue());
      for (Relationship relationship : Relationship.values()) {
        assertThat(document.relationships().get(relationship))
            .as(did)
            .isEqualTo(strings(entry.getValue(), relationship.term()));
      }
      dids.add(did);
    }
    System.out.printf("did-key %s: %d keys resolved%n", file, dids.size());
    assertThat(dids).isNotEmpty();
  }

  @Test
  void namesTheKindsThatAreNot() throws Exception {
    Map<String, Integer> messages = new TreeMap<>();
    List<String> dids = new ArrayList<>();
    dids.addAll(vectors("secp256k1").keySet());
    dids.addAll(vectors("bls12381").keySet());
    dids.addAll(x25519().keySet());
    for (String did : dids) {
      ControllerDocument document = KeyResolver.offline().resolve(did).orElseThrow();
      VerificationMethod method = document.verificationMethods().get(0);
      assertThat(method.publicKey()).isEmpty();
      assertThat(method.findings().failures()).isEmpty();
      assertThat(method.findings().unknowns())
          .singleElement()
          .satisfies(
              unknown -> {
                assertThat(unknown.code()).isEqualTo("key.unsupported");
                messages.merge(unknown.message(), 1, Integer::sum);
              });
    }
    System.out.printf("did-key: %d keys unsupported %s%n", dids.size(), messages);
    assertThat(messages.values()).containsExactly(1, 5, 6, 4);
  }

  @Test
  void keysForEncryptionSignNothing() throws Exception {
    for (String did : x25519().keySet()) {
      assertThat(KeyResolver.offline().resolve(did).orElseThrow().relationships()).isEmpty();
    }
  }

  private static void requireSame(VerificationMethod method, JsonObject vector) {
    JsonObject document = vector.object("didDocument").orElseThrow();
    JsonObject expected = (JsonObject) document.list("verificationMethod").get(0);
    assertThat(method.id()).isEqualTo(expected.string("id").orElseThrow());
    Optional<JsonObject> jwk = expected.object("publicKeyJwk");
    if (jwk.isPresent()) {
      assertThat(method.publicKey()).isEqualTo(JwkReader.publicKey(jwk.get()).key());
    } else {
      byte[] multikey =
          Multibase.decode(Multikey.encode(method.publicKey().orElseThrow())).orElseThrow();
      byte[] key =
          Multibase.decode("z" + expected.string("publicKeyBase58").orElseThrow()).orElseThrow();
      assertThat(multikey).endsWith(key).hasSize(2 + key.length);
    }
  }

  private static List<String> strings(JsonObject vector, String relationship) {
    return vector.object("didDocument").orElseThrow().list(relationship).stream()
        .map(value -> ((JsonString) value).value())
        .toList();
  }

  private static Map<String, JsonObject> vectors(String file) throws Exception {
    Map<String, JsonObject> byDid = new TreeMap<>();
    Json.readObject(
            Vectors.text("did-key/" + file + ".json").getBytes(StandardCharsets.UTF_8),
            Limits.defaults())
        .members()
        .forEach((did, value) -> byDid.put(did, (JsonObject) value));
    return byDid;
  }

  private static Map<String, JsonObject> x25519() throws Exception {
    Map<String, JsonObject> byDid = new TreeMap<>();
    vectors("x25519")
        .getOrDefault("didDocument", JsonObject.EMPTY)
        .members()
        .forEach((did, value) -> byDid.put(did, (JsonObject) value));
    return byDid;
  }
}
