package org.microcred.crypto.internal.dataintegrity;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.internal.DateTimeStamp;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Reads one proof and holds its members against Data Integrity 1.0 §2.1. */
final class ProofReader {
  private final JsonObject proof;
  private final JsonPointer at;
  private final Limits limits;
  private Findings shape = Findings.none();

  private ProofReader(JsonObject proof, JsonPointer at, Limits limits) {
    this.proof = proof;
    this.at = at;
    this.limits = limits;
  }

  /** Reads the proof at that place of the document. */
  static EmbeddedProof read(JsonObject proof, JsonPointer at, JsonObject document, Limits limits) {
    return new ProofReader(proof, at, limits).read(document);
  }

  private EmbeddedProof read(JsonObject document) {
    String type = proof.string("type").orElse("");
    Optional<String> cryptosuite = proof.string("cryptosuite");
    if (type.isEmpty()) {
      failed("proof.type", "type", "a proof has one type, a string (DI 1.0 §2.1)");
    }
    if (type.equals("DataIntegrityProof") && cryptosuite.isEmpty()) {
      failed("proof.cryptosuite", "cryptosuite", "a DataIntegrityProof names its cryptosuite");
    }
    Optional<Suite> suite = Suite.of(type, cryptosuite);
    String format = suite.map(Suite::label).orElseGet(() -> SafeText.of(cryptosuite.orElse(type)));
    Optional<Instant> created = instant("created", "proof.created");
    if (suite.isEmpty()) {
      unsupported(format);
    } else if (suite.get() == Suite.ED25519_SIGNATURE_2020 && !proof.has("created")) {
      failed("proof.created", "created", "an Ed25519Signature2020 says when it was created");
    }
    ownContext(document, suite);
    Optional<byte[]> value =
        suite.flatMap(s -> s == Suite.ECDSA_SD_2023 ? disclosure() : signature(s));
    return new EmbeddedProof(
        proof,
        new Proof(
            at,
            format,
            verificationMethod(),
            purpose(),
            created,
            instant("expires", "proof.expires"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            challenge(),
            domains()),
        suite,
        id(),
        previous(),
        value.flatMap(
            octets ->
                suite.flatMap(
                    s ->
                        s == Suite.ECDSA_SD_2023
                            ? s.algorithms().stream().findFirst()
                            : s.ofLength(octets.length))),
        value.map(EmbeddedProof.Signature::new),
        shape);
  }

  private void unsupported(String format) {
    if (shape.passed()) {
      shape =
          Findings.unknown(
              new Violation(
                  "proof.unsupported",
                  at,
                  "proofs of the kind "
                      + SafeText.quote(format)
                      + " cannot be checked by this version"));
    }
  }

  private Optional<String> verificationMethod() {
    Optional<String> method = proof.string("verificationMethod").filter(ProofReader::isAbsolute);
    if (method.isEmpty()) {
      failed(
          "proof.verification-method",
          "verificationMethod",
          "a proof names the URL of its key in verificationMethod");
    }
    return method;
  }

  private Optional<Relationship> purpose() {
    Optional<String> purpose = proof.string("proofPurpose");
    if (purpose.isEmpty()) {
      failed("proof.purpose", "proofPurpose", "a proof states its purpose in proofPurpose");
    }
    return purpose.flatMap(Relationship::of);
  }

  private Optional<Instant> instant(String name, String code) {
    if (!proof.has(name)) {
      return Optional.empty();
    }
    Optional<Instant> instant = proof.string(name).flatMap(DateTimeStamp::parse);
    if (instant.isEmpty()) {
      failed(
          code,
          name,
          name + " must be a date and time with its offset, such as 2025-01-31T12:00:00Z");
    }
    return instant;
  }

  private Optional<String> challenge() {
    if (proof.has("challenge") && proof.string("challenge").isEmpty()) {
      failed("proof.malformed", "challenge", "a challenge is a text (DI 1.0 §2.1)");
    }
    return proof.string("challenge");
  }

  private List<String> domains() {
    return texts("domain", "proof.malformed", "domain holds a text, or several (DI 1.0 §2.1)");
  }

  private Optional<String> id() {
    if (proof.has("id") && proof.string("id").filter(ProofReader::isAbsolute).isEmpty()) {
      failed("proof.id", "id", "the id of a proof is a URL");
    }
    return proof.string("id");
  }

  private List<String> previous() {
    return texts(
        "previousProof",
        "proof.previous",
        "previousProof holds the id of a proof, or several (DI 1.0 §2.1)");
  }

  /** One text or more, when the member is there. */
  private List<String> texts(String name, String code, String message) {
    List<JsonValue> items = proof.list(name);
    if (proof.has(name)
        && (items.isEmpty() || !items.stream().allMatch(JsonString.class::isInstance))) {
      failed(code, name, message);
    }
    return items.stream()
        .filter(JsonString.class::isInstance)
        .map(item -> ((JsonString) item).value())
        .toList();
  }

  /** ECDSA Cryptosuites 1.0 §3.5.8: base64url, and a derived proof in it. */
  private Optional<byte[]> disclosure() {
    Optional<byte[]> value = proof.string("proofValue").flatMap(SdCoding::octets);
    if (value.flatMap(octets -> SdBaseProof.read(octets, limits)).isPresent()) {
      failed(
          "proof.underived",
          "proofValue",
          "this is the issuer's base proof, which shows everything to come; the holder derives a"
              + " proof from it");
    } else if (value.flatMap(octets -> SdDerivedProof.read(octets, limits)).isEmpty()) {
      failed(
          "proof.value",
          "proofValue",
          "proofValue must hold a derived proof of ecdsa-sd-2023 in base64url, led by u");
    }
    return value;
  }

  /** EdDSA and ECDSA Cryptosuites 1.0 §3.2.1: base58btc, and exactly one signature. */
  private Optional<byte[]> signature(Suite suite) {
    Optional<byte[]> value =
        proof
            .string("proofValue")
            .filter(text -> text.startsWith("z"))
            .flatMap(Multibase::decode)
            .filter(bytes -> suite.ofLength(bytes.length).isPresent());
    if (value.isEmpty()) {
      failed(
          "proof.value",
          "proofValue",
          "proofValue must hold a signature of "
              + suite.algorithms().stream()
                  .map(a -> a.signatureLength().orElse(0) + " octets (" + a.jose() + ")")
                  .collect(Collectors.joining(" or "))
              + " in base58btc, led by z");
    }
    return value;
  }

  /**
   * A context of the proof's own may only repeat how that of the document begins (EdDSA
   * Cryptosuites 1.0 §3.3.2 step 4): the proof is read in the context of the document. Where the
   * JSON is signed, contexts behind those of the proof would not be: they must be the same.
   */
  private void ownContext(JsonObject document, Optional<Suite> suite) {
    if (!proof.has("@context")) {
      return;
    }
    List<JsonValue> own = proof.list("@context");
    List<JsonValue> outer = document.list("@context");
    if (own.size() > outer.size() || !outer.subList(0, own.size()).equals(own)) {
      failed(
          "proof.context",
          "@context",
          "the context of a proof must be how the document's own context begins");
    } else if (own.size() < outer.size()
        && suite.filter(s -> s.transformation() == Suite.Transformation.JCS).isPresent()) {
      failed(
          "proof.context",
          "@context",
          "the document has contexts that the proof does not name and so does not cover");
    }
  }

  private static boolean isAbsolute(String url) {
    try {
      return new URI(url).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void failed(String code, String member, String message) {
    shape = shape.and(Findings.failed(new Violation(code, at.child(member), message)));
  }

  /** The proofs of a document, each with its place; empty when there is none. */
  static List<JsonPointer> places(JsonObject document) {
    JsonValue proof = document.members().get("proof");
    JsonPointer at = JsonPointer.ROOT.child("proof");
    if (proof instanceof JsonArray array) {
      return java.util.stream.IntStream.range(0, array.items().size()).mapToObj(at::child).toList();
    }
    return proof == null ? List.of() : List.of(at);
  }
}
