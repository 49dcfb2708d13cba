package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.processor.ExpansionProcessor;
import com.apicatalog.rdf.api.RdfConsumerException;
import jakarta.json.JsonArray;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * The reference implementation: titanium expands, our own walk says what must come out, our own
 * emitter writes quads, {@link Rdfc} canonicalises them. Thread-safe.
 *
 * <p>Three nets, each enough to catch a loss: the walk over the compact document, the {@link Tally}
 * before and after expansion, and the emitter that skips nothing.
 */
public final class TitaniumCanonicaliser implements Canonicaliser {
  /** Held for good, or the level would be forgotten: titanium logs values of credentials. */
  private static final Logger MUTED = Logger.getLogger("com.apicatalog.jsonld");

  static {
    MUTED.setLevel(Level.OFF);
  }

  @Override
  public Canonical canonicalise(
      JsonObject document, String digest, ContextSource contexts, WorkBudget budget) {
    try (Meter meter = new Meter(budget)) {
      return canonicalise(document, digest, contexts, meter);
    }
  }

  private static Canonical canonicalise(
      JsonObject document, String digest, ContextSource contexts, Meter meter) {
    Rdfc rdfc = new Rdfc(digest, meter);
    Findings context = Findings.none();
    try {
      ContextWalk.Result walk = ContextWalk.lossless(document, contexts, meter);
      context = walk.findings();
      if (context.passed()) {
        JsonArray expanded = expand(document, contexts, meter);
        compare(walk.tally(), Tally.of(expanded));
        new QuadEmitter(rdfc, meter).document(expanded);
      }
    } catch (OverBudgetException e) {
      context = context.and(Findings.unknown(e.violation()));
    } catch (ContextException e) {
      context = context.and(e.findings());
    } catch (LostDataException e) {
      context = context.and(Findings.failed(e.violation()));
    } catch (RdfConsumerException e) {
      throw new IllegalStateException("collecting quads in memory cannot fail", e);
    }
    return context.passed()
        ? canonical(rdfc, context)
        : new Canonical(Optional.empty(), Map.of(), context, Findings.none());
  }

  static JsonArray expand(JsonObject document, ContextSource contexts, Meter meter)
      throws ContextException {
    JsonLdOptions options = new JsonLdOptions(contexts);
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    // Titanium looks at the clock on the wall, where a busy machine can let seconds pass in which
    // this thread did not work. Then it is tried again, as long as the thread has time of its own.
    for (Duration patience = meter.timeLeft(); ; patience = patience.multipliedBy(2)) {
      options.setTimeout(patience);
      try {
        // Not by titanium's class JsonLd: that starts an HTTP client, used or not.
        return ExpansionProcessor.expand(JsonDocument.of(JakartaJson.of(document)), options, false);
      } catch (JsonLdError e) {
        if (!ContextException.isTimeout(e) || meter.timeLeft().isZero()) {
          throw ContextException.of(e, JsonPointer.ROOT);
        }
      }
    }
  }

  private static void compare(Tally expected, Tally found) throws LostDataException {
    if (!expected.equals(found)) {
      throw new LostDataException(expected + " became " + found);
    }
  }

  /** RDFC-1.0 on the quads that {@code rdfc} holds. */
  static Canonical canonical(Rdfc rdfc, Findings context) {
    try {
      String nquads = rdfc.canonicalise();
      return new Canonical(Optional.of(nquads), rdfc.labels(), context, Findings.none());
    } catch (OverBudgetException e) {
      return new Canonical(Optional.empty(), Map.of(), context, Findings.unknown(e.violation()));
    }
  }
}
