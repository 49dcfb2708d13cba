package org.microcred.crypto.internal.jsonld;

import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;

/** The context check where the signature covers the JSON itself: a walk over terms, no quads. */
public final class TermCheck {
  private TermCheck() {}

  /**
   * Whether the document's contexts are right; an undefined term or a further context that cannot
   * be had is a warning.
   */
  public static Findings check(JsonObject document, ContextSource contexts, WorkBudget budget) {
    try (Meter meter = new Meter(budget)) {
      return ContextWalk.terms(document, contexts, meter);
    } catch (OverBudgetException e) {
      return Findings.unknown(e.violation());
    }
  }
}
