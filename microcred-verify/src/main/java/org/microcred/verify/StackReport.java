package org.microcred.verify;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.stacking.Decision;
import org.microcred.stacking.StackCase;
import org.microcred.verify.internal.RecordWriter;
import org.microcred.verify.internal.ReportJson;

/**
 * Whether a wallet earns an award: the decision of the stacking engine over the credentials that
 * were believed, and the report of every credential. Immutable and thread-safe.
 */
public final class StackReport {
  private final StackRequest request;
  private final StackCase stackCase;
  private final Decision decision;
  private final List<Entry> entries;

  StackReport(StackRequest request, StackCase stackCase, Decision decision, List<Entry> entries) {
    this.request = request;
    this.stackCase = stackCase;
    this.decision = decision;
    this.entries = List.copyOf(entries);
  }

  /** {@return the engine's decision} */
  public Decision decision() {
    return decision;
  }

  /**
   * {@return what was decided on: the credentials that were believed, and the instant; for plans
   * ({@link org.microcred.stacking.StackPolicy#plan}) and other policies}
   */
  public StackCase stackCase() {
    return stackCase;
  }

  /** {@return every credential of the wallet, in its order} */
  public List<Entry> entries() {
    return entries;
  }

  /** {@return the award, when it is earned} */
  public Optional<StackAward> award() {
    return decision.earned()
        ? Optional.of(new StackAward(request, decision, record()))
        : Optional.empty();
  }

  /**
   * {@return on what the stack was decided, and how: to be kept, so that the award can be audited}
   *
   * <p>The same request, decided at the same instant, gives the same record.
   *
   * @throws IllegalArgumentException when the policy holds a number that JSON's readers would round
   */
  public DecisionRecord record() {
    try {
      return DecisionRecord.of(RecordWriter.of(request, decision, entries));
    } catch (InvalidDocumentException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * {@return the decision for people, in English, then the report of every credential that is no
   * holding: because it did not verify, or because it is no badge}
   */
  public String explain() {
    return explain(Locale.ROOT);
  }

  /**
   * {@return the same as {@link #explain()}}
   *
   * @param locale the language; English where there is no translation
   */
  public String explain(Locale locale) {
    StringBuilder text = new StringBuilder(decision.explain(locale).stripTrailing());
    for (Entry entry : entries) {
      if (!entry.counted()) {
        text.append("\n\n")
            .append(entry.digest())
            .append('\n')
            .append(entry.report().explain(locale));
        entry.problems().forEach(problem -> text.append('\n').append(problem.detail(locale)));
      }
    }
    return text.toString();
  }

  /** {@return the decision and all reports as JSON} */
  public String toJson() {
    return JsonObject.builder()
        .put("decision", decision.toJson())
        .put(
            "credentials",
            new JsonArray(
                List.copyOf(
                    entries.stream()
                        .map(
                            entry ->
                                JsonObject.builder()
                                    .put("digest", new JsonString(entry.digest()))
                                    .put("report", ReportJson.of(entry.report()))
                                    .put("problems", ReportJson.problems(entry.problems()))
                                    .build())
                        .toList())))
        .build()
        .toString();
  }

  /**
   * One credential of the wallet.
   *
   * @param digest the SHA-256 of its wire form, as {@code sha256-} and base64
   * @param report what the verifier found out
   * @param counted whether the engine got to see it, as a holding or as an exception; what the
   *     policy makes of it is in the decision
   * @param problems why an exception to a policy that was signed as it must be does not count
   */
  public record Entry(
      String digest, VerificationReport report, boolean counted, List<Problem> problems) {
    public Entry {
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(report, "report");
      problems = List.copyOf(problems);
    }
  }
}
