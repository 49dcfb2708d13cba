package org.microcred.model;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;

/**
 * The parts of a person's name, as members of a {@link Profile} (Open Badges 3.0, PersonNameParts).
 *
 * @param familyName the family name
 * @param givenName the given name
 * @param additionalName a middle name
 * @param patronymicName the patronymic
 * @param honorificPrefix what stands before the name, such as "Dr"
 * @param honorificSuffix what stands behind the name, such as "Jr"
 * @param familyNamePrefix what leads the family name, such as "de"
 */
public record PersonName(
    Optional<String> familyName,
    Optional<String> givenName,
    Optional<String> additionalName,
    Optional<String> patronymicName,
    Optional<String> honorificPrefix,
    Optional<String> honorificSuffix,
    Optional<String> familyNamePrefix) {
  /** No part is known. */
  public static final PersonName UNKNOWN =
      new PersonName(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public PersonName {
    Objects.requireNonNull(familyName, "familyName");
    Objects.requireNonNull(givenName, "givenName");
    Objects.requireNonNull(additionalName, "additionalName");
    Objects.requireNonNull(patronymicName, "patronymicName");
    Objects.requireNonNull(honorificPrefix, "honorificPrefix");
    Objects.requireNonNull(honorificSuffix, "honorificSuffix");
    Objects.requireNonNull(familyNamePrefix, "familyNamePrefix");
  }

  /**
   * {@return a given name and a family name}
   *
   * @param givenName the given name
   * @param familyName the family name
   */
  public static PersonName of(String givenName, String familyName) {
    return new PersonName(
        Optional.of(familyName),
        Optional.of(givenName),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static PersonName read(Cursor profile) {
    return new PersonName(
        profile.optionalText("familyName"),
        profile.optionalText("givenName"),
        profile.optionalText("additionalName"),
        profile.optionalText("patronymicName"),
        profile.optionalText("honorificPrefix"),
        profile.optionalText("honorificSuffix"),
        profile.optionalText("familyNamePrefix"));
  }

  void write(Members profile) {
    profile
        .text("familyName", familyName)
        .text("givenName", givenName)
        .text("additionalName", additionalName)
        .text("patronymicName", patronymicName)
        .text("honorificPrefix", honorificPrefix)
        .text("honorificSuffix", honorificSuffix)
        .text("familyNamePrefix", familyNamePrefix);
  }
}
