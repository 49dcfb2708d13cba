package org.microcred.stacking;

import java.util.List;

/**
 * Which leaf rules may use one holding together. All others may not: a holding serves at most one
 * of them.
 *
 * @param free groups of ids of leaf rules that may share; {@code *} stands for all others
 */
public record Sharing(List<List<String>> free) {
  /** No rule shares with another. */
  public static final Sharing EXCLUSIVE = new Sharing(List.of());

  /** Stands for all other leaf rules. */
  public static final String ALL = "*";

  public Sharing {
    free = free.stream().map(List::copyOf).toList();
  }
}
