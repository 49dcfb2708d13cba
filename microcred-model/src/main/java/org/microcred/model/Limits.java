package org.microcred.model;

import java.time.Duration;
import java.util.Objects;

/**
 * How much of a stranger's document is looked at before giving up. Going over a limit is never a
 * yes and never a no: it is a {@code limit.*} finding, "could not find out".
 *
 * <p>Immutable and thread-safe. {@link #defaults()} is right for credentials from strangers.
 *
 * @param documentBytes the size of a document, in bytes
 * @param depth how deeply objects and arrays nest, at most {@value #MAX_DEPTH}
 * @param nodes how many JSON values a document has
 * @param stringLength the length of a string, in UTF-16 units
 * @param numberLength the length of a number's literal, in characters
 * @param proofs how many proofs a credential has
 * @param embeddedDepth how deeply credentials stand inside credentials
 * @param embeddedCount how many credentials stand inside one, at every depth
 * @param canonicalisationTicks the work that RDF canonicalisation may take for one top-level call,
 *     its proofs and embedded credentials included, in steps of the algorithm
 * @param canonicalisationTime the backstop behind the ticks
 * @param jwsHeaderBytes the size of a decoded JWS header, in bytes
 * @param fetches how many documents one call may ask its loader for
 */
public record Limits(
    int documentBytes,
    int depth,
    int nodes,
    int stringLength,
    int numberLength,
    int proofs,
    int embeddedDepth,
    int embeddedCount,
    long canonicalisationTicks,
    Duration canonicalisationTime,
    int jwsHeaderBytes,
    int fetches) {
  /** The deepest nesting that can be allowed. */
  public static final int MAX_DEPTH = 500;

  private static final Limits DEFAULTS =
      new Limits(
          4 << 20,
          64,
          200_000,
          2 << 20,
          32,
          16,
          4,
          1_000,
          250_000,
          Duration.ofSeconds(2),
          8 << 10,
          64);

  public Limits {
    positive(documentBytes, "documentBytes");
    positive(depth, "depth");
    positive(nodes, "nodes");
    positive(stringLength, "stringLength");
    positive(numberLength, "numberLength");
    positive(proofs, "proofs");
    positive(embeddedDepth, "embeddedDepth");
    positive(embeddedCount, "embeddedCount");
    positive(canonicalisationTicks, "canonicalisationTicks");
    positive(jwsHeaderBytes, "jwsHeaderBytes");
    positive(fetches, "fetches");
    if (Objects.requireNonNull(canonicalisationTime, "canonicalisationTime").isNegative()) {
      throw new IllegalArgumentException("canonicalisationTime is negative");
    }
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("depth is over " + MAX_DEPTH);
    }
  }

  /** {@return the limits for documents from strangers} */
  public static Limits defaults() {
    return DEFAULTS;
  }

  private static void positive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is not positive");
    }
  }
}
