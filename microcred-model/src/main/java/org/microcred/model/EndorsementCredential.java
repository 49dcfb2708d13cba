package org.microcred.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Dates;

/**
 * What somebody says of a person, an organisation, a credential or an achievement (Open Badges 3.0,
 * EndorsementCredential).
 *
 * <pre>{@code
 * var agency = Profile.of("did:web:agency.example", "Accreditation Agency");
 * var said = EndorsementSubject.of("did:web:uni.example", "In good standing");
 * var endorsement = EndorsementCredential.builder(agency, "Accreditation", said).build();
 * }</pre>
 */
public final class EndorsementCredential extends Credential {
  /** The name of this kind of credential among its types. */
  public static final String TYPE_NAME = "EndorsementCredential";

  private final EndorsementSubject subject;
  private final Optional<Instant> awardedDate;

  private EndorsementCredential(
      Envelope envelope, EndorsementSubject subject, Optional<Instant> awardedDate) {
    super(envelope);
    this.subject = subject;
    this.awardedDate = awardedDate;
  }

  static EndorsementCredential read(Cursor in) {
    return new EndorsementCredential(
        Envelope.read(in),
        in.object("credentialSubject", EndorsementSubject::read),
        Dates.optionalInstant(in, "awardedDate"));
  }

  /**
   * {@return a builder of a new endorsement}
   *
   * @param issuer who endorses
   * @param name its name for display, which the specification wants
   * @param subject what is endorsed, and what is said of it
   */
  public static EndorsementCredentialBuilder builder(
      Profile issuer, String name, EndorsementSubject subject) {
    return new EndorsementCredentialBuilder(
        Objects.requireNonNull(issuer, "issuer"), name, subject);
  }

  /**
   * {@return a builder that starts with this endorsement and keeps what it does not touch, unknown
   * members included; only the proofs are left out, since they cover the endorsement as it was}
   */
  public EndorsementCredentialBuilder toBuilder() {
    return new EndorsementCredentialBuilder(this);
  }

  /** {@return what is endorsed, and what is said of it} */
  public EndorsementSubject subject() {
    return subject;
  }

  /** {@return when it was first given, where that differs from when it begins to hold} */
  public Optional<Instant> awardedDate() {
    return awardedDate;
  }

  @Override
  public List<String> subjectIds() {
    return List.of(subject.id());
  }
}
