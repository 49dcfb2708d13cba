package org.microcred.model;

import static org.microcred.model.internal.Given.given;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Given;
import org.microcred.model.json.JsonObject;

/** Collects the parts of an achievement. Not thread-safe. */
public final class AchievementBuilder {
  private final String id;
  private final List<String> types;
  private final String name;
  private Optional<String> description = Optional.empty();
  private Optional<Criteria> criteria = Optional.empty();
  private Optional<AchievementType> achievementType = Optional.empty();
  private final List<Alignment> alignments = new ArrayList<>();
  private Optional<Profile> creator = Optional.empty();
  private Optional<BigDecimal> credits = Optional.empty();
  private final List<EndorsementCredential> endorsements = new ArrayList<>();
  private final List<String> endorsementJwts = new ArrayList<>();
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

  AchievementBuilder(String id, String name) {
    this.id = Objects.requireNonNull(id, "id");
    this.name = Objects.requireNonNull(name, "name");
    types = Achievement.TYPES;
  }

  AchievementBuilder(Achievement achievement) {
    id = achievement.id();
    types = achievement.types();
    name = achievement.name();
    description = Optional.of(achievement.description());
    criteria = Optional.of(achievement.criteria());
    achievementType = achievement.achievementType();
    alignments.addAll(achievement.alignments());
    creator = achievement.creator();
    credits = achievement.creditsAvailable();
    endorsements.addAll(achievement.endorsements());
    endorsementJwts.addAll(achievement.endorsementJwts());
    fieldOfStudy = achievement.fieldOfStudy();
    humanCode = achievement.humanCode();
    image = achievement.image();
    inLanguage = achievement.inLanguage();
    otherIdentifiers.addAll(achievement.otherIdentifiers());
    related.addAll(achievement.related());
    resultDescriptions.addAll(achievement.resultDescriptions());
    specialization = achievement.specialization();
    tags.addAll(achievement.tags());
    version = achievement.version();
    more = achievement.more();
  }

  /** Sets the short description. */
  public AchievementBuilder description(String description) {
    this.description = given(description, "description");
    return this;
  }

  /** Sets how it is earned. */
  public AchievementBuilder criteria(Criteria criteria) {
    this.criteria = given(criteria, "criteria");
    return this;
  }

  /** Sets what kind of achievement it is. */
  public AchievementBuilder achievementType(AchievementType achievementType) {
    this.achievementType = given(achievementType, "achievementType");
    return this;
  }

  /** Adds an alignment with a node of a framework. */
  public AchievementBuilder alignment(Alignment alignment) {
    alignments.add(Objects.requireNonNull(alignment, "alignment"));
    return this;
  }

  /** Sets who defined it. */
  public AchievementBuilder creator(Profile creator) {
    this.creator = given(creator, "creator");
    return this;
  }

  /** Sets the credits that it carries, a finite number, as its shortest decimal. */
  public AchievementBuilder credits(double credits) {
    return credits(Given.decimal(credits, "credits"));
  }

  /** Sets the credits that it carries, exactly. */
  public AchievementBuilder credits(BigDecimal credits) {
    this.credits = given(credits, "credits");
    return this;
  }

  /** Adds what another says of it. */
  public AchievementBuilder endorsement(EndorsementCredential endorsement) {
    endorsements.add(Objects.requireNonNull(endorsement, "endorsement"));
    return this;
  }

  /** Adds what another says of it, as a compact JWS. */
  public AchievementBuilder endorsementJwt(String jws) {
    endorsementJwts.add(Objects.requireNonNull(jws, "jws"));
    return this;
  }

  /** Sets the branch of knowledge. */
  public AchievementBuilder fieldOfStudy(String fieldOfStudy) {
    this.fieldOfStudy = given(fieldOfStudy, "fieldOfStudy");
    return this;
  }

  /** Sets its code among people, such as {@code PY-101}. */
  public AchievementBuilder humanCode(String humanCode) {
    this.humanCode = given(humanCode, "humanCode");
    return this;
  }

  /** Sets its image. */
  public AchievementBuilder image(Image image) {
    this.image = given(image, "image");
    return this;
  }

  /** Sets its language, such as {@code en} or {@code pt-BR}. */
  public AchievementBuilder inLanguage(String inLanguage) {
    this.inLanguage = given(inLanguage, "inLanguage");
    return this;
  }

  /** Adds an identifier in a system of someone's. */
  public AchievementBuilder otherIdentifier(IdentifierEntry identifier) {
    otherIdentifiers.add(Objects.requireNonNull(identifier, "identifier"));
    return this;
  }

  /** Adds an achievement that is the same for most purposes. */
  public AchievementBuilder related(Related achievement) {
    related.add(Objects.requireNonNull(achievement, "achievement"));
    return this;
  }

  /** Adds a result that it can have. */
  public AchievementBuilder resultDescription(ResultDescription resultDescription) {
    resultDescriptions.add(Objects.requireNonNull(resultDescription, "resultDescription"));
    return this;
  }

  /** Sets the focus within the field. */
  public AchievementBuilder specialization(String specialization) {
    this.specialization = given(specialization, "specialization");
    return this;
  }

  /** Adds a keyword. */
  public AchievementBuilder tag(String tag) {
    tags.add(Objects.requireNonNull(tag, "tag"));
    return this;
  }

  /** Sets its version. */
  public AchievementBuilder version(String version) {
    this.version = given(version, "version");
    return this;
  }

  /** Sets members that the type does not know, such as those of an extension. */
  public AchievementBuilder more(JsonObject more) {
    this.more = Objects.requireNonNull(more, "more");
    return this;
  }

  /** {@return the achievement} */
  public Achievement build() {
    return new Achievement(
        id,
        types,
        name,
        description.orElse(name),
        criteria.orElseGet(() -> Criteria.at(id)),
        achievementType,
        alignments,
        creator,
        credits,
        endorsements,
        endorsementJwts,
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
