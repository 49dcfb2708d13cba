package org.microcred.stacking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

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
  private final long budget;

  private StackCase(Builder builder) {
    at = builder.at;
    holdings = List.copyOf(builder.holdings);
    unverified = List.copyOf(builder.unverified);
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

  /** {@return the work that the decision may take, in elementary steps} */
  public long budget() {
    return budget;
  }

  /** Collects the parts of a case. Not thread-safe. */
  public static final class Builder {
    private final Instant at;
    private final List<Holding> holdings = new ArrayList<>();
    private final List<UnverifiedHolding> unverified = new ArrayList<>();
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
