package org.microcred.crypto.internal.jsonld;

import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;

/** The context check where there is nothing to canonicalise: a walk over terms, no quads. */
public final class TermCheck {
  private TermCheck() {}

  /**
   * For a signature over the JSON itself: whether the document's contexts are right; an undefined
   * term or a further context that cannot be had is a warning.
   */
  public static Findings terms(JsonObject document, ContextSource contexts, WorkBudget budget) {
    try (Meter meter = new Meter(budget)) {
      return ContextWalk.terms(document, contexts, meter);
    } catch (OverBudgetException e) {
      return Findings.unknown(e.violation());
    }
  }

  /** Whether everything means what its contexts say, and would survive canonicalisation. */
  public static Findings lossless(JsonObject document, ContextSource contexts, WorkBudget budget) {
    try (Meter meter = new Meter(budget)) {
      return ContextWalk.lossless(document, contexts, meter).findings();
    } catch (OverBudgetException e) {
      return Findings.unknown(e.violation());
    }
  }
}
