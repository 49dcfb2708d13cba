package org.microcred.crypto;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.internal.jose.JwtCredential;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TermCheck;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;

/** A credential as JWT: the signature covers the bytes. */
final class JwtReading implements Reading {
  private final JwtCredential token;
  private final InspectionSettings settings;
  private @Nullable Findings context;

  JwtReading(String compact, InspectionSettings settings) throws InvalidDocumentException {
    this.token = JwtCredential.read(compact, settings.limits());
    this.settings = settings;
  }

  @Override
  public String form() {
    return token.form();
  }

  @Override
  public JsonObject credential() {
    return token.credential();
  }

  @Override
  public List<Proof> proofs() {
    return List.of(token.proof());
  }

  @Override
  public Findings shape() {
    return token.shape();
  }

  @Override
  public Findings context() {
    if (context == null) {
      context =
          TermCheck.terms(
              token.credential(),
              new ContextSource(settings.contexts(), settings.limits()),
              settings.budget());
    }
    return context;
  }

  @Override
  public Findings verify(int proof, VerificationMethod method) {
    return token.verify(method, settings.provider());
  }
}
