package org.microcred.stacking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.microcred.model.competency.CompetencyFramework;

/**
 * All that a decision depends on, besides the policy: what one learner holds, and the instant at
 * which it is looked at. Whose holdings they are is the caller's word; the engine never infers it.
 *
 * <p>Immutable and thread-safe. The order of the holdings means nothing.
 */
public final class StackCase {
  /** The work that a decision may take unless said otherwise, in elementary steps. */
  public static final long DEFAULT_BUDGET = 20_000_000;

  private final Instant at;
  private final List<Holding> holdings;
  private final List<UnverifiedHolding> unverified;
  private final List<Holding> unfinished;
  private final Map<String, String> parameters;
  private final Optional<LocalDate> started;
  private final List<Adjustment> adjustments;
  private final List<CompetencyFramework> frameworks;
  private final long budget;

  private StackCase(Builder builder) {
    at = builder.at;
    holdings = List.copyOf(builder.holdings);
    unverified = List.copyOf(builder.unverified);
    unfinished = List.copyOf(builder.unfinished);
    parameters = Collections.unmodifiableMap(new TreeMap<>(builder.parameters));
    started = builder.started;
    adjustments = List.copyOf(builder.adjustments);
    frameworks = List.copyOf(builder.frameworks);
    budget = builder.budget;
  }

  /**
   * {@return a builder of a case without holdings}
   *
   * @param at the instant of the evaluation
   */
  public static Builder builder(Instant at) {
    return new Builder(at);
  }

  /** {@return the instant of the evaluation} */
  public Instant at() {
    return at;
  }

  /** {@return what the learner holds} */
  public List<Holding> holdings() {
    return holdings;
  }

  /** {@return the credentials that did not verify} */
  public List<UnverifiedHolding> unverified() {
    return unverified;
  }

  /** {@return what the learner is working on or plans: it counts in a what-if only} */
  public List<Holding> unfinished() {
    return unfinished;
  }

  /** {@return the values of parameters, by name} */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** {@return the day on which the learner started, or empty when it is that of the evaluation} */
  public Optional<LocalDate> started() {
    return started;
  }

  /** {@return the exceptions that were granted to the learner} */
  public List<Adjustment> adjustments() {
    return adjustments;
  }

  /** {@return the competency frameworks that rules may ask for} */
  public List<CompetencyFramework> frameworks() {
    return frameworks;
  }

  /** {@return the work that the decision may take, in elementary steps} */
  public long budget() {
    return budget;
  }

  /** {@return a builder that starts with everything this case says} */
  public Builder toBuilder() {
    Builder builder = new Builder(at);
    builder.holdings.addAll(holdings);
    builder.unverified.addAll(unverified);
    builder.unfinished.addAll(unfinished);
    builder.parameters.putAll(parameters);
    builder.started = started;
    builder.adjustments.addAll(adjustments);
    builder.frameworks.addAll(frameworks);
    builder.budget = budget;
    return builder;
  }

  /** Collects the parts of a case. Not thread-safe. */
  public static final class Builder {
    private final Instant at;
    private final List<Holding> holdings = new ArrayList<>();
    private final List<UnverifiedHolding> unverified = new ArrayList<>();
    private final List<Holding> unfinished = new ArrayList<>();
    private final Map<String, String> parameters = new TreeMap<>();
    private Optional<LocalDate> started = Optional.empty();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<CompetencyFramework> frameworks = new ArrayList<>();
    private long budget = DEFAULT_BUDGET;

    private Builder(Instant at) {
      this.at = Objects.requireNonNull(at, "at");
    }

    /**
     * Adds a holding.
     *
     * @param holding what the learner holds
     * @return this builder
     */
    public Builder holding(Holding holding) {
      holdings.add(Objects.requireNonNull(holding, "holding"));
      return this;
    }

    /**
     * Adds holdings.
     *
     * @param more what the learner holds
     * @return this builder
     */
    public Builder holdings(Collection<Holding> more) {
      more.forEach(this::holding);
      return this;
    }

    /**
     * Takes out all holdings, finished or not.
     *
     * @return this builder
     */
    public Builder withoutHoldings() {
      holdings.clear();
      unfinished.clear();
      return this;
    }

    /**
     * Adds a credential that did not verify.
     *
     * @param credential the credential, without its claims
     * @return this builder
     */
    public Builder unverified(UnverifiedHolding credential) {
      unverified.add(Objects.requireNonNull(credential, "credential"));
      return this;
    }

    /**
     * Adds what the learner is working on, or plans. It is never used; {@link
     * StackPolicy#whatIf(StackCase)} counts it as if it were finished.
     *
     * @param holding what it will be
     * @return this builder
     */
    public Builder unfinished(Holding holding) {
      unfinished.add(Objects.requireNonNull(holding, "holding"));
      return this;
    }

    /**
     * Gives a parameter its value. Policies do not look at parameters that they do not declare.
     *
     * @param name the name of the parameter
     * @param value its value, as {@link Parameter.Type} writes it
     * @return this builder
     */
    public Builder parameter(String name, String value) {
      parameters.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Sets the day on which the learner started, for policies that change.
     *
     * @param day the day, in the policy's time zone
     * @return this builder
     */
    public Builder started(LocalDate day) {
      started = Optional.of(day);
      return this;
    }

    /**
     * Adds an exception that was granted to the learner.
     *
     * @param adjustment the exception
     * @return this builder
     */
    public Builder adjustment(Adjustment adjustment) {
      adjustments.add(Objects.requireNonNull(adjustment, "adjustment"));
      return this;
    }

    /**
     * Adds a competency framework for rules that ask for all competencies of one.
     *
     * @param framework the framework
     * @return this builder
     */
    public Builder framework(CompetencyFramework framework) {
      frameworks.add(Objects.requireNonNull(framework, "framework"));
      return this;
    }

    /**
     * Sets the work that the decision may take. When it is used up, the outcome is {@link
     * Outcome#BUDGET_EXCEEDED}.
     *
     * @param steps elementary steps, at least 1; {@value #DEFAULT_BUDGET} unless set
     * @return this builder
     */
    public Builder budget(long steps) {
      if (steps < 1) {
        throw new IllegalArgumentException("steps is not positive");
      }
      budget = steps;
      return this;
    }

    /** {@return the case} */
    public StackCase build() {
      return new StackCase(this);
    }
  }
}
