package org.microcred.crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.internal.jose.Confirmation;
import org.microcred.crypto.internal.sdjwt.KeyBindingJwt;
import org.microcred.crypto.internal.sdjwt.SdJwtToken;
import org.microcred.model.DataModel;
import org.microcred.model.EnvelopedCredential;
import org.microcred.model.Findings;
import org.microcred.model.Presentation;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * An SD-JWT as the presentation of one credential: the holder's signature is the key binding (RFC
 * 9901 §4.3), the credential is what it binds, without it.
 */
final class KeyBindingReading implements Reading {
  private final SdJwtToken token;
  private final Optional<KeyBindingJwt> keyBinding;
  private final InspectionSettings settings;

  KeyBindingReading(SdJwtToken token, InspectionSettings settings) {
    this.token = token;
    this.keyBinding = token.keyBinding();
    this.settings = settings;
  }

  @Override
  public String form() {
    return keyBinding.map(kb -> kb.proof().format()).orElse("sd-jwt");
  }

  /** A presentation that says just what the token says: here is a credential. */
  @Override
  public JsonObject document() {
    String credential = token.withoutKeyBinding();
    return JsonObject.builder()
        .put("@context", JsonArray.ofStrings(DataModel.VC_2_0.context().stream().toList()))
        .put("type", Presentation.TYPE_NAME)
        .put(
            "verifiableCredential",
            JsonArray.of(
                EnvelopedCredential.of(
                        "application/" + token.subtype(),
                        credential.getBytes(StandardCharsets.US_ASCII))
                    .json()))
        .build();
  }

  @Override
  public List<Proof> proofs() {
    return keyBinding.map(KeyBindingJwt::proof).stream().toList();
  }

  @Override
  public Optional<VerificationMethod> confirmation() {
    return Confirmation.of(token.payload());
  }

  @Override
  public Findings shape() {
    return keyBinding
        .map(KeyBindingJwt::shape)
        .orElseGet(
            () ->
                Findings.failed(
                    new Violation(
                        "key-binding.missing",
                        JsonPointer.ROOT,
                        "the holder did not sign this presentation")));
  }

  /** Nothing of the binding is JSON-LD; the credential in it has an inspection of its own. */
  @Override
  public Findings context() {
    return Findings.none();
  }

  @Override
  public Findings verify(int proof, VerificationMethod method) {
    return keyBinding.orElseThrow().verify(method, settings.provider());
  }
}
