package org.microcred.stacking.internal;

import java.util.Map;

/**
 * A credential to be added.
 *
 * @param witness the credential
 * @param row what it can do
 * @param brings what it brings to which leaf
 * @param relieves what it takes off which minimum
 */
record Addition(
    WitnessMaker.Witness witness, Row row, Map<Integer, Long> brings, Map<Integer, Long> relieves) {
  /** Whether another one does the same, and is to be had as long. */
  boolean isLike(Addition other) {
    return brings.keySet().equals(other.brings.keySet())
        && relieves.keySet().equals(other.relieves.keySet())
        && witness.by().equals(other.witness.by());
  }
}
