package org.microcred.stacking;

import java.util.List;
import java.util.Objects;
import org.microcred.model.Violation;

/** One row of a table of holdings, or why it is none. */
public sealed interface HoldingRow {
  /** {@return the number of its line, from 1; of its first line where it has several} */
  long line();

  /**
   * A row that is a holding.
   *
   * @param line the number of its line
   * @param learner whose it is; empty text where the table does not say
   * @param holding what it says
   */
  record Held(long line, String learner, Holding holding) implements HoldingRow {
    public Held {
      Objects.requireNonNull(learner, "learner");
      Objects.requireNonNull(holding, "holding");
    }
  }

  /**
   * A row that is no holding.
   *
   * @param line the number of its line
   * @param violations what is wrong with it, whose pointers are {@code /line/column}
   */
  record Refused(long line, List<Violation> violations) implements HoldingRow {
    public Refused {
      violations = List.copyOf(violations);
    }
  }
}
