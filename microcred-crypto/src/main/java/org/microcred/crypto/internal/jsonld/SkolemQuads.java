package org.microcred.crypto.internal.jsonld;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * The quads of a document and of selections from it, whose blank nodes are known to be the same
 * ones: each node without an id gets one for as long as it takes (Data Integrity ECDSA Cryptosuites
 * 1.0 §3.4.5, §3.4.9). Not thread-safe.
 */
public final class SkolemQuads {
  private final JsonObject skolemized;
  private final String prefix;
  private final Rdfc rdfc;
  private final ContextSource contexts;
  private final WorkBudget budget;

  private SkolemQuads(
      JsonObject skolemized, String prefix, Rdfc rdfc, ContextSource contexts, WorkBudget budget) {
    this.skolemized = skolemized;
    this.prefix = prefix;
    this.rdfc = rdfc;
    this.contexts = contexts;
    this.budget = budget;
  }

  /**
   * Takes a document apart.
   *
   * @param document a compact document without proofs
   * @throws InvalidDocumentException when its quads would not hold all that it says, or it has
   *     lists or graphs, whose parts cannot be disclosed one by one
   */
  public static SkolemQuads of(JsonObject document, ContextSource contexts, WorkBudget budget)
      throws InvalidDocumentException {
    try (Meter meter = new Meter(budget)) {
      ContextWalk.Result walk = ContextWalk.lossless(document, contexts, meter);
      Findings findings = walk.findings();
      if (findings.passed() && walk.anonymous().isEmpty()) {
        findings =
            Findings.failed(
                new Violation(
                    "proof.undisclosable",
                    JsonPointer.ROOT,
                    "the document has a list or a graph, whose parts cannot be disclosed one by"
                        + " one; choose another proof format"));
      }
      requirePassed(findings);
      String prefix = "urn:bnid:" + UUID.randomUUID() + ":";
      JsonObject skolemized = skolemized(document, walk.anonymous().orElseThrow(), prefix);
      Rdfc rdfc = new Rdfc("SHA-256", meter);
      emit(skolemized, prefix, rdfc, contexts, meter);
      rdfc.canonicalise();
      return new SkolemQuads(skolemized, prefix, rdfc, contexts, budget);
    } catch (OverBudgetException e) {
      throw new InvalidDocumentException(List.of(e.violation()));
    }
  }

  /** The document with an id for each node. */
  public JsonObject skolemized() {
    return skolemized;
  }

  /** The canonical labels of the document's blank nodes, {@code c14n0} and so on. */
  public List<String> labels() {
    return rdfc.labels().values().stream().map(SkolemQuads::bare).sorted().toList();
  }

  /** All quads, their canonical labels replaced, in order. */
  public List<String> lines(UnaryOperator<String> label) {
    return rdfc.lines(canonical -> "_:" + label.apply(bare(canonical)));
  }

  /**
   * The quads of a selection from {@link #skolemized}, labelled as in {@link #lines}.
   *
   * @param selection some of its members
   */
  public List<String> lines(JsonObject selection, UnaryOperator<String> label)
      throws InvalidDocumentException {
    Map<String, String> labels = rdfc.labels();
    return rdfcOf(selection)
        .written(node -> "_:" + label.apply(bare(labels.getOrDefault(node, node))));
  }

  /**
   * How a selection's own canonical labels are called in the whole document: both without {@code
   * _:}.
   */
  public Map<String, String> labelsIn(JsonObject selection) throws InvalidDocumentException {
    Map<String, String> whole = rdfc.labels();
    Rdfc part = rdfcOf(selection);
    part.canonicalise();
    return part.labels().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> bare(entry.getValue()),
                entry -> bare(whole.getOrDefault(entry.getKey(), entry.getKey())),
                (a, b) -> a,
                TreeMap::new));
  }

  private Rdfc rdfcOf(JsonObject selection) throws InvalidDocumentException {
    try (Meter meter = new Meter(budget)) {
      Rdfc part = new Rdfc("SHA-256", meter);
      emit(selection, prefix, part, contexts, meter);
      return part;
    } catch (OverBudgetException e) {
      throw new InvalidDocumentException(List.of(e.violation()));
    }
  }

  private static void emit(
      JsonObject document, String prefix, Rdfc rdfc, ContextSource contexts, Meter meter)
      throws InvalidDocumentException {
    try {
      new QuadEmitter(new Deskolemizer(prefix, rdfc), meter)
          .document(TitaniumCanonicaliser.expand(document, contexts, meter));
    } catch (ContextException e) {
      requirePassed(e.findings());
    } catch (LostDataException e) {
      throw new InvalidDocumentException(List.of(e.violation()));
    } catch (RdfConsumerException e) {
      throw new IllegalStateException("collecting quads in memory cannot fail", e);
    }
  }

  private static void requirePassed(Findings findings) throws InvalidDocumentException {
    if (!findings.passed()) {
      List<Violation> violations = new ArrayList<>(findings.failures());
      violations.addAll(findings.unknowns());
      throw new InvalidDocumentException(violations);
    }
  }

  private static JsonObject skolemized(
      JsonObject document, List<JsonPointer> anonymous, String prefix) {
    Map<JsonPointer, JsonString> ids = new HashMap<>();
    anonymous.forEach(at -> ids.put(at, new JsonString(prefix + ids.size())));
    return (JsonObject) withIds(document, JsonPointer.ROOT, ids);
  }

  private static JsonValue withIds(
      JsonValue value, JsonPointer at, Map<JsonPointer, JsonString> ids) {
    if (value instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>();
      for (JsonValue item : array.items()) {
        items.add(withIds(item, at.child(items.size()), ids));
      }
      return new JsonArray(items);
    }
    if (value instanceof JsonObject object) {
      JsonObject.Builder members = JsonObject.builder();
      object.members().forEach((name, v) -> members.put(name, withIds(v, at.child(name), ids)));
      return members.putIfPresent("@id", Optional.ofNullable(ids.get(at))).build();
    }
    return value;
  }

  private static String bare(String label) {
    return label.startsWith("_:") ? label.substring(2) : label;
  }

  /** Turns the ids that were made up back into blank nodes. */
  private record Deskolemizer(String prefix, Rdfc rdfc) implements RdfQuadConsumer {
    @Override
    public RdfQuadConsumer quad(
        String subject,
        String predicate,
        String object,
        @Nullable String datatype,
        @Nullable String language,
        @Nullable String direction,
        @Nullable String graph) {
      rdfc.quad(
          node(subject),
          predicate,
          datatype == null ? node(object) : object,
          datatype,
          language,
          direction,
          graph == null ? null : node(graph));
      return this;
    }

    private String node(String term) {
      return term.startsWith(prefix) ? "_:s" + term.substring(prefix.length()) : term;
    }
  }
}
