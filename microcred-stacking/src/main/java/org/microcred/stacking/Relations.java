package org.microcred.stacking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy says about achievements and each other.
 *
 * @param equivalent groups of ids of achievements: each stands for any other of its group, and at
 *     most one holding of a group is used
 * @param replaces ids of achievements by the one that they stand for: a new edition for the old
 *     one, not the other way round
 * @param conflicts groups of ids of achievements of which at most one holding is used
 */
public record Relations(
    List<List<String>> equivalent,
    Map<String, List<String>> replaces,
    List<List<String>> conflicts) {
  /** Nothing is said. */
  public static final Relations NONE = new Relations(List.of(), Map.of(), List.of());

  public Relations {
    equivalent = equivalent.stream().map(List::copyOf).toList();
    Map<String, List<String>> copy = new LinkedHashMap<>();
    replaces.forEach((old, by) -> copy.put(old, List.copyOf(by)));
    replaces = Collections.unmodifiableMap(copy);
    conflicts = conflicts.stream().map(List::copyOf).toList();
  }
}
