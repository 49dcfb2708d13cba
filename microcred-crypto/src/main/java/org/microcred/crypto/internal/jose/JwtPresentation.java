package org.microcred.crypto.internal.jose;

import java.io.IOException;
import java.security.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.crypto.internal.Request;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A presentation as JWT: the payload itself (VC-JOSE-COSE §3.1.2), or its claim {@code vp} (VC 1.1
 * §6.3.1), which is read and not written. Immutable and thread-safe.
 */
public final class JwtPresentation implements Enveloped {
  private static final Content CONTENT = Content.PRESENTATION;
  private static final String TYPE = CONTENT.in("jwt");
  private static final String OLDER = "jwt";

  private final CompactJws jws;
  private final JwsHeader header;
  private final boolean isClaim;
  private final JsonObject presentation;
  private final Proof proof;
  private final Findings shape;

  private JwtPresentation(CompactJws jws, JsonObject payload) {
    Found found = new Found();
    this.jws = jws;
    this.header = JwsHeader.of(jws.header(), found);
    // Where the header says vp+jwt, the claim is one too many.
    this.isClaim = payload.has("vp") && header.typ().orElse(OLDER).equals(OLDER);
    requireTypes(found);
    // Whom it is for is compared when it is known whom it should be for.
    JwtClaims claims = JwtClaims.of(payload.without(Answered.AUDIENCE), found);
    Answered answered = Answered.of(payload, found);
    this.presentation =
        isClaim
            ? ClaimRules.presentationInClaim(payload, claims, found)
            : ClaimRules.presentation(payload, claims, found);
    this.proof =
        new Proof(
            JsonPointer.ROOT,
            form(),
            header.key().url(),
            Optional.of(CONTENT.purpose()),
            claims.issuedAt(),
            claims.expires(),
            claims.notBefore(),
            header.key().name(),
            header.embeddedKey(),
            answered.nonce(),
            answered.audience());
    this.shape = found.findings();
  }

  /**
   * Reads a token.
   *
   * @param compact untrusted text without blanks around it
   * @param limits how large and deep it may be
   * @return the token, whatever its claims and its signature are worth
   * @throws InvalidDocumentException when it is not three strict base64url parts with a JSON object
   *     in each of the first two
   */
  public static JwtPresentation read(String compact, Limits limits)
      throws InvalidDocumentException {
    CompactJws jws = CompactJws.read(compact, limits);
    return new JwtPresentation(jws, jws.claims(limits));
  }

  @Override
  public String form() {
    return (isClaim ? OLDER : TYPE) + '+' + header.algorithmName();
  }

  @Override
  public JsonObject credential() {
    return presentation;
  }

  @Override
  public Proof proof() {
    return proof;
  }

  @Override
  public Findings shape() {
    return shape;
  }

  @Override
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    return jws.signed(header).verify(method, provider);
  }

  /**
   * Signs a presentation.
   *
   * @param presentation what to sign
   * @param request what it answers
   * @param signer who signs
   * @param issuedAt now
   * @return the token in compact form
   * @throws IOException when the signer could not be reached or refused
   * @throws IllegalArgumentException when it has members with the names of claims
   */
  public static String sign(
      JsonObject presentation, Request request, Signer signer, Instant issuedAt)
      throws IOException {
    JsonObject header =
        JsonObject.builder()
            .put("alg", signer.algorithm().jose())
            .put("typ", TYPE)
            .put("cty", CONTENT.mediaType())
            .put("kid", signer.verificationMethod())
            .build();
    JsonObject payload = Answered.write(presentation, request, issuedAt);
    requireSound(CompactJws.signingInput(header, payload), presentation);
    return CompactJws.sign(header, payload, signer);
  }

  /** Nothing is signed that would be refused, or read as another presentation. */
  private static void requireSound(String signingInput, JsonObject presentation) {
    JwtPresentation read;
    try {
      read = read(signingInput + '.', Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException("presentation: " + e.getMessage(), e);
    }
    List<Violation> failures = read.shape().failures();
    if (!failures.isEmpty()) {
      throw new IllegalArgumentException("presentation: " + failures.get(0));
    }
    if (!read.credential().equals(presentation)) {
      throw new IllegalArgumentException(
          "presentation: members with the names of JWT claims cannot be kept in this form");
    }
  }

  private void requireTypes(Found found) {
    if (isClaim) {
      return;
    }
    if (header.typ().isEmpty()) {
      found.warning("jwt.typ", "header typ: " + TYPE + " is missing");
    } else if (!header.typ().get().equals(TYPE)) {
      found.failure(
          "jwt.typ",
          "header typ: " + TYPE + " is expected, found " + SafeText.quote(header.typ().get()));
    }
    if (!CONTENT.fits(header.cty())) {
      found.failure(
          "jwt.cty",
          "header cty: vp or nothing is expected, found "
              + SafeText.quote(header.cty().orElse("")));
    }
  }
}
