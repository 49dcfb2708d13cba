package org.microcred.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * Who issued what to whom, and when it holds (Verifiable Credentials Data Model 2.0 and 1.1).
 *
 * <p>A credential that exists conforms to the data model and, when it is an {@link
 * AchievementCredential}, to Open Badges 3.0. It is not verified: it says what a document claims.
 * {@link #json} is the truth, exactly as it was read, unknown members included; the other accessors
 * are views of it. Immutable and thread-safe. Two credentials are equal when their JSON is.
 *
 * <pre>{@code
 * Credential credential = Credential.parse(bytes);
 * if (credential instanceof AchievementCredential badge) {
 *   System.out.println(badge.subject().achievement().name());
 * }
 * }</pre>
 */
public sealed interface Credential permits AchievementCredential, OtherCredential {

  /** {@return the credential as it was read or built, its proofs included} */
  JsonObject json();

  /** {@return its id, a URI} */
  Optional<String> id();

  /** {@return its types, {@code VerifiableCredential} among them} */
  List<String> types();

  /** {@return the version of the data model that it follows} */
  DataModel dataModel();

  /** {@return who issued it; only the id is known when the credential says no more} */
  Profile issuer();

  /** {@return when it begins to hold ({@code issuanceDate} in the data model 1.1)} */
  Optional<Instant> validFrom();

  /** {@return when it ceases to hold ({@code expirationDate} in the data model 1.1)} */
  Optional<Instant> validUntil();

  /** {@return where the issuer says whether it still stands} */
  List<CredentialStatus> status();

  /** {@return the schemas that the issuer says it conforms to} */
  List<CredentialSchema> schemas();

  /** {@return the ids of its subjects, of those that have one} */
  List<String> subjectIds();

  /** {@return its name for display; the first one where there are several languages} */
  Optional<String> name();

  /** {@return its description for display; the first one where there are several languages} */
  Optional<String> description();

  /**
   * Reads JSON as a credential. Never throws on what is in it.
   *
   * @param json the credential, without anything around it
   * @return the credential, or every rule that it breaks
   */
  static Reading read(JsonObject json) {
    return CredentialReader.read(Objects.requireNonNull(json, "json"));
  }

  /**
   * Reads untrusted bytes as a credential, within {@link Limits#defaults()}.
   *
   * @param utf8 the credential as JSON
   * @return the credential, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  static Credential parse(byte[] utf8) throws InvalidDocumentException {
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
  static Credential parse(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return CredentialReader.orThrow(read(Json.readObject(utf8, limits)));
  }

  /**
   * Reads untrusted text as a credential, within {@link Limits#defaults()}.
   *
   * @param text the credential as JSON
   * @return the credential, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  static Credential parse(String text) throws InvalidDocumentException {
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
  static Credential parse(String text, Limits limits) throws InvalidDocumentException {
    JsonValue value = Json.read(text, limits);
    if (value instanceof JsonObject object) {
      return CredentialReader.orThrow(read(object));
    }
    throw InvalidDocumentException.of(
        "json.type", JsonPointer.ROOT, "expected an object, found " + value.typeName());
  }
}
