package org.microcred.model;

import static org.microcred.model.internal.Given.given;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Numbers;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * Who achieved what, and how well (Open Badges 3.0, AchievementSubject).
 *
 * @param id the recipient's URI, mostly a DID; it or an identifier should be there
 * @param types what it is: at least {@code AchievementSubject}
 * @param achievement what was achieved
 * @param identifiers other ways to say who the recipient is
 * @param activityStartDate when the activity began
 * @param activityEndDate when the activity ended
 * @param creditsEarned the credits earned, exactly as written
 * @param image an image of the award
 * @param licenseNumber the number of the licence that was issued
 * @param narrative what connects the pieces of evidence; Markdown is allowed
 * @param results what was achieved in detail
 * @param role the recipient's role in the activity
 * @param source who assessed it for the issuer
 * @param term the academic term
 * @param more the members that this type does not know
 */
public record AchievementSubject(
    @Uri Optional<String> id,
    @Includes("AchievementSubject") List<@NotBlank String> types,
    @Valid Achievement achievement,
    List<@Valid IdentityObject> identifiers,
    Optional<Instant> activityStartDate,
    Optional<Instant> activityEndDate,
    Optional<BigDecimal> creditsEarned,
    Optional<@Valid Image> image,
    Optional<String> licenseNumber,
    Optional<String> narrative,
    List<@Valid Result> results,
    Optional<String> role,
    Optional<@Valid Profile> source,
    Optional<String> term,
    JsonObject more) {
  /** The types of a subject that is nothing else. */
  public static final List<String> TYPES = List.of("AchievementSubject");

  public AchievementSubject {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(achievement, "achievement");
    identifiers = List.copyOf(identifiers);
    Objects.requireNonNull(activityStartDate, "activityStartDate");
    Objects.requireNonNull(activityEndDate, "activityEndDate");
    Objects.requireNonNull(creditsEarned, "creditsEarned");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(licenseNumber, "licenseNumber");
    Objects.requireNonNull(narrative, "narrative");
    results = List.copyOf(results);
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a subject of which no more is said}
   *
   * @param id the recipient's URI, mostly a DID
   * @param achievement what was achieved
   */
  public static AchievementSubject of(String id, Achievement achievement) {
    return builder(achievement).id(id).build();
  }

  /**
   * {@return a builder}
   *
   * @param achievement what was achieved
   */
  public static Builder builder(Achievement achievement) {
    return new Builder(achievement);
  }

  /** {@return a builder that starts with this subject} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  static AchievementSubject read(Cursor in) {
    AchievementSubject subject =
        in.checked(
            new AchievementSubject(
                in.optionalText("id"),
                in.types(),
                in.object("achievement", Achievement::read),
                in.objects("identifier", IdentityObject::read),
                Dates.optionalInstant(in, "activityStartDate"),
                Dates.optionalInstant(in, "activityEndDate"),
                Numbers.optional(in, "creditsEarned"),
                Image.readFrom(in, "image"),
                in.optionalText("licenseNumber"),
                in.optionalText("narrative"),
                in.objects("result", Result::read),
                in.optionalText("role"),
                in.optionalObject("source", Profile::read),
                in.optionalText("term"),
                in.more()));
    if (subject.id.isEmpty() && subject.identifiers.isEmpty()) {
      in.warn("ob.subject-unidentified", in.pointer());
    }
    return subject;
  }

  /** {@return this subject as JSON} */
  public JsonObject toJson() {
    return new Members()
        .text("id", id)
        .texts("type", types)
        .instant("activityEndDate", activityEndDate)
        .instant("activityStartDate", activityStartDate)
        .number("creditsEarned", creditsEarned)
        .put("achievement", achievement.toJson())
        .objects("identifier", identifiers, IdentityObject::toJson)
        .object("image", image, Image::toJson)
        .text("licenseNumber", licenseNumber)
        .text("narrative", narrative)
        .objects("result", results, Result::toJson)
        .text("role", role)
        .object("source", source, Profile::toObject)
        .text("term", term)
        .with(more);
  }

  /** Collects the parts of a subject. Not thread-safe. */
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private List<String> types = TYPES;
    private Achievement achievement;
    private final List<IdentityObject> identifiers = new ArrayList<>();
    private Optional<Instant> activityStartDate = Optional.empty();
    private Optional<Instant> activityEndDate = Optional.empty();
    private Optional<BigDecimal> creditsEarned = Optional.empty();
    private Optional<Image> image = Optional.empty();
    private Optional<String> licenseNumber = Optional.empty();
    private Optional<String> narrative = Optional.empty();
    private final List<Result> results = new ArrayList<>();
    private Optional<String> role = Optional.empty();
    private Optional<Profile> source = Optional.empty();
    private Optional<String> term = Optional.empty();
    private JsonObject more = JsonObject.EMPTY;

    private Builder(Achievement achievement) {
      this.achievement = Objects.requireNonNull(achievement, "achievement");
    }

    private Builder(AchievementSubject subject) {
      id = subject.id;
      types = subject.types;
      achievement = subject.achievement;
      identifiers.addAll(subject.identifiers);
      activityStartDate = subject.activityStartDate;
      activityEndDate = subject.activityEndDate;
      creditsEarned = subject.creditsEarned;
      image = subject.image;
      licenseNumber = subject.licenseNumber;
      narrative = subject.narrative;
      results.addAll(subject.results);
      role = subject.role;
      source = subject.source;
      term = subject.term;
      more = subject.more;
    }

    /** Sets the recipient's URI, mostly a DID. */
    public Builder id(String id) {
      this.id = given(id, "id");
      return this;
    }

    /** Sets what was achieved. */
    public Builder achievement(Achievement achievement) {
      this.achievement = Objects.requireNonNull(achievement, "achievement");
      return this;
    }

    /** Adds another way to say who the recipient is. */
    public Builder identifier(IdentityObject identifier) {
      identifiers.add(Objects.requireNonNull(identifier, "identifier"));
      return this;
    }

    /** Sets when the activity began and ended. */
    public Builder activity(Instant start, Instant end) {
      activityStartDate = given(start, "start");
      activityEndDate = given(end, "end");
      return this;
    }

    /** Sets the credits earned, exactly. */
    public Builder creditsEarned(BigDecimal credits) {
      creditsEarned = given(credits, "credits");
      return this;
    }

    /** Sets the image of the award. */
    public Builder image(Image image) {
      this.image = given(image, "image");
      return this;
    }

    /** Sets the number of the licence that was issued. */
    public Builder licenseNumber(String licenseNumber) {
      this.licenseNumber = given(licenseNumber, "licenseNumber");
      return this;
    }

    /** Sets what connects the pieces of evidence. */
    public Builder narrative(String narrative) {
      this.narrative = given(narrative, "narrative");
      return this;
    }

    /** Adds a result. */
    public Builder result(Result result) {
      results.add(Objects.requireNonNull(result, "result"));
      return this;
    }

    /** Sets the recipient's role in the activity. */
    public Builder role(String role) {
      this.role = given(role, "role");
      return this;
    }

    /** Sets who assessed it for the issuer. */
    public Builder source(Profile source) {
      this.source = given(source, "source");
      return this;
    }

    /** Sets the academic term. */
    public Builder term(String term) {
      this.term = given(term, "term");
      return this;
    }

    /** Sets members that the type does not know. */
    public Builder more(JsonObject more) {
      this.more = Objects.requireNonNull(more, "more");
      return this;
    }

    /** {@return the subject} */
    public AchievementSubject build() {
      return new AchievementSubject(
          id,
          types,
          achievement,
          identifiers,
          activityStartDate,
          activityEndDate,
          creditsEarned,
          image,
          licenseNumber,
          narrative,
          results,
          role,
          source,
          term,
          more);
    }
  }
}
