package org.microcred.stacking.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.microcred.model.competency.CompetencyFramework;

/**
 * A policy compiled for cases: once for all where nothing in a case changes its rules, else for the
 * frameworks and waivers of the last case, since the next one mostly has the same. Thread-safe.
 */
public final class CompiledPolicies {
  private record Made(
      List<CompetencyFramework> frameworks, Set<String> waived, CompiledPolicy policy) {}

  private final PolicyDocument document;
  private final AtomicReference<@Nullable Made> last = new AtomicReference<>();

  private record Dated(CompiledPolicy undated, CompiledPolicy policy) {}

  /** That of the last instant, since many cases have the same. */
  private final AtomicReference<@Nullable Dated> lastAt = new AtomicReference<>();

  /**
   * Prepares a policy.
   *
   * @param document the policy, all its parameters with values
   */
  public CompiledPolicies(PolicyDocument document) {
    this.document = document;
  }

  PolicyDocument document() {
    return document;
  }

  CompiledPolicy of(List<CompetencyFramework> frameworks, Set<String> waived) {
    Made made = last.get();
    if (made != null && made.frameworks().equals(frameworks) && made.waived().equals(waived)) {
      return made.policy();
    }
    CompiledPolicy policy = CompiledPolicy.of(document, frameworks, waived);
    last.set(new Made(List.copyOf(frameworks), Set.copyOf(waived), policy));
    return policy;
  }

  CompiledPolicy of(List<CompetencyFramework> frameworks, Set<String> waived, Instant at) {
    CompiledPolicy undated = of(frameworks, waived);
    Dated dated = lastAt.get();
    if (dated != null
        && dated.undated() == undated
        && dated.policy().filters.days.now().equals(at)) {
      return dated.policy();
    }
    CompiledPolicy policy = undated.at(at);
    lastAt.set(new Dated(undated, policy));
    return policy;
  }
}
