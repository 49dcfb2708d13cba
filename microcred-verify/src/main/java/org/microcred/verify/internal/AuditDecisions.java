package org.microcred.verify.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.UnverifiedHolding;
import org.microcred.verify.Check;
import org.microcred.verify.DecisionRecord;
import org.microcred.verify.StackRequest;

/** Decides an award again: as it was decided, and as it would be decided now. */
final class AuditDecisions {
  private final DecisionRecord record;
  private final StackRequest request;
  private final AuditComponents components;
  private Optional<Decision> decisionNow = Optional.empty();

  AuditDecisions(DecisionRecord record, StackRequest given, AuditComponents components) {
    this.record = record;
    this.components = components;
    StackRequest named =
        given
            .withParameters(record.parameters())
            .withFrameworks(
                given.frameworks().stream()
                    .filter(f -> record.frameworks().contains(Digests.of(f.toBytes())))
                    .toList())
            .withEarlier(
                given.earlier().stream()
                    .filter(other -> record.earlier().contains(other.digest()))
                    .toList());
    request = record.started().map(named::withStarted).orElse(named);
  }

  Optional<Decision> decisionNow() {
    return decisionNow;
  }

  /**
   * Did it hold when it was decided? What the issuers said of their credentials then, nobody can
   * ask any more: that is taken from the record, for which the issuer of the badge vouches.
   */
  Findings then() {
    Map<String, Holding.Status> statuses = new HashMap<>();
    record.credentials().forEach(entry -> statuses.put(entry.digest(), entry.status()));
    Findings open = frameworks().and(earlier());
    if (!open.passed()) {
      return open;
    }
    Optional<Decision> decision =
        decide(
            components.then(),
            record.at(),
            item -> statuses.getOrDefault(item.digest(), Holding.Status.UNKNOWN));
    if (decision.isEmpty()) {
      return Audit.failed(
          "audit.other-decision", "under this policy nothing can be decided on what is recorded");
    }
    Decision again = decision.get();
    return switch (again.outcome()) {
      case EARNED -> compare(again);
      case NOT_EARNED ->
          Audit.failed(
              "audit.not-earned-then",
              "the components did not earn the award at "
                  + record.at()
                  + ", although it is recorded");
      case UNDETERMINED, BUDGET_EXCEEDED -> notDecided(again);
    };
  }

  private Findings compare(Decision again) {
    JsonObject now = again.toJson();
    boolean complete = components.isComplete(record);
    if (record.outcome() == Outcome.EARNED
        && record.decision().get("uses").equals(now.get("uses"))) {
      return Findings.none();
    }
    String message =
        "the award is earned, and not as it is recorded: other credentials serve other rules";
    return complete || record.outcome() != Outcome.EARNED
        ? Audit.failed("audit.other-decision", message)
        : Audit.warned("audit.other-decision", message);
  }

  /** Does it hold now? */
  Findings now(Outline badge) {
    Findings found = badge(badge);
    Findings lapsed = lapsed();
    Findings open = frameworks().and(earlier());
    decisionNow = decide(components.now(), badge.verifiedAt(), Wallet.Item::status);
    if (!open.passed() || decisionNow.isEmpty()) {
      return found.and(open);
    }
    return found.and(
        switch (decisionNow.get().outcome()) {
          // What lapsed may count all the same: an exam that was passed once.
          case EARNED -> new Findings(List.of(), List.of(), all(lapsed));
          case NOT_EARNED ->
              lapsed.failures().isEmpty()
                  ? lapsed.and(
                      Audit.failed(
                          "audit.not-earned-now", "the components do not earn the award any more"))
                  : lapsed;
          case UNDETERMINED, BUDGET_EXCEEDED -> lapsed.and(notDecided(decisionNow.get()));
        });
  }

  private static List<Violation> all(Findings findings) {
    return Stream.of(findings.failures(), findings.unknowns(), findings.warnings())
        .flatMap(List::stream)
        .toList();
  }

  private static Findings badge(Outline badge) {
    Findings findings = Findings.none();
    if (badge.check(Check.Id.VALIDITY).outcome() == Check.Outcome.FAILED) {
      findings = Audit.failed("audit.badge-expired", "the badge itself is not valid now");
    }
    return switch (Wallet.status(badge.check(Check.Id.STATUS))) {
      case ACTIVE -> findings;
      case REVOKED ->
          findings.and(Audit.failed("audit.badge-revoked", "the badge itself was revoked"));
      case SUSPENDED ->
          findings.and(Audit.failed("audit.badge-suspended", "the badge itself is suspended"));
      case UNKNOWN ->
          findings.and(
              Audit.unknown("audit.badge-status", "whether the badge was revoked is not known"));
    };
  }

  /** What became of the components since. */
  private Findings lapsed() {
    Findings findings = Findings.none();
    Set<String> seen = new TreeSet<>();
    for (Wallet.Item item : components.now()) {
      if (!record.components().contains(item.digest()) || !seen.add(item.digest())) {
        continue;
      }
      String name = "the component " + AuditComponents.name(item);
      if (item.refusedBy().isPresent()) {
        findings = findings.and(AuditComponents.notVerified(item));
        continue;
      }
      if (item.outline().check(Check.Id.VALIDITY).outcome() == Check.Outcome.FAILED) {
        findings =
            findings.and(Audit.failed("audit.component-expired", name + " is not valid now"));
      }
      findings =
          switch (item.status()) {
            case ACTIVE -> findings;
            case REVOKED ->
                findings.and(Audit.failed("audit.component-revoked", name + " was revoked"));
            case SUSPENDED ->
                findings.and(Audit.failed("audit.component-suspended", name + " is suspended"));
            case UNKNOWN ->
                findings.and(
                    Audit.unknown(
                        "audit.component-status", "whether " + name + " was revoked is not known"));
          };
    }
    return findings;
  }

  private Findings frameworks() {
    Set<String> given =
        request.frameworks().stream().map(f -> Digests.of(f.toBytes())).collect(Collectors.toSet());
    return given.containsAll(record.frameworks())
        ? Findings.none()
        : Audit.unknown(
            "audit.framework-missing",
            "a competency framework that the record names was not given, or was changed");
  }

  private Findings earlier() {
    Set<String> given =
        request.earlier().stream().map(DecisionRecord::digest).collect(Collectors.toSet());
    return given.containsAll(record.earlier())
        ? Findings.none()
        : Audit.unknown(
            "audit.earlier-missing", "an earlier award's record that this one names was not given");
  }

  private static Findings notDecided(Decision decision) {
    Set<String> facts =
        decision.unknown().stream()
            .map(f -> f.fact())
            .collect(Collectors.toCollection(TreeSet::new));
    return Audit.unknown(
        "audit.not-decided",
        decision.outcome() == Outcome.BUDGET_EXCEEDED
            ? "the work allowed ended before it was decided"
            : "it depends on what is not known: " + SafeText.of(String.join(", ", facts)));
  }

  /** What the policy makes of some credentials; empty when its parameters do not fit. */
  private Optional<Decision> decide(
      List<Wallet.Item> items, Instant at, Function<Wallet.Item, Holding.Status> status) {
    StackCase.Builder builder = Wallet.stackCase(items, request, at, status).toBuilder();
    Set<String> given = items.stream().map(Wallet.Item::digest).collect(Collectors.toSet());
    for (DecisionRecord.Entry entry : record.credentials()) {
      if (entry.check().isPresent() && !given.contains(entry.digest())) {
        builder.unverified(new UnverifiedHolding(entry.digest(), entry.check().get()));
      }
    }
    try {
      return Optional.of(request.policy().decide(builder.build()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
