package org.microcred.crypto.internal.jsonld;

import com.apicatalog.rdf.api.RdfConsumerException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.json.JsonObject;

/** The canonical quads of a document that passed the walk, one by one, with labels of others. */
public final class CanonicalLines {
  private static final int CANONICAL_PREFIX = "_:c14n".length();

  private CanonicalLines() {}

  /**
   * The quads in order.
   *
   * @param labels the number of a canonical label to the label to write
   * @return empty when a blank node has no label, or there is no canonical form
   * @throws OverBudgetException when it takes more steps than are left
   */
  public static Optional<List<String>> of(
      JsonObject document, ContextSource contexts, WorkBudget budget, Map<Integer, String> labels) {
    try (Meter meter = new Meter(budget)) {
      Rdfc rdfc = new Rdfc("SHA-256", meter);
      new QuadEmitter(rdfc, meter)
          .document(TitaniumCanonicaliser.expand(document, contexts, meter));
      rdfc.canonicalise();
      boolean named =
          rdfc.labels().values().stream().allMatch(label -> labels.containsKey(number(label)));
      return named
          ? Optional.of(rdfc.lines(label -> "_:" + labels.get(number(label))))
          : Optional.empty();
    } catch (ContextException | LostDataException e) {
      return Optional.empty();
    } catch (RdfConsumerException e) {
      throw new IllegalStateException("collecting quads in memory cannot fail", e);
    }
  }

  private static int number(String label) {
    return Integer.parseInt(label.substring(CANONICAL_PREFIX));
  }
}
