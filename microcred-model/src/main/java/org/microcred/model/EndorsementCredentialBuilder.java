package org.microcred.model;

import java.util.List;
import java.util.Objects;

/** Collects the parts of an {@link EndorsementCredential}. Not thread-safe. */
public final class EndorsementCredentialBuilder
    extends CredentialBuilder<EndorsementCredential, EndorsementCredentialBuilder> {

  EndorsementCredentialBuilder(Profile issuer, String name, EndorsementSubject subject) {
    super(issuer);
    name(name);
    subject(subject);
  }

  EndorsementCredentialBuilder(EndorsementCredential endorsement) {
    super(endorsement);
  }

  /** Sets what is endorsed, and what is said of it. */
  public EndorsementCredentialBuilder subject(EndorsementSubject subject) {
    return set("credentialSubject", Objects.requireNonNull(subject, "subject").toJson());
  }

  @Override
  EndorsementCredentialBuilder self() {
    return this;
  }

  @Override
  Class<EndorsementCredential> built() {
    return EndorsementCredential.class;
  }

  @Override
  List<String> newTypes() {
    return List.of("VerifiableCredential", EndorsementCredential.TYPE_NAME);
  }

  @Override
  List<String> newContexts() {
    return List.of(Contexts.OPEN_BADGES);
  }
}
