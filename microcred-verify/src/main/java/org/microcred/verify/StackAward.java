package org.microcred.verify;

import java.util.Comparator;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Profile;
import org.microcred.stacking.Decision;
import org.microcred.stacking.StackPolicy;

/** A larger award that a person has earned. Immutable. */
public final class StackAward {
  private final StackPolicy policy;
  private final Recipient recipient;
  private final Decision decision;

  StackAward(StackPolicy policy, Recipient recipient, Decision decision) {
    this.policy = policy;
    this.recipient = recipient;
    this.decision = decision;
  }

  /** {@return what is awarded} */
  public Achievement achievement() {
    return policy.award();
  }

  /**
   * {@return the award as a credential, ready to be signed}
   *
   * <p>It is about the first of the person's ids, in alphabetical order, and valid from the instant
   * of the decision.
   *
   * @param issuer who awards it
   * @throws IllegalStateException when the person is known by identifiers only
   */
  public AchievementCredential toCredential(Profile issuer) {
    String learner =
        recipient.ids().stream()
            .min(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalStateException("the recipient has no id"));
    return AchievementCredential.builder(issuer, learner, achievement())
        .validFrom(decision.at())
        .awardedDate(decision.at())
        .build();
  }
}
