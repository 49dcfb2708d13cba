package org.microcred.crypto;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.cose.CoseCredential;
import org.microcred.crypto.internal.dataintegrity.ProofMaker;
import org.microcred.crypto.internal.dataintegrity.Suite;
import org.microcred.crypto.internal.jose.JwtPresentation;
import org.microcred.crypto.internal.sdjwt.SdJwtCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.PresentationBuilder;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * Secures presentations: a holder shows credentials to one verifier, for one request.
 *
 * <pre>{@code
 * PresentationSigner holder =
 *     PresentationSigner.of(Signer.didKey(keyPair), ProofFormat.EDDSA_RDFC_2022);
 * SecuredPresentation shown = holder.sign(List.of(badge), challenge, "https://employer.example");
 * }</pre>
 *
 * <p>The challenge and the domain are what the verifier asked for; the proof repeats them, and so
 * nobody can show the same presentation elsewhere or again. Immutable; thread-safe when the {@link
 * Signer} is.
 */
public final class PresentationSigner {
  private final Signer signer;
  private final ProofFormat format;
  private final DocumentLoader contexts;
  private final Clock clock;

  private PresentationSigner(
      Signer signer, ProofFormat format, DocumentLoader contexts, Clock clock) {
    this.signer = signer;
    this.format = format;
    this.contexts = contexts;
    this.clock = clock;
  }

  /**
   * {@return a signer with the bundled contexts and the system's clock}
   *
   * @param holder who holds the key
   * @param format how to secure
   * @throws IllegalArgumentException when the key's algorithm does not fit the format, or the
   *     format is none for presentations
   */
  public static PresentationSigner of(Signer holder, ProofFormat format) {
    Objects.requireNonNull(holder, "holder");
    if (!format.isForPresentations()) {
      throw new IllegalArgumentException("format: " + format + " is for credentials alone");
    }
    format.requireAccepts(holder.algorithm());
    return new PresentationSigner(holder, format, DocumentLoader.none(), Clock.systemUTC());
  }

  /**
   * {@return the same signer with more JSON-LD contexts}
   *
   * @param loader contexts beyond the bundled ones; only documents supplied by the caller are used
   */
  public PresentationSigner withContexts(DocumentLoader loader) {
    return new PresentationSigner(signer, format, Objects.requireNonNull(loader, "loader"), clock);
  }

  /**
   * {@return the same signer with another clock}
   *
   * @param newClock says when a proof was created
   */
  public PresentationSigner withClock(Clock newClock) {
    return new PresentationSigner(
        signer, format, contexts, Objects.requireNonNull(newClock, "newClock"));
  }

  /** {@return the id of the holder: who controls the key} */
  public String holder() {
    return signer.controller();
  }

  /**
   * Presents credentials, on the data model 2.0.
   *
   * @param credentials what to show, in this order; pictures cannot be shown, what is in them can
   * @param challenge what the verifier asked to be repeated, its {@code challenge} or {@code nonce}
   * @param domain whom it is for, as that verifier calls itself, its {@code domain} or {@code aud}
   * @return the presentation, whose holder is {@link #holder()}
   * @throws InvalidDocumentException when one of them is no credential, or the signature would not
   *     cover all of the presentation
   * @throws IOException when the key could not be reached or refused
   */
  public SecuredPresentation sign(
      List<SecuredCredential> credentials, String challenge, String domain)
      throws InvalidDocumentException, IOException {
    PresentationBuilder builder = Presentation.builder().holder(holder());
    for (SecuredCredential credential : credentials) {
      builder.verifiableCredential(credential.toPresented(Limits.defaults()));
    }
    return sign(builder.build(), challenge, domain);
  }

  /**
   * Signs a presentation.
   *
   * @param presentation what to sign; a holder that it names must be {@link #holder()}
   * @param challenge as above
   * @param domain as above
   * @return the secured presentation
   * @throws InvalidDocumentException {@code holder.mismatch}; {@code proof.present}; {@code
   *     context.*} or {@code limit.*} when the signature would not cover all of it
   * @throws IOException when the key could not be reached or refused
   */
  public SecuredPresentation sign(Presentation presentation, String challenge, String domain)
      throws InvalidDocumentException, IOException {
    JsonObject json = presentation.json();
    Request request = new Request(challenge, domain);
    Optional<String> named = SigningRules.named(json, "holder");
    if (named.isPresent() && !named.get().equals(holder())) {
      throw SigningRules.mismatch("holder.mismatch", "holder", signer);
    }
    SigningRules.requireNoProof(json);
    Optional<Suite> suite = format.suite();
    if (suite.isPresent()) {
      return SecuredPresentation.of(
          Json.writeBytes(
              new ProofMaker(suite.get(), signer, InspectionSettings.of(contexts))
                  .present(json, clock.instant(), request)));
    }
    SigningRules.requireLossless(json, InspectionSettings.of(contexts));
    return envelope(json, request, clock.instant());
  }

  private SecuredPresentation envelope(JsonObject json, Request request, Instant now)
      throws IOException {
    return switch (format) {
      case VC_JWT -> SecuredPresentation.of(JwtPresentation.sign(json, request, signer, now));
      case VC_SD_JWT -> SecuredPresentation.of(SdJwtCredential.present(json, request, signer, now));
      case VC_COSE -> SecuredPresentation.of(CoseCredential.sign(json, request, signer, now));
      default -> throw new IllegalStateException(format + " is for credentials alone");
    };
  }
}
