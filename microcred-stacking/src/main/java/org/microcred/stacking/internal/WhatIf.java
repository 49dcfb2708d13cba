package org.microcred.stacking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;
import org.microcred.stacking.StackCase;

/** A case in which what is not finished is finished at the instant of the evaluation. */
public final class WhatIf {
  /** Statuses of what may still be completed (Open Badges 3.0, ResultStatusType). */
  private static final Set<String> OPEN = Set.of("Enrolled", "InProgress", "OnHold", "Provisional");

  private final StackCase finished;
  private final List<Holding> assumed = new ArrayList<>();

  /**
   * Finishes what is not finished.
   *
   * @param stackCase a case
   */
  public WhatIf(StackCase stackCase) {
    StackCase.Builder builder = stackCase.toBuilder().withoutHoldings();
    for (Holding holding : stackCase.holdings()) {
      builder.holding(isOpen(holding) ? assume(holding, stackCase.at()) : holding);
    }
    stackCase.unfinished().forEach(holding -> builder.holding(assume(holding, stackCase.at())));
    finished = builder.build();
  }

  /** {@return the case in which everything is finished} */
  public StackCase finished() {
    return finished;
  }

  /** {@return the holdings that were assumed, as they are when finished} */
  public List<Holding> assumed() {
    return List.copyOf(assumed);
  }

  private static boolean isOpen(Holding holding) {
    return holding.results().stream()
        .anyMatch(result -> result.status().filter(OPEN::contains).isPresent());
  }

  private Holding assume(Holding holding, Instant at) {
    HoldingBuilder done = holding.toBuilder().withoutResults();
    for (HeldResult result : holding.results()) {
      done.result(result.status().filter(OPEN::contains).isPresent() ? completed(result) : result);
    }
    if (holding.awarded().map(at::isBefore).orElse(true)) {
      done.awarded(at);
    }
    if (holding.validFrom().filter(at::isBefore).isPresent()) {
      done.validFrom(at);
    }
    Holding finishedHolding = done.build();
    assumed.add(finishedHolding);
    return finishedHolding;
  }

  private static HeldResult completed(HeldResult result) {
    return new HeldResult(
        result.description(),
        result.value(),
        result.achievedLevel(),
        java.util.Optional.of("Completed"),
        result.scale(),
        result.alignments());
  }
}
