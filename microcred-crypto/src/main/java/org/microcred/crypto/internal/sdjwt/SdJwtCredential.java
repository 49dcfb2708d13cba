package org.microcred.crypto.internal.sdjwt;

import java.io.IOException;
import java.security.Provider;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.jose.Answered;
import org.microcred.crypto.internal.jose.ClaimRules;
import org.microcred.crypto.internal.jose.Confirmation;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.crypto.internal.jose.JwsHeader;
import org.microcred.crypto.internal.jose.JwtClaims;
import org.microcred.crypto.internal.jose.JwtProfile;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A credential or presentation as SD-JWT. Immutable and thread-safe.
 *
 * <p>A key binding that is there must be intact, whether anybody asks for one or not: {@link
 * #verify} looks at both signatures.
 */
public final class SdJwtCredential implements Enveloped {
  private final SdJwtToken token;
  private final JwsHeader header;
  private final SdJwtProfile profile;
  private final Content content;
  private final JsonObject credential;
  private final Proof proof;
  private final Findings shape;

  private SdJwtCredential(SdJwtToken token, Content content) {
    Found found = new Found();
    this.token = token;
    this.content = content;
    this.header = JwsHeader.of(token.jws().header(), found);
    this.profile = SdJwtProfile.of(header.typ(), content, token.payload());
    profile.requireTypes(header.typ(), header.cty(), content, found);
    SdJwtProfile.requireInPlainSight(token.revealed(), found);
    boolean isPresentation = content == Content.PRESENTATION;
    JwtClaims claims =
        JwtClaims.of(isPresentation ? token.payload().without("aud") : token.payload(), found);
    Answered answered = isPresentation ? answered(token, found) : Answered.NOTHING;
    this.credential = credential(claims, found);
    this.proof =
        new Proof(
            JsonPointer.ROOT,
            form(),
            header.key().url(),
            Optional.of(content.purpose()),
            claims.issuedAt(),
            isSdJwtVc() ? Optional.empty() : claims.expires(),
            isSdJwtVc() ? Optional.empty() : claims.notBefore(),
            header.key().name(),
            header.embeddedKey(),
            answered.nonce(),
            answered.audience());
    if (token.keyBinding().isPresent() && !isPresentation) {
      found.warning(
          "key-binding.not-compared",
          "for whom and for which request the holder signed was not compared");
    }
    this.shape = found.findings();
  }

  /**
   * Reads a token.
   *
   * @param text untrusted text without blanks around it
   * @param content what it is expected to hold
   * @param limits how large and deep it may be
   * @return the token, whatever its claims and its signatures are worth
   * @throws InvalidDocumentException when a part is malformed, or the disclosures do not fit
   */
  public static SdJwtCredential read(String text, Content content, Limits limits)
      throws InvalidDocumentException {
    return new SdJwtCredential(SdJwtToken.read(text, limits), content);
  }

  @Override
  public String form() {
    return profile.typ(content) + '+' + header.algorithmName();
  }

  @Override
  public JsonObject credential() {
    return credential;
  }

  @Override
  public boolean isSdJwtVc() {
    return profile == SdJwtProfile.SD_JWT_VC;
  }

  @Override
  public Proof proof() {
    return proof;
  }

  @Override
  public Optional<VerificationMethod> confirmation() {
    return Confirmation.of(token.payload());
  }

  @Override
  public Findings shape() {
    return shape;
  }

  @Override
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    Findings issuer = token.jws().signed(header).verify(method, provider);
    return token.keyBinding().map(kb -> issuer.and(kb.intact(provider))).orElse(issuer);
  }

  /**
   * Signs a credential.
   *
   * @param credential what to sign
   * @param profile how to write it
   * @param content what it is
   * @param frame what is hidden for the holder to disclose
   * @param signer who signs
   * @param random salts and decoys
   * @return the token with all its disclosures
   * @throws IOException when the signer could not be reached or refused
   * @throws IllegalArgumentException when the credential holds what the profile forbids, or the
   *     frame names what must not be withheld
   */
  public static String sign(
      JsonObject credential,
      SdJwtProfile profile,
      Content content,
      Frame frame,
      Signer signer,
      RandomGenerator random)
      throws IOException {
    return SdJwtSigning.sign(credential, profile, content, frame, signer, random);
  }

  /**
   * Signs a presentation, all of it in plain sight.
   *
   * @param presentation what to sign
   * @param request what it answers
   * @param signer who signs
   * @param issuedAt now
   * @return the token
   * @throws IOException when the signer could not be reached or refused
   * @throws IllegalArgumentException when it has members with the names of claims
   */
  public static String present(
      JsonObject presentation, Request request, Signer signer, Instant issuedAt)
      throws IOException {
    return SdJwtSigning.present(presentation, request, signer, issuedAt);
  }

  /** The key binding answers, where there is one: it is younger than what it binds. */
  private static Answered answered(SdJwtToken token, Found found) {
    return token
        .keyBinding()
        .map(KeyBindingJwt::answered)
        .orElseGet(() -> Answered.of(token.payload(), found));
  }

  private JsonObject credential(JwtClaims claims, Found found) {
    if (isSdJwtVc()) {
      if (token.payload().string("vct").isEmpty()) {
        found.failure("sd-jwt.vct", "claim vct: the type of the credential is expected");
      }
      return token.payload();
    }
    if (content == Content.PRESENTATION) {
      return ClaimRules.presentation(token.payload(), claims, found);
    }
    return ClaimRules.credential(JwtProfile.VC_JWT, token.payload(), claims, found);
  }
}
