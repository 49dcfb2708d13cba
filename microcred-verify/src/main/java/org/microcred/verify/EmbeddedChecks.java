package org.microcred.verify;

/** Which checks of a credential inside another one decide about the whole. */
public enum EmbeddedChecks {
  /**
   * Whether it is its issuer's: {@code structure}, {@code context}, {@code key}, {@code proof},
   * {@code issuer}, {@code recipient} where it is about the learner, and what stands inside it. Its
   * {@code validity}, {@code status}, {@code evidence} and {@code trust} are told as warnings: an
   * endorsement that expired, or one by somebody who is not trusted, takes nothing from a badge.
   */
  AUTHENTICITY,
  /** All of them, but for those that the caller made advisory. */
  ALL
}
