package org.microcred.crypto;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.crypto.internal.dataintegrity.ProofMaker;
import org.microcred.crypto.internal.dataintegrity.Suite;
import org.microcred.crypto.internal.jose.JwtCredential;
import org.microcred.crypto.internal.jose.JwtProfile;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TermCheck;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
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

  private CredentialSigner(
      Signer signer, ProofFormat format, DocumentLoader contexts, Clock clock) {
    this.signer = signer;
    this.format = format;
    this.contexts = contexts;
    this.clock = clock;
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
    if (!format.accepts(signer.algorithm())) {
      throw new IllegalArgumentException(
          "signer: a key for " + signer.algorithm().jose() + " cannot make proofs of " + format);
    }
    return new CredentialSigner(signer, format, DocumentLoader.none(), Clock.systemUTC());
  }

  /**
   * {@return the same signer with more JSON-LD contexts}
   *
   * @param loader contexts beyond the bundled ones; only documents supplied by the caller are used
   */
  public CredentialSigner withContexts(DocumentLoader loader) {
    return new CredentialSigner(signer, format, Objects.requireNonNull(loader, "loader"), clock);
  }

  /**
   * {@return the same signer with another clock}
   *
   * @param newClock says when a proof was created
   */
  public CredentialSigner withClock(Clock newClock) {
    return new CredentialSigner(
        signer, format, contexts, Objects.requireNonNull(newClock, "newClock"));
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
   * @throws IOException when the key could not be reached or refused
   * @throws IllegalArgumentException when the credential lacks what the format needs, for example
   *     an id for {@link ProofFormat#OB_JWT}
   */
  public SecuredCredential sign(Credential credential)
      throws InvalidDocumentException, IOException {
    return sign(credential.json());
  }

  /**
   * Signs any credential of the VC data model, also one for which there is no type, as {@link
   * #sign(Credential)}.
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
    requireNoProof(credential);
    return switch (format) {
      case EDDSA_RDFC_2022 -> embed(credential, Suite.EDDSA_RDFC_2022);
      case EDDSA_JCS_2022 -> embed(credential, Suite.EDDSA_JCS_2022);
      case ECDSA_RDFC_2019 -> embed(credential, Suite.ECDSA_RDFC_2019);
      case ECDSA_JCS_2019 -> embed(credential, Suite.ECDSA_JCS_2019);
      case ED25519_SIGNATURE_2020 -> embed(credential, Suite.ED25519_SIGNATURE_2020);
      case VC_JWT -> envelope(credential, JwtProfile.VC_JWT);
      case OB_JWT -> envelope(credential, JwtProfile.OPEN_BADGES);
      case OB_JWT_VC_1_1 -> envelope(credential, JwtProfile.OPEN_BADGES_VC_1_1);
    };
  }

  private SecuredCredential embed(JsonObject credential, Suite suite)
      throws InvalidDocumentException, IOException {
    JsonObject signed = new ProofMaker(suite, signer, settings()).sign(credential, clock.instant());
    return SecuredCredential.of(Json.writeBytes(signed));
  }

  private SecuredCredential envelope(JsonObject credential, JwtProfile profile)
      throws InvalidDocumentException, IOException {
    InspectionSettings settings = settings();
    Findings findings =
        TermCheck.lossless(
            credential, new ContextSource(contexts, settings.limits()), settings.budget());
    if (!findings.passed()) {
      throw new InvalidDocumentException(
          Stream.concat(findings.failures().stream(), findings.unknowns().stream()).toList());
    }
    return SecuredCredential.of(JwtCredential.sign(credential, profile, signer));
  }

  private InspectionSettings settings() {
    Limits limits = Limits.defaults();
    return new InspectionSettings(contexts, limits, WorkBudget.of(limits), Optional.empty());
  }

  private void requireIssuer(JsonObject credential) throws InvalidDocumentException {
    Optional<String> named =
        credential
            .string("issuer")
            .or(() -> credential.object("issuer").flatMap(issuer -> issuer.string("id")));
    if (!named.equals(Optional.of(issuer()))) {
      throw new InvalidDocumentException(
          List.of(
              new Violation(
                  "issuer.mismatch",
                  JsonPointer.ROOT.child("issuer"),
                  "the issuer must be the controller of the key, "
                      + SafeText.of(issuer())
                      + ", or nobody can check that the issuer signed")));
    }
  }

  private static void requireNoProof(JsonObject credential) throws InvalidDocumentException {
    if (credential.has("proof")) {
      throw InvalidDocumentException.of(
          "proof.present",
          JsonPointer.ROOT.child("proof"),
          "the credential has a proof already; sign the credential without it");
    }
  }
}
