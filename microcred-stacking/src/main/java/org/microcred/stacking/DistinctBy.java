package org.microcred.stacking;

/**
 * What makes two holdings count once. Where a holding has several values of it, it counts for one
 * of them.
 */
public enum DistinctBy {
  /** They are for the same achievement: a second completion adds nothing. */
  ACHIEVEMENT,
  /** They are from the same issuer. */
  ISSUER,
  /** Their achievements carry the same tag. */
  TAG,
  /** Their achievements are aligned to the same target. */
  ALIGNMENT
}
