package org.microcred.stacking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.microcred.model.ClrCredential;
import org.microcred.model.competency.AssociationType;
import org.microcred.model.competency.CompetencyAssociation;
import org.microcred.model.competency.CompetencyFramework;

/**
 * What a learner record or a framework says of how achievements or competencies relate, in the
 * words of policies: a proposal to whoever writes one. Whom to believe is the policy's decision, so
 * nothing of it is applied by itself. Everything is sorted.
 *
 * @param equivalent groups of ids that mean the same
 * @param replaces for the id of what was replaced, the ids of what replaced it
 * @param partOf for the id of a part, the ids of what it is a part of
 */
public record Associations(
    List<List<String>> equivalent,
    Map<String, List<String>> replaces,
    Map<String, List<String>> partOf) {
  public Associations {
    equivalent = equivalent.stream().map(List::copyOf).toList();
    replaces = copy(replaces);
    partOf = copy(partOf);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> map) {
    Map<String, List<String>> copy = new TreeMap<>();
    map.forEach((id, others) -> copy.put(id, List.copyOf(others)));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * {@return what a learner record says (CLR 2.0, Association): {@code exactMatchOf}, {@code
   * replacedBy}, {@code isPartOf}, {@code isChildOf} and {@code isParentOf}}
   *
   * @param clr a learner record; that it is genuine is the caller's knowledge
   */
  public static Associations of(ClrCredential clr) {
    Collector found = new Collector();
    Objects.requireNonNull(clr, "clr")
        .subject()
        .associations()
        .forEach(a -> found.add(a.associationType().value(), a.sourceId(), a.targetId()));
    return found.associations();
  }

  /**
   * {@return what a framework says (CASE 1.1, CFAssociation): {@code exactMatchOf}, {@code
   * isTranslationOf}, {@code replacedBy} and {@code isPartOf}; not {@code isChildOf}, which is the
   * framework's tree}
   *
   * @param framework a framework
   */
  public static Associations of(CompetencyFramework framework) {
    Collector found = new Collector();
    for (CompetencyAssociation association : framework.associations()) {
      if (!association.associationType().equals(AssociationType.IS_CHILD_OF)) {
        found.add(
            association.associationType().value(),
            association.originNodeURI().uri(),
            association.destinationNodeURI().uri());
      }
    }
    return found.associations();
  }

  private static final class Collector {
    private final Map<String, Set<String>> same = new TreeMap<>();
    private final Map<String, Set<String>> replaces = new TreeMap<>();
    private final Map<String, Set<String>> partOf = new TreeMap<>();

    void add(String type, String source, String target) {
      if (source.equals(target)) {
        return;
      }
      switch (type) {
        case "exactMatchOf", "isTranslationOf" -> {
          put(same, source, target);
          put(same, target, source);
        }
        case "replacedBy" -> put(replaces, source, target);
        case "isPartOf", "isChildOf" -> put(partOf, source, target);
        case "isParentOf" -> put(partOf, target, source);
        default -> {
          // Related, exemplary or earlier things say nothing about what counts for what.
        }
      }
    }

    private static void put(Map<String, Set<String>> map, String id, String other) {
      map.computeIfAbsent(id, i -> new TreeSet<>()).add(other);
    }

    Associations associations() {
      return new Associations(groups(), lists(replaces), lists(partOf));
    }

    private static Map<String, List<String>> lists(Map<String, Set<String>> map) {
      Map<String, List<String>> lists = new TreeMap<>();
      map.forEach((id, others) -> lists.put(id, List.copyOf(others)));
      return lists;
    }

    /** What means the same as something that means the same is one group. */
    private List<List<String>> groups() {
      List<List<String>> groups = new ArrayList<>();
      Set<String> seen = new TreeSet<>();
      for (String id : same.keySet()) {
        if (seen.add(id)) {
          List<String> group = new ArrayList<>(List.of(id));
          for (int i = 0; i < group.size(); i++) {
            same.getOrDefault(group.get(i), Set.of()).stream()
                .filter(seen::add)
                .forEach(group::add);
          }
          Collections.sort(group);
          groups.add(group);
        }
      }
      return groups;
    }
  }
}
