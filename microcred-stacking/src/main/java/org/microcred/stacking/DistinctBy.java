package org.microcred.stacking;

/** What makes two holdings count once. */
public enum DistinctBy {
  /** They are for the same achievement: a second completion adds nothing. */
  ACHIEVEMENT
}
