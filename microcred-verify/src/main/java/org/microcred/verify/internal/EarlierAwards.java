package org.microcred.verify.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.microcred.model.AchievementCredential;
import org.microcred.stacking.Holding;
import org.microcred.verify.DecisionRecord;

/**
 * Which credentials serve awards already: the components that the badges of other stacks in the
 * wallet name, and those of the records that the caller kept. A badge that was withdrawn uses
 * nothing any more; one of which that is not known does.
 */
final class EarlierAwards {
  private final Map<String, Set<String>> awards = new HashMap<>();

  private EarlierAwards() {}

  static EarlierAwards of(
      Collection<Wallet.Item> items,
      Collection<DecisionRecord> records,
      Function<Wallet.Item, Holding.Status> status) {
    EarlierAwards earlier = new EarlierAwards();
    for (Wallet.Item item : items) {
      Holding.Status said = status.apply(item);
      if (said == Holding.Status.ACTIVE || said == Holding.Status.UNKNOWN) {
        item.badge().ifPresent(earlier::add);
      }
    }
    records.forEach(record -> earlier.add(record.award(), record.components()));
    return earlier;
  }

  private void add(AchievementCredential badge) {
    if (!AwardLinks.records(badge).isEmpty()) {
      add(badge.subject().achievement().id(), AwardLinks.components(badge));
    }
  }

  private void add(String award, Set<String> components) {
    components.forEach(digest -> awards.computeIfAbsent(digest, any -> new TreeSet<>()).add(award));
  }

  /** The awards that a credential serves, in alphabetical order. */
  Set<String> using(String digest) {
    return awards.getOrDefault(digest, Set.of());
  }
}
