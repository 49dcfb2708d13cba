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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Reason;
import org.microcred.stacking.StackCase;

/** Which holdings the rules may look at: one version of each, complete, accepted. */
final class Admission {
  private static final List<String> COMPLETED = List.of("Completed");

  private static final List<String> JUDGED = List.of("Completed", "Failed");

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

  /** For each of them, why it does not stand now; only rules that look back may use it then. */
  final List<Optional<Reason>> lapses = new ArrayList<>();

  /** Why the others may not. */
  final Map<Integer, Reason> refused = new LinkedHashMap<>();

  /** For each admitted holding, the facts that keep it from being accepted for certain. */
  final List<Set<String>> unknowns = new ArrayList<>();

  /** What the learner is working on: told, and never looked at. */
  final List<Holding> unfinished = new ArrayList<>();

  private boolean mayHaveVersions;

  final Attempts attempts;
  final Adjustments adjustments;

  private Admission(List<Holding> all, Attempts attempts, Adjustments adjustments) {
    this.all = all;
    this.attempts = attempts;
    this.adjustments = adjustments;
  }

  static Admission of(CompiledPolicy policy, StackCase stackCase, Adjustments adjustments) {
    Admission admission =
        new Admission(
            stackCase.holdings().stream().sorted(Deletion.BY_ID).toList(),
            new Attempts(policy.filters.order),
            adjustments);
    stackCase.unfinished().stream().sorted(Deletion.BY_ID).forEach(admission.unfinished::add);
    for (int i = 0; i < admission.all.size(); i++) {
      Holding holding = admission.all.get(i);
      // What is awarded, or becomes valid, after the evaluation does not exist yet.
      if (!policy.filters.days.exists(holding)) {
        admission.refused.put(i, Reason.OUT_OF_WINDOW);
      }
      admission.mayHaveVersions |=
          !isNormal(holding.id()) || (i > 0 && holding.id().equals(admission.all.get(i - 1).id()));
    }
    if (admission.mayHaveVersions) {
      admission.supersede();
    }
    for (int i = 0; i < admission.all.size(); i++) {
      if (!admission.refused.containsKey(i)) {
        admission.admit(i, policy, policy.filters.days.now());
      }
    }
    return admission;
  }

  /** Whether two holdings may be versions of one credential. */
  boolean mayHaveVersions() {
    return mayHaveVersions;
  }

  private static List<String> identity(Holding holding) {
    return List.of(normal(holding.issuer().orElse("")), normal(holding.id()));
  }

  /** Whether an id is spelled as it is compared. */
  static boolean isNormal(String id) {
    return id.indexOf('%') < 0
        && (id.isEmpty()
            || !(Character.isWhitespace(id.charAt(0))
                || Character.isWhitespace(id.charAt(id.length() - 1))));
  }

  private static String normal(String id) {
    if (isNormal(id)) {
      return id;
    }
    String trimmed = id.strip();
    try {
      // A plus sign is not a space in a URI.
      return URLDecoder.decode(trimmed.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return trimmed;
    }
  }

  /** Refuses all versions of a credential but the newest. */
  private void supersede() {
    Map<List<String>, List<Integer>> versions = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (!refused.containsKey(i)) {
        versions.computeIfAbsent(identity(all.get(i)), k -> new ArrayList<>()).add(i);
      }
    }
    Map<Integer, Reason> superseded = new HashMap<>();
    versions.values().forEach(group -> supersede(group, superseded));
    refused.putAll(superseded);
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
    Truth accepted = policy.filters.test(policy.document.accept(), holding);
    Optional<Reason> lapse = Standing.lapse(holding, at, policy.filters.days);
    if (policy.looksAtAttempts && accepted != Truth.FALSE && isAttempt(holding)) {
      attempts.add(holding);
    }
    if (adjustments.isBlocked(holding)) {
      refused.put(i, Reason.BLOCKED);
    } else if (lapse.isPresent() && !policy.looksBack) {
      refused.put(i, lapse.get());
    } else if (!isCompleted(holding)) {
      refused.put(i, Reason.NOT_COMPLETED);
    } else if (accepted == Truth.FALSE && !adjustments.isInserted(holding)) {
      refused.put(i, lapse.orElseGet(() -> policy.reasons.of(policy.document.accept(), holding)));
    } else {
      admitted.add(holding);
      lapses.add(lapse);
      unknowns.add(unknowns(holding, accepted, policy));
    }
  }

  private Set<String> unknowns(Holding holding, Truth accepted, CompiledPolicy policy) {
    boolean vague = accepted == Truth.UNKNOWN && !adjustments.isInserted(holding);
    if (!vague && holding.status() != Holding.Status.UNKNOWN) {
      return Set.of();
    }
    Set<String> facts = new TreeSet<>();
    if (holding.status() == Holding.Status.UNKNOWN) {
      facts.add("status");
    }
    if (vague) {
      policy.filters.unknowns(policy.document.accept(), holding, facts);
    }
    return facts;
  }

  /** Whether somebody was judged: passed or failed, and the judgement was not taken back. */
  private static boolean isAttempt(Holding holding) {
    return holding.status() != Holding.Status.REVOKED && hasOnly(holding, JUDGED);
  }

  private static boolean hasOnly(Holding holding, List<String> statuses) {
    List<HeldResult> results = holding.results();
    for (int i = 0; i < results.size(); i++) {
      Optional<String> status = results.get(i).status();
      if (status.isPresent() && !statuses.contains(status.get())) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing that was to be done for a holding is still open, or was failed. */
  static boolean isCompleted(Holding holding) {
    return hasOnly(holding, COMPLETED);
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
