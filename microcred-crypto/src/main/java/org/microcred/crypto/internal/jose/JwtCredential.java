package org.microcred.crypto.internal.jose;

import java.io.IOException;
import java.security.Provider;
import java.time.Instant;
import java.util.Optional;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/** A credential as JWT in one of the three {@link JwtProfile}s. Immutable and thread-safe. */
public final class JwtCredential implements Enveloped {
  private final CompactJws jws;
  private final JwsHeader header;
  private final Optional<JwtProfile> profile;
  private final JsonObject credential;
  private final Optional<JsonValue> statusClaim;
  private final Proof proof;
  private final Optional<VerificationMethod> confirmation;
  private final Findings shape;

  private JwtCredential(CompactJws jws, JsonObject payload) {
    Found found = new Found();
    this.jws = jws;
    this.header = JwsHeader.of(jws.header(), found);
    this.profile = JwtProfile.of(header.typ(), payload);
    JwtClaims claims = JwtClaims.of(payload, found);
    this.credential =
        profile
            .map(p -> ClaimRules.credential(p, payload, claims, found))
            .orElseGet(() -> ClaimRules.withoutClaims(payload));
    // In the profile on VC 1.1 it stands beside the credential.
    this.statusClaim = payload.get("status").or(() -> credential.get("status"));
    requireTypes(found);
    this.proof = proof(claims);
    this.confirmation = Confirmation.of(payload);
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
  public static JwtCredential read(String compact, Limits limits) throws InvalidDocumentException {
    CompactJws jws = CompactJws.read(compact, limits);
    return new JwtCredential(jws, jws.claims(limits));
  }

  @Override
  public String form() {
    return (profile.equals(Optional.of(JwtProfile.VC_JWT)) ? "vc+jwt+" : "jwt+")
        + header.algorithmName();
  }

  @Override
  public JsonObject credential() {
    return credential;
  }

  @Override
  public Optional<JsonValue> statusClaim() {
    return statusClaim;
  }

  @Override
  public Proof proof() {
    return proof;
  }

  @Override
  public Optional<VerificationMethod> confirmation() {
    return confirmation;
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
   * Signs a credential.
   *
   * @param credential what to sign
   * @param profile how to write it
   * @param signer who signs
   * @return the token in compact form
   * @throws IOException when the signer could not be reached or refused
   * @throws IllegalArgumentException when the credential lacks what the profile needs, or holds
   *     what it forbids
   */
  public static String sign(JsonObject credential, JwtProfile profile, Signer signer)
      throws IOException {
    return JwtSigning.sign(credential, profile, signer);
  }

  private void requireTypes(Found found) {
    if (profile.isEmpty()) {
      found.failure(
          "jwt.typ",
          "header typ: vc+jwt, JWT or nothing is expected, found "
              + SafeText.quote(header.typ().orElse("")));
    } else if (profile.get() == JwtProfile.VC_JWT && header.typ().isEmpty()) {
      found.warning("jwt.typ", "header typ: vc+jwt is missing");
    }
    if (header.cty().filter(cty -> !cty.equals("vc")).isPresent()) {
      found.failure(
          "jwt.cty",
          "header cty: vc or nothing is expected, found " + SafeText.quote(header.cty().get()));
    }
  }

  private Proof proof(JwtClaims claims) {
    // Elsewhere nbf and exp are the credential's own dates, not bounds of the signature.
    boolean bounds = profile.filter(JwtProfile::repeatsMembers).isEmpty();
    return new Proof(
        JsonPointer.ROOT,
        form(),
        header.key().url(),
        Optional.of(Relationship.ASSERTION_METHOD),
        claims.issuedAt(),
        bounds ? claims.expires() : Optional.<Instant>empty(),
        bounds ? claims.notBefore() : Optional.<Instant>empty(),
        header.key().name(),
        header.embeddedKey());
  }
}
