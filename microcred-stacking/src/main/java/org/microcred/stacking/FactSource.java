package org.microcred.stacking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonPointer;

/**
 * Where a fact that a policy names is found in a holding.
 *
 * @param place the place
 * @param unit the unit of the numbers there, or empty when they are no amounts
 * @param absent what it means that a holding does not state the fact: these values; none of them
 *     when it then has no value; empty when it is unknown
 */
public record FactSource(Place place, Optional<String> unit, Optional<List<String>> absent) {
  public FactSource {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(unit, "unit");
    absent = absent.map(List::copyOf);
  }

  /** A place in a holding. */
  public sealed interface Place {
    /**
     * A member of the credential: a string, a number, a truth value, or an array of these.
     *
     * @param pointer where it stands in the credential's JSON
     */
    record Member(JsonPointer pointer) implements Place {
      public Member {
        Objects.requireNonNull(pointer, "pointer");
      }
    }

    /**
     * What stands behind the beginning of a tag: {@code paid} in {@code track:paid}.
     *
     * @param prefix the beginning, {@code track:}
     */
    record Tag(String prefix) implements Place {
      public Tag {
        Objects.requireNonNull(prefix, "prefix");
      }
    }

    /**
     * The value of a result, or the rubric level that was achieved.
     *
     * @param description the id of the result description
     */
    record Result(String description) implements Place {
      public Result {
        Objects.requireNonNull(description, "description");
      }
    }

    /**
     * A fact that the holding itself has by name: a column of a row.
     *
     * @param name the name
     */
    record Column(String name) implements Place {
      public Column {
        Objects.requireNonNull(name, "name");
      }
    }
  }
}
