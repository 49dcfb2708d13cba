package org.microcred.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Collects the parts of an {@link AchievementCredential}. Not thread-safe. */
public final class AchievementCredentialBuilder
    extends CredentialBuilder<AchievementCredential, AchievementCredentialBuilder> {
  private AchievementSubject subject;
  private List<JsonObject> origin = List.of();

  AchievementCredentialBuilder(Profile issuer, AchievementSubject subject) {
    super(issuer);
    this.subject = subject;
    set("credentialSubject", subject.toJson());
  }

  AchievementCredentialBuilder(AchievementCredential badge) {
    super(badge);
    subject = badge.subject();
    origin = badge.origin();
  }

  /** Sets the image for display. */
  public AchievementCredentialBuilder image(Image image) {
    return set("image", Objects.requireNonNull(image, "image").toJson());
  }

  /** Sets who achieved what. */
  public AchievementCredentialBuilder subject(AchievementSubject subject) {
    this.subject = Objects.requireNonNull(subject, "subject");
    return set("credentialSubject", subject.toJson());
  }

  /** Adds a result of the subject. */
  public AchievementCredentialBuilder result(Result result) {
    return subject(subject.toBuilder().result(result).build());
  }

  /** Adds what another says of it, of the achievement or of a profile. */
  public AchievementCredentialBuilder endorsement(EndorsementCredential endorsement) {
    return add("endorsement", Objects.requireNonNull(endorsement, "endorsement").json());
  }

  /** Adds what another says of it, of the achievement or of a profile, as a compact JWS. */
  public AchievementCredentialBuilder endorsementJwt(String jws) {
    return add("endorsementJwt", new JsonString(Objects.requireNonNull(jws, "jws")));
  }

  /** Sets the documents of another format that it is made from, the main one first. */
  public AchievementCredentialBuilder origin(List<JsonObject> origin) {
    this.origin = List.copyOf(origin);
    return this;
  }

  @Override
  AchievementCredentialBuilder self() {
    return this;
  }

  @Override
  Class<AchievementCredential> built() {
    return AchievementCredential.class;
  }

  @Override
  List<String> newTypes() {
    return List.of("VerifiableCredential", AchievementCredential.TYPE_NAMES.get(0));
  }

  @Override
  List<String> newContexts() {
    return List.of(Contexts.OPEN_BADGES);
  }

  @Override
  Optional<String> defaultName() {
    return Optional.of(subject.achievement().name());
  }

  @Override
  public AchievementCredential build() {
    return new AchievementCredential(super.build(), origin);
  }
}
