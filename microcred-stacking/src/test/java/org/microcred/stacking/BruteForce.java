package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Brute force for everything that is about what is used together: every way to let every holding
 * serve every set of leaves that may share it is held against the words of the specification. All
 * facts are known; credits are in one unit. What a set of holdings does for one leaf is written
 * down the first time it is asked, so that wallets of ten can be tried in full.
 */
final class BruteForce {
  private final StackPolicy policy;
  private final KnownFacts facts;
  private final List<Rule> leaves;
  private final Map<String, Rule> byId = new LinkedHashMap<>();

  BruteForce(StackPolicy policy) {
    this.policy = policy;
    facts = new KnownFacts(policy);
    leaves = KnownFacts.leaves(policy.rule());
    collect(policy.rule());
  }

  private void collect(Rule rule) {
    byId.put(rule.id(), rule);
    KnownFacts.inner(rule).forEach(this::collect);
  }

  boolean earns(List<Holding> holdings) {
    return new Wallet(holdings).earns(0, new int[leaves.size()]);
  }

  /** Sets of holdings are bits of an int. */
  private final class Wallet {
    private final List<Holding> holdings;
    private final int[] passing = new int[leaves.size()];
    private final Map<Integer, Boolean> together = new HashMap<>();
    private final List<Map<Integer, Boolean>> met = new ArrayList<>();

    Wallet(List<Holding> holdings) {
      this.holdings = holdings;
      for (int l = 0; l < passing.length; l++) {
        for (int h = 0; h < holdings.size(); h++) {
          boolean passes = facts.passes(KnownFacts.from(leaves.get(l)), holdings.get(h));
          passing[l] |= passes ? 1 << h : 0;
        }
        met.add(new HashMap<>());
      }
    }

    /** Whether the leaves from one on can be served so that the award is earned. */
    boolean earns(int l, int[] served) {
      if (l == leaves.size()) {
        int used = 0;
        for (int set : served) {
          used |= set;
        }
        return together.computeIfAbsent(used, set -> mayBeUsedTogether(new HashSet<>(of(set))))
            && isMet(policy.rule(), served);
      }
      int may = mayServe(l, served);
      // All subsets; one that does not meet the leaf is as good as none.
      for (int set = may; ; set = set - 1 & may) {
        served[l] = set;
        if ((set == 0 || meets(l, set)) && earns(l + 1, served)) {
          return true;
        } else if (set == 0) {
          return false;
        }
      }
    }

    private int mayServe(int l, int[] served) {
      int may = passing[l];
      for (int other = 0; other < l; other++) {
        may &= facts.free(leaves.get(other), leaves.get(l)) ? -1 : ~served[other];
      }
      return may;
    }

    private boolean meets(int l, int set) {
      return met.get(l).computeIfAbsent(set, s -> isServed(leaves.get(l), of(s)));
    }

    private List<Holding> of(int set) {
      return IntStream.range(0, holdings.size())
          .filter(h -> (set >> h & 1) == 1)
          .mapToObj(holdings::get)
          .toList();
    }

    private boolean isMet(Rule rule, int[] served) {
      if (rule instanceof Rule.AllOf allOf) {
        return allOf.rules().stream().allMatch(r -> isMet(r, served));
      } else if (rule instanceof Rule.SomeOf someOf) {
        return someOf.rules().stream().filter(r -> isMet(r, served)).count() >= someOf.atLeast();
      } else if (rule instanceof Rule.Within within) {
        List<LocalDate> days = days(within, served);
        return isMet(within.rule(), served)
            && (days.isEmpty()
                || !Collections.max(days).isAfter(Collections.min(days).plus(within.within())));
      } else if (rule instanceof Rule.Before before) {
        List<LocalDate> first = days(rule(before.earlier()), served);
        List<LocalDate> then = new ArrayList<>();
        before.before().forEach(id -> then.addAll(days(rule(id), served)));
        return first.stream()
            .allMatch(
                a -> then.stream().allMatch(b -> before.strict() ? a.isBefore(b) : !a.isAfter(b)));
      }
      return meets(leaves.indexOf(rule), served[leaves.indexOf(rule)]);
    }

    private Rule rule(String id) {
      return Objects.requireNonNull(byId.get(id));
    }

    private List<LocalDate> days(Rule rule, int[] served) {
      return KnownFacts.leaves(rule).stream()
          .flatMap(leaf -> of(served[leaves.indexOf(leaf)]).stream())
          .map(KnownFacts::day)
          .toList();
    }
  }

  /** What holds for all that is used, whatever it is used for. */
  private boolean mayBeUsedTogether(Set<Holding> used) {
    for (List<String> group : facts.countOnce()) {
      if (used.stream().filter(h -> facts.standsForOneOf(h, group)).count() > 1) {
        return false;
      }
    }
    for (Holding part : used) {
      if (used.stream().anyMatch(whole -> KnownFacts.isPart(part, whole))) {
        return false;
      }
    }
    return policy.sharing().withAward().stream().allMatch(award -> isWithin(award, used));
  }

  private boolean isWithin(AwardSharing award, Set<Holding> used) {
    List<Holding> shared = used.stream().filter(h -> KnownFacts.isShared(h, award)).toList();
    return award.count().map(count -> shared.size() <= count).orElse(true)
        && award.credits().map(most -> credits(shared).compareTo(most.value()) <= 0).orElse(true)
        && shared.stream().allMatch(h -> facts.passes(award.only(), h));
  }

  private static BigDecimal credits(Collection<Holding> holdings) {
    return holdings.stream().map(KnownFacts::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isServed(Rule rule, List<Holding> here) {
    if (rule instanceof Rule.Hold) {
      return !here.isEmpty();
    } else if (rule instanceof Rule.Count count) {
      return count.distinctBy().map(by -> canBeTold(here, by)).orElse(true)
          && here.size() >= count.atLeast()
          && count.ofWhich().stream().allMatch(part -> isMet(part, here, here, count));
    }
    Rule.Sum sum = (Rule.Sum) rule;
    return sum.distinctBy().map(by -> canBeTold(here, by)).orElse(true)
        && credits(here).compareTo(sum.atLeast()) >= 0
        && sum.ofWhich().stream().allMatch(part -> isMet(part, here, here, sum));
  }

  /** Whether every holding can take a value of its own. */
  private boolean canBeTold(List<Holding> here, DistinctBy by) {
    return canBeTold(here, 0, by, new HashSet<>());
  }

  private boolean canBeTold(List<Holding> here, int i, DistinctBy by, Set<String> taken) {
    if (i == here.size()) {
      return true;
    }
    Holding holding = here.get(i);
    for (String value : facts.values(holding, by)) {
      if (taken.add(value)) {
        boolean told = canBeTold(here, i + 1, by, taken);
        taken.remove(value);
        if (told) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isMet(Part part, List<Holding> outer, List<Holding> all, Rule leaf) {
    List<Holding> here = outer.stream().filter(h -> facts.passes(part.from(), h)).toList();
    boolean met;
    if (part.measure() instanceof PartMeasure.Mean mean) {
      BigDecimal times = BigDecimal.ZERO;
      BigDecimal total = BigDecimal.ZERO;
      for (Holding h : here) {
        BigDecimal weight = mean.weighted() ? KnownFacts.credits(h) : BigDecimal.ONE;
        times = times.add(weight);
        total = total.add(weight.multiply(KnownFacts.grade(h)));
      }
      met = total.compareTo(part.atLeast().orElseThrow().value().multiply(times)) >= 0;
    } else {
      boolean sum = KnownFacts.isSum(part, leaf);
      BigDecimal have = sum ? credits(here) : BigDecimal.valueOf(here.size());
      BigDecimal used = sum ? credits(all) : BigDecimal.valueOf(all.size());
      BigDecimal need = KnownFacts.need(leaf);
      met =
          part.atLeast().map(b -> have.compareTo(KnownFacts.bound(b, need, used)) >= 0).orElse(true)
              && part.atMost()
                  .map(b -> have.compareTo(KnownFacts.bound(b, need, used)) <= 0)
                  .orElse(true);
    }
    return met && part.ofWhich().stream().allMatch(inner -> isMet(inner, here, all, leaf));
  }
}
