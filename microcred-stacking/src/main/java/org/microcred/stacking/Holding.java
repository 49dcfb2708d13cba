package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.AchievementCredential;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.internal.Badges;

/**
 * One credential reduced to what rules can see. What it does not say is unknown, never assumed.
 *
 * <p>Two holdings with the same issuer and id are versions of one credential; the newer {@link
 * #validFrom()} wins.
 *
 * <p>Immutable and thread-safe.
 */
public final class Holding {
  /** Whether the issuer stands by the credential. */
  public enum Status {
    /** It does. */
    ACTIVE,
    /** It took the credential back. */
    REVOKED,
    /** It took the credential back for a while. */
    SUSPENDED,
    /** It could not be found out. */
    UNKNOWN
  }

  private final String id;
  private final List<String> achievements;
  private final Optional<String> name;
  private final Optional<String> digest;
  private final Optional<String> issuer;
  private final Optional<String> source;
  private final Optional<BigDecimal> credits;
  private final List<String> tags;
  private final List<HeldAlignment> alignments;
  private final List<HeldResult> results;
  private final Map<String, List<String>> facts;
  private final Optional<JsonObject> document;
  private final List<String> usedIn;
  private final List<String> partOf;
  private final Optional<Instant> awarded;
  private final Optional<LocalDate> awardedDay;
  private final Optional<Instant> validFrom;
  private final Optional<Instant> expires;
  private final Optional<LocalDate> lastDay;
  private final Status status;
  private final Optional<Instant> statusSince;

  Holding(HoldingBuilder builder) {
    id = builder.id;
    achievements = List.copyOf(builder.achievements);
    name = builder.name;
    digest = builder.digest;
    issuer = builder.issuer;
    source = builder.source;
    credits = builder.credits;
    tags = List.copyOf(builder.tags);
    alignments = List.copyOf(builder.alignments);
    results = List.copyOf(builder.results);
    Map<String, List<String>> stated = new LinkedHashMap<>();
    builder.facts.forEach((fact, values) -> stated.put(fact, List.copyOf(values)));
    facts = Collections.unmodifiableMap(stated);
    document = builder.document;
    usedIn = List.copyOf(builder.usedIn);
    partOf = List.copyOf(builder.partOf);
    awarded = builder.awarded;
    awardedDay = builder.awardedDay;
    validFrom = builder.validFrom;
    expires = builder.expires;
    lastDay = builder.lastDay;
    status = builder.status;
    statusSince = builder.statusSince;
  }

  /**
   * {@return a builder of an active holding that says nothing else}
   *
   * @param id the credential's id
   * @param achievement the id of what was achieved
   */
  public static HoldingBuilder builder(String id, String achievement) {
    return new HoldingBuilder(id, achievement);
  }

  /**
   * {@return what a badge says, as far as rules can see}
   *
   * <p>Credits are those earned, else those available. Whether the issuer still stands by it is
   * {@link Status#UNKNOWN} when the badge names a place to look it up or was made from one of Open
   * Badges 2.0, since nobody has looked; {@link #toBuilder()} sets what was found.
   *
   * @param credential a badge; that it is genuine is the caller's knowledge
   */
  public static Holding of(AchievementCredential credential) {
    return Badges.holding(Objects.requireNonNull(credential, "credential"));
  }

  /** {@return a builder that starts with everything this holding says} */
  public HoldingBuilder toBuilder() {
    HoldingBuilder copy = new HoldingBuilder(id, achievements.get(0));
    achievements.stream().skip(1).forEach(copy::alsoAchievement);
    copy.name = name;
    copy.digest = digest;
    copy.issuer = issuer;
    copy.source = source;
    copy.credits = credits;
    copy.tags.addAll(tags);
    copy.alignments.addAll(alignments);
    copy.results.addAll(results);
    facts.forEach((fact, values) -> values.forEach(value -> copy.fact(fact, value)));
    copy.document = document;
    copy.usedIn.addAll(usedIn);
    copy.partOf.addAll(partOf);
    copy.awarded = awarded;
    copy.awardedDay = awardedDay;
    copy.validFrom = validFrom;
    copy.expires = expires;
    copy.lastDay = lastDay;
    copy.status = status;
    copy.statusSince = statusSince;
    return copy;
  }

  /** {@return the credential's id} */
  public String id() {
    return id;
  }

  /**
   * {@return the ids of what was achieved; the first identifies it where a rule counts
   * achievements, the others only match}
   */
  public List<String> achievements() {
    return achievements;
  }

  /** {@return the name of what was achieved, for people} */
  public Optional<String> name() {
    return name;
  }

  /** {@return what identifies the credential's bytes} */
  public Optional<String> digest() {
    return digest;
  }

  /** {@return the id of the issuer} */
  public Optional<String> issuer() {
    return issuer;
  }

  /** {@return the id of the assessor, where it is another than the issuer} */
  public Optional<String> source() {
    return source;
  }

  /** {@return the credits, not negative; the credential names no unit} */
  public Optional<BigDecimal> credits() {
    return credits;
  }

  /** {@return the tags of the achievement} */
  public List<String> tags() {
    return tags;
  }

  /** {@return the achievement's alignments} */
  public List<HeldAlignment> alignments() {
    return alignments;
  }

  /** {@return the results} */
  public List<HeldResult> results() {
    return results;
  }

  /**
   * {@return further facts by name, each with its values: what {@link Filter.Fact#STANDARD} lists
   * and has no method here, and the columns of a row}
   */
  public Map<String, List<String>> facts() {
    return facts;
  }

  /** {@return the credential's JSON, for facts that a policy reads from it} */
  public Optional<JsonObject> document() {
    return document;
  }

  /** {@return the ids of the awards that it serves already} */
  public List<String> usedIn() {
    return usedIn;
  }

  /** {@return the ids of the credentials, or of their achievements, that it is a part of} */
  public List<String> partOf() {
    return partOf;
  }

  /** {@return when it was earned; the start of that day in UTC where only the day is known} */
  public Optional<Instant> awarded() {
    return awarded.isPresent() ? awarded : validFrom;
  }

  /** {@return the day on which it was earned, in whatever zone, where only the day is known} */
  public Optional<LocalDate> awardedDay() {
    return awardedDay;
  }

  /** {@return from when on the credential is valid} */
  public Optional<Instant> validFrom() {
    return validFrom;
  }

  /**
   * {@return the last instant at which the credential is valid; the end of that day in UTC where
   * only the day is known}
   */
  public Optional<Instant> expires() {
    return expires;
  }

  /** {@return the last day on which it is valid, in whatever zone, where only the day is known} */
  public Optional<LocalDate> lastDay() {
    return lastDay;
  }

  /** {@return whether the issuer stands by it} */
  public Status status() {
    return status;
  }

  /** {@return since when the issuer no longer stands by it} */
  public Optional<Instant> statusSince() {
    return statusSince;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Holding that
        && state().equals(that.state())
        && document.equals(that.document);
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  /** {@return everything the holding says in one line, without the credential's JSON} */
  @Override
  public String toString() {
    return "Holding" + state();
  }

  private List<Object> state() {
    return List.of(
        id,
        issuer,
        digest,
        achievements,
        name,
        source,
        credits,
        tags,
        alignments,
        results,
        facts,
        usedIn,
        partOf,
        awarded,
        awardedDay,
        validFrom,
        expires,
        lastDay,
        status,
        statusSince);
  }
}
