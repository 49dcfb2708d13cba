package org.microcred.stacking.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Reason;
import org.microcred.stacking.StackCase;

/** Which holdings the rules may look at: one version of each, in force, complete, accepted. */
final class Admission {
  private static final Comparator<Holding> NEWEST_FIRST =
      Comparator.comparing(
              (Holding h) -> h.validFrom().orElse(Instant.MIN), Comparator.<Instant>reverseOrder())
          // Of two versions that claim one date the worse counts: an answer is never revived.
          .thenComparingInt(h -> severity(h.status()))
          .thenComparing(Deletion.BY_ID);

  /** All holdings by id. */
  final List<Holding> all;

  /** Those that may count, by id: all facts known, or some not. */
  final List<Holding> admitted = new ArrayList<>();

  /** Why the others may not. */
  final Map<Integer, Reason> refused = new LinkedHashMap<>();

  /** For each admitted holding, the facts that keep it from being accepted for certain. */
  final List<TreeSet<String>> unknowns = new ArrayList<>();

  private Admission(List<Holding> all) {
    this.all = all;
  }

  static Admission of(CompiledPolicy policy, StackCase stackCase) {
    Admission admission =
        new Admission(stackCase.holdings().stream().sorted(Deletion.BY_ID).toList());
    Map<List<String>, List<Integer>> versions = new LinkedHashMap<>();
    for (int i = 0; i < admission.all.size(); i++) {
      Holding holding = admission.all.get(i);
      if (exists(holding, stackCase.at())) {
        versions.computeIfAbsent(identity(holding), k -> new ArrayList<>()).add(i);
      } else {
        admission.refused.put(i, Reason.OUT_OF_WINDOW);
      }
    }
    Map<Integer, Reason> superseded = new HashMap<>();
    versions.values().forEach(group -> admission.supersede(group, superseded));
    admission.refused.putAll(superseded);
    for (int i = 0; i < admission.all.size(); i++) {
      if (!admission.refused.containsKey(i)) {
        admission.admit(i, policy, stackCase.at());
      }
    }
    return admission;
  }

  /** A holding that is awarded, or becomes valid, after the evaluation does not exist yet. */
  private static boolean exists(Holding holding, Instant at) {
    return holding.awarded().map(awarded -> !awarded.isAfter(at)).orElse(true)
        && holding.validFrom().map(from -> !from.isAfter(at)).orElse(true);
  }

  private static List<String> identity(Holding holding) {
    return List.of(normal(holding.issuer().orElse("")), normal(holding.id()));
  }

  private static String normal(String id) {
    String trimmed = id.strip();
    try {
      // A plus sign is not a space in a URI.
      return URLDecoder.decode(trimmed.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return trimmed;
    }
  }

  private void supersede(List<Integer> group, Map<Integer, Reason> superseded) {
    List<Integer> newestFirst =
        group.stream().sorted(Comparator.comparing(all::get, NEWEST_FIRST)).toList();
    Holding newest = all.get(newestFirst.get(0));
    for (int i : newestFirst.subList(1, newestFirst.size())) {
      boolean same =
          all.get(i).equals(newest)
              || (newest.digest().isPresent() && newest.digest().equals(all.get(i).digest()));
      superseded.put(i, same ? Reason.DUPLICATE : Reason.SUPERSEDED);
    }
  }

  private void admit(int i, CompiledPolicy policy, Instant at) {
    Holding holding = all.get(i);
    TreeSet<String> facts = new TreeSet<>();
    Truth accepted = policy.filters.test(policy.document.accept(), holding);
    if (holding.status() == Holding.Status.REVOKED) {
      refused.put(i, Reason.REVOKED);
    } else if (holding.expires().filter(at::isAfter).isPresent()) {
      refused.put(i, Reason.EXPIRED);
    } else if (holding.status() == Holding.Status.SUSPENDED) {
      refused.put(i, Reason.SUSPENDED);
    } else if (holding.results().stream().anyMatch(Admission::isNotCompleted)) {
      refused.put(i, Reason.NOT_COMPLETED);
    } else if (accepted == Truth.FALSE) {
      refused.put(i, policy.filters.reason(policy.document.accept(), holding));
    } else {
      if (holding.status() == Holding.Status.UNKNOWN) {
        facts.add("status");
      }
      policy.filters.unknowns(policy.document.accept(), holding, facts);
      admitted.add(holding);
      unknowns.add(facts);
    }
  }

  private static boolean isNotCompleted(HeldResult result) {
    return result.status().filter(status -> !status.equals("Completed")).isPresent();
  }

  private static int severity(Holding.Status status) {
    return switch (status) {
      case REVOKED -> 0;
      case SUSPENDED -> 1;
      case UNKNOWN -> 2;
      case ACTIVE -> 3;
    };
  }
}
