package org.microcred.crypto.internal.did;

import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.DateTimeStamp;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Reads one verification method (CID 1.0 §2.2). */
final class MethodReader {
  private final JsonObject method;
  private Findings findings = Findings.none();

  private MethodReader(JsonObject method) {
    this.method = method;
  }

  static VerificationMethod read(
      JsonObject method, String id, String documentId, boolean isAmbiguous) {
    return new MethodReader(method).read(id, documentId, isAmbiguous);
  }

  private VerificationMethod read(String id, String documentId, boolean isAmbiguous) {
    String type = method.string("type").orElse("");
    DecodedKey key = key(type);
    findings = key.findings();
    if (isAmbiguous) {
      fail("key.ambiguous", "the document defines this key twice and differently");
    }
    for (String name : method.members().keySet()) {
      if (name.startsWith("secretKey") || name.startsWith("privateKey")) {
        fail(
            "key.private-material",
            "the document shows the private key (" + SafeText.of(name) + ')');
      }
    }
    Optional<String> controller = method.string("controller");
    if (controller.isEmpty()) {
      fail("key.malformed", "the key names no controller");
    }
    Optional<Instant> expires = instant("expires");
    Optional<Instant> revoked = instant("revoked");
    return new VerificationMethod(
        id,
        controller.orElse(documentId),
        type,
        findings.failures().isEmpty() ? key.key() : Optional.empty(),
        key.algorithm(),
        findings,
        expires,
        revoked);
  }

  private DecodedKey key(String type) {
    List<String> material =
        method.members().keySet().stream().filter(name -> name.startsWith("publicKey")).toList();
    if (material.size() > 1) {
      return DecodedKey.failed("key.ambiguous", "the key is written in more than one form");
    }
    return switch (type) {
      case "Multikey" -> multikey();
      case "Ed25519VerificationKey2020" -> edwardsOnly(multikey());
      case "JsonWebKey", "JsonWebKey2020" ->
          method
              .object("publicKeyJwk")
              .map(JwkReader::publicKey)
              .orElseGet(() -> DecodedKey.malformed("the key has no object in publicKeyJwk"));
      default ->
          DecodedKey.unsupported("keys of the type " + SafeText.quote(type) + " are not supported");
    };
  }

  private DecodedKey multikey() {
    return method
        .string("publicKeyMultibase")
        .map(Multikey::decode)
        .orElseGet(() -> DecodedKey.malformed("the key has no text in publicKeyMultibase"));
  }

  private static DecodedKey edwardsOnly(DecodedKey decoded) {
    return decoded.key().filter(key -> !(key instanceof EdECPublicKey)).isPresent()
        ? DecodedKey.malformed("the key is not one of Ed25519, as its type says")
        : decoded;
  }

  private Optional<Instant> instant(String name) {
    if (!method.has(name)) {
      return Optional.empty();
    }
    Optional<Instant> instant = method.string(name).flatMap(DateTimeStamp::parse);
    if (instant.isEmpty()) {
      fail("key.malformed", name + " is not a date and time with an offset");
    }
    return instant;
  }

  private void fail(String code, String message) {
    findings = findings.and(Findings.failed(new Violation(code, JsonPointer.ROOT, message)));
  }
}
