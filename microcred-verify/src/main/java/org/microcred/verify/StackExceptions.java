package org.microcred.verify;

import java.util.Objects;
import org.microcred.model.Credential;
import org.microcred.model.Reading;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.StackPolicy;
import org.microcred.verify.internal.GrantedException;

/**
 * Exceptions to a policy as credentials, so that they are signed and dated like the badges that
 * they stand beside: recognised prior learning, a course that serves for another, a badge that does
 * not count. The learner hands them in with the wallet.
 *
 * <p>An exception counts when it passed the checks that a badge has to pass, is about the learner,
 * has not been withdrawn, names the policy, and comes from somebody whose exceptions the policy
 * accepts. The terms are those of the bundled context {@code
 * https://microcred.org/contexts/stack/v1}.
 */
public final class StackExceptions {
  private StackExceptions() {}

  /**
   * {@return an exception as a credential of the VC data model 2.0, ready to be signed by who
   * grants it}
   *
   * <p>It is valid from the beginning of the first day to the end of the last one, in UTC; read
   * again, its days are those of UTC, too.
   *
   * @param policy the policy whose rules are excepted from
   * @param learner the id of the person, a URI
   * @param adjustment what is granted, by whom and why
   * @throws IllegalArgumentException when the grantor or the learner is no URI, or a text is empty
   */
  public static Credential toCredential(StackPolicy policy, String learner, Adjustment adjustment) {
    Objects.requireNonNull(learner, "learner");
    Reading reading = Credential.read(GrantedException.toJson(policy, learner, adjustment));
    return reading
        .credential()
        .orElseThrow(() -> new IllegalArgumentException(reading.findings().failures().toString()));
  }
}
