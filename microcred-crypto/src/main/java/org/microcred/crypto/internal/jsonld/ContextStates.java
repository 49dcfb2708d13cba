package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.TermDefinition;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.microcred.model.json.JsonPointer;

/**
 * The active contexts of one walk. Each step from one to the next is computed once, however often
 * the document takes it, so that a long list of badges costs no more contexts than one badge.
 */
final class ContextStates {
  /** What a step costs, in ticks: a context of some hundred terms is copied and extended. */
  static final int STEP_TICKS = 25;

  private final Meter meter;
  private final ActiveContext initial;
  private final Map<Step, ActiveContext> steps = new HashMap<>();

  private enum Kind {
    DOCUMENT,
    PROPERTY,
    SCALAR_PROPERTY,
    TYPE
  }

  /** Active contexts have no equality of their own, so theirs is identity, as it should be. */
  private record Step(ActiveContext from, ActiveContext scope, Kind kind, Object what) {}

  ContextStates(ContextSource contexts, Meter meter) {
    this.meter = meter;
    JsonLdOptions options = new JsonLdOptions(contexts);
    this.initial = new ActiveContext(ProcessingRuntime.of(options));
  }

  /** The context of a document before its own. */
  ActiveContext initial() {
    return initial;
  }

  /** After the contexts of those URLs. */
  ActiveContext document(ActiveContext from, List<String> urls, JsonPointer at)
      throws ContextException {
    JsonValue local =
        JakartaJson.of(org.microcred.model.json.JsonArray.ofStrings(List.copyOf(urls)));
    return step(new Step(from, from, Kind.DOCUMENT, urls), local, null, at);
  }

  /** Inside the object that is the value of a property, of which {@code scope} has the term. */
  ActiveContext property(
      ActiveContext from, ActiveContext scope, @Nullable String term, JsonPointer at)
      throws ContextException {
    return property(Kind.PROPERTY, from, scope, term, at);
  }

  /** For the value of a property that is no object (JSON-LD API 1.1 §5.1.2 step 4.2). */
  ActiveContext scalar(ActiveContext from, String term, JsonPointer at) throws ContextException {
    return property(Kind.SCALAR_PROPERTY, from, from, term, at);
  }

  private ActiveContext property(
      Kind kind, ActiveContext from, ActiveContext scope, @Nullable String term, JsonPointer at)
      throws ContextException {
    Optional<JsonValue> local = localContext(scope, term);
    if (term == null || local.isEmpty()) {
      return from;
    }
    return step(new Step(from, scope, kind, term), local.get(), baseUrl(from, term), at);
  }

  /** After a type, of which {@code scope} has the term. */
  ActiveContext type(ActiveContext from, ActiveContext scope, String type, JsonPointer at)
      throws ContextException {
    Optional<JsonValue> local = localContext(scope, type);
    if (local.isEmpty()) {
      return from;
    }
    return step(new Step(from, scope, Kind.TYPE, type), local.get(), baseUrl(from, type), at);
  }

  private ActiveContext step(Step step, JsonValue local, @Nullable URI baseUrl, JsonPointer at)
      throws ContextException {
    ActiveContext known = steps.get(step);
    if (known != null) {
      return known;
    }
    meter.tick(STEP_TICKS);
    ActiveContext next;
    try {
      next =
          step.from
              .newContext()
              .overrideProtected(step.kind == Kind.PROPERTY)
              .propagate(step.kind != Kind.TYPE)
              .create(local, baseUrl);
    } catch (JsonLdError e) {
      throw ContextException.of(e, at);
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      throw ContextException.of(e, at);
    }
    steps.put(step, next);
    return next;
  }

  private static Optional<JsonValue> localContext(ActiveContext scope, @Nullable String term) {
    return term == null
        ? Optional.empty()
        : scope.getTerm(term).map(TermDefinition::getLocalContext);
  }

  private static @Nullable URI baseUrl(ActiveContext active, String term) {
    return active.getTerm(term).map(TermDefinition::getBaseUrl).orElse(null);
  }
}
