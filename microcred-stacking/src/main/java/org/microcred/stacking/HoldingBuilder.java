package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
  final List<String> alignments = new ArrayList<>();
  final List<HeldResult> results = new ArrayList<>();
  Optional<Instant> awarded = Optional.empty();
  Optional<Instant> validFrom = Optional.empty();
  Optional<Instant> expires = Optional.empty();
  Holding.Status status = Holding.Status.ACTIVE;

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
    alignments.add(Objects.requireNonNull(targetUrl, "targetUrl"));
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
   * Sets when it was earned; {@link #validFrom(Instant)} stands in when it is not set.
   *
   * @param instant the instant
   * @return this builder
   */
  public HoldingBuilder awarded(Instant instant) {
    awarded = Optional.of(instant);
    return this;
  }

  /**
   * Sets the day on which it was earned.
   *
   * @param day the day, in UTC
   * @return this builder
   */
  public HoldingBuilder awarded(LocalDate day) {
    return awarded(day.atStartOfDay().toInstant(ZoneOffset.UTC));
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
    return this;
  }

  /**
   * Sets the last day on which the credential is valid, that day included.
   *
   * @param day the day, in UTC
   * @return this builder
   */
  public HoldingBuilder expires(LocalDate day) {
    return expires(day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC));
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

  /** {@return the holding} */
  public Holding build() {
    return new Holding(this);
  }
}
