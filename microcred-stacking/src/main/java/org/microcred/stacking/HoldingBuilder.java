package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonObject;

/** Collects what a holding says. Not thread-safe. */
public final class HoldingBuilder {
  final String id;
  final List<String> achievements = new ArrayList<>();
  Optional<String> name = Optional.empty();
  Optional<String> digest = Optional.empty();
  Optional<String> issuer = Optional.empty();
  Optional<String> source = Optional.empty();
  Optional<BigDecimal> credits = Optional.empty();
  final List<String> tags = new ArrayList<>();
  final List<HeldAlignment> alignments = new ArrayList<>();
  final List<HeldResult> results = new ArrayList<>();
  final Map<String, List<String>> facts = new LinkedHashMap<>();
  Optional<JsonObject> document = Optional.empty();
  final List<String> usedIn = new ArrayList<>();
  final List<String> partOf = new ArrayList<>();
  Optional<Instant> awarded = Optional.empty();
  Optional<LocalDate> awardedDay = Optional.empty();
  Optional<Instant> validFrom = Optional.empty();
  Optional<Instant> expires = Optional.empty();
  Optional<LocalDate> lastDay = Optional.empty();
  Holding.Status status = Holding.Status.ACTIVE;
  Optional<Instant> statusSince = Optional.empty();

  HoldingBuilder(String id, String achievement) {
    this.id = Objects.requireNonNull(id, "id");
    achievements.add(Objects.requireNonNull(achievement, "achievement"));
  }

  /**
   * Adds a further id under which the achievement is known.
   *
   * @param achievementId an id that filters match as well
   * @return this builder
   */
  public HoldingBuilder alsoAchievement(String achievementId) {
    achievements.add(Objects.requireNonNull(achievementId, "achievementId"));
    return this;
  }

  /**
   * Sets the name of the achievement.
   *
   * @param value for people
   * @return this builder
   */
  public HoldingBuilder name(String value) {
    name = Optional.of(value);
    return this;
  }

  /**
   * Sets what identifies the credential's bytes.
   *
   * @param value a digest
   * @return this builder
   */
  public HoldingBuilder digest(String value) {
    digest = Optional.of(value);
    return this;
  }

  /**
   * Sets the issuer.
   *
   * @param issuerId its id
   * @return this builder
   */
  public HoldingBuilder issuer(String issuerId) {
    issuer = Optional.of(issuerId);
    return this;
  }

  /**
   * Sets the assessor.
   *
   * @param assessorId its id
   * @return this builder
   */
  public HoldingBuilder source(String assessorId) {
    source = Optional.of(assessorId);
    return this;
  }

  /**
   * Sets the credits.
   *
   * @param value not negative, in the credential's own unit
   * @return this builder
   */
  public HoldingBuilder credits(BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("credits is negative");
    }
    credits = Optional.of(value);
    return this;
  }

  /**
   * Sets the credits.
   *
   * @param value not negative, in the credential's own unit
   * @return this builder
   */
  public HoldingBuilder credits(long value) {
    return credits(BigDecimal.valueOf(value));
  }

  /**
   * Adds a tag of the achievement.
   *
   * @param value the tag
   * @return this builder
   */
  public HoldingBuilder tag(String value) {
    tags.add(Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Adds an alignment of the achievement.
   *
   * @param targetUrl what it is aligned to
   * @return this builder
   */
  public HoldingBuilder alignment(String targetUrl) {
    return alignment(HeldAlignment.of(targetUrl));
  }

  /**
   * Adds an alignment of the achievement.
   *
   * @param value what it is aligned to
   * @return this builder
   */
  public HoldingBuilder alignment(HeldAlignment value) {
    alignments.add(Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Adds a result.
   *
   * @param value the result
   * @return this builder
   */
  public HoldingBuilder result(HeldResult value) {
    results.add(Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Takes out all results.
   *
   * @return this builder
   */
  public HoldingBuilder withoutResults() {
    results.clear();
    return this;
  }

  /**
   * Adds a value of a fact: one of {@link Filter.Fact#STANDARD} that has no method here, or one
   * that a policy may ask for by this name.
   *
   * @param name the fact
   * @param value a value
   * @return this builder
   */
  public HoldingBuilder fact(String name, String value) {
    facts
        .computeIfAbsent(Objects.requireNonNull(name, "name"), n -> new ArrayList<>())
        .add(Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Adds an award that it serves already.
   *
   * @param awardId the id of that award
   * @return this builder
   */
  public HoldingBuilder usedIn(String awardId) {
    usedIn.add(Objects.requireNonNull(awardId, "awardId"));
    return this;
  }

  /**
   * Sets the credential's JSON, from which policies may read facts.
   *
   * @param json the credential
   * @return this builder
   */
  public HoldingBuilder document(JsonObject json) {
    document = Optional.of(json);
    return this;
  }

  /**
   * Adds a credential that it is a part of; of a whole and its parts only one side is used.
   *
   * @param wholeId the id of the whole, or of its achievement
   * @return this builder
   */
  public HoldingBuilder partOf(String wholeId) {
    partOf.add(Objects.requireNonNull(wholeId, "wholeId"));
    return this;
  }

  /**
   * Sets when it was earned; {@link #validFrom(Instant)} stands in when it is not set.
   *
   * @param instant the instant
   * @return this builder
   */
  public HoldingBuilder awarded(Instant instant) {
    awarded = Optional.of(instant);
    awardedDay = Optional.empty();
    return this;
  }

  /**
   * Sets the day on which it was earned.
   *
   * @param day the day, in whatever zone the policy names
   * @return this builder
   */
  public HoldingBuilder awarded(LocalDate day) {
    awarded(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    awardedDay = Optional.of(day);
    return this;
  }

  /**
   * Sets from when on the credential is valid.
   *
   * @param instant the instant
   * @return this builder
   */
  public HoldingBuilder validFrom(Instant instant) {
    validFrom = Optional.of(instant);
    return this;
  }

  /**
   * Sets the last instant at which the credential is valid.
   *
   * @param instant the instant
   * @return this builder
   */
  public HoldingBuilder expires(Instant instant) {
    expires = Optional.of(instant);
    lastDay = Optional.empty();
    return this;
  }

  /**
   * Sets the last day on which the credential is valid, that day included.
   *
   * @param day the day, in whatever zone the policy names
   * @return this builder
   */
  public HoldingBuilder expires(LocalDate day) {
    expires(day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC));
    lastDay = Optional.of(day);
    return this;
  }

  /**
   * Sets whether the issuer stands by the credential.
   *
   * @param value {@link Holding.Status#ACTIVE} unless set
   * @return this builder
   */
  public HoldingBuilder status(Holding.Status value) {
    status = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Sets since when the issuer no longer stands by the credential.
   *
   * @param instant when it was revoked or suspended
   * @return this builder
   */
  public HoldingBuilder statusSince(Instant instant) {
    statusSince = Optional.of(instant);
    return this;
  }

  /** {@return the holding} */
  public Holding build() {
    return new Holding(this);
  }
}
