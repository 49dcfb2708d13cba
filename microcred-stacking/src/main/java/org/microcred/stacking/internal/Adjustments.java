package org.microcred.stacking.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.Basis;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Rule;
import org.microcred.stacking.StackCase;

/** The exceptions of a case: which of them the policy accepts, and what they change. */
final class Adjustments {
  private static final String EVERY_RULE = "";

  /** There are none. */
  private static final Adjustments NONE = new Adjustments();

  final List<Basis.Adjusted> all = new ArrayList<>();

  /** The rules that do not have to be met. */
  final Set<String> waived = new HashSet<>();

  private final Map<String, List<String>> substitutes = new HashMap<>();
  private final Map<String, Set<String>> blocked = new HashMap<>();
  private final Map<String, Set<String>> inserted = new HashMap<>();

  private Adjustments() {}

  static Adjustments of(PolicyDocument policy, StackCase stackCase) {
    if (stackCase.adjustments().isEmpty()) {
      return NONE;
    }
    Adjustments adjustments = new Adjustments();
    Set<String> rules = new HashSet<>();
    Set<String> leaves = new HashSet<>();
    collect(policy.rule(), rules, leaves);
    Set<String> holdings =
        stackCase.holdings().stream().map(Holding::id).collect(Collectors.toSet());
    LocalDate today = new Days(policy.definitions().zone(), stackCase.at()).today();
    stackCase.adjustments().stream()
        .sorted(Comparator.comparing(Adjustment::toString))
        .distinct()
        .forEach(
            adjustment -> {
              Basis.State state = Basis.State.APPLIED;
              if (!policy.terms().exceptionsFrom().contains(adjustment.grant().by())) {
                state = Basis.State.NOT_ACCEPTED;
              } else if (!isInForce(adjustment.grant(), today)) {
                state = Basis.State.NOT_IN_FORCE;
              } else if (!isFound(adjustment, rules, leaves, holdings)) {
                state = Basis.State.NOT_FOUND;
              } else {
                adjustments.apply(adjustment);
              }
              adjustments.all.add(new Basis.Adjusted(adjustment, state));
            });
    return adjustments;
  }

  private static void collect(Rule rule, Set<String> rules, Set<String> leaves) {
    rules.add(rule.id());
    List<Rule> inner = Rules.inside(rule);
    inner.forEach(r -> collect(r, rules, leaves));
    if (inner.isEmpty()) {
      leaves.add(rule.id());
    }
  }

  private static boolean isInForce(Adjustment.Grant grant, LocalDate today) {
    return !today.isBefore(grant.on())
        && grant.until().map(until -> !today.isAfter(until)).orElse(true);
  }

  private static boolean isFound(
      Adjustment adjustment, Set<String> rules, Set<String> leaves, Set<String> holdings) {
    if (adjustment instanceof Adjustment.Waiver waiver) {
      return rules.contains(waiver.rule());
    } else if (adjustment instanceof Adjustment.Substitution substitution) {
      return holdings.contains(substitution.holding());
    } else if (adjustment instanceof Adjustment.Block block) {
      return holdings.contains(block.holding()) && block.rule().map(leaves::contains).orElse(true);
    }
    Adjustment.Insert insert = (Adjustment.Insert) adjustment;
    return holdings.contains(insert.holding()) && leaves.contains(insert.rule());
  }

  private void apply(Adjustment adjustment) {
    if (adjustment instanceof Adjustment.Waiver waiver) {
      waived.add(waiver.rule());
    } else if (adjustment instanceof Adjustment.Substitution substitution) {
      substitutes
          .computeIfAbsent(substitution.holding(), h -> new ArrayList<>())
          .add(substitution.achievement());
    } else if (adjustment instanceof Adjustment.Block block) {
      blocked
          .computeIfAbsent(block.holding(), h -> new HashSet<>())
          .add(block.rule().orElse(EVERY_RULE));
    } else if (adjustment instanceof Adjustment.Insert insert) {
      inserted.computeIfAbsent(insert.holding(), h -> new HashSet<>()).add(insert.rule());
    }
  }

  /** Whether a holding counts nowhere. */
  boolean isBlocked(Holding holding) {
    return blocked.getOrDefault(holding.id(), Set.of()).contains(EVERY_RULE);
  }

  /** A holding as filters see it: as one for the achievements for which it was substituted. */
  Holding view(Holding holding) {
    List<String> more = substitutes.get(holding.id());
    if (more == null) {
      return holding;
    }
    var view = holding.toBuilder();
    more.forEach(view::alsoAchievement);
    return view.build();
  }

  /** What exceptions say of a holding in a rule; empty when its filter is asked. */
  Optional<Truth> counts(Holding holding, String rule) {
    if (blocked.getOrDefault(holding.id(), Set.of()).contains(rule)) {
      return Optional.of(Truth.FALSE);
    }
    Set<String> into = inserted.getOrDefault(holding.id(), Set.of());
    return into.isEmpty() ? Optional.empty() : Optional.of(Truth.of(into.contains(rule)));
  }

  /** Whether a rule takes holdings that its filter does not know. */
  boolean isInserted(Holding holding) {
    return inserted.containsKey(holding.id());
  }
}
