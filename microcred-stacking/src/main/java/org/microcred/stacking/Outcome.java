package org.microcred.stacking;

/** The answer of the engine. */
public enum Outcome {
  /** The holdings earn the award. */
  EARNED,
  /** They do not, whatever the facts that are unknown. */
  NOT_EARNED,
  /** A fact that decides is undeclared or could not be found out. */
  UNDETERMINED,
  /** The bounded search ended before it had an answer. Never a silent no. */
  BUDGET_EXCEEDED
}
