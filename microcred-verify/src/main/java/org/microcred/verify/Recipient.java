package org.microcred.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The person whom a credential should be about, by every id and identifier that the caller knows to
 * be theirs. Immutable.
 *
 * <p>Nothing is inferred: two ids belong to one person only because the caller says so.
 *
 * @param ids subject ids: DIDs, URLs, {@code mailto:} URIs
 * @param identifiers typed identifiers, for Open Badges {@code IdentityObject}s
 */
public record Recipient(Set<String> ids, List<Recipient.Identifier> identifiers) {

  public Recipient {
    ids = Set.copyOf(ids);
    identifiers = List.copyOf(identifiers);
    if (ids.isEmpty() && identifiers.isEmpty()) {
      throw new IllegalArgumentException("a recipient needs an id or an identifier");
    }
  }

  /**
   * {@return the person with these ids}
   *
   * @param ids at least one subject id
   */
  public static Recipient of(String... ids) {
    return new Recipient(Set.copyOf(List.of(ids)), List.of());
  }

  /**
   * {@return the person with this identifier}
   *
   * @param type the Open Badges identifier type, for example {@code emailAddress}
   * @param value the identifier in plain text
   */
  public static Recipient ofIdentifier(String type, String value) {
    return new Recipient(Set.of(), List.of(new Identifier(type, value)));
  }

  /**
   * {@return the same person, known by one identifier more}
   *
   * @param type the Open Badges identifier type, for example {@code emailAddress}
   * @param value the identifier in plain text
   */
  public Recipient and(String type, String value) {
    List<Identifier> more = new ArrayList<>(identifiers);
    more.add(new Identifier(type, value));
    return new Recipient(ids, more);
  }

  /**
   * An identifier with its type.
   *
   * @param type the Open Badges identifier type
   * @param value the identifier in plain text
   */
  public record Identifier(String type, String value) {
    public Identifier {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(value, "value");
    }
  }

  /** {@return how many ids and identifiers there are; the values themselves are never printed} */
  @Override
  public String toString() {
    return "Recipient[" + ids.size() + " ids, " + identifiers.size() + " identifiers]";
  }
}
