package org.microcred.stacking.internal;

import org.microcred.stacking.Holding;

/** A filter made ready once, for many holdings. */
@FunctionalInterface
interface Question {
  Truth ask(Holding holding, FilterEvaluator filters);
}
