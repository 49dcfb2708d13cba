package org.microcred.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * Credentials that a holder shows together (VC 2.0 §4.13, VC 1.1 §4.10).
 *
 * <p>A presentation that exists conforms to the data model, and so does every credential in it,
 * save those in envelopes, whose content is not looked at. Nothing is verified. {@link #json} is
 * the truth, exactly as it was read, unknown members included; the other accessors are views of it.
 * Immutable and thread-safe. Two presentations are equal when their JSON is.
 *
 * <pre>{@code
 * for (PresentedCredential presented : Presentation.parse(bytes).verifiableCredentials()) {
 *   if (presented instanceof AchievementCredential badge) {
 *     System.out.println(badge.subject().achievement().name());
 *   } else if (presented instanceof EnvelopedCredential enveloped) {
 *     System.out.println(enveloped.mediaType());
 *   }
 * }
 * }</pre>
 */
public final class Presentation {
  /** Its type. */
  public static final String TYPE_NAME = "VerifiablePresentation";

  private final PresentationParts parts;

  private Presentation(PresentationParts parts) {
    this.parts = parts;
  }

  static Presentation read(Cursor in) {
    return new Presentation(PresentationParts.read(in));
  }

  /** {@return a builder of a new presentation} */
  public static PresentationBuilder builder() {
    return new PresentationBuilder();
  }

  /**
   * {@return a builder that starts with this presentation and keeps what it does not touch, unknown
   * members included; only its own proofs are left out, since they cover it as it was}
   */
  public PresentationBuilder toBuilder() {
    return new PresentationBuilder(this);
  }

  /** {@return the presentation as it was read or built, its proofs included} */
  public JsonObject json() {
    return parts.json();
  }

  /**
   * {@return the presentation in UTF-8: byte for byte what {@link #parse(byte[])} read, else {@link
   * #json} without white space}
   */
  public byte[] toBytes() {
    return parts.source().map(byte[]::clone).orElseGet(() -> Json.writeBytes(json()));
  }

  /** {@return its id, a URI} */
  public Optional<String> id() {
    return parts.id();
  }

  /** {@return its types, {@value #TYPE_NAME} among them} */
  public List<String> types() {
    return parts.types();
  }

  /** {@return the version of the data model that it follows} */
  public DataModel dataModel() {
    return parts.dataModel();
  }

  /** {@return who presents it; only the id is known when the presentation says no more} */
  public Optional<Profile> holder() {
    return parts.holder();
  }

  /** {@return the credentials in it, in its order} */
  public List<PresentedCredential> verifiableCredentials() {
    return parts.verifiableCredentials();
  }

  /** {@return the terms under which it is presented} */
  public List<TermsOfUse> termsOfUse() {
    return parts.termsOfUse();
  }

  /**
   * Reads JSON as a presentation, within {@link Limits#defaults()}. Never throws on what is in it.
   *
   * @param json the presentation, without anything around it
   * @return the presentation, or every rule that it breaks
   */
  public static PresentationReading read(JsonObject json) {
    return read(json, Limits.defaults());
  }

  /**
   * Reads JSON as a presentation. Never throws on what is in it.
   *
   * @param json the presentation, without anything around it
   * @param limits how many credentials may stand inside it, and how deeply
   * @return the presentation, or every rule that it breaks
   */
  public static PresentationReading read(JsonObject json, Limits limits) {
    return PresentationReader.read(
        Objects.requireNonNull(json, "json"), Objects.requireNonNull(limits, "limits"));
  }

  /**
   * Reads untrusted bytes as a presentation, within {@link Limits#defaults()}.
   *
   * @param utf8 the presentation as JSON
   * @return the presentation, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Presentation parse(byte[] utf8) throws InvalidDocumentException {
    return parse(utf8, Limits.defaults());
  }

  /**
   * Reads untrusted bytes as a presentation.
   *
   * @param utf8 the presentation as JSON
   * @param limits how large and deep it may be
   * @return the presentation, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Presentation parse(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return PresentationReader.parse(utf8.clone(), limits);
  }

  /**
   * Reads untrusted text as a presentation, within {@link Limits#defaults()}.
   *
   * @param text the presentation as JSON
   * @return the presentation, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Presentation parse(String text) throws InvalidDocumentException {
    return parse(text, Limits.defaults());
  }

  /**
   * Reads untrusted text as a presentation.
   *
   * @param text the presentation as JSON
   * @param limits how large and deep it may be
   * @return the presentation, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Presentation parse(String text, Limits limits) throws InvalidDocumentException {
    return PresentationReader.parse(text, limits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Presentation that && json().equals(that.json());
  }

  @Override
  public int hashCode() {
    return json().hashCode();
  }

  @Override
  public String toString() {
    return "Presentation " + SafeText.of(id().orElse("without id"));
  }
}
