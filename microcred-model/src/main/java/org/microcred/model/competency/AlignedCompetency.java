package org.microcred.model.competency;

import java.util.Objects;
import org.microcred.model.Alignment;

/**
 * A competency of a framework that an achievement's alignment points at.
 *
 * @param alignment the alignment
 * @param competency the competency
 * @param match what the two have in common
 */
public record AlignedCompetency(Alignment alignment, Competency competency, Match match) {
  public AlignedCompetency {
    Objects.requireNonNull(alignment, "alignment");
    Objects.requireNonNull(competency, "competency");
    Objects.requireNonNull(match, "match");
  }

  /** How an alignment was found to point at a competency; the surest first. */
  public enum Match {
    /** {@code targetUrl} is the competency's {@code uri}. */
    URI,
    /**
     * {@code targetUrl} is the address of the competency on some CASE service: it ends in {@code
     * CFItems/} and the competency's identifier (CASE 1.1 REST binding, getCFItem).
     */
    IDENTIFIER,
    /**
     * {@code targetCode} is the competency's {@code humanCodingScheme}, and {@code targetFramework}
     * the framework's title, URI or identifier.
     */
    CODE
  }
}
