package org.microcred.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;

/**
 * A comprehensive learner record: the credentials of one learner, and how their achievements relate
 * (CLR 2.0, ClrCredential).
 *
 * <pre>{@code
 * var learner = ClrSubject.of("did:example:ada", List.of(python, statistics));
 * var transcript = ClrCredential.builder(university, "Transcript", learner).build();
 * }</pre>
 */
public final class ClrCredential extends Credential {
  /** The name of this kind of credential among its types. */
  public static final String TYPE_NAME = "ClrCredential";

  private final ClrSubject subject;
  private final boolean partial;
  private final Optional<Instant> awardedDate;
  private final Optional<Image> image;
  private final List<EndorsementCredential> endorsements;
  private final List<String> endorsementJwts;

  private ClrCredential(
      Envelope envelope,
      ClrSubject subject,
      boolean partial,
      Optional<Instant> awardedDate,
      Optional<Image> image,
      List<EndorsementCredential> endorsements,
      List<String> endorsementJwts) {
    super(envelope);
    this.subject = subject;
    this.partial = partial;
    this.awardedDate = awardedDate;
    this.image = image;
    this.endorsements = List.copyOf(endorsements);
    this.endorsementJwts = List.copyOf(endorsementJwts);
  }

  static ClrCredential read(Cursor in) {
    return new ClrCredential(
        Envelope.read(in),
        in.object("credentialSubject", ClrSubject::read),
        in.object().has("partial") && in.flag("partial"),
        Dates.optionalInstant(in, "awardedDate"),
        Image.readFrom(in, "image"),
        Endorsements.read(in),
        Endorsements.readJwts(in));
  }

  /**
   * {@return a builder of a new record}
   *
   * @param issuer who publishes it
   * @param name its name for display, which the specification wants
   * @param subject the learner and what is on record of them
   */
  public static ClrCredentialBuilder builder(Profile issuer, String name, ClrSubject subject) {
    return new ClrCredentialBuilder(Objects.requireNonNull(issuer, "issuer"), name, subject);
  }

  /**
   * {@return a builder that starts with this record and keeps what it does not touch, unknown
   * members included; only its own proofs are left out, since they cover the record as it was}
   */
  public ClrCredentialBuilder toBuilder() {
    return new ClrCredentialBuilder(this);
  }

  /** {@return the learner and what is on record of them} */
  public ClrSubject subject() {
    return subject;
  }

  /** {@return whether the publisher knows of more than is in it} */
  public boolean partial() {
    return partial;
  }

  /** {@return when it was first published, where that differs from when it begins to hold} */
  public Optional<Instant> awardedDate() {
    return awardedDate;
  }

  /** {@return an image for display} */
  public Optional<Image> image() {
    return image;
  }

  /** {@return what others say of it and of what is in it, signed with Data Integrity} */
  public List<EndorsementCredential> endorsements() {
    return endorsements;
  }

  /** {@return what others say of it and of what is in it, as compact JWS} */
  public List<String> endorsementJwts() {
    return endorsementJwts;
  }

  @Override
  public List<String> subjectIds() {
    return subject.id().stream().toList();
  }
}
