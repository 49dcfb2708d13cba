package org.microcred.crypto;

import java.io.IOException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.microcred.crypto.internal.cose.CoseCredential;
import org.microcred.crypto.internal.dataintegrity.ProofMaker;
import org.microcred.crypto.internal.dataintegrity.Suite;
import org.microcred.crypto.internal.jose.ClaimRules;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.JwtCredential;
import org.microcred.crypto.internal.jose.JwtProfile;
import org.microcred.crypto.internal.keys.JwkKeyPairs;
import org.microcred.crypto.internal.sdjwt.Frame;
import org.microcred.crypto.internal.sdjwt.SdJwtCredential;
import org.microcred.crypto.internal.sdjwt.SdJwtProfile;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * Secures credentials: one key, one format.
 *
 * <pre>{@code
 * CredentialSigner signer =
 *     CredentialSigner.of(Signer.didKey(keyPair), ProofFormat.EDDSA_RDFC_2022);
 * SecuredCredential badge = signer.sign(credential);  // credential.issuer() is signer.issuer()
 * }</pre>
 *
 * <p>Nothing is signed that says less than it shows: in every format each member must mean what its
 * context says, and nothing may be dropped. Immutable; thread-safe when the {@link Signer} is.
 */
public final class CredentialSigner {
  private final Signer signer;
  private final ProofFormat format;
  private final DocumentLoader contexts;
  private final Clock clock;
  private final Frame frame;
  private final RandomGenerator random;
  private final List<JsonPointer> mandatory;

  private CredentialSigner(
      Signer signer,
      ProofFormat format,
      DocumentLoader contexts,
      Clock clock,
      Frame frame,
      RandomGenerator random,
      List<JsonPointer> mandatory) {
    this.signer = signer;
    this.format = format;
    this.contexts = contexts;
    this.clock = clock;
    this.frame = frame;
    this.random = random;
    this.mandatory = mandatory;
  }

  /**
   * {@return a signer with the bundled contexts and the system's clock}
   *
   * @param signer who holds the key
   * @param format how to secure
   * @throws IllegalArgumentException when the key's algorithm does not fit the format
   */
  public static CredentialSigner of(Signer signer, ProofFormat format) {
    Objects.requireNonNull(signer, "signer");
    format.requireAccepts(signer.algorithm());
    return new CredentialSigner(
        signer,
        format,
        DocumentLoader.none(),
        Clock.systemUTC(),
        Frame.NONE,
        new SecureRandom(),
        List.of());
  }

  /**
   * {@return the same signer with more JSON-LD contexts}
   *
   * @param loader contexts beyond the bundled ones; only documents supplied by the caller are used
   */
  public CredentialSigner withContexts(DocumentLoader loader) {
    return new CredentialSigner(
        signer, format, Objects.requireNonNull(loader, "loader"), clock, frame, random, mandatory);
  }

  /**
   * {@return the same signer with another clock}
   *
   * @param newClock says when a proof was created
   */
  public CredentialSigner withClock(Clock newClock) {
    return new CredentialSigner(
        signer,
        format,
        contexts,
        Objects.requireNonNull(newClock, "newClock"),
        frame,
        random,
        mandatory);
  }

  /**
   * {@return the same signer, which lets the holder choose whether to show what stands in these
   * places}
   *
   * <p>Members of objects and elements of arrays; where one lies under another, the inner one can
   * be withheld alone. What the answer of a verifier hangs on cannot be hidden: contexts, types,
   * issuer, dates, status, schemas and the claims of the token.
   *
   * @param pointers the places, in the credential as it is signed
   * @throws IllegalArgumentException when the format is no SD-JWT
   */
  public CredentialSigner withDisclosable(List<JsonPointer> pointers) {
    return withFrame(frame.withPointers(pointers));
  }

  /**
   * {@return the same signer, which adds digests of nothing wherever something is hidden, so that
   * nobody can tell how much}
   *
   * @param count how many in each place, not negative
   * @throws IllegalArgumentException when the format is no SD-JWT
   */
  public CredentialSigner withDecoys(int count) {
    return withFrame(frame.withDecoys(count));
  }

  /**
   * {@return the same signer, which names the key of the holder, so that its owner can bind
   * presentations to a verifier and a request}
   *
   * @param key the holder's public key
   * @throws IllegalArgumentException when the format is no SD-JWT, or the key is weak or of a kind
   *     that is not built in
   */
  public CredentialSigner withHolderKey(PublicKey key) {
    JwkKeyPairs.write(Objects.requireNonNull(key, "key"));
    return withFrame(frame.withHolderKey(key));
  }

  /** The same signer with salts that a test can foresee. */
  CredentialSigner withRandom(RandomGenerator source) {
    return new CredentialSigner(signer, format, contexts, clock, frame, source, mandatory);
  }

  private CredentialSigner withFrame(Frame changed) {
    if (!format.isSelective()) {
      throw new IllegalArgumentException("format: nothing can be withheld from " + format);
    }
    return new CredentialSigner(signer, format, contexts, clock, changed, random, mandatory);
  }

  /**
   * {@return the same signer, which says what a holder cannot withhold: for {@link
   * ProofFormat#ECDSA_SD_2023}}
   *
   * <p>What the answer of a verifier hangs on is always mandatory: contexts, types, issuer, dates,
   * status, schemas and related resources.
   *
   * @param pointers more members and elements that every derived proof discloses, for example
   *     {@code /credentialSubject/achievement}; each object on the way with its id and types
   * @throws IllegalArgumentException when the format has no selective disclosure
   */
  public CredentialSigner withMandatory(List<JsonPointer> pointers) {
    if (format != ProofFormat.ECDSA_SD_2023) {
      throw new IllegalArgumentException("pointers: " + format + " discloses all or nothing");
    }
    return new CredentialSigner(
        signer, format, contexts, clock, frame, random, List.copyOf(pointers));
  }

  /** {@return the id that the credentials must name as their issuer: who controls the key} */
  public String issuer() {
    return signer.controller();
  }

  /**
   * Signs a credential.
   *
   * @param credential what to sign, issued by {@link #issuer()}, without proof
   * @return its secured form
   * @throws InvalidDocumentException when the credential names another issuer, has a proof already,
   *     or not all of it would be signed as it stands ({@code context.*})
   * @throws IOException when the key could not be reached, refused, or made no signature that its
   *     public half verifies
   * @throws IllegalArgumentException when the credential lacks what the format needs, for example
   *     an id for {@link ProofFormat#OB_JWT}, or holds what it cannot keep
   */
  public SecuredCredential sign(Credential credential)
      throws InvalidDocumentException, IOException {
    return sign(credential.json());
  }

  /**
   * Signs any credential of the VC data model, also one for which there is no type, or the claims
   * of an SD-JWT VC ({@code iss}, {@code vct} and others), as {@link #sign(Credential)}.
   *
   * @param credential what to sign, issued by {@link #issuer()}, without proof
   * @return its secured form
   * @throws InvalidDocumentException as there
   * @throws IOException as there
   * @throws IllegalArgumentException as there
   */
  public SecuredCredential sign(JsonObject credential)
      throws InvalidDocumentException, IOException {
    requireIssuer(credential);
    SigningRules.requireNoProof(credential);
    return switch (format) {
      case EDDSA_RDFC_2022,
          EDDSA_JCS_2022,
          ECDSA_RDFC_2019,
          ECDSA_JCS_2019,
          ECDSA_SD_2023,
          ED25519_SIGNATURE_2020 ->
          embed(credential, format.suite().orElseThrow());
      case VC_JWT -> envelope(credential, JwtProfile.VC_JWT);
      case OB_JWT -> envelope(credential, JwtProfile.OPEN_BADGES);
      case OB_JWT_VC_1_1 -> envelope(credential, JwtProfile.OPEN_BADGES_VC_1_1);
      case VC_SD_JWT -> {
        SigningRules.requireLossless(ClaimRules.withoutStatusClaim(credential), settings());
        yield selective(credential, SdJwtProfile.VC);
      }
      case DC_SD_JWT -> selective(credential, SdJwtProfile.SD_JWT_VC);
      case VC_COSE -> {
        SigningRules.requireLossless(credential, settings());
        yield SecuredCredential.of(CoseCredential.sign(credential, signer));
      }
    };
  }

  private SecuredCredential embed(JsonObject credential, Suite suite)
      throws InvalidDocumentException, IOException {
    JsonObject signed =
        new ProofMaker(suite, signer, settings(), mandatory).sign(credential, clock.instant());
    return SecuredCredential.of(Json.writeBytes(signed));
  }

  private SecuredCredential envelope(JsonObject credential, JwtProfile profile)
      throws InvalidDocumentException, IOException {
    // Inside the claim vc it would not be a claim.
    SigningRules.requireLossless(
        profile == JwtProfile.OPEN_BADGES_VC_1_1
            ? credential
            : ClaimRules.withoutStatusClaim(credential),
        settings());
    return SecuredCredential.of(JwtCredential.sign(credential, profile, signer));
  }

  private SecuredCredential selective(JsonObject credential, SdJwtProfile profile)
      throws IOException {
    return SecuredCredential.of(
        SdJwtCredential.sign(credential, profile, Content.CREDENTIAL, frame, signer, random));
  }

  private InspectionSettings settings() {
    return InspectionSettings.of(contexts);
  }

  private void requireIssuer(JsonObject credential) throws InvalidDocumentException {
    String member = format == ProofFormat.DC_SD_JWT ? "iss" : "issuer";
    if (!SigningRules.named(credential, member).equals(Optional.of(issuer()))) {
      throw SigningRules.mismatch("issuer.mismatch", member, signer);
    }
  }
}
