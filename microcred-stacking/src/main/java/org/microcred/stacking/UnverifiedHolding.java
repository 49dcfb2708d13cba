package org.microcred.stacking;

import java.util.Objects;

/**
 * A credential that did not verify: listed, so that its owner learns why it does not count, and
 * otherwise unseen.
 *
 * @param digest what identifies its bytes
 * @param check the check that did not pass
 */
public record UnverifiedHolding(String digest, String check) {
  public UnverifiedHolding {
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(check, "check");
  }
}
