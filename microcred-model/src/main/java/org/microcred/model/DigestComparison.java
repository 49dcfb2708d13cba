package org.microcred.model;

import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares stated digests with one content, and hashes it once for each algorithm, however many
 * digests a hostile document states. Not thread-safe.
 */
final class DigestComparison {
  /** How a stated digest relates to the content. */
  enum Outcome {
    MATCH,
    MISMATCH,
    /** The text is no digest. */
    MALFORMED,
    /** The text may be a digest; it could not be computed. */
    UNSUPPORTED
  }

  private final byte[] content;
  private final Map<DigestAlgorithm, Optional<byte[]>> computed =
      new EnumMap<>(DigestAlgorithm.class);

  DigestComparison(byte[] content) {
    this.content = Objects.requireNonNull(content, "content");
  }

  Outcome compare(DigestAlgorithm algorithm, byte[] stated) {
    if (stated.length != algorithm.length()) {
      return Outcome.MALFORMED;
    }
    return computed
        .computeIfAbsent(algorithm, a -> a.hash(content))
        .map(is -> MessageDigest.isEqual(is, stated) ? Outcome.MATCH : Outcome.MISMATCH)
        .orElse(Outcome.UNSUPPORTED);
  }
}
