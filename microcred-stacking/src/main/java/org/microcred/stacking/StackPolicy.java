package org.microcred.stacking;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.microcred.model.Achievement;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.internal.Badges;
import org.microcred.stacking.internal.Batch;
import org.microcred.stacking.internal.CompiledPolicies;
import org.microcred.stacking.internal.Engine;
import org.microcred.stacking.internal.Linter;
import org.microcred.stacking.internal.Planner;
import org.microcred.stacking.internal.PolicyDocument;
import org.microcred.stacking.internal.PolicyReader;
import org.microcred.stacking.internal.PolicyWriter;
import org.microcred.stacking.internal.WhatIf;

/**
 * The rules of one award. Immutable, thread-safe, compiled once.
 *
 * <pre>{@code
 * {"id": "https://uni.example/stacks/data-analyst", "version": "2026-1",
 *  "award": {"id": "https://uni.example/data-analyst", "type": ["Achievement"], "name": "Data analyst", …},
 *  "rule": {"allOf": [
 *     {"id": "capstone", "hold": {"achievement": "https://uni.example/capstone", "result": {"atLeast": "Pass"}}},
 *     {"id": "core", "count": {"from": {"tag": "core"}, "distinctBy": "achievement"}, "atLeast": 3}]}}
 * }</pre>
 *
 * <p>A holding serves at most one of the leaf rules, unless the policy frees them; the assignment
 * is exact. The members are described by {@code policy.schema.json} beside this class.
 */
public final class StackPolicy {
  private final PolicyDocument document;
  private final CompiledPolicies compiled;

  /** The policy with the parameters of the last case, since the next one mostly has the same. */
  private final AtomicReference<@Nullable StackPolicy> last = new AtomicReference<>();

  /** The values that were given to make it. */
  private final Map<String, String> values;

  private StackPolicy(PolicyDocument document) {
    this(document, Map.of());
  }

  private StackPolicy(PolicyDocument document, Map<String, String> values) {
    this.document = document;
    this.values = values;
    this.compiled = new CompiledPolicies(document);
  }

  /**
   * Reads a policy.
   *
   * @param json the policy
   * @return the policy
   * @throws InvalidDocumentException with all violations: those of {@link Json#read(String,
   *     Limits)}, of {@link Achievement#parse}, and {@code policy.*}. A member that this version
   *     does not understand is refused ({@code policy.unknown-member}, {@code policy.unsupported}),
   *     never ignored
   */
  public static StackPolicy parse(String json) throws InvalidDocumentException {
    return new StackPolicy(
        PolicyReader.read(Json.read(Objects.requireNonNull(json, "json"), Limits.defaults())));
  }

  /**
   * Reads a policy.
   *
   * @param utf8 the policy
   * @return the policy
   * @throws InvalidDocumentException as {@link #parse(String)}
   */
  public static StackPolicy parse(byte[] utf8) throws InvalidDocumentException {
    return new StackPolicy(
        PolicyReader.read(Json.read(Objects.requireNonNull(utf8, "utf8"), Limits.defaults())));
  }

  /** {@return the id of the policy} */
  public String id() {
    return document.id();
  }

  /** {@return the version of the policy} */
  public String version() {
    return document.version();
  }

  /** {@return a remark for readers of the policy} */
  public Optional<String> note() {
    return document.note();
  }

  /** {@return what is awarded} */
  public Achievement award() {
    return document.award();
  }

  /** {@return the parameters of the policy, by name} */
  public Map<String, Parameter> parameters() {
    return document.parameters();
  }

  /** {@return on which terms the policy is applied} */
  public Terms terms() {
    return document.terms();
  }

  /**
   * {@return which holdings the policy looks at}
   *
   * @throws IllegalStateException when a parameter has no value yet
   */
  public Filter accept() {
    return bound().accept();
  }

  /**
   * {@return the rule that earns the award}
   *
   * @throws IllegalStateException when a parameter has no value yet
   */
  public Rule rule() {
    return bound().rule();
  }

  private PolicyDocument bound() {
    if (!document.isBound()) {
      throw new IllegalStateException(
          "the policy has parameters without a value; give them with StackPolicy.with");
    }
    return document;
  }

  /**
   * {@return this policy with values for its parameters, which become their defaults}
   *
   * @param values values by name, as {@link Parameter.Type} writes them; a parameter that is not
   *     named keeps its default
   * @throws InvalidDocumentException when a value is missing, unknown or does not fit: {@code
   *     policy.parameter}; and when the policy makes no sense with these values
   */
  public StackPolicy with(Map<String, String> values) throws InvalidDocumentException {
    return new StackPolicy(PolicyReader.bind(document, values));
  }

  /**
   * {@return the words in which the policy speaks about holdings}
   *
   * @throws IllegalStateException when a parameter has no value yet
   */
  public Definitions definitions() {
    return bound().definitions();
  }

  /** {@return which holdings may be split; the first entry that applies counts} */
  public List<Divisible> divisible() {
    return document.divisible();
  }

  /** {@return what stands for what, and what does not count together} */
  public Relations relations() {
    return document.relations();
  }

  /**
   * {@return what is told on the record when it is held; no rule uses a holding that passes one of
   * these filters}
   */
  public List<Filter> optional() {
    return document.optional();
  }

  /** {@return which rules may share a holding} */
  public Sharing sharing() {
    return document.sharing();
  }

  /**
   * Decides whether holdings earn the award.
   *
   * @param stackCase what the learner holds, and values for the parameters without a default
   * @return the decision
   * @throws IllegalArgumentException when the case lacks what the policy cannot do without: a
   *     parameter, a value that fits it, or a competency framework
   */
  public Decision decide(StackCase stackCase) {
    Objects.requireNonNull(stackCase, "stackCase");
    return Engine.decide(given(stackCase).compiled, stackCase, List.of());
  }

  /**
   * Decides whether holdings earn the award, and nothing else: the outcome of {@link
   * #decide(StackCase)} without the reasons, for a small part of the work.
   *
   * @param stackCase what the learner holds, and values for the parameters without a default
   * @return the outcome
   * @throws IllegalArgumentException as {@link #decide(StackCase)}
   */
  public Outcome outcome(StackCase stackCase) {
    Objects.requireNonNull(stackCase, "stackCase");
    return Engine.outcome(given(stackCase).compiled, stackCase);
  }

  /**
   * Decides whether holdings earn the award, and which of them do: outcome and uses of {@link
   * #decide(StackCase)} without the reasons, for a part of the work.
   *
   * @param stackCase what the learner holds, and values for the parameters without a default
   * @return the verdict
   * @throws IllegalArgumentException as {@link #decide(StackCase)}
   */
  public Verdict verdict(StackCase stackCase) {
    Objects.requireNonNull(stackCase, "stackCase");
    return Engine.verdict(given(stackCase).compiled, stackCase);
  }

  /**
   * Decides for many learners, some ahead of whoever reads the decisions.
   *
   * @param cases what each learner holds; read as far as the window, and closed with the decisions
   * @param executor decides ahead; the reader decides what nobody has begun, so that it never waits
   *     for an executor that is busy
   * @param window how many decisions may be ahead, and in memory; at least 1
   * @return the decisions, in the order of the cases. Closing it ends the work. A case that lacks
   *     what {@link #decide(StackCase)} needs throws where its decision would be, and ends it, too
   * @throws IllegalArgumentException when the window is not positive
   */
  public Stream<Decision> decide(Stream<StackCase> cases, Executor executor, int window) {
    Objects.requireNonNull(cases, "cases");
    Objects.requireNonNull(executor, "executor");
    if (window < 1) {
      throw new IllegalArgumentException("window is not positive");
    }
    return Batch.answers(cases, this::decide, executor, window);
  }

  /**
   * Decides whether holdings would earn the award if everything were finished that is not: what the
   * learner is working on or plans, and holdings that say so themselves. The decision names what
   * was assumed; it is never to be taken for a real one.
   *
   * @param stackCase what the learner holds, works on and plans
   * @return the decision
   * @throws IllegalArgumentException as {@link #decide(StackCase)}
   */
  public Decision whatIf(StackCase stackCase) {
    WhatIf whatIf = new WhatIf(Objects.requireNonNull(stackCase, "stackCase"));
    return Engine.decide(given(stackCase).compiled, whatIf.finished(), whatIf.assumed());
  }

  /**
   * Plans how the award can be completed at the lowest cost. What the learner works on is taken to
   * be finished at no further cost; everything is imagined as earned at the instant of the case.
   *
   * @param stackCase what the learner holds, works on and plans
   * @param catalogue what is on offer
   * @return up to three ways; of items that do and cost the same one is named
   * @throws IllegalArgumentException as {@link #decide(StackCase)}
   */
  public Plan plan(StackCase stackCase, Catalogue catalogue) {
    Objects.requireNonNull(stackCase, "stackCase");
    Objects.requireNonNull(catalogue, "catalogue");
    return Planner.plan(given(stackCase).compiled, stackCase, catalogue);
  }

  /**
   * {@return the award that a decision says is earned, as a holding for policies that ask for it;
   * empty when it is not earned, or would be only if something were finished}
   *
   * @param decision a decision of this version of this policy
   * @throws IllegalArgumentException when it is one of another
   */
  public Optional<Holding> holding(Decision decision) {
    if (!decision.policyId().equals(id()) || !decision.policyVersion().equals(version())) {
      throw new IllegalArgumentException("decision is one of another policy");
    }
    return decision.earned() && decision.basis().assumed().isEmpty()
        ? Optional.of(Badges.award(award(), id(), decision.at()))
        : Optional.empty();
  }

  /**
   * {@return what a registrar prints of the award; empty when it is not earned, or would be only if
   * something were finished}
   *
   * @param decision a decision of this version of this policy
   * @throws IllegalArgumentException when it is one of another
   */
  public Optional<TranscriptLine> transcript(Decision decision) {
    return holding(decision)
        .map(
            earned ->
                new TranscriptLine(
                    award().name(),
                    derived(decision, "level").flatMap(Derived::value),
                    derived(decision, "credits").flatMap(Derived::value),
                    derived(decision, "credits").flatMap(Derived::unit),
                    derived(decision, "mean").flatMap(Derived::value),
                    decision.used().stream().map(TranscriptLine.Component::of).toList()));
  }

  private static Optional<Derived> derived(Decision decision, String name) {
    return decision.derived().stream().filter(derived -> derived.name().equals(name)).findFirst();
  }

  /** The policy as it was written. */
  PolicyDocument document() {
    return document;
  }

  /** The rule, with made up values where parameters have none. */
  Rule anyRule() {
    return document.rule();
  }

  /** This policy with the parameters of a case. */
  private StackPolicy given(StackCase stackCase) {
    if (document.parameters().isEmpty()) {
      return this;
    }
    Map<String, String> values = new TreeMap<>(stackCase.parameters());
    values.keySet().retainAll(document.parameters().keySet());
    StackPolicy made = last.get();
    if (made != null && values.equals(made.values)) {
      return made;
    }
    try {
      StackPolicy policy = new StackPolicy(PolicyReader.bind(document, values), values);
      last.set(policy);
      return policy;
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * {@return what its author should look at, and how much work each of its rules can be}
   *
   * <p>Parameters without a value have made up ones, and what a competency framework would ask is
   * not looked at. The work is bounded.
   */
  public Lint lint() {
    return Linter.lint(document);
  }

  /** {@return the policy as JSON; reading it again gives an equal policy} */
  public JsonObject toJson() {
    return PolicyWriter.write(document);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StackPolicy that && document.equals(that.document);
  }

  @Override
  public int hashCode() {
    return document.hashCode();
  }

  /** {@return the id and version of the policy} */
  @Override
  public String toString() {
    return "StackPolicy[" + id() + " " + version() + "]";
  }
}
