package org.microcred.model;

import org.microcred.model.json.JsonValue;

/**
 * A credential in a presentation or in a learner record: a {@link Credential} with its proofs, or
 * an {@link EnvelopedCredential} (VC 2.0 §4.13, VC 1.1 §4.10, CLR 2.0 ClrSubject).
 */
public sealed interface PresentedCredential permits Credential, EnvelopedCredential {
  /** {@return the credential as it stands there} */
  JsonValue json();
}
