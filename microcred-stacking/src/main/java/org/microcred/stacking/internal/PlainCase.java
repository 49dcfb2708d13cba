package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.Rule;

/**
 * One pass over the holdings of a case, seen pessimistically and optimistically at once, into a few
 * arrays. It gives up on everything that needs more: versions of one credential, parts of others,
 * alternatives or amounts that compete.
 */
final class PlainCase {
  /** Work to look at a holding. */
  private static final int LOOK = 8;

  private static final BitSet NOTHING = new BitSet(0);

  private final Plain plain;
  private final CompiledPolicy policy;
  private final List<Holding> holdings;
  private final Budget budget;
  private final Totals sure;
  private final Totals best;
  private final boolean counting;
  private final int slots;
  private final @Nullable Holding[] seen;
  private final @Nullable String[] achievements;

  /** Where the links of each holding start, and the leaves of all links. */
  private int[] starts = Row.NONE;

  private int[] links = Row.NONE;

  /** The links that do not count for certain. */
  private final BitSet unsure = new BitSet(0);

  private int linked;
  private boolean vague;

  PlainCase(Plain plain, CompiledPolicy policy, List<Holding> holdings, Budget budget) {
    this.plain = plain;
    this.policy = policy;
    this.holdings = holdings;
    this.budget = budget;
    slots = 2 * Integer.highestOneBit(Math.max(1, holdings.size())) * 2;
    seen = new Holding[slots];
    achievements = plain.hasDistinct ? new String[slots] : new String[0];
    sure = new Totals(plain.leaves.length);
    best = new Totals(plain.leaves.length);
    counting = policy.kind == CompiledPolicy.Kind.COUNTING;
    if (!counting) {
      starts = new int[holdings.size() + 1];
      links = new int[3 * holdings.size() + 1];
    }
  }

  /** The outcome; empty when this case needs more. */
  Optional<Outcome> outcome() {
    for (int h = 0; h < holdings.size(); h++) {
      if (!look(h)) {
        return Optional.empty();
      }
    }
    if (!counting) {
      starts[holdings.size()] = linked;
    }
    Truth earned = earns(sure, unsure);
    if (earned == Truth.TRUE) {
      return Optional.of(Outcome.EARNED);
    } else if (earned == Truth.FALSE) {
      Truth possible = vague ? earns(best, NOTHING) : Truth.FALSE;
      if (possible == Truth.FALSE) {
        return Optional.of(Outcome.NOT_EARNED);
      } else if (possible == Truth.TRUE) {
        return Optional.of(Outcome.UNDETERMINED);
      }
    }
    return Optional.empty();
  }

  /** Whether the award is earned by holdings, without some of their links. */
  private Truth earns(Totals totals, BitSet without) {
    return new Contest(plain, starts, links, without, totals.of, budget).earns();
  }

  /** Adds a holding up; false when it takes more than that. */
  private boolean look(int h) {
    budget.spend(LOOK);
    if (!counting) {
      starts[h] = linked;
    }
    Holding holding = holdings.get(h);
    if (!holding.partOf().isEmpty()) {
      return false;
    } else if (!policy.filters.days.exists(holding)) {
      return true;
    } else if (isVersion(holding)) {
      return false;
    }
    if (Standing.lapse(holding, policy.filters.days.now(), policy.filters.days).isPresent()
        || !Admission.isCompleted(holding)) {
      return true;
    }
    Truth accepted = plain.accept.ask(holding, policy.filters);
    if (accepted == Truth.FALSE) {
      return true;
    }
    if (plain.optional != null) {
      accepted = accepted.and(plain.optional.ask(holding, policy.filters).not());
    }
    boolean certain = accepted == Truth.TRUE && holding.status() != Holding.Status.UNKNOWN;
    int achievement = plain.hasDistinct ? number(policy.identity(holding)) : 0;
    if (holding.achievements().size() > 1 || policy.substitutes) {
      for (Leaf leaf : policy.candidates(holding)) {
        link(leaf.index(), holding, accepted, certain, achievement);
      }
      return true;
    }
    for (int leaf : plain.leaves(holding.achievements().get(0))) {
      link(leaf, holding, accepted, certain, achievement);
    }
    for (int leaf : plain.others()) {
      link(leaf, holding, accepted, certain, achievement);
    }
    return true;
  }

  /** Notes what a holding can do in a leaf. */
  private void link(int l, Holding holding, Truth accepted, boolean certain, int achievement) {
    Plain.Asked asked = plain.leaves[l];
    Leaf leaf = asked.leaf();
    budget.spend(LOOK + leaf.work());
    Truth counts = accepted;
    if (asked.open()) {
      counts = counts.and(policy.passes(leaf, holding));
    }
    if (counts == Truth.FALSE) {
      return;
    }
    long least = 1;
    long most = 1;
    if (!leaf.counts()) {
      least = policy.credits(leaf, holding);
      most = least;
      if (least < 0) {
        Rule.Sum sum = leaf.sum().orElseThrow();
        Facts.Quantity quantity = policy.facts.quantity(sum, holding);
        least = quantity.known().map(Decimals::floor).orElse(0L);
        most = quantity.known().map(Decimals::ceiling).orElse(leaf.need());
      }
    }
    if (most == 0) {
      return;
    }
    boolean isSure = certain && counts == Truth.TRUE && least > 0;
    if (isSure) {
      sure.add(leaf, achievement, least);
    }
    vague |= !isSure || least < most;
    best.add(leaf, achievement, most);
    if (!counting) {
      if (linked == links.length) {
        links = Arrays.copyOf(links, 2 * linked);
      }
      unsure.set(linked, !isSure);
      links[linked++] = l;
    }
  }

  /** Whether a holding may be a version of one that was seen. */
  private boolean isVersion(Holding holding) {
    String id = holding.id();
    String issuer = holding.issuer().orElse("");
    if (!Admission.isNormal(id) || !Admission.isNormal(issuer)) {
      return true;
    }
    int slot = slot(31 * id.hashCode() + issuer.hashCode());
    for (Holding other = seen[slot]; other != null; other = seen[slot]) {
      budget.spend(1);
      if (other.id().equals(id) && other.issuer().orElse("").equals(issuer)) {
        return true;
      }
      slot = (slot + 1) & (slots - 1);
    }
    seen[slot] = holding;
    return false;
  }

  /** The number of an achievement. */
  private int number(String achievement) {
    int slot = slot(achievement.hashCode());
    for (String other = achievements[slot]; other != null; other = achievements[slot]) {
      budget.spend(1);
      if (other.equals(achievement)) {
        return slot;
      }
      slot = (slot + 1) & (slots - 1);
    }
    achievements[slot] = achievement;
    return slot;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 16)) & (slots - 1);
  }
}
