package org.microcred.stacking.internal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Parameter;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Scope;

/**
 * Which policies a holding may touch, by the names that they ask for: each rule is filed under the
 * achievements, issuers or alignments of which a holding must have one to count in it. Rules that
 * ask for none of them are touched by everything. Filled once, then read by any thread.
 */
public final class PolicyIndex {
  private enum Kind {
    ACHIEVEMENT,
    ISSUER,
    ALIGNMENT
  }

  private record Name(Kind kind, String value) {}

  /** Numbers of policies, by a name that one of their rules asks for. */
  private final Map<Name, BitSet> byName = new HashMap<>();

  /** Those that ask for a name of a kind; of a holding that has none it is not known. */
  private final Map<Kind, BitSet> byKind = new HashMap<>();

  private final BitSet always = new BitSet();

  /**
   * Files a policy.
   *
   * @param number its number
   * @param document the policy
   */
  public void add(int number, PolicyDocument document) {
    Set<Name> names = new HashSet<>();
    if (document.terms().exceptionsFrom().isEmpty()
        && document.parameters().values().stream().noneMatch(PolicyIndex::mayBeName)
        && collect(document, document.rule(), names)
        && names.stream().noneMatch(name -> isNumber(name.value()))) {
      for (Name name : names) {
        byName.computeIfAbsent(name, n -> new BitSet()).set(number);
        byKind.computeIfAbsent(name.kind(), k -> new BitSet()).set(number);
      }
    } else {
      always.set(number);
    }
  }

  /**
   * {@return the numbers of the policies that a holding may touch}
   *
   * @param holding a holding
   */
  public BitSet touchedBy(Holding holding) {
    BitSet touched = (BitSet) always.clone();
    holding.achievements().forEach(id -> add(touched, new Name(Kind.ACHIEVEMENT, id)));
    add(touched, Kind.ISSUER, holding.issuer().stream().toList());
    List<String> alignments = holding.alignments().stream().map(HeldAlignment::targetUrl).toList();
    add(touched, Kind.ALIGNMENT, alignments);
    return touched;
  }

  private void add(BitSet touched, Kind kind, List<String> values) {
    if (values.isEmpty()) {
      touched.or(byKind.getOrDefault(kind, new BitSet()));
    }
    values.forEach(value -> add(touched, new Name(kind, value)));
  }

  private void add(BitSet touched, Name name) {
    BitSet found = byName.get(name);
    if (found != null) {
      touched.or(found);
    }
  }

  private static boolean mayBeName(Parameter parameter) {
    return parameter.type() == Parameter.Type.STRING || !parameter.oneOf().isEmpty();
  }

  /** Numbers and days may stand for a parameter, and are the same in several spellings. */
  private static boolean isNumber(String name) {
    return name.matches("[0-9.eE+-]+");
  }

  /** Notes the names that a rule and those inside ask for; false when one asks for none. */
  private static boolean collect(PolicyDocument document, Rule rule, Set<Name> names) {
    if (rule instanceof Rule.Hold hold) {
      return collect(document, hold.scope(), hold.from(), names);
    } else if (rule instanceof Rule.Count count) {
      return collect(document, count.scope(), count.from(), names);
    } else if (rule instanceof Rule.Sum sum) {
      return collect(document, sum.scope(), sum.from(), names);
    } else if (rule instanceof Rule.Cover cover) {
      return collect(document, cover.scope(), cover.from(), names);
    }
    return Rules.inside(rule).stream().allMatch(inner -> collect(document, inner, names));
  }

  private static boolean collect(
      PolicyDocument document, Scope scope, Filter from, Set<Name> names) {
    // Another attempt may count instead of one that is held, whatever it is named.
    if (scope.which().isPresent()) {
      return false;
    }
    Filter filter = new Filter.AllOf(List.of(document.accept(), from));
    Optional<Set<String>> achievements = Named.achievements(filter);
    if (achievements.isPresent()) {
      Substitution substitution = new Substitution(document.relations());
      achievements.get().stream()
          .flatMap(id -> substitution.standingFor(id).stream())
          .forEach(id -> names.add(new Name(Kind.ACHIEVEMENT, id)));
      return true;
    }
    return fact(document, "issuer", Kind.ISSUER, filter, names)
        || fact(document, "alignment", Kind.ALIGNMENT, filter, names);
  }

  private static boolean fact(
      PolicyDocument document, String fact, Kind kind, Filter filter, Set<Name> names) {
    boolean own =
        document.definitions().facts().containsKey(fact)
            || document.definitions().set().stream().anyMatch(r -> r.values().containsKey(fact));
    Optional<Set<String>> values =
        own ? Optional.empty() : Named.of(filter, f -> Named.values(fact, f));
    values.ifPresent(all -> all.forEach(value -> names.add(new Name(kind, value))));
    return values.isPresent();
  }
}
