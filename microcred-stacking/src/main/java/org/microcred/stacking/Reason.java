package org.microcred.stacking;

/** Why a holding was not used. The names are stable: they stand in JSON and in decision records. */
public enum Reason {
  /** The credential did not verify; nothing it says was looked at. */
  UNVERIFIED,
  /** Its issuer revoked it. */
  REVOKED,
  /** Its issuer suspended it. */
  SUSPENDED,
  /** It had expired at the instant of the evaluation. */
  EXPIRED,
  /** A newer version of the same credential is held. */
  SUPERSEDED,
  /** The same credential, or a second completion of one achievement, that counts once. */
  DUPLICATE,
  /** An exception says that it does not count. */
  BLOCKED,
  /** Its status is another than completed: in progress, enrolled, failed, withdrawn. */
  NOT_COMPLETED,
  /** Earned outside the dates that the policy accepts, or after the instant of the evaluation. */
  OUT_OF_WINDOW,
  /** A result or an amount is below what is asked for. */
  BELOW_MINIMUM,
  /** What was done is not assessed, or not in a form that counts. */
  NOT_ASSESSED,
  /** The policy does not accept its issuer or its assessor. */
  NOT_ACCEPTED_SOURCE,
  /** No rule asks for this achievement. */
  NOT_ON_LIST,
  /** It serves another requirement or another award, and may not serve this one as well. */
  ALREADY_USED,
  /** A cap on what may count is reached without it. */
  CAP_REACHED,
  /** A holding is used with which it must not count. */
  CONFLICT,
  /** A fact that decides whether it counts is not known. */
  UNKNOWN_FACT,
  /** It would count, but the award does not need it. */
  NOT_NEEDED
}
