package org.microcred.crypto.internal.dataintegrity;

import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** The proof as it is signed itself. */
final class ProofOptions {
  private ProofOptions() {}

  /**
   * The proof without its value. Quads take their meaning from the context of the document (EdDSA
   * Cryptosuites 1.0 §3.2.5); JSON is hashed as it stands, with or without a context of its own
   * (§3.3.5).
   */
  static JsonObject of(JsonObject proof, JsonObject document, Suite.Transformation transformation) {
    JsonObject options = proof.without("proofValue");
    if (transformation == Suite.Transformation.JCS) {
      return options;
    }
    Optional<JsonValue> context = document.get("@context");
    return context.isPresent()
        ? options.with("@context", context.get())
        : options.without("@context");
  }
}
