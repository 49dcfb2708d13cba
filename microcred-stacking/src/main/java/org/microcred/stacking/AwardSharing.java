package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/**
 * How far holdings may be used that serve another award already.
 *
 * @param award the id of the other award; {@code *} stands for any
 * @param count how many of them may be used, or empty when there is no bound
 * @param credits how many credits they may have together, each with all its credits, or empty when
 *     there is no bound
 * @param only what such a holding must satisfy, {@link Filter#ANY} when nothing
 */
public record AwardSharing(
    String award, Optional<Integer> count, Optional<Amount> credits, Filter only) {
  /** Stands for any other award. */
  public static final String ANY = "*";

  public AwardSharing {
    Objects.requireNonNull(award, "award");
    Objects.requireNonNull(count, "count");
    Objects.requireNonNull(credits, "credits");
    Objects.requireNonNull(only, "only");
  }
}
