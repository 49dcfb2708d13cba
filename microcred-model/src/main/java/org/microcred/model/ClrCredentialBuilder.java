package org.microcred.model;

import java.util.List;
import java.util.Objects;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonString;

/** Collects the parts of a {@link ClrCredential}. Not thread-safe. */
public final class ClrCredentialBuilder
    extends CredentialBuilder<ClrCredential, ClrCredentialBuilder> {

  ClrCredentialBuilder(Profile issuer, String name, ClrSubject subject) {
    super(issuer);
    name(name);
    subject(subject);
  }

  ClrCredentialBuilder(ClrCredential clr) {
    super(clr);
  }

  /** Sets the learner and what is on record of them. */
  public ClrCredentialBuilder subject(ClrSubject subject) {
    return set("credentialSubject", Objects.requireNonNull(subject, "subject").toJson());
  }

  /** Sets whether the publisher knows of more than is in it. */
  public ClrCredentialBuilder partial(boolean partial) {
    return set("partial", JsonBoolean.of(partial));
  }

  /** Sets the image for display. */
  public ClrCredentialBuilder image(Image image) {
    return set("image", Objects.requireNonNull(image, "image").toJson());
  }

  /** Adds what another says of it or of what is in it. */
  public ClrCredentialBuilder endorsement(EndorsementCredential endorsement) {
    return add("endorsement", Objects.requireNonNull(endorsement, "endorsement").json());
  }

  /** Adds what another says of it or of what is in it, as a compact JWS. */
  public ClrCredentialBuilder endorsementJwt(String jws) {
    return add("endorsementJwt", new JsonString(Objects.requireNonNull(jws, "jws")));
  }

  @Override
  ClrCredentialBuilder self() {
    return this;
  }

  @Override
  Class<ClrCredential> built() {
    return ClrCredential.class;
  }

  @Override
  List<String> newTypes() {
    return List.of("VerifiableCredential", ClrCredential.TYPE_NAME);
  }

  @Override
  List<String> newContexts() {
    return List.of(Contexts.CLR, Contexts.OPEN_BADGES);
  }
}
