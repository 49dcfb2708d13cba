package org.microcred.crypto;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.internal.sdjwt.KeyBindingJwt;
import org.microcred.crypto.internal.sdjwt.Revealed;
import org.microcred.crypto.internal.sdjwt.SdJwtToken;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A credential of which the holder shows as much as they like (RFC 9901), in its compact form.
 *
 * <pre>{@code
 * SdJwt mine = SdJwt.parse(wire, Limits.defaults());
 * mine.disclosures();                                        // /credentialSubject/achievement, …
 * SdJwt shown = mine.disclose(List.of(JsonPointer.parse("/credentialSubject/achievement")))
 *     .withKeyBinding(holder, "https://employer.example", nonce, Instant.now());
 * send(shown.toSecuredCredential());
 * }</pre>
 *
 * <p>The disclosures of an instance are those that the payload has digests of; who signed it, an
 * {@link Inspection} finds out. Immutable and thread-safe.
 */
public final class SdJwt {
  private final SdJwtToken token;
  private final Limits limits;

  private SdJwt(String text, Limits limits) throws InvalidDocumentException {
    this.token = SdJwtToken.read(text, limits);
    this.limits = limits;
  }

  /**
   * Reads an SD-JWT, with or without key binding.
   *
   * @param wire untrusted bytes
   * @param limits how large and deep it may be
   * @return what was read, unverified
   * @throws InvalidDocumentException {@code sd-jwt.*}, {@code jwt.*}, {@code json.*} or {@code
   *     limit.*} when a part is malformed, or the disclosures do not fit the payload (RFC 9901
   *     §7.1)
   */
  public static SdJwt parse(SecuredCredential wire, Limits limits) throws InvalidDocumentException {
    Objects.requireNonNull(limits, "limits");
    Optional<String> text = wire.toText();
    if (text.isEmpty()) {
      throw InvalidDocumentException.of("sd-jwt.syntax", JsonPointer.ROOT, "this is no text");
    }
    return new SdJwt(text.get().strip(), limits);
  }

  /** {@return the claims that are shown, unverified: what the pointers of this class point into} */
  public JsonObject unverifiedClaims() {
    return token.payload();
  }

  /** {@return the places of what the disclosures show, an outer place before those inside it} */
  public List<JsonPointer> disclosures() {
    return token.revealed().stream().map(Revealed::pointer).toList();
  }

  /**
   * {@return a presentation that shows these places and no more, without key binding}
   *
   * <p>The way to a place is shown with it; what can be withheld inside it is not, unless it is
   * named too. What the issuer did not hide is always shown.
   *
   * @param pointers places in {@link #unverifiedClaims()}; none withholds all that can be
   * @throws IllegalArgumentException when there is nothing in one of the places
   */
  public SdJwt disclose(Collection<JsonPointer> pointers) {
    Set<JsonPointer> wanted = new HashSet<>();
    for (JsonPointer pointer : pointers) {
      if (pointer.in(unverifiedClaims()).isEmpty()) {
        throw new IllegalArgumentException(
            "pointers: there is nothing at " + SafeText.quote(pointer.toString()));
      }
      for (int depth = 1; depth <= pointer.tokens().size(); depth++) {
        wanted.add(new JsonPointer(pointer.tokens().subList(0, depth)));
      }
    }
    Set<String> kept = new HashSet<>();
    for (Revealed revealed : token.revealed()) {
      if (wanted.contains(revealed.pointer())) {
        kept.add(revealed.encoded());
      }
    }
    return again(token.with(kept));
  }

  /**
   * {@return the same presentation, bound by the holder to a verifier and a request}
   *
   * @param holder has the key that the credential names in {@code cnf}
   * @param audience whom it is for, as that verifier calls itself
   * @param nonce what the verifier asked to be repeated
   * @param issuedAt now
   * @throws IOException when the key could not be reached, refused, or made no signature that its
   *     public half verifies
   * @throws IllegalArgumentException when the credential is not bound to that key
   */
  public SdJwt withKeyBinding(Signer holder, String audience, String nonce, Instant issuedAt)
      throws IOException {
    return again(
        KeyBindingJwt.bind(
            token,
            Objects.requireNonNull(holder, "holder"),
            Objects.requireNonNull(audience, "audience"),
            Objects.requireNonNull(nonce, "nonce"),
            issuedAt));
  }

  /**
   * Checks that the holder made this presentation for this verifier and this request (RFC 9901 §7.3
   * step 5). It is worth something only when the issuer's signature was verified as well.
   *
   * @param audience what the verifier calls itself
   * @param nonce what the verifier asked to be repeated
   * @param at the instant of verification
   * @param window how far from it the holder may have signed, before and after
   * @return a no without key binding, or when it was made with another key, for other disclosures,
   *     for somebody else, for another request or at another time ({@code key-binding.*}, {@code
   *     jwt.*}, {@code proof.*}); {@code *.unsupported} when its key or algorithm is not built in
   */
  public Findings verifyKeyBinding(String audience, String nonce, Instant at, Duration window) {
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(nonce, "nonce");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(window, "window");
    return token
        .keyBinding()
        .map(kb -> kb.intact(Optional.empty()).and(kb.expected(audience, nonce, at, window)))
        .orElseGet(
            () ->
                Findings.failed(
                    new Violation(
                        "key-binding.missing",
                        JsonPointer.ROOT,
                        "the holder did not sign this presentation")));
  }

  /** {@return the credential as it travels} */
  public SecuredCredential toSecuredCredential() {
    return SecuredCredential.of(token.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SdJwt that && token.toString().equals(that.token.toString());
  }

  @Override
  public int hashCode() {
    return token.toString().hashCode();
  }

  /** {@return the number of disclosures, never content} */
  @Override
  public String toString() {
    return "SdJwt[" + disclosures().size() + " disclosures]";
  }

  /** Reads what was made of something that was read with the same limits. */
  private SdJwt again(String text) {
    try {
      return new SdJwt(text, limits);
    } catch (InvalidDocumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
