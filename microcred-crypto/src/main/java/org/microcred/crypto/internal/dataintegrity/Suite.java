package org.microcred.crypto.internal.dataintegrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** A cryptosuite that is built in: RDFC-1.0, SHA-256, Ed25519. */
public enum Suite {
  /** Data Integrity EdDSA Cryptosuites 1.0 §3.2. */
  EDDSA_RDFC_2022(
      "eddsa-rdfc-2022", "DataIntegrityProof", "https://w3id.org/security/data-integrity/v2"),
  /** Data Integrity EdDSA Cryptosuites 1.0 Appendix A, the older proof type. */
  ED25519_SIGNATURE_2020(
      "Ed25519Signature2020",
      "Ed25519Signature2020",
      "https://w3id.org/security/suites/ed25519-2020/v1");

  /** These define DataIntegrityProof too. */
  private static final Set<String> WITH_DATA_INTEGRITY =
      Set.of("https://www.w3.org/ns/credentials/v2", "https://w3id.org/security/data-integrity/v1");

  private final String label;
  private final String type;
  private final String context;

  Suite(String label, String type, String context) {
    this.label = label;
    this.type = type;
    this.context = context;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }

  /** The proof's type. */
  String type() {
    return type;
  }

  /** The suite of a proof; empty when it is not built in. */
  static Optional<Suite> of(String type, Optional<String> cryptosuite) {
    for (Suite suite : values()) {
      boolean named =
          suite != EDDSA_RDFC_2022 || cryptosuite.filter(suite.label::equals).isPresent();
      if (suite.type.equals(type) && named) {
        return Optional.of(suite);
      }
    }
    return Optional.empty();
  }

  /** The document with a context that defines this suite's proofs, when it has none yet. */
  JsonObject withContext(JsonObject document) {
    List<JsonValue> contexts = document.list("@context");
    if (contexts.isEmpty() || contexts.stream().anyMatch(this::isDefinedBy)) {
      return document;
    }
    List<JsonValue> longer = new ArrayList<>(contexts);
    longer.add(new JsonString(context));
    return document.with("@context", new JsonArray(longer));
  }

  private boolean isDefinedBy(JsonValue entry) {
    return entry instanceof JsonString url
        && (url.value().equals(context)
            || (this == EDDSA_RDFC_2022 && WITH_DATA_INTEGRITY.contains(url.value())));
  }
}
