package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.TermDefinition;
import com.apicatalog.jsonld.lang.Keywords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Walks a compact document and its active contexts side by side, as JSON-LD expansion does (JSON-LD
 * API 1.1 §5.1.2), and takes only what expansion keeps: every member's name, type and id must stand
 * for an absolute IRI. What JSON-LD allows but a credential has no use for is refused, so that no
 * spelling of a claim can hide it from a reader of the JSON.
 */
final class ContextWalk {
  private final ContextStates states;
  private final ContextHeader header;
  private final WalkFindings findings;
  private Optional<JsonValue> rootId = Optional.empty();
  private final List<JsonPointer> anonymous = new ArrayList<>();
  private boolean separable = true;
  private final NameCheck names;
  private final ValueCheck values;
  private final Meter meter;
  private final Tally tally = new Tally();

  private ContextWalk(ContextSource contexts, Meter meter, boolean lossless) {
    this.findings = new WalkFindings(lossless);
    this.states = new ContextStates(contexts, meter);
    this.header = new ContextHeader(contexts, states, findings);
    this.names = new NameCheck(findings, tally);
    this.values = new ValueCheck(states, names, findings);
    this.meter = meter;
  }

  /**
   * What a walk found.
   *
   * @param findings whether everything means what its contexts say
   * @param tally what must be there after expansion
   * @param anonymous the nodes without an id; empty when there are lists or graphs, which are made
   *     of nodes that the JSON does not show
   */
  record Result(Findings findings, Tally tally, Optional<List<JsonPointer>> anonymous) {}

  /** For signatures over canonical quads: whatever the quads would not hold is a failure. */
  static Result lossless(JsonObject document, ContextSource contexts, Meter meter) {
    return new ContextWalk(contexts, meter, true).walk(document, contexts);
  }

  /** For signatures over the JSON itself: what has no meaning is a warning. */
  static Findings terms(JsonObject document, ContextSource contexts, Meter meter) {
    return new ContextWalk(contexts, meter, false).walk(document, contexts).findings();
  }

  private Result walk(JsonObject document, ContextSource contexts) {
    try {
      Optional<ActiveContext> active = header.document(document);
      if (active.isPresent()) {
        members(document, active.get(), JsonPointer.ROOT);
      }
    } catch (ContextException e) {
      return result(e.findings());
    } catch (JsonLdError e) {
      return result(ContextException.of(e, JsonPointer.ROOT).findings());
    }
    return result(contexts.warnings());
  }

  private Result result(Findings last) {
    return new Result(
        findings.findings().and(last),
        tally,
        separable ? Optional.of(List.copyOf(anonymous)) : Optional.empty());
  }

  /** An object that is the value of a property (steps 7 to 9). */
  private void object(JsonObject object, ActiveContext scope, String property, JsonPointer at)
      throws ContextException, JsonLdError {
    ActiveContext active = scope;
    if (scope.getPreviousContext() != null && !keepsContext(object, scope)) {
      active = scope.getPreviousContext();
    }
    active = states.property(active, scope, property, at);
    if (object.has(Keywords.CONTEXT)) {
      Optional<ActiveContext> own = header.embedded(object, active, at);
      if (own.isEmpty()) {
        return;
      }
      active = own.get();
    }
    members(object, active, at);
  }

  /** Step 7: a value or a mere reference stays in the context of the type around it. */
  private static boolean keepsContext(JsonObject object, ActiveContext active) throws JsonLdError {
    for (String key : object.members().keySet()) {
      String keyword = keyword(active, key);
      if (Keywords.VALUE.equals(keyword)
          || (Keywords.ID.equals(keyword) && object.members().size() == 1)) {
        return true;
      }
    }
    return false;
  }

  /** Steps 10 to 14. */
  private void members(JsonObject object, ActiveContext typeContext, JsonPointer at)
      throws ContextException, JsonLdError {
    meter.tick(1 + object.members().size());
    Map<String, JsonValue> keywords = new TreeMap<>();
    ActiveContext active = typeContext;
    for (String key : new TreeMap<>(object.members()).keySet()) {
      if (Keywords.TYPE.equals(keyword(active, key))) {
        for (String type : sortedStrings(object.list(key))) {
          active = states.type(active, typeContext, type, at.child(key));
        }
      }
    }
    Map<String, JsonValue> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      String key = member.getKey();
      if (Keywords.CONTEXT.equals(key)) {
        continue;
      }
      String keyword = keyword(active, key);
      if (keyword == null) {
        properties.put(key, member.getValue());
      } else if (keywords.put(keyword, member.getValue()) != null) {
        findings.lost(
            "context.not-compact",
            at.child(key),
            "there are two members that mean " + keyword + "; write one");
      }
    }
    if (keywords.containsKey(Keywords.VALUE)) {
      values.valueObject(keywords, properties.keySet(), active, at);
    } else {
      compactKeywords(object, active, at);
      node(keywords, properties, typeContext, active, at);
    }
  }

  /** A reader of the JSON looks for {@code id} and {@code type}, so these must be spelled so. */
  private void compactKeywords(JsonObject object, ActiveContext active, JsonPointer at) {
    for (String keyword : List.of(Keywords.ID, Keywords.TYPE)) {
      Optional<String> alias =
          object.has(keyword) ? Iris.termFor(active, keyword) : Optional.empty();
      if (alias.isPresent()) {
        findings.lost(
            "context.not-compact",
            at.child(keyword),
            "write " + SafeText.quote(alias.get()) + ", as the contexts do, not " + keyword);
      }
    }
  }

  private void node(
      Map<String, JsonValue> keywords,
      Map<String, JsonValue> properties,
      ActiveContext typeContext,
      ActiveContext active,
      JsonPointer at)
      throws ContextException, JsonLdError {
    splitRoot(keywords, properties, at);
    if (!keywords.containsKey(Keywords.ID)) {
      anonymous.add(at);
    }
    for (Map.Entry<String, JsonValue> entry : keywords.entrySet()) {
      switch (entry.getKey()) {
        case Keywords.ID -> names.id(entry.getValue(), active, at);
        case Keywords.TYPE -> {
          Repeats.find(entry.getValue(), at.child("type"), findings);
          names.types(entry.getValue(), typeContext, at);
        }
        default ->
            findings.lost(
                "context.keyword",
                at,
                entry.getKey()
                    + " has no place in a credential: what it holds would be signed as something"
                    + " else than it looks, or not at all");
      }
    }
    for (Map.Entry<String, JsonValue> property : properties.entrySet()) {
      property(property.getKey(), property.getValue(), active, at.child(property.getKey()));
    }
  }

  /**
   * Statements about one id are signed without their place in the JSON. So whatever is said of the
   * document itself has to be said at its root, where readers look for it.
   */
  private void splitRoot(
      Map<String, JsonValue> keywords, Map<String, JsonValue> properties, JsonPointer at) {
    if (at.tokens().isEmpty()) {
      rootId = Optional.ofNullable(keywords.get(Keywords.ID));
    } else if (!properties.isEmpty()
        && rootId.isPresent()
        && rootId.equals(Optional.ofNullable(keywords.get(Keywords.ID)))) {
      findings.lost(
          "context.split-node",
          at,
          "this object has the id of the whole document, so what it says would be signed as if it"
              + " stood at the root; move it there");
    }
  }

  private void property(String key, JsonValue value, ActiveContext active, JsonPointer at)
      throws ContextException, JsonLdError {
    if (!names.property(key, active, at)) {
      return;
    }
    Optional<TermDefinition> term = active.getTerm(key);
    if (term.filter(TermDefinition::isReverseProperty).isPresent()) {
      findings.lost(
          "context.keyword", at, SafeText.quote(key) + " is a reverse property; not supported");
      return;
    }
    if (term.map(TermDefinition::getTypeMapping).filter(Keywords.JSON::equals).isPresent()) {
      tally.value();
      values.json(value, at);
      return;
    }
    Collection<String> container = term.map(TermDefinition::getContainerMapping).orElse(List.of());
    if (value instanceof JsonObject
        && (container.contains(Keywords.INDEX)
            || container.contains(Keywords.ID)
            || container.contains(Keywords.TYPE)
            || container.contains(Keywords.LANGUAGE))) {
      findings.unknown(
          "context.unsupported", at, "maps by index, id, type or language are not supported");
      return;
    }
    if (container.contains(Keywords.LIST)) {
      tally.value(); // the list itself
    } else if (!container.contains(Keywords.GRAPH)) {
      Repeats.find(value, at, findings);
    }
    if (container.contains(Keywords.LIST) || container.contains(Keywords.GRAPH)) {
      separable = false;
    }
    elements(key, value, active, at);
  }

  private void elements(String key, JsonValue value, ActiveContext active, JsonPointer at)
      throws ContextException, JsonLdError {
    if (!(value instanceof JsonArray array)) {
      element(key, value, active, at);
      return;
    }
    for (int i = 0; i < array.items().size(); i++) {
      JsonValue item = array.items().get(i);
      if (item instanceof JsonArray) {
        findings.lost(
            "context.nested-array",
            at.child(i),
            "an array in an array would be signed as one array; write one");
      } else {
        element(key, item, active, at.child(i));
      }
    }
  }

  private void element(String key, JsonValue value, ActiveContext active, JsonPointer at)
      throws ContextException, JsonLdError {
    meter.tick();
    tally.value();
    if (value instanceof JsonNull) {
      findings.lost(
          "context.null", at, "null is not signed: it could be added or removed; leave it out");
    } else if (value instanceof JsonObject object) {
      object(object, active, key, at);
    } else {
      values.scalar(key, value, active, at);
    }
  }

  private static @Nullable String keyword(ActiveContext active, String key) throws JsonLdError {
    if (Iris.looksLikeKeyword(key) && !Keywords.contains(key)) {
      return null;
    }
    String iri = Iris.ofTerm(active, key);
    return Keywords.contains(iri) ? iri : null;
  }

  private static List<String> sortedStrings(List<JsonValue> items) {
    return items.stream()
        .filter(JsonString.class::isInstance)
        .map(item -> ((JsonString) item).value())
        .sorted()
        .toList();
  }
}
