package org.microcred.model;

import java.util.Objects;

/**
 * A piece of evidence as it was submitted.
 *
 * @param evidence what it is and where it is found
 * @param digest all digests that the badge states of what is found at its id, in the evidence or
 *     among the related resources; {@link ResourceDigest#isEmpty} when it states none
 */
public record AssessedEvidence(Evidence evidence, ResourceDigest digest) {
  public AssessedEvidence {
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(digest, "digest");
  }
}
