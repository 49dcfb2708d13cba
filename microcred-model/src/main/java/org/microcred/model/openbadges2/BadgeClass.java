package org.microcred.model.openbadges2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * What a badge is awarded for (Open Badges 2.0, BadgeClass): many assertions may award the same
 * one.
 *
 * @param source the badge class as it was read
 * @param id its URI
 * @param types what it is: at least {@code BadgeClass}
 * @param name its name
 * @param description a short description
 * @param image its image
 * @param criteria how it is earned
 * @param issuer who awards it
 * @param alignments the nodes of frameworks that it aligns with
 * @param tags keywords
 * @param language the language that it is written in ({@code @language})
 * @param endorsements what others say about it
 * @param related badge classes that are the same for most purposes
 * @param version its version
 * @param more the members that this type does not know
 */
public record BadgeClass(
    Source source,
    @Uri String id,
    @Includes("BadgeClass") List<@NotBlank String> types,
    String name,
    String description,
    @Valid Image image,
    @Valid Criteria criteria,
    Reference<Profile> issuer,
    List<@Valid AlignmentObject> alignments,
    List<String> tags,
    Optional<String> language,
    List<Reference<Endorsement>> endorsements,
    List<@Valid Related> related,
    Optional<String> version,
    JsonObject more)
    implements BadgeObject {
  public BadgeClass {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(criteria, "criteria");
    Objects.requireNonNull(issuer, "issuer");
    alignments = List.copyOf(alignments);
    tags = List.copyOf(tags);
    Objects.requireNonNull(language, "language");
    endorsements = List.copyOf(endorsements);
    related = List.copyOf(related);
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(more, "more");
  }

  /**
   * Reads JSON as a badge class. Never throws on what is in it.
   *
   * @param json the document
   * @return the badge class, or every rule that it breaks
   */
  public static Reading<BadgeClass> read(JsonObject json) {
    return BadgeReader.read(json, BadgeClass::from);
  }

  /**
   * Reads untrusted bytes as a badge class, within the default limits.
   *
   * @param utf8 the document as JSON
   * @return the badge class, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static BadgeClass parse(byte[] utf8) throws InvalidDocumentException {
    return BadgeReader.parse(utf8, BadgeClass::from);
  }

  static BadgeClass from(Cursor in) {
    BadgeClass badge =
        in.checked(
            new BadgeClass(
                Source.read(in),
                in.text("id"),
                in.types(),
                in.text("name"),
                in.text("description"),
                Linked.required(in, "image", Image::at, Image::read),
                Linked.required(in, "criteria", Criteria::at, Criteria::read),
                Linked.required(in, "issuer", Reference::to, Linked.embedding(Profile::issuer)),
                in.objects("alignment", AlignmentObject::read),
                in.texts("tags"),
                in.optionalText("@language"),
                Linked.references(in, "endorsement", Endorsement::from),
                Linked.all(in, "related", Related::to, Related::read),
                Values.version(in),
                in.more()));
    Linked.refuseSameId(in, badge.id, "issuer", badge.issuer);
    return badge;
  }
}
