package org.microcred.crypto;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.crypto.internal.jose.ClaimRules;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TermCheck;
import org.microcred.model.Findings;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** A credential or presentation in an envelope: the signature covers the bytes. */
final class EnvelopeReading implements Reading {
  private final Enveloped envelope;
  private final InspectionSettings settings;
  private @Nullable Findings context;

  EnvelopeReading(Enveloped envelope, InspectionSettings settings) {
    this.envelope = envelope;
    this.settings = settings;
  }

  @Override
  public String form() {
    return envelope.form();
  }

  @Override
  public JsonObject document() {
    return envelope.credential();
  }

  @Override
  public Optional<JsonValue> statusClaim() {
    return envelope.statusClaim();
  }

  @Override
  public boolean isSdJwtVc() {
    return envelope.isSdJwtVc();
  }

  @Override
  public List<Proof> proofs() {
    return List.of(envelope.proof());
  }

  @Override
  public Optional<VerificationMethod> confirmation() {
    return envelope.confirmation();
  }

  @Override
  public Findings shape() {
    return envelope.shape();
  }

  @Override
  public Findings context() {
    if (!envelope.hasContexts()) {
      return Findings.none();
    }
    if (context == null) {
      context =
          TermCheck.terms(
              ClaimRules.withoutStatusClaim(envelope.credential()),
              new ContextSource(settings.contexts(), settings.limits()),
              settings.budget());
    }
    return context;
  }

  @Override
  public Findings verify(int proof, VerificationMethod method) {
    return envelope.verify(method, settings.provider());
  }
}
