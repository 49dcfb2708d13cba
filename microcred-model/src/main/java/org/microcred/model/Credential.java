package org.microcred.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * Who issued what to whom, and when it holds (Verifiable Credentials Data Model 2.0 and 1.1, SD-JWT
 * VC).
 *
 * <p>A credential that exists conforms to the data model and, unless it is an {@link
 * OtherCredential}, to Open Badges 3.0 or CLR 2.0. It is not verified: it says what a document
 * claims. {@link #json} is the truth, exactly as it was read, unknown members included; the other
 * accessors are views of it. Immutable and thread-safe. Two credentials are equal when their JSON
 * is.
 *
 * <pre>{@code
 * Credential credential = Credential.parse(bytes);
 * if (credential instanceof AchievementCredential badge) {
 *   System.out.println(badge.subject().achievement().name());
 * }
 * }</pre>
 */
public abstract sealed class Credential implements PresentedCredential
    permits AchievementCredential, EndorsementCredential, ClrCredential, OtherCredential {
  private final Envelope envelope;

  Credential(Envelope envelope) {
    this.envelope = envelope;
  }

  Credential(Credential same) {
    this(same.envelope);
  }

  /** {@return the credential as it was read or built, its proofs included} */
  @Override
  public final JsonObject json() {
    return envelope.json();
  }

  /**
   * {@return the credential in UTF-8: byte for byte what {@link #parse(byte[])} read, else {@link
   * #json} without white space}
   */
  public final byte[] toBytes() {
    return envelope.source().map(byte[]::clone).orElseGet(() -> Json.writeBytes(json()));
  }

  /** {@return its id, a URI} */
  public final Optional<String> id() {
    return envelope.id();
  }

  /**
   * {@return its types: {@code VerifiableCredential} among them, or the {@code vct} of an SD-JWT
   * VC}
   */
  public final List<String> types() {
    return envelope.types();
  }

  /** {@return the version of the data model that it follows} */
  public final DataModel dataModel() {
    return envelope.dataModel();
  }

  /** {@return who issued it; only the id is known when the credential says no more} */
  public final Profile issuer() {
    return envelope.issuer();
  }

  /** {@return when it begins to hold; {@link DataModel#validFromMember}} */
  public final Optional<Instant> validFrom() {
    return envelope.validFrom();
  }

  /** {@return when it ceases to hold; {@link DataModel#validUntilMember}} */
  public final Optional<Instant> validUntil() {
    return envelope.validUntil();
  }

  /** {@return where the issuer says whether it still stands} */
  public final List<CredentialStatus> status() {
    return envelope.status();
  }

  /** {@return the schemas that the issuer says it conforms to} */
  public final List<CredentialSchema> schemas() {
    return envelope.schemas();
  }

  /** {@return the terms under which it was issued} */
  public final List<TermsOfUse> termsOfUse() {
    return envelope.termsOfUse();
  }

  /** {@return where newer versions of it can be had} */
  public final List<RefreshService> refreshServices() {
    return envelope.refreshServices();
  }

  /** {@return what supports its claims: in a badge the work that the recipient did} */
  public final List<Evidence> evidence() {
    return envelope.evidence();
  }

  /** {@return the resources elsewhere that it fixes by digests; none in the data model 1.1} */
  public final List<RelatedResource> relatedResources() {
    return envelope.relatedResources();
  }

  /** {@return the ids of its subjects, of those that have one} */
  public abstract List<String> subjectIds();

  /** {@return its name for display; the first one where there are several languages} */
  public final Optional<String> name() {
    return names().stream().map(LanguageValue::value).findFirst();
  }

  /** {@return its name in all its languages} */
  public final List<LanguageValue> names() {
    return envelope.names();
  }

  /** {@return its description for display; the first one where there are several languages} */
  public final Optional<String> description() {
    return descriptions().stream().map(LanguageValue::value).findFirst();
  }

  /** {@return its description in all its languages} */
  public final List<LanguageValue> descriptions() {
    return envelope.descriptions();
  }

  /**
   * {@return every rule of a specification that this credential breaks}
   *
   * @param profile which specification
   */
  public final Findings validate(ValidationProfile profile) {
    return Objects.requireNonNull(profile, "profile").validate(json());
  }

  /**
   * Reads JSON as a credential, within {@link Limits#defaults()}. Never throws on what is in it.
   *
   * @param json the credential, without anything around it
   * @return the credential, or every rule that it breaks
   */
  public static Reading read(JsonObject json) {
    return read(json, Limits.defaults());
  }

  /**
   * Reads JSON as a credential. Never throws on what is in it.
   *
   * @param json the credential, without anything around it
   * @param limits how many credentials may stand inside it, and how deeply
   * @return the credential, or every rule that it breaks
   */
  public static Reading read(JsonObject json, Limits limits) {
    return CredentialReader.read(
        Objects.requireNonNull(json, "json"), Objects.requireNonNull(limits, "limits"));
  }

  /**
   * Reads untrusted bytes as a credential, within {@link Limits#defaults()}.
   *
   * @param utf8 the credential as JSON
   * @return the credential, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Credential parse(byte[] utf8) throws InvalidDocumentException {
    return parse(utf8, Limits.defaults());
  }

  /**
   * Reads untrusted bytes as a credential.
   *
   * @param utf8 the credential as JSON
   * @param limits how large and deep it may be
   * @return the credential, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Credential parse(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return CredentialReader.orThrow(CredentialReader.read(utf8.clone(), limits));
  }

  /**
   * Reads untrusted text as a credential, within {@link Limits#defaults()}.
   *
   * @param text the credential as JSON
   * @return the credential, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Credential parse(String text) throws InvalidDocumentException {
    return parse(text, Limits.defaults());
  }

  /**
   * Reads untrusted text as a credential.
   *
   * @param text the credential as JSON
   * @param limits how large and deep it may be
   * @return the credential, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Credential parse(String text, Limits limits) throws InvalidDocumentException {
    return CredentialReader.orThrow(CredentialReader.read(text, limits));
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Credential that && json().equals(that.json());
  }

  @Override
  public final int hashCode() {
    return json().hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + " " + SafeText.of(id().orElse("without id"));
  }
}
