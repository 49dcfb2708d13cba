package org.microcred.model;

import java.util.Optional;

/** The status of an achievement (Open Badges 3.0, ResultStatusType): a closed vocabulary. */
public enum ResultStatus {
  /** Successfully completed. */
  COMPLETED("Completed"),
  /** Enrolled in the activity. */
  ENROLLED("Enrolled"),
  /** Unsuccessfully completed. */
  FAILED("Failed"),
  /** Begun. */
  IN_PROGRESS("InProgress"),
  /** Completed, but not awarded, mostly for administrative reasons. */
  ON_HOLD("OnHold"),
  /** Completed, but the result is not yet confirmed. */
  PROVISIONAL("Provisional"),
  /** Withdrawn from before completion. */
  WITHDREW("Withdrew");

  private final String value;

  ResultStatus(String value) {
    this.value = value;
  }

  /** {@return the term as it stands in JSON} */
  public String value() {
    return value;
  }

  /**
   * {@return the status of that name, or empty when there is none}
   *
   * @param value a term as it stands in JSON
   */
  public static Optional<ResultStatus> of(String value) {
    for (ResultStatus status : values()) {
      if (status.value.equals(value)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
