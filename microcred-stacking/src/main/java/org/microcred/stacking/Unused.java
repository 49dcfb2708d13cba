package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;

/**
 * One holding that was not used, and why.
 *
 * @param id its id; the digest when it did not verify
 * @param reason why it was not used
 * @param holding the holding, or empty when it did not verify
 * @param rule the id of the rule that it came closest to, or empty when there is none
 * @param check the check that did not pass, or empty when it verified
 */
public record Unused(
    String id,
    Reason reason,
    Optional<Holding> holding,
    Optional<String> rule,
    Optional<String> check) {
  public Unused {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(holding, "holding");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(check, "check");
  }
}
