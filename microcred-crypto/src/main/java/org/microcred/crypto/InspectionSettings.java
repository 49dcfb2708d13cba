package org.microcred.crypto;

import java.security.Provider;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.Limits;

/**
 * What an {@link Inspection} may use.
 *
 * @param contexts JSON-LD contexts beyond the bundled ones; only documents that the caller supplied
 *     are believed, never those from the network
 * @param limits how much of the document is looked at
 * @param budget the work that may be put into it; share one among the inspections of one call
 * @param provider whose signature verification to use; empty for the JDK's choice
 */
public record InspectionSettings(
    DocumentLoader contexts, Limits limits, WorkBudget budget, Optional<Provider> provider) {

  public InspectionSettings {
    Objects.requireNonNull(contexts, "contexts");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(provider, "provider");
  }

  /** {@return the bundled contexts, the default limits, a full budget, the JDK's provider} */
  public static InspectionSettings defaults() {
    return of(DocumentLoader.none());
  }

  /**
   * {@return default limits, a full budget and the JDK's provider}
   *
   * @param contexts JSON-LD contexts beyond the bundled ones
   */
  public static InspectionSettings of(DocumentLoader contexts) {
    Limits limits = Limits.defaults();
    return new InspectionSettings(contexts, limits, WorkBudget.of(limits), Optional.empty());
  }

  /** With the bundled contexts alone. */
  static InspectionSettings of(Limits limits) {
    return new InspectionSettings(
        DocumentLoader.none(), limits, WorkBudget.of(limits), Optional.empty());
  }
}
