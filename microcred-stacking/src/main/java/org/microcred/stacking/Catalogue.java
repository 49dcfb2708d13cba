package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.stacking.internal.CatalogueReader;

/**
 * What a learner could still earn, and what it costs.
 *
 * <pre>{@code
 * {"unit": "hour", "items": [
 *    {"id": "urn:course:statistics", "achievement": "https://uni.example/statistics", "name": "Statistics",
 *     "credits": 5, "tags": ["core"], "costs": {"hour": 125, "EUR": 90},
 *     "requires": ["https://uni.example/algebra"]}]}
 * }</pre>
 *
 * @param unit the cost that plans make as small as they can
 * @param items what is on offer, each at most once
 */
public record Catalogue(String unit, List<Item> items) {
  /**
   * Makes a catalogue.
   *
   * @throws IllegalArgumentException when two items have the same id, or one does not say what it
   *     costs in the unit
   */
  public Catalogue {
    Objects.requireNonNull(unit, "unit");
    items = List.copyOf(items);
    Set<String> ids = new HashSet<>();
    for (Item item : items) {
      if (!ids.add(item.holding().id())) {
        throw new IllegalArgumentException("items: two have the id " + item.holding().id());
      }
      if (!item.costs().containsKey(unit)) {
        throw new IllegalArgumentException(
            "items: " + item.holding().id() + " has no cost in " + unit);
      }
    }
  }

  /**
   * Something on offer.
   *
   * @param holding what somebody who has earned it holds; its dates do not matter
   * @param costs what it costs, by unit: hours, credits, money; not negative, at most ten million
   * @param requires ids of achievements that have to be held, or earned before it
   */
  public record Item(Holding holding, Map<String, BigDecimal> costs, List<String> requires) {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    /**
     * Makes an item.
     *
     * @throws IllegalArgumentException when a cost is negative, or over ten million
     */
    public Item {
      Objects.requireNonNull(holding, "holding");
      costs = Collections.unmodifiableMap(new TreeMap<>(costs));
      requires = List.copyOf(requires);
      for (BigDecimal cost : costs.values()) {
        if (cost.signum() < 0 || cost.compareTo(MOST) > 0) {
          throw new IllegalArgumentException("costs: from 0 to " + MOST);
        }
      }
    }
  }

  /**
   * Reads a catalogue. An item has an {@code id}, an {@code achievement} (one id or several),
   * {@code costs} by unit, and may have {@code name}, {@code issuer}, {@code source}, {@code
   * credits}, {@code tags}, {@code alignments}, {@code result}, {@code facts} by name, {@code
   * requires} and a {@code note}.
   *
   * @param utf8 the catalogue
   * @return the catalogue
   * @throws InvalidDocumentException with all violations, as {@link StackPolicy#parse(byte[])}
   *     tells those of policies
   */
  public static Catalogue parse(byte[] utf8) throws InvalidDocumentException {
    return CatalogueReader.read(Json.read(Objects.requireNonNull(utf8, "utf8"), Limits.defaults()));
  }
}
