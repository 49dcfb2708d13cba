package org.microcred.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;
import org.microcred.model.json.JsonObject;

/**
 * A badge: an achievement awarded to a recipient (Open Badges 3.0, AchievementCredential).
 *
 * <pre>{@code
 * var issuer = Profile.of("did:web:uni.example", "Example University");
 * var python = Achievement.builder("https://uni.example/python-101", "Python 101").credits(5).build();
 * var badge = AchievementCredential.builder(issuer, "did:key:z6Mk…", python).build();
 * }</pre>
 */
public final class AchievementCredential extends Credential {
  /** The two names that the specification gives to this one kind of credential. */
  public static final List<String> TYPE_NAMES =
      List.of("OpenBadgeCredential", "AchievementCredential");

  private final AchievementSubject subject;
  private final Optional<Instant> awardedDate;
  private final Optional<Image> image;
  private final List<EndorsementCredential> endorsements;
  private final List<String> endorsementJwts;
  private final List<JsonObject> origin;

  private AchievementCredential(
      Envelope envelope,
      AchievementSubject subject,
      Optional<Instant> awardedDate,
      Optional<Image> image,
      List<EndorsementCredential> endorsements,
      List<String> endorsementJwts) {
    super(envelope);
    this.subject = subject;
    this.awardedDate = awardedDate;
    this.image = image;
    this.endorsements = List.copyOf(endorsements);
    this.endorsementJwts = List.copyOf(endorsementJwts);
    this.origin = List.of();
  }

  /** The same badge, made from those documents. */
  AchievementCredential(AchievementCredential same, List<JsonObject> origin) {
    super(same);
    this.subject = same.subject;
    this.awardedDate = same.awardedDate;
    this.image = same.image;
    this.endorsements = same.endorsements;
    this.endorsementJwts = same.endorsementJwts;
    this.origin = origin;
  }

  static AchievementCredential read(Cursor in) {
    return new AchievementCredential(
        Envelope.read(in),
        in.object("credentialSubject", AchievementSubject::read),
        Dates.optionalInstant(in, "awardedDate"),
        Image.readFrom(in, "image"),
        Endorsements.read(in),
        Endorsements.readJwts(in));
  }

  /**
   * {@return a builder of a new badge}
   *
   * @param issuer who awards it
   * @param learner the id of the recipient, a URI, mostly a DID
   * @param achievement what is awarded
   */
  public static AchievementCredentialBuilder builder(
      Profile issuer, String learner, Achievement achievement) {
    return builder(issuer, AchievementSubject.of(learner, achievement));
  }

  /**
   * {@return a builder of a new badge}
   *
   * @param issuer who awards it
   * @param subject who achieved what
   */
  public static AchievementCredentialBuilder builder(Profile issuer, AchievementSubject subject) {
    return new AchievementCredentialBuilder(
        Objects.requireNonNull(issuer, "issuer"), Objects.requireNonNull(subject, "subject"));
  }

  /**
   * {@return a builder that starts with this badge and keeps what it does not touch, unknown
   * members included; only the proofs are left out, since they cover the badge as it was}
   */
  public AchievementCredentialBuilder toBuilder() {
    return new AchievementCredentialBuilder(this);
  }

  /**
   * {@return a builder for a newer version of this badge, which takes its place: the same id and
   * status entry, a later beginning, and still the day on which it was first awarded}
   *
   * <p>That day stays what rules of recency go by, also where this badge told it by {@code
   * validFrom} alone. An end of validity is kept; set a later one where it would come first.
   *
   * @param validFrom when the newer version begins to hold
   * @throws IllegalArgumentException when that is not later than this badge's own
   */
  public AchievementCredentialBuilder reissue(Instant validFrom) {
    Optional<Instant> first = awardedDate.or(this::validFrom);
    if (validFrom().filter(own -> !validFrom.isAfter(own)).isPresent()) {
      throw new IllegalArgumentException(
          "validFrom: later than " + validFrom().orElseThrow() + ", which this version has");
    }
    AchievementCredentialBuilder next = toBuilder().validFrom(validFrom);
    return first.map(next::awardedDate).orElse(next);
  }

  /** {@return who achieved what} */
  public AchievementSubject subject() {
    return subject;
  }

  /** {@return when it was first awarded, where that differs from when it begins to hold} */
  public Optional<Instant> awardedDate() {
    return awardedDate;
  }

  /** {@return an image for display} */
  public Optional<Image> image() {
    return image;
  }

  /**
   * {@return what others say of it, of the achievement and of the profiles, signed with Data
   * Integrity}
   */
  public List<EndorsementCredential> endorsements() {
    return endorsements;
  }

  /** {@return what others say of it, of the achievement and of the profiles, as compact JWS} */
  public List<String> endorsementJwts() {
    return endorsementJwts;
  }

  /** {@return what was submitted, by whom it was assessed, and against what} */
  public Assessment assessment() {
    return Assessment.of(this);
  }

  /**
   * {@return the documents of another format that it was made from, as they were read; none for a
   * badge that was read or built as what it is}
   *
   * <p>Of Open Badges 2.0 these are the assertion and, when they were given apart from it, the
   * badge class and the issuer: what the badge could not take over is there. They are no part of
   * its JSON, and so neither of what is signed nor of what makes badges equal.
   */
  public List<JsonObject> origin() {
    return origin;
  }

  @Override
  public List<String> subjectIds() {
    return subject.id().stream().toList();
  }
}
