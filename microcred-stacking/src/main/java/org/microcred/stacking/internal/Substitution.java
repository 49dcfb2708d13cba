package org.microcred.stacking.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.microcred.stacking.Relations;

/** Which achievements stand for which others: equivalents, and new editions for old ones. */
final class Substitution {
  /** By achievement, those for which it stands directly. */
  private final Map<String, Set<String>> standsFor = new HashMap<>();

  /** By achievement, the first of the group of equivalents that it belongs to. */
  private final Map<String, String> groups = new HashMap<>();

  Substitution(Relations relations) {
    for (List<String> group : relations.equivalent()) {
      for (String id : group) {
        standsFor.computeIfAbsent(id, i -> new LinkedHashSet<>()).addAll(group);
        groups.putIfAbsent(id, group.get(0));
      }
    }
    relations
        .replaces()
        .forEach(
            (old, by) ->
                by.forEach(
                    id -> standsFor.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(old)));
  }

  /** Whether no achievement stands for another one. */
  boolean isEmpty() {
    return standsFor.isEmpty();
  }

  /** These achievements, and all for which they stand. */
  Collection<String> all(List<String> achievements) {
    if (standsFor.isEmpty() || achievements.stream().noneMatch(standsFor::containsKey)) {
      return achievements;
    }
    Set<String> all = new LinkedHashSet<>(achievements);
    Deque<String> open = new ArrayDeque<>(achievements);
    while (!open.isEmpty()) {
      for (String id : standsFor.getOrDefault(open.pop(), Set.of())) {
        if (all.add(id)) {
          open.push(id);
        }
      }
    }
    return all;
  }

  /** An achievement, and all those that stand for it. */
  Set<String> standingFor(String achievement) {
    Set<String> standing = new LinkedHashSet<>(Set.of(achievement));
    standsFor.keySet().stream()
        .filter(id -> all(List.of(id)).contains(achievement))
        .forEach(standing::add);
    return standing;
  }

  /** What identifies an achievement where it counts once: one name for all its equivalents. */
  String identity(String achievement) {
    return groups.isEmpty() ? achievement : groups.getOrDefault(achievement, achievement);
  }
}
