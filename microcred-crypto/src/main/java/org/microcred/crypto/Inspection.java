package org.microcred.crypto;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/**
 * One reading of one secured credential or presentation: what it says, unverified, and the answers
 * to what was signed and whether a key signed it. Whom to believe is not answered here.
 *
 * <pre>{@code
 * Inspection inspection = Inspection.open(wire, InspectionSettings.defaults());
 * inspection.shape();    // are the proofs what proofs must be?
 * inspection.context();  // does every member mean what its context says?
 * for (Proof proof : inspection.proofs()) {
 *   inspection.verify(proof, key);  // did the owner of this key sign exactly this?
 * }
 * }</pre>
 *
 * <p>Each question is answered by {@link Findings}: yes, no, or could not find out. Nothing here
 * throws on what a stranger wrote, but opening. The document is canonicalised once, however many
 * questions are asked. Not thread-safe: one call, one inspection.
 */
public final class Inspection {
  private final Reading reading;

  private Inspection(Reading reading) {
    this.reading = reading;
  }

  /**
   * Reads a credential or a presentation, whichever it should be.
   *
   * @param wire its bytes
   * @param settings what may be used
   * @return the inspection
   * @throws InvalidDocumentException when the bytes are neither: {@code json.*}, {@code limit.*},
   *     {@code jwt.*}, {@code form.unknown}, or {@code form.unsupported} for a form that this
   *     version cannot read
   */
  public static Inspection open(Secured wire, InspectionSettings settings)
      throws InvalidDocumentException {
    Objects.requireNonNull(wire, "wire");
    Objects.requireNonNull(settings, "settings");
    return new Inspection(WireReader.read(wire, settings));
  }

  /**
   * Reads a credential that is embedded in another one.
   *
   * @param embedded the credential, with its proofs
   * @param settings what may be used
   * @return the inspection
   * @throws InvalidDocumentException when it is an enveloped credential that cannot be unwrapped
   */
  public static Inspection of(JsonObject embedded, InspectionSettings settings)
      throws InvalidDocumentException {
    Objects.requireNonNull(embedded, "embedded");
    Objects.requireNonNull(settings, "settings");
    return new Inspection(WireReader.read(embedded, Content.CREDENTIAL, settings));
  }

  /** {@return wire form and kinds of proofs, such as {@code json+eddsa-rdfc-2022}} */
  public String form() {
    return reading.form();
  }

  /**
   * {@return the credential or presentation, unverified}
   *
   * <p>With embedded proofs it is the document with them; otherwise what the envelope holds. An
   * SD-JWT that was opened as a presentation is one of the credential that its key binding binds.
   */
  public JsonObject unverifiedDocument() {
    return reading.document();
  }

  /**
   * {@return whether the document is the claims of an SD-JWT VC, and so never a credential of the
   * W3C data models, whatever it says}
   */
  public boolean isSdJwtVc() {
    return reading.isSdJwtVc();
  }

  /**
   * {@return the key that the credential names as that of its holder in {@code cnf} (RFC 7800),
   * usable or not}
   *
   * <p>Whoever has it may present the credential. The issuer says so, and so it is worth as much as
   * the issuer's proof. A key binding, opened as a presentation, is verified with it.
   */
  public Optional<VerificationMethod> confirmation() {
    return reading.confirmation();
  }

  /**
   * {@return the claim {@code status} of a token, unverified: where its status is told in the way
   * of the IETF (Token Status List §6.1); empty for a credential with embedded proofs}
   */
  public Optional<JsonValue> unverifiedStatusClaim() {
    return reading.statusClaim();
  }

  /**
   * {@return how it came, when it is an assertion of Open Badges 2.0: then {@link
   * #unverifiedDocument()} is the assertion, and what proves it may lie elsewhere}
   */
  public Optional<AssertionForm> assertion() {
    return reading.assertion();
  }

  /** {@return the proofs, in their order, those of kinds that are not built in included} */
  public List<Proof> proofs() {
    return reading.proofs();
  }

  /**
   * {@return whether there are proofs, and each has the form that it must have}
   *
   * <p>{@code proof.missing} and the like are failures, {@code proof.unsupported} and {@code
   * limit.proofs} are unknowns.
   */
  public Findings shape() {
    return reading.shape();
  }

  /**
   * {@return whether every member means what its context says, with nothing dropped from what is
   * signed}
   *
   * <p>Where the signature covers canonical quads, whatever the quads do not hold is a failure, and
   * a context that cannot be had an unknown, {@code context.unavailable}. Where it covers the JSON
   * itself, the first context must be right, and an undefined term is a warning.
   */
  public Findings context() {
    return reading.context();
  }

  /**
   * Checks a signature. The purpose, the dates of the proof and the owner of the key are not looked
   * at.
   *
   * @param proof one of {@link #proofs()}
   * @param method the key that the proof names
   * @return whether this key signed exactly this document and this proof
   * @throws IllegalArgumentException when the proof is not one of this inspection
   */
  public Findings verify(Proof proof, VerificationMethod method) {
    Objects.requireNonNull(method, "method");
    int index = proofs().indexOf(Objects.requireNonNull(proof, "proof"));
    if (index < 0) {
      throw new IllegalArgumentException("proof is not one of this inspection");
    }
    return reading.verify(index, method);
  }
}
