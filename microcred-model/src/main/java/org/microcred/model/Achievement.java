package org.microcred.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.LanguageCode;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Numbers;
import org.microcred.model.internal.Terms;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * What can be achieved: many credentials may award the same achievement (Open Badges 3.0,
 * Achievement).
 *
 * @param id its URI
 * @param types what it is: at least {@code Achievement}
 * @param name its name
 * @param description a short description
 * @param criteria how it is earned
 * @param achievementType what kind of achievement it is
 * @param alignments the nodes of frameworks that it aligns with
 * @param creator who defined it
 * @param creditsAvailable the credits that it carries, exactly as written
 * @param endorsements what others say of it, signed with Data Integrity
 * @param endorsementJwts what others say of it, as compact JWS
 * @param fieldOfStudy the branch of knowledge
 * @param humanCode its code among people, such as {@code PY-101}
 * @param image its image
 * @param inLanguage its language
 * @param otherIdentifiers its identifiers in systems of others
 * @param related achievements that are the same for most purposes
 * @param resultDescriptions the results that it can have
 * @param specialization the focus within the field
 * @param tags keywords
 * @param version its version
 * @param more the members that this type does not know
 */
public record Achievement(
    @Uri String id,
    @Includes("Achievement") List<@NotBlank String> types,
    String name,
    String description,
    @Valid Criteria criteria,
    Optional<AchievementType> achievementType,
    List<@Valid Alignment> alignments,
    Optional<@Valid Profile> creator,
    Optional<BigDecimal> creditsAvailable,
    List<EndorsementCredential> endorsements,
    List<String> endorsementJwts,
    Optional<String> fieldOfStudy,
    Optional<String> humanCode,
    Optional<@Valid Image> image,
    @LanguageCode Optional<String> inLanguage,
    List<@Valid IdentifierEntry> otherIdentifiers,
    List<@Valid Related> related,
    List<@Valid ResultDescription> resultDescriptions,
    Optional<String> specialization,
    List<String> tags,
    Optional<String> version,
    JsonObject more) {
  /** The types of an achievement that is nothing else. */
  public static final List<String> TYPES = List.of("Achievement");

  public Achievement {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(criteria, "criteria");
    Objects.requireNonNull(achievementType, "achievementType");
    alignments = List.copyOf(alignments);
    Objects.requireNonNull(creator, "creator");
    Objects.requireNonNull(creditsAvailable, "creditsAvailable");
    endorsements = List.copyOf(endorsements);
    endorsementJwts = List.copyOf(endorsementJwts);
    Objects.requireNonNull(fieldOfStudy, "fieldOfStudy");
    Objects.requireNonNull(humanCode, "humanCode");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(inLanguage, "inLanguage");
    otherIdentifiers = List.copyOf(otherIdentifiers);
    related = List.copyOf(related);
    resultDescriptions = List.copyOf(resultDescriptions);
    Objects.requireNonNull(specialization, "specialization");
    tags = List.copyOf(tags);
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a builder; until they are set, the description is the name and the criteria are said
   * to stand at the achievement's own URI}
   *
   * @param id its URI
   * @param name its name
   */
  public static AchievementBuilder builder(String id, String name) {
    return new AchievementBuilder(id, name);
  }

  /** {@return a builder that starts with this achievement} */
  public AchievementBuilder toBuilder() {
    return new AchievementBuilder(this);
  }

  /**
   * Reads an achievement on its own, outside a credential.
   *
   * @param json the achievement
   * @return the achievement
   * @throws InvalidDocumentException with every rule of Open Badges 3.0 that it breaks
   */
  public static Achievement parse(JsonObject json) throws InvalidDocumentException {
    return CredentialReader.achievement(Objects.requireNonNull(json, "json"));
  }

  static Achievement read(Cursor in) {
    Ids.unique(in, "resultDescription");
    return in.checked(
        new Achievement(
            in.text("id"),
            in.types(),
            in.text("name"),
            in.text("description"),
            in.object("criteria", Criteria::read),
            Terms.optional(in, "achievementType", AchievementType::new),
            in.objects("alignment", Alignment::read),
            in.optionalObject("creator", Profile::read),
            Numbers.optional(in, "creditsAvailable"),
            Endorsements.read(in),
            Endorsements.readJwts(in),
            in.optionalText("fieldOfStudy"),
            in.optionalText("humanCode"),
            Image.readFrom(in, "image"),
            in.optionalText("inLanguage"),
            in.objects("otherIdentifier", IdentifierEntry::read),
            in.objects("related", Related::read),
            in.objects("resultDescription", ResultDescription::read),
            in.optionalText("specialization"),
            in.texts("tag"),
            in.optionalText("version"),
            in.more()));
  }

  /** {@return this achievement as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("id", id)
        .texts("type", types)
        .objects("alignment", alignments, Alignment::toJson)
        .text("achievementType", achievementType.map(AchievementType::value))
        .object("creator", creator, Profile::toObject)
        .number("creditsAvailable", creditsAvailable)
        .put("criteria", criteria.toJson())
        .put("description", description)
        .objects("endorsement", endorsements, EndorsementCredential::json)
        .texts("endorsementJwt", endorsementJwts)
        .text("fieldOfStudy", fieldOfStudy)
        .text("humanCode", humanCode)
        .object("image", image, Image::toJson)
        .text("inLanguage", inLanguage)
        .put("name", name)
        .objects("otherIdentifier", otherIdentifiers, IdentifierEntry::toJson)
        .objects("related", related, Related::toJson)
        .objects("resultDescription", resultDescriptions, ResultDescription::toJson)
        .text("specialization", specialization)
        .texts("tag", tags)
        .text("version", version)
        .with(more);
  }
}
