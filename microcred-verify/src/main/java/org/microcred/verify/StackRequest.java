package org.microcred.verify;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.competency.CompetencyFramework;
import org.microcred.stacking.StackPolicy;

/**
 * What a stack is decided on: the rules, the person, and what was handed in. Immutable.
 *
 * <pre>{@code
 * StackRequest.of(policy, Recipient.of(learner), wallet).withParameters(Map.of("role", "teacher"))
 * }</pre>
 *
 * <p>The wallet may hold exceptions to the policy ({@link StackExceptions}) and awards of other
 * stacks beside the badges; both are verified as these are.
 *
 * @param policy the rules of the award
 * @param recipient the person, by every id that is known to be theirs
 * @param wallet the credentials, in any wire form
 * @param parameters values for the policy's parameters, by name
 * @param started the day on which the person started, or empty when it is that of the evaluation
 * @param frameworks the competency frameworks that rules may ask for
 * @param earlier the records of awards that the person has, as the caller kept them: what they used
 *     counts as used, as does what an award in the wallet names
 */
public record StackRequest(
    StackPolicy policy,
    Recipient recipient,
    List<SecuredCredential> wallet,
    Map<String, String> parameters,
    Optional<LocalDate> started,
    List<CompetencyFramework> frameworks,
    List<DecisionRecord> earlier) {
  public StackRequest {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(recipient, "recipient");
    wallet = List.copyOf(wallet);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    Objects.requireNonNull(started, "started");
    frameworks = List.copyOf(frameworks);
    earlier = List.copyOf(earlier);
  }

  /**
   * {@return a request without parameters}
   *
   * @param policy the rules of the award
   * @param recipient the person, by every id that is known to be theirs
   * @param wallet the credentials, in any wire form
   */
  public static StackRequest of(
      StackPolicy policy, Recipient recipient, Collection<SecuredCredential> wallet) {
    return new StackRequest(
        policy, recipient, List.copyOf(wallet), Map.of(), Optional.empty(), List.of(), List.of());
  }

  /**
   * {@return this request with values for the policy's parameters}
   *
   * @param values values by name
   */
  public StackRequest withParameters(Map<String, String> values) {
    return new StackRequest(policy, recipient, wallet, values, started, frameworks, earlier);
  }

  /**
   * {@return this request for a person who started on a day, for policies that change}
   *
   * @param day the day, in the policy's time zone
   */
  public StackRequest withStarted(LocalDate day) {
    return new StackRequest(
        policy, recipient, wallet, parameters, Optional.of(day), frameworks, earlier);
  }

  /**
   * {@return this request with the competency frameworks that rules may ask for}
   *
   * @param given the frameworks
   */
  public StackRequest withFrameworks(Collection<CompetencyFramework> given) {
    return new StackRequest(
        policy, recipient, wallet, parameters, started, List.copyOf(given), earlier);
  }

  /**
   * {@return this request for a person who has other awards, whose components are used already}
   *
   * @param records the records of these awards, from a source that the caller trusts
   */
  public StackRequest withEarlier(Collection<DecisionRecord> records) {
    return new StackRequest(
        policy, recipient, wallet, parameters, started, frameworks, List.copyOf(records));
  }

  /** {@return the policy and how many credentials there are; nothing personal} */
  @Override
  public String toString() {
    return "StackRequest[" + policy + ", " + wallet.size() + " credentials]";
  }
}
