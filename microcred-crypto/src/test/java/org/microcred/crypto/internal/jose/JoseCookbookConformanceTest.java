package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/**
 * The JOSE cookbook (RFC 7520, RFC 8037, RFC 7797): signatures of digital signature algorithms are
 * reproduced where they can be and verified in any case; shared secrets, unencoded payloads, other
 * serialisations and whatever is encrypted are refused.
 */
class JoseCookbookConformanceTest {
  private final Map<String, String> answers = new TreeMap<>();

  private enum Answer {
    READ,
    REPRODUCED,
    VERIFIED,
    REFUSED
  }

  @Test
  void everyFile() throws Exception {
    Map<Answer, Integer> counts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Vectors.path("jose-cookbook"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonObject json = Json.readObject(Files.readAllBytes(file), Limits.defaults());
        Answer answer = judge(file.getFileName().toString(), json);
        counts.merge(answer, 1, Integer::sum);
      }
    }
    System.out.printf("jose-cookbook: %s, refused %s%n", counts, answers);
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Answer.READ, 4, Answer.REPRODUCED, 2, Answer.VERIFIED, 3, Answer.REFUSED, 23));
    assertThat(answers.values())
        .as("for what it is, never for want of a member")
        .isSubsetOf(
            "jwt.encrypted", "jwt.alg", "jwt.syntax", "proof.missing", "key.private-material");
  }

  private Answer judge(String name, JsonObject json) throws Exception {
    if (json.has("kty")) {
      return key(name, json);
    }
    if (json.has("sign")) {
      assertThat(refusal(json.object("encrypt").orElseThrow())).isEqualTo("jwt.encrypted");
      return signature(json.object("sign").orElseThrow());
    }
    if (json.get("signing").orElse(null) instanceof JsonObject signing
        && signing.object("protected").isPresent()
        && !isSecret(json.object("input").orElseThrow().object("key").orElseThrow())) {
      return signature(json);
    }
    if (name.startsWith("4_8")) {
      return signatures(name, json);
    }
    answers.put(name, refusal(json));
    return Answer.REFUSED;
  }

  private Answer key(String name, JsonObject json) throws Exception {
    if (isSecret(json)) {
      InvalidDocumentException refusal =
          catchThrowableOfType(
              InvalidDocumentException.class, () -> Jwk.parsePublicKey(Json.write(json)));
      answers.put(name, refusal.violations().get(0).code());
      return Answer.REFUSED;
    }
    Jwk key =
        json.has("d") ? Jwk.parseKeyPair(Json.write(json)) : Jwk.parsePublicKey(Json.write(json));
    assertThat(key.keyId()).isEqualTo(json.string("kid"));
    assertThat(key.keyPair().isPresent()).isEqualTo(json.has("d"));
    return Answer.READ;
  }

  /** A compact token; its payload is text, not claims. */
  private static Answer signature(JsonObject json) throws Exception {
    JsonObject input = json.object("input").orElseThrow();
    JsonObject signing = json.object("signing").orElseThrow();
    Jwk key =
        Jwk.parseKeyPair(Json.write(input.get("key").orElseThrow())).withAlgorithm(alg(input));
    String compact = json.object("output").orElseThrow().string("compact").orElseThrow();
    assertThat(compact)
        .isEqualTo(
            signing.string("sig-input").orElseThrow() + "." + signing.string("sig").orElseThrow());
    CompactJws jws = CompactJws.read(compact, Limits.defaults());
    Found found = new Found();
    JwsHeader header = JwsHeader.of(jws.header(), found);
    assertThat(found.findings()).isEqualTo(Findings.none());
    assertThat(jws.signed(header).verify(Tokens.method(key.publicKey()), Optional.empty()))
        .isEqualTo(Findings.none());
    return made(key, signing, json.get("reproducible").equals(Optional.of(JsonBoolean.TRUE)));
  }

  private static Answer made(Jwk key, JsonObject signing, boolean reproducible) throws Exception {
    byte[] data = signing.string("sig-input").orElseThrow().getBytes(StandardCharsets.US_ASCII);
    byte[] signature = Base64Url.decode(signing.string("sig").orElseThrow()).orElseThrow();
    byte[] ours = Signer.didJwk(key).sign(data);
    assertThat(Signatures.verify(key.algorithm(), key.publicKey(), data, ours, Optional.empty()))
        .isTrue();
    if (reproducible) {
      assertThat(ours).isEqualTo(signature);
    }
    return reproducible ? Answer.REPRODUCED : Answer.VERIFIED;
  }

  /** Several signatures in the JSON serialisation: each is sound, the document is no credential. */
  private Answer signatures(String name, JsonObject json) throws Exception {
    JsonObject input = json.object("input").orElseThrow();
    List<JsonValue> keys = input.list("key");
    List<JsonValue> signings = json.list("signing");
    assertThat(keys).hasSize(3);
    for (int i = 0; i < 2; i++) {
      JsonObject signing = (JsonObject) signings.get(i);
      SignatureAlgorithm algorithm =
          List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES512).get(i);
      Jwk key = Jwk.parseKeyPair(Json.write(keys.get(i))).withAlgorithm(algorithm);
      byte[] data = signing.string("sig-input").orElseThrow().getBytes(StandardCharsets.US_ASCII);
      byte[] signature = Base64Url.decode(signing.string("sig").orElseThrow()).orElseThrow();
      assertThat(Signatures.verify(algorithm, key.publicKey(), data, signature, Optional.empty()))
          .isTrue();
    }
    answers.put(name, refusal(json));
    return Answer.REFUSED;
  }

  /** Why each form in which the file writes its result is refused. */
  private static String refusal(JsonObject json) throws IOException {
    JsonObject output = json.object("output").orElseThrow();
    String reason = "";
    for (Map.Entry<String, JsonValue> form : output.members().entrySet()) {
      String text =
          form.getKey().equals("compact")
              ? output.string("compact").orElseThrow()
              : Json.write(form.getValue());
      Findings alone = open(text);
      assertThat(alone.failures()).as(text).isNotEmpty();
      if (form.getKey().equals("compact") || reason.isEmpty()) {
        reason = code(form.getKey().equals("compact") ? token(text) : alone);
      }
    }
    return reason;
  }

  private static Findings open(String text) {
    try {
      return Inspection.open(SecuredCredential.of(text), InspectionSettings.defaults()).shape();
    } catch (InvalidDocumentException e) {
      return Findings.of(e.violations());
    }
  }

  private static Findings token(String compact) {
    try {
      Found found = new Found();
      JwsHeader.of(CompactJws.read(compact, Limits.defaults()).header(), found);
      return found.findings();
    } catch (InvalidDocumentException e) {
      return Findings.of(e.violations());
    }
  }

  private static String code(Findings findings) {
    return findings.failures().stream()
        .map(Violation::code)
        .sorted()
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  private static boolean isSecret(JsonObject key) {
    return key.string("kty").equals(Optional.of("oct"));
  }

  private static SignatureAlgorithm alg(JsonObject input) {
    return SignatureAlgorithm.ofJose(input.string("alg").orElseThrow()).orElseThrow();
  }
}
