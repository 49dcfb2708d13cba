package org.microcred.crypto.internal.jsonld;

import org.microcred.crypto.WorkBudget;
import org.microcred.model.json.JsonObject;

/**
 * The seam of canonicalisation: a document and its contexts in, canonical N-Quads out, or the
 * reasons why the quads would not hold what the document says.
 */
public interface Canonicaliser {
  /**
   * Canonicalises.
   *
   * @param document a compact JSON-LD document, its proofs taken off
   * @param digest the hash that RDFC-1.0 labels blank nodes by
   * @param contexts where its contexts come from
   * @param budget the work that may be done
   */
  Canonical canonicalise(
      JsonObject document, String digest, ContextSource contexts, WorkBudget budget);
}
