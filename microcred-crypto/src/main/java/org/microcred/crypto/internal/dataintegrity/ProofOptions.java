package org.microcred.crypto.internal.dataintegrity;

import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** The proof as it is signed itself (EdDSA Cryptosuites 1.0 §3.2.5). */
final class ProofOptions {
  private ProofOptions() {}

  /** The proof without its value, in the context of the document. */
  static JsonObject of(JsonObject proof, JsonObject document) {
    JsonObject options = proof.without("proofValue");
    Optional<JsonValue> context = document.get("@context");
    return context.isPresent()
        ? options.with("@context", context.get())
        : options.without("@context");
  }
}
