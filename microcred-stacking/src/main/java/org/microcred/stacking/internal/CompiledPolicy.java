package org.microcred.stacking.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.microcred.model.competency.CompetencyFramework;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Scope;
import org.microcred.stacking.Sharing;

/** A policy made ready for evaluation. Immutable after {@link #of}, shared between threads. */
public final class CompiledPolicy {
  /** How hard the competition for holdings can be, whatever is held. */
  enum Kind {
    /** No two leaves compete: one pass decides. */
    COUNTING,
    /** All leaves are needed, count holdings, and compete all with all: a maximum flow decides. */
    FLOW,
    /** Sums or alternatives compete: bounded search decides what counting and flow leave open. */
    SEARCH
  }

  final PolicyDocument document;
  private final CoverItems covers;
  private final Set<String> waived;
  final List<Leaf> leaves;
  final Node root;
  final Kind kind;

  /** Whether there is more than one way to the award. */
  final boolean hasChoice;

  /** Whether some leaf looks at holdings that no longer stand. */
  final boolean looksBack;

  /** Whether some leaf looks at one of several attempts. */
  final boolean looksAtAttempts;

  final FilterEvaluator filters;
  final Reasons reasons;
  final Facts facts;
  final Units units;
  final List<Sweep> sweeps;
  final List<Portion> portions;

  /** How plain cases are decided; empty when there can be none. */
  final Optional<Plain> plain;

  /** What bounds the use of holdings; a case may add limits of its own. */
  final List<Limit> limits;

  /** Whether holdings may stand for achievements that they do not name. */
  final boolean substitutes;

  private final Substitution substitution;
  private final BitSet timed;

  /** Per leaf, those it shares holdings with. */
  private final List<BitSet> free;

  /** The leaves for which credits are added up as they are. */
  private final BitSet plainCredits;

  /** Per leaf, whether a holding counts in it. */
  private final List<Question> questions;

  /** Leaves that ask for achievements by id, by that id; and all others. */
  private final Map<String, List<Leaf>> byAchievement;

  private final List<Leaf> others;

  /** The leaves of each rule that stands for several, by its id. */
  private final Map<String, List<Integer>> parts = new HashMap<>();

  private CompiledPolicy(PolicyDocument document, CoverItems covers, Set<String> waived) {
    this.document = document;
    this.covers = covers;
    this.waived = waived;
    leaves = new ArrayList<>();
    free = new ArrayList<>();
    byAchievement = new HashMap<>();
    others = new ArrayList<>();
    sweeps = new ArrayList<>();
    timed = new BitSet();
    substitution = new Substitution(document.relations());
    substitutes = !substitution.isEmpty();
    units = new Units(document.definitions().units());
    root = compile(document.rule(), new FilterWork(document.definitions()));
    order();
    Days days = new Days(ZoneOffset.UTC, Instant.EPOCH);
    filters = new FilterEvaluator(document.definitions(), substitution, days);
    reasons = new Reasons(filters);
    facts = new Facts(document.definitions(), filters);
    share(document.sharing());
    plainCredits = new BitSet();
    leaves.forEach(leaf -> plainCredits.set(leaf.index(), addsPlainCredits(leaf)));
    Questions made = new Questions(document.definitions(), substitutes);
    questions = leaves.stream().map(leaf -> made.of(leaf.filter())).toList();
    Limits compiled = new Limits(this);
    limits = compiled.limits();
    portions = compiled.portions();
    sweeps.forEach(sweep -> timed.or(sweep.leaves()));
    hasChoice = hasChoice(root);
    kind = classify();
    looksBack = leaves.stream().anyMatch(leaf -> leaf.scope().inForce() != Scope.InForce.NOW);
    looksAtAttempts = leaves.stream().anyMatch(leaf -> leaf.scope().which().isPresent());
    index();
    plain = Plain.of(this);
  }

  private CompiledPolicy(CompiledPolicy policy, Instant at) {
    document = policy.document;
    covers = policy.covers;
    waived = policy.waived;
    leaves = policy.leaves;
    root = policy.root;
    kind = policy.kind;
    hasChoice = policy.hasChoice;
    looksBack = policy.looksBack;
    looksAtAttempts = policy.looksAtAttempts;
    questions = policy.questions;
    plainCredits = policy.plainCredits;
    plain = policy.plain;
    free = policy.free;
    byAchievement = policy.byAchievement;
    others = policy.others;
    units = policy.units;
    sweeps = policy.sweeps;
    timed = policy.timed;
    substitution = policy.substitution;
    substitutes = policy.substitutes;
    Days days = new Days(document.definitions().zone(), at);
    filters = new FilterEvaluator(document.definitions(), substitution, days);
    reasons = new Reasons(filters);
    facts = new Facts(document.definitions(), filters);
    Limits compiled = new Limits(this);
    limits = compiled.limits();
    portions = compiled.portions();
  }

  /** The policy as it looks at holdings at an instant. */
  CompiledPolicy at(Instant at) {
    return new CompiledPolicy(this, at);
  }

  /**
   * {@return the policy, compiled}
   *
   * @param document the policy, all its parameters with values
   * @param frameworks the competency frameworks that it asks for
   * @param waived the rules that do not have to be met
   */
  public static CompiledPolicy of(
      PolicyDocument document, List<CompetencyFramework> frameworks, Set<String> waived) {
    return new CompiledPolicy(document, new CoverItems(frameworks), Set.copyOf(waived));
  }

  /** Whether a holding may serve only one of two leaves. */
  boolean compete(int a, int b) {
    return a != b && !free.get(a).get(b);
  }

  /** Whether a holding may not serve all of these leaves. */
  boolean competesWithin(int[] some) {
    for (int a = 0; a < some.length && kind != Kind.COUNTING; a++) {
      for (int b = a + 1; b < some.length; b++) {
        if (compete(some[a], some[b])) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a holding may serve only one of a leaf and any of others. */
  boolean competesWithAll(int leaf, BitSet others) {
    BitSet shared = free.get(leaf);
    for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
      if (other != leaf && shared.get(other)) {
        return false;
      }
    }
    return true;
  }

  /** The leaves that can look at a holding at all, in their order. */
  List<Leaf> candidates(Holding holding) {
    Collection<String> achievements = filters.achievements(holding);
    if (others.isEmpty() && achievements.size() == 1) {
      return byAchievement.getOrDefault(achievements.iterator().next(), List.of());
    }
    BitSet found = new BitSet(leaves.size());
    others.forEach(leaf -> found.set(leaf.index()));
    for (String achievement : achievements) {
      byAchievement.getOrDefault(achievement, List.of()).forEach(leaf -> found.set(leaf.index()));
    }
    List<Leaf> candidates = new ArrayList<>(found.cardinality());
    for (int leaf = found.nextSetBit(0); leaf >= 0; leaf = found.nextSetBit(leaf + 1)) {
      candidates.add(leaves.get(leaf));
    }
    return candidates;
  }

  /** Whether a holding counts in a leaf. */
  Truth passes(Leaf leaf, Holding holding) {
    return questions.get(leaf.index()).ask(holding, filters);
  }

  /**
   * What a holding adds to a leaf that adds up credits, where these are whole and need no
   * conversion; else a negative number, and {@link Facts#quantity} has to tell.
   */
  long credits(Leaf leaf, Holding holding) {
    return plainCredits.get(leaf.index()) && holding.credits().isPresent()
        ? Decimals.whole(holding.credits().get())
        : -1;
  }

  /** Whether all credits have the unit that a leaf adds up. */
  private boolean addsPlainCredits(Leaf leaf) {
    if (leaf.sum().isEmpty()
        || leaf.sum().get().of().fact().isPresent()
        || !document.definitions().values().isEmpty()) {
      return false;
    }
    String unit = leaf.sum().get().unit();
    for (FactRule rule : document.definitions().set()) {
      if (rule.unit().isPresent()) {
        return rule.when().equals(Filter.ANY)
            && rule.unit().get().equals(unit)
            && units.base(unit).equals(unit);
      }
    }
    return false;
  }

  /** What identifies the achievement of a holding where it counts once. */
  String identity(Holding holding) {
    return substitution.identity(holding.achievements().get(0));
  }

  /** Whether a holding is only told, and used for nothing. */
  Truth isOptional(Holding holding) {
    Truth optional = Truth.FALSE;
    for (Filter filter : document.optional()) {
      optional = optional.or(filters.test(filter, holding));
    }
    return optional;
  }

  /** Whether the day of a holding that serves a leaf matters. */
  boolean isTimed(int leaf) {
    return timed.get(leaf);
  }

  private Node compile(Rule rule, FilterWork work) {
    if (waived.contains(rule.id())) {
      return new Node.Some(rule, 0, List.of());
    } else if (rule instanceof Rule.When when) {
      return when.applies()
          ? new Node.Some(rule, 1, List.of(compile(when.rule(), work)))
          : new Node.Some(rule, 0, List.of());
    } else if (rule instanceof Rule.Cover cover) {
      int from = leaves.size();
      List<Node> items = covers.of(cover).stream().map(item -> compile(item, work)).toList();
      parts.put(rule.id(), IntStream.range(from, leaves.size()).boxed().toList());
      return new Node.Some(rule, items.size(), items);
    } else if (rule instanceof Rule.Within within) {
      int from = leaves.size();
      Node inner = compile(within.rule(), work);
      BitSet inside = new BitSet();
      inside.set(from, leaves.size());
      sweeps.add(new Sweep.Window(inside, within.within()));
      return new Node.Some(rule, 1, List.of(inner));
    } else if (rule instanceof Rule.AllOf allOf) {
      return new Node.Some(
          rule,
          allOf.rules().size(),
          allOf.rules().stream().map(inner -> compile(inner, work)).toList());
    } else if (rule instanceof Rule.SomeOf someOf) {
      return new Node.Some(
          rule,
          someOf.atLeast(),
          someOf.rules().stream()
              .filter(WhenReader::applies)
              .map(inner -> compile(inner, work))
              .toList());
    }
    Leaf leaf = Leaf.of(leaves.size(), rule, work, units);
    leaves.add(leaf);
    return new Node.One(rule, leaf.index());
  }

  /** Compiles the rules about order, now that all others are known. */
  private void order() {
    Map<String, BitSet> byId = new HashMap<>();
    collect(root, byId);
    for (Leaf leaf : leaves) {
      if (leaf.rule() instanceof Rule.Before before) {
        BitSet then = new BitSet();
        before.before().forEach(id -> then.or(byId.getOrDefault(id, then)));
        BitSet first = byId.getOrDefault(before.earlier(), then);
        sweeps.add(new Sweep.Order(leaf.index(), first, then, before.strict()));
      }
    }
  }

  /** Notes the leaves below every rule. */
  private static BitSet collect(Node node, Map<String, BitSet> byId) {
    BitSet below = new BitSet();
    if (node instanceof Node.One one) {
      below.set(one.leaf());
    } else if (node instanceof Node.Some some) {
      some.nodes().forEach(inner -> below.or(collect(inner, byId)));
    }
    byId.put(node.rule().id(), below);
    return below;
  }

  private void share(Sharing sharing) {
    Map<String, List<Integer>> byId = new HashMap<>(parts);
    for (Leaf leaf : leaves) {
      byId.put(leaf.id(), List.of(leaf.index()));
      free.add(new BitSet());
    }
    byId.put(Sharing.ALL, IntStream.range(0, leaves.size()).boxed().toList());
    // One holding may serve several parts of one rule.
    parts.values().forEach(leavesOfRule -> free(leavesOfRule, leavesOfRule));
    // The reader has made sure that every name is the id of a leaf; one may not apply.
    for (List<String> group : sharing.free()) {
      for (String name : group) {
        for (String other : group) {
          if (!name.equals(Sharing.ALL)) {
            free(byId.getOrDefault(name, List.of()), byId.getOrDefault(other, List.of()));
          }
        }
      }
    }
  }

  private void free(List<Integer> some, List<Integer> others) {
    for (int a : some) {
      for (int b : others) {
        free.get(a).set(b);
        free.get(b).set(a);
      }
    }
  }

  private Kind classify() {
    boolean none = true;
    boolean all = true;
    for (int i = 0; i < leaves.size(); i++) {
      int shared = free.get(i).cardinality() - (free.get(i).get(i) ? 1 : 0);
      none &= shared == leaves.size() - 1;
      all &= shared == 0;
    }
    if (none) {
      return Kind.COUNTING;
    }
    boolean counts = leaves.stream().allMatch(Leaf::counts);
    return all && counts && !hasChoice ? Kind.FLOW : Kind.SEARCH;
  }

  private static boolean hasChoice(Node node) {
    return node instanceof Node.Some some
        && (some.atLeast() < some.nodes().size()
            || some.nodes().stream().anyMatch(CompiledPolicy::hasChoice));
  }

  private void index() {
    for (Leaf leaf : leaves) {
      List<String> ids = achievements(leaf.filter());
      if (ids.isEmpty()) {
        others.add(leaf);
      }
      ids.stream()
          .distinct()
          .forEach(id -> byAchievement.computeIfAbsent(id, i -> new ArrayList<>()).add(leaf));
    }
  }

  /** The achievements of which a filter asks for one, or none when it does not. */
  static List<String> achievements(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      return allOf.filters().stream()
          .map(CompiledPolicy::achievements)
          .filter(ids -> !ids.isEmpty())
          .findFirst()
          .orElse(List.of());
    }
    return filter instanceof Filter.Achievement achievement ? achievement.ids() : List.of();
  }
}
