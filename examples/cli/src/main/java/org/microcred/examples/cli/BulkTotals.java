package org.microcred.examples.cli;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.verify.VerificationReport.Outcome;

/** How many there are of each verdict. */
final class BulkTotals {
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  void count(Outcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
  }

  private long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  int exitStatus() {
    return of(Outcome.REJECTED) > 0
        ? ExitStatus.NO
        : of(Outcome.UNDETERMINED) > 0 ? ExitStatus.UNKNOWN : ExitStatus.OK;
  }

  /** For example {@code 3 verified, 1 rejected, 0 undetermined}. */
  @Override
  public String toString() {
    return Stream.of(Outcome.values())
        .map(outcome -> of(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
