/**
 * Signing and proof verification for verifiable credentials.
 *
 * <p>To issue: a {@link org.microcred.crypto.Signer} holds the key, a {@code CredentialSigner} puts
 * a proof of a chosen {@code ProofFormat} on a credential. To check: an {@code Inspection} reads a
 * {@code SecuredCredential} and answers what was signed and whether a key's owner signed it. A
 * {@code BadgeImage} holds one inside a picture. Whom to believe is the verifier's question and is
 * answered in {@code microcred-verify}.
 */
@NullMarked
package org.microcred.crypto;

import org.jspecify.annotations.NullMarked;
