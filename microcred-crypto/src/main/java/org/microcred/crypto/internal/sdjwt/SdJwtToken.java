package org.microcred.crypto.internal.sdjwt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.internal.jose.CompactJws;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.crypto.internal.jose.JwsHeader;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * An SD-JWT or SD-JWT+KB whose disclosures fit, whatever the signatures are worth. Immutable and
 * thread-safe.
 */
public final class SdJwtToken {
  private final SdJwtText text;
  private final CompactJws jws;
  private final DigestName digest;
  private final Unpacking.Result result;
  private final Optional<KeyBindingJwt> keyBinding;
  private final Limits limits;

  private SdJwtToken(SdJwtText text, Limits limits) throws InvalidDocumentException {
    this.text = text;
    this.limits = limits;
    this.jws = CompactJws.read(text.jwt(), limits);
    JsonObject signed = jws.claims(limits);
    this.digest = DigestName.of(signed);
    this.result = Unpacking.of(signed, text.disclosures(), limits);
    this.keyBinding =
        text.keyBinding().isPresent()
            ? Optional.of(KeyBindingJwt.read(text.keyBinding().get(), this, limits))
            : Optional.empty();
  }

  /**
   * Reads a token.
   *
   * @param text untrusted text without blanks around it
   * @param limits how large and deep it may be
   * @return the token
   * @throws InvalidDocumentException when a part is malformed, or the disclosures are not those
   *     that the payload has digests of (RFC 9901 §7.1)
   */
  public static SdJwtToken read(String text, Limits limits) throws InvalidDocumentException {
    return new SdJwtToken(SdJwtText.parse(text, limits), limits);
  }

  /** What it was read with. */
  Limits limits() {
    return limits;
  }

  /** What the issuer signed. */
  CompactJws jws() {
    return jws;
  }

  /** {@return the claims that are shown, in the places of their digests} */
  public JsonObject payload() {
    return result.payload();
  }

  /** {@return where each disclosure went, in the order of the payload} */
  public List<Revealed> revealed() {
    return result.revealed();
  }

  /** {@return what the holder signed} */
  public Optional<KeyBindingJwt> keyBinding() {
    return keyBinding;
  }

  /** {@return whether it holds a presentation (VC-JOSE-COSE §3.2.2), not one credential} */
  public boolean isPresentation() {
    return typ().equals(Optional.of(SdJwtProfile.VC.typ(Content.PRESENTATION)))
        || payload().list("type").contains(new JsonString(Presentation.TYPE_NAME));
  }

  /** {@return the media type of the credential in it, without {@code application/}} */
  public String subtype() {
    return SdJwtProfile.of(typ(), Content.CREDENTIAL, payload()).typ(Content.CREDENTIAL);
  }

  private Optional<String> typ() {
    return JwsHeader.of(jws.header(), new Found()).typ();
  }

  /** The claim {@code sd_hash} of a key binding for this (RFC 9901 §4.3.1). */
  String hash() {
    return digest.of(text.bound());
  }

  /**
   * {@return the text with these disclosures alone, in their old order, without key binding}
   *
   * @param kept texts of disclosures
   */
  public String with(Set<String> kept) {
    return new SdJwtText(
            text.jwt(),
            text.disclosures().stream().filter(kept::contains).toList(),
            Optional.empty())
        .toString();
  }

  /** {@return the text without key binding} */
  public String withoutKeyBinding() {
    return text.bound();
  }

  /** The text with a key binding in the place of any other. */
  String boundBy(String compact) {
    return text.bound() + compact;
  }

  /** {@return the whole text} */
  @Override
  public String toString() {
    return text.toString();
  }
}
