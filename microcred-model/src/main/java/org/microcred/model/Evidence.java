package org.microcred.model;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * The work that a recipient did to earn an achievement (Open Badges 3.0, Evidence), or what else
 * supports the claims of a credential (VC 2.0 §5.6, VC 1.1 §5.6).
 *
 * @param id the URL of a web page that presents it, or the evidence as a data URL
 * @param types what it is: at least {@code Evidence} in a badge
 * @param narrative how it led to the award; Markdown is allowed
 * @param name its title
 * @param description a longer description
 * @param genre what kind of work it is, such as "Poetry"
 * @param audience for whom it is
 * @param more the members that this type does not know
 */
public record Evidence(
    @Uri Optional<String> id,
    @Includes(value = "Evidence", groups = Conformance.OpenBadges.class)
        List<@NotBlank String> types,
    Optional<String> narrative,
    Optional<String> name,
    Optional<String> description,
    Optional<String> genre,
    Optional<String> audience,
    JsonObject more) {
  /** The types of a piece of evidence that is nothing else. */
  public static final List<String> TYPES = List.of("Evidence");

  public Evidence {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(narrative, "narrative");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(genre, "genre");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a piece of evidence that stands on a web page}
   *
   * @param id the page's URL
   * @param name the title of the evidence
   */
  public static Evidence of(String id, String name) {
    return new Evidence(
        Optional.of(id),
        TYPES,
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.EMPTY);
  }

  /**
   * {@return evidence in words}
   *
   * @param narrative what was done and how it led to the award; Markdown is allowed
   */
  public static Evidence ofNarrative(String narrative) {
    return new Evidence(
        Optional.empty(),
        TYPES,
        Optional.of(narrative),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.EMPTY);
  }

  static Evidence read(Cursor in) {
    if (in.conformance().dataModel() == DataModel.VC_2_0) {
      ResourceDigest.check(in);
    }
    return in.conformance().openBadges() ? readBadge(in) : readPlain(in);
  }

  private static Evidence readBadge(Cursor in) {
    return in.checked(
        new Evidence(
            in.optionalText("id"),
            in.types(),
            in.optionalText("narrative"),
            in.optionalText("name"),
            in.optionalText("description"),
            in.optionalText("genre"),
            in.optionalText("audience"),
            in.more()));
  }

  /** The data model defines the id and the type alone; the other members may be anything. */
  private static Evidence readPlain(Cursor in) {
    in.refuseEmpty("type");
    return in.checked(
        new Evidence(
            in.optionalText("id"),
            in.types(),
            in.textIfAny("narrative"),
            in.textIfAny("name"),
            in.textIfAny("description"),
            in.textIfAny("genre"),
            in.textIfAny("audience"),
            in.more()));
  }

  /** {@return the digests that this piece of evidence states beside its id (VC 2.0 §5.3)} */
  public ResourceDigest digest() {
    return ResourceDigest.of(more);
  }

  /**
   * {@return this piece of evidence with digests, in place of those that it had}
   *
   * @param digest of the octets that are found at its id
   */
  public Evidence withDigest(ResourceDigest digest) {
    return new Evidence(id, types, narrative, name, description, genre, audience, digest.in(more));
  }

  /** {@return this evidence as JSON} */
  public JsonObject toJson() {
    return new Members()
        .text("id", id)
        .texts("type", types)
        .text("narrative", narrative)
        .text("name", name)
        .text("description", description)
        .text("genre", genre)
        .text("audience", audience)
        .with(more);
  }
}
