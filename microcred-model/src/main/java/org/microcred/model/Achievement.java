package org.microcred.model;

import static org.microcred.model.internal.Given.given;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Given;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.LanguageCode;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Numbers;
import org.microcred.model.internal.Terms;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * What can be achieved: many credentials may award the same achievement (Open Badges 3.0,
 * Achievement). Endorsements of it stay in {@code more}, as they were read.
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
  public static Builder builder(String id, String name) {
    return new Builder(id, name);
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
    Endorsements.check(in);
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

  /** Collects the parts of an achievement. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String name;
    private Optional<String> description = Optional.empty();
    private Optional<Criteria> criteria = Optional.empty();
    private Optional<AchievementType> achievementType = Optional.empty();
    private final List<Alignment> alignments = new ArrayList<>();
    private Optional<Profile> creator = Optional.empty();
    private Optional<BigDecimal> credits = Optional.empty();
    private Optional<String> fieldOfStudy = Optional.empty();
    private Optional<String> humanCode = Optional.empty();
    private Optional<Image> image = Optional.empty();
    private Optional<String> inLanguage = Optional.empty();
    private final List<IdentifierEntry> otherIdentifiers = new ArrayList<>();
    private final List<Related> related = new ArrayList<>();
    private final List<ResultDescription> resultDescriptions = new ArrayList<>();
    private Optional<String> specialization = Optional.empty();
    private final List<String> tags = new ArrayList<>();
    private Optional<String> version = Optional.empty();
    private JsonObject more = JsonObject.EMPTY;

    private Builder(String id, String name) {
      this.id = Objects.requireNonNull(id, "id");
      this.name = Objects.requireNonNull(name, "name");
    }

    /** Sets the short description. */
    public Builder description(String description) {
      this.description = given(description, "description");
      return this;
    }

    /** Sets how it is earned. */
    public Builder criteria(Criteria criteria) {
      this.criteria = given(criteria, "criteria");
      return this;
    }

    /** Sets what kind of achievement it is. */
    public Builder achievementType(AchievementType achievementType) {
      this.achievementType = given(achievementType, "achievementType");
      return this;
    }

    /** Adds an alignment with a node of a framework. */
    public Builder alignment(Alignment alignment) {
      alignments.add(Objects.requireNonNull(alignment, "alignment"));
      return this;
    }

    /** Sets who defined it. */
    public Builder creator(Profile creator) {
      this.creator = given(creator, "creator");
      return this;
    }

    /** Sets the credits that it carries, a finite number, as its shortest decimal. */
    public Builder credits(double credits) {
      return credits(Given.decimal(credits, "credits"));
    }

    /** Sets the credits that it carries, exactly. */
    public Builder credits(BigDecimal credits) {
      this.credits = given(credits, "credits");
      return this;
    }

    /** Sets the branch of knowledge. */
    public Builder fieldOfStudy(String fieldOfStudy) {
      this.fieldOfStudy = given(fieldOfStudy, "fieldOfStudy");
      return this;
    }

    /** Sets its code among people, such as {@code PY-101}. */
    public Builder humanCode(String humanCode) {
      this.humanCode = given(humanCode, "humanCode");
      return this;
    }

    /** Sets its image. */
    public Builder image(Image image) {
      this.image = given(image, "image");
      return this;
    }

    /** Sets its language, such as {@code en} or {@code pt-BR}. */
    public Builder inLanguage(String inLanguage) {
      this.inLanguage = given(inLanguage, "inLanguage");
      return this;
    }

    /** Adds an identifier in a system of someone's. */
    public Builder otherIdentifier(IdentifierEntry identifier) {
      otherIdentifiers.add(Objects.requireNonNull(identifier, "identifier"));
      return this;
    }

    /** Adds an achievement that is the same for most purposes. */
    public Builder related(Related achievement) {
      related.add(Objects.requireNonNull(achievement, "achievement"));
      return this;
    }

    /** Adds a result that it can have. */
    public Builder resultDescription(ResultDescription resultDescription) {
      resultDescriptions.add(Objects.requireNonNull(resultDescription, "resultDescription"));
      return this;
    }

    /** Sets the focus within the field. */
    public Builder specialization(String specialization) {
      this.specialization = given(specialization, "specialization");
      return this;
    }

    /** Adds a keyword. */
    public Builder tag(String tag) {
      tags.add(Objects.requireNonNull(tag, "tag"));
      return this;
    }

    /** Sets its version. */
    public Builder version(String version) {
      this.version = given(version, "version");
      return this;
    }

    /** Sets members that the type does not know, such as those of an extension. */
    public Builder more(JsonObject more) {
      this.more = Objects.requireNonNull(more, "more");
      return this;
    }

    /** {@return the achievement} */
    public Achievement build() {
      return new Achievement(
          id,
          TYPES,
          name,
          description.orElse(name),
          criteria.orElseGet(() -> Criteria.at(id)),
          achievementType,
          alignments,
          creator,
          credits,
          fieldOfStudy,
          humanCode,
          image,
          inLanguage,
          otherIdentifiers,
          related,
          resultDescriptions,
          specialization,
          tags,
          version,
          more);
    }
  }
}
