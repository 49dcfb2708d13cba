package org.microcred.stacking;

import java.util.List;

/**
 * What one holding may serve together. Leaf rules share none unless they are free together: a
 * holding serves at most one of them. Other awards share all unless bounded.
 *
 * @param free groups of ids of leaf rules that may share; {@code *} stands for all others
 * @param withAward bounds on holdings that serve another award already
 */
public record Sharing(List<List<String>> free, List<AwardSharing> withAward) {
  /** No rule shares with another; other awards do not matter. */
  public static final Sharing EXCLUSIVE = new Sharing(List.of(), List.of());

  /** Stands for all other leaf rules. */
  public static final String ALL = "*";

  public Sharing {
    free = free.stream().map(List::copyOf).toList();
    withAward = List.copyOf(withAward);
  }
}
