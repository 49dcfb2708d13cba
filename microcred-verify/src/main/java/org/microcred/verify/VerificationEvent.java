package org.microcred.verify;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What a verifier did. It names no person and no document. Immutable. */
public sealed interface VerificationEvent {
  /** {@return how long it took} */
  Duration took();

  /**
   * A question was answered, about the document itself, one inside it, or a status list. The time
   * of {@code structure} includes reading the document, that of {@code embedded} the checks of what
   * is inside.
   *
   * @param id which question
   * @param outcome the answer
   * @param took since the answer before it
   */
  record Checked(Check.Id id, Check.Outcome outcome, Duration took) implements VerificationEvent {
    public Checked {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(took, "took");
    }
  }

  /**
   * The loader was asked for a document.
   *
   * @param host the host of its URL, which the document under verification may have named; empty
   *     when it has none. Give it to metrics only when it is one that you know
   * @param result what came of it
   * @param took how long the loader took
   */
  record Fetched(String host, Result result, Duration took) implements VerificationEvent {
    public Fetched {
      Objects.requireNonNull(host, "host");
      Objects.requireNonNull(result, "result");
      Objects.requireNonNull(took, "took");
    }

    /** The three answers of a loader. */
    public enum Result {
      /** There is a document. */
      FOUND,
      /** There is none. */
      NONE,
      /** It could not be found out. */
      UNKNOWN
    }
  }

  /**
   * A call came to its end; the last event of it.
   *
   * @param form the wire form with its proof formats, as in the report; of a document that is not
   *     verified its words may be the document's, in safe text
   * @param outcome the verdict
   * @param codes the codes of all problems of the document itself, each once, in order
   * @param took the whole call
   */
  record Verified(
      String form, VerificationReport.Outcome outcome, List<String> codes, Duration took)
      implements VerificationEvent {
    public Verified {
      Objects.requireNonNull(form, "form");
      Objects.requireNonNull(outcome, "outcome");
      codes = List.copyOf(codes);
      Objects.requireNonNull(took, "took");
    }
  }
}
