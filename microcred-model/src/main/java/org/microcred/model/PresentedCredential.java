package org.microcred.model;

import org.microcred.model.json.JsonValue;

/**
 * A credential in a presentation: a {@link Credential} with its proofs, or an {@link
 * EnvelopedCredential} (VC 2.0 §4.13, VC 1.1 §4.10).
 */
public sealed interface PresentedCredential permits Credential, EnvelopedCredential {
  /** {@return the credential as it stands in the presentation} */
  JsonValue json();
}
