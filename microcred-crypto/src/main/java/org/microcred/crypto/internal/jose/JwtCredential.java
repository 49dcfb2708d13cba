package org.microcred.crypto.internal.jose;

import java.io.IOException;
import java.security.Provider;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.JwkKeyPairs;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A credential as JWT in one of the three {@link JwtProfile}s. Immutable and thread-safe.
 *
 * <p>{@link #shape()} and {@link #verify} answer together whether the proof holds; what depends on
 * the instant of verification ({@code exp} and {@code nbf} of {@code vc+jwt}) is in {@link
 * #proof()} for the caller to decide.
 */
public final class JwtCredential {
  private final CompactJws jws;
  private final JwsHeader header;
  private final Optional<JwtProfile> profile;
  private final JsonObject credential;
  private final Proof proof;
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
    requireTypes(found);
    this.proof = proof(claims);
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

  /** {@return what kind of token this is, for reports: {@code vc+jwt+EdDSA}, {@code jwt+ES256}} */
  public String form() {
    return (profile.equals(Optional.of(JwtProfile.VC_JWT)) ? "vc+jwt+" : "jwt+")
        + header.algorithmName();
  }

  /** {@return the credential, with what claims say where the profile lets them stand for it} */
  public JsonObject credential() {
    return credential;
  }

  /** {@return what the token says of its signature} */
  public Proof proof() {
    return proof;
  }

  /** {@return whether header and claims keep all rules, whatever the signature is worth} */
  public Findings shape() {
    return shape;
  }

  /**
   * {@return whether the key's owner signed exactly this header and these claims}
   *
   * @param method the key, which the caller found to be the one that {@link #proof()} means
   * @param provider who calculates, when not the runtime's own providers
   */
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    if (header.algorithm().isEmpty()) {
      return Findings.unknown(
          new Violation(
              "proof.unsupported",
              JsonPointer.ROOT,
              "the signature was not verified: its algorithm is none that is supported"));
    }
    if (method.publicKey().isEmpty()) {
      return method.findings();
    }
    SignatureAlgorithm algorithm = header.algorithm().get();
    PublicKey key = method.publicKey().get();
    if (!method.allows(algorithm)) {
      return failed(
          "proof.algorithm",
          "the header says "
              + algorithm.jose()
              + ", which is not the algorithm of the key "
              + SafeText.quote(method.id()));
    }
    if (header.embeddedKey().isPresent()
        && !JwkKeyPairs.members(header.embeddedKey().get()).equals(JwkKeyPairs.members(key))) {
      return failed(
          "proof.embedded-key",
          "the key in the header is not the key " + SafeText.quote(method.id()));
    }
    return Signatures.verify(algorithm, key, jws.signingInput(), jws.signature(), provider)
        ? Findings.none()
        : failed(
            "proof.signature", "the signature does not fit the token: one of them was changed");
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
    Optional<String> url = header.kid().filter(JwtCredential::isKeyUrl);
    return new Proof(
        JsonPointer.ROOT,
        form(),
        url,
        Optional.of(Relationship.ASSERTION_METHOD),
        claims.issuedAt(),
        bounds ? claims.expires() : Optional.<Instant>empty(),
        bounds ? claims.notBefore() : Optional.<Instant>empty(),
        url.isPresent() ? Optional.empty() : header.kid(),
        header.embeddedKey());
  }

  /** A DID URL with a fragment, or an https URL; a DID alone names no key. */
  private static boolean isKeyUrl(String kid) {
    return kid.startsWith("https:") || (kid.startsWith("did:") && kid.contains("#"));
  }

  private static Findings failed(String code, String message) {
    return Findings.failed(new Violation(code, JsonPointer.ROOT, message));
  }
}
