package org.microcred.stacking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.microcred.stacking.internal.Asked;
import org.microcred.stacking.internal.Cycles;
import org.microcred.stacking.internal.PolicyIndex;

/**
 * Policies that belong together: versions of one stack, and stacks whose awards count in others.
 * Immutable and thread-safe.
 */
public final class PolicySet {
  private final List<StackPolicy> policies;
  private final Map<String, List<StackPolicy>> asking = new HashMap<>();
  private final PolicyIndex index = new PolicyIndex();

  private PolicySet(Collection<StackPolicy> policies) {
    this.policies =
        policies.stream()
            .sorted(Comparator.comparing(StackPolicy::id).thenComparing(StackPolicy::version))
            .toList();
    for (int i = 0; i < this.policies.size(); i++) {
      StackPolicy policy = this.policies.get(i);
      index.add(i, policy.document());
      Asked.achievements(policy.anyRule())
          .forEach(id -> asking.computeIfAbsent(id, name -> new ArrayList<>()).add(policy));
    }
  }

  /**
   * {@return the policies as a set}
   *
   * @param policies any policies
   */
  public static PolicySet of(Collection<StackPolicy> policies) {
    return new PolicySet(Objects.requireNonNull(policies, "policies"));
  }

  /** {@return the policies, by id and version} */
  public List<StackPolicy> policies() {
    return policies;
  }

  /**
   * {@return the version of a policy under which somebody may earn the award, or empty when there
   * is none; of several the one that came into effect last}
   *
   * @param id the id of the policy
   * @param started the day on which they started
   * @param at the day of the evaluation
   */
  public Optional<StackPolicy> version(String id, LocalDate started, LocalDate at) {
    return policies.stream()
        .filter(policy -> policy.id().equals(id))
        .filter(policy -> policy.terms().effective().covers(started, at))
        .max(
            Comparator.comparing(
                (StackPolicy policy) -> policy.terms().effective().from().orElse(LocalDate.MIN)));
  }

  /**
   * {@return the policies that ask for an achievement by its id, by id and version}
   *
   * @param achievement the id of an achievement
   */
  public List<StackPolicy> askingFor(String achievement) {
    return asking.getOrDefault(achievement, List.of());
  }

  /**
   * {@return the policies whose decisions another holding may change, by id and version: every one
   * that it changes is among them, and most of those that do not ask for its achievement, issuer or
   * alignments are not}
   *
   * <p>A new version of a holding may also change what its old version did: ask for both.
   *
   * @param holding what is new
   */
  public List<StackPolicy> touchedBy(Holding holding) {
    return index.touchedBy(Objects.requireNonNull(holding, "holding")).stream()
        .mapToObj(policies::get)
        .toList();
  }

  /**
   * {@return the awards that need themselves: each a list of ids of policies, of which every one
   * asks for the award of the next and the last for that of the first}
   */
  public List<List<String>> cycles() {
    Map<String, Set<String>> needs = new HashMap<>();
    for (StackPolicy policy : policies) {
      needs.computeIfAbsent(policy.id(), id -> new TreeSet<>());
      for (StackPolicy other : askingFor(policy.award().id())) {
        needs.computeIfAbsent(other.id(), id -> new TreeSet<>()).add(policy.id());
      }
    }
    return Cycles.in(needs);
  }

  /**
   * {@return those of some achievements for which no policy asks by id: where they are earned for a
   * larger award, the way ends}
   *
   * @param achievements ids of achievements
   */
  public Set<String> culDeSacs(Collection<String> achievements) {
    Set<String> ends = new LinkedHashSet<>(achievements);
    ends.removeAll(asking.keySet());
    return ends;
  }

  /**
   * {@return what the authors of the policies should look at that no policy shows alone: circles,
   * then culs-de-sac; each policy has its own {@link StackPolicy#lint()}}
   *
   * @param achievements ids of achievements that are offered for stacking; none when it does not
   *     matter whether they lead anywhere
   */
  public List<Lint.Finding> lint(Collection<String> achievements) {
    List<Lint.Finding> findings = new ArrayList<>();
    cycles().forEach(cycle -> findings.add(new Lint.Finding(Lint.Code.CYCLE, cycle.get(0), cycle)));
    culDeSacs(achievements)
        .forEach(id -> findings.add(new Lint.Finding(Lint.Code.CUL_DE_SAC, id, List.of())));
    return findings;
  }
}
