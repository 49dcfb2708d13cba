package org.microcred.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * A credential of a kind that has no type of its own here. It conforms to the data model; what it
 * says about its subjects is found in {@link #json}.
 */
public final class OtherCredential implements Credential {
  private final Envelope envelope;
  private final List<String> subjectIds;

  private OtherCredential(Envelope envelope, List<String> subjectIds) {
    this.envelope = envelope;
    this.subjectIds = List.copyOf(subjectIds);
  }

  static OtherCredential read(Cursor in) {
    return new OtherCredential(Envelope.read(in), subjects(in));
  }

  /** VC 2.0 §4.8: one or more subjects, each an object with claims. */
  private static List<String> subjects(Cursor in) {
    in.required("credentialSubject");
    in.refuseEmpty("credentialSubject");
    List<String> ids = new ArrayList<>();
    in.objects("credentialSubject", OtherCredential::subjectId)
        .forEach(id -> id.ifPresent(ids::add));
    return ids;
  }

  private static Optional<String> subjectId(Cursor subject) {
    if (subject.object().members().isEmpty()) {
      subject.fail("model.empty", subject.pointer(), "is empty: it makes no claim");
    }
    return subject.object().get("id").orElse(null) instanceof JsonString
        ? Optional.of(subject.uri("id"))
        : subject.optionalText("id");
  }

  @Override
  public JsonObject json() {
    return envelope.json();
  }

  @Override
  public Optional<String> id() {
    return envelope.id();
  }

  @Override
  public List<String> types() {
    return envelope.types();
  }

  @Override
  public DataModel dataModel() {
    return envelope.dataModel();
  }

  @Override
  public Profile issuer() {
    return envelope.issuer();
  }

  @Override
  public Optional<Instant> validFrom() {
    return envelope.validFrom();
  }

  @Override
  public Optional<Instant> validUntil() {
    return envelope.validUntil();
  }

  @Override
  public List<CredentialStatus> status() {
    return envelope.status();
  }

  @Override
  public List<CredentialSchema> schemas() {
    return envelope.schemas();
  }

  @Override
  public List<String> subjectIds() {
    return subjectIds;
  }

  @Override
  public Optional<String> name() {
    return envelope.name();
  }

  @Override
  public Optional<String> description() {
    return envelope.description();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OtherCredential that && json().equals(that.json());
  }

  @Override
  public int hashCode() {
    return json().hashCode();
  }

  @Override
  public String toString() {
    return "OtherCredential " + SafeText.of(id().orElse("without id"));
  }
}
