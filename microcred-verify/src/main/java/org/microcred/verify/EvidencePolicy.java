package org.microcred.verify;

/**
 * What a verifier wants to see behind a badge, for those who do not accept seat time. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * EvidencePolicy.any().atLeast(1).assessment().passingResults()
 * }</pre>
 *
 * <p>Whatever the policy, digests that a credential states of resources at hand are compared.
 *
 * @param pieces how many pieces of evidence there have to be, not negative
 * @param assessedByOthers whether somebody other than the learner must have assessed it
 * @param requirementsMet whether there must be a result, and every result must reach what its
 *     description requires
 * @param fetched whether resources with digests are asked for when they are not at hand
 */
public record EvidencePolicy(
    int pieces, boolean assessedByOthers, boolean requirementsMet, boolean fetched) {
  private static final EvidencePolicy ANY = new EvidencePolicy(0, false, false, false);

  public EvidencePolicy {
    if (pieces < 0) {
      throw new IllegalArgumentException("pieces is negative");
    }
  }

  /** {@return a policy that asks for nothing} */
  public static EvidencePolicy any() {
    return ANY;
  }

  /**
   * {@return the same policy, which wants so many pieces of evidence}
   *
   * @param count not negative
   */
  public EvidencePolicy atLeast(int count) {
    return new EvidencePolicy(count, assessedByOthers, requirementsMet, fetched);
  }

  /** {@return the same policy, which wants an assessor who is not the learner} */
  public EvidencePolicy assessment() {
    return new EvidencePolicy(pieces, true, requirementsMet, fetched);
  }

  /** {@return the same policy, which wants results that reach what is required} */
  public EvidencePolicy passingResults() {
    return new EvidencePolicy(pieces, assessedByOthers, true, fetched);
  }

  /**
   * {@return the same policy, which has resources with digests fetched by the verifier's loader and
   * compared; one that cannot be had leaves the check open}
   */
  public EvidencePolicy fetch() {
    return new EvidencePolicy(pieces, assessedByOthers, requirementsMet, true);
  }
}
