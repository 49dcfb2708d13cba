/**
 * The verifier: from a stranger's bytes to a report that explains itself.
 *
 * <p>Start at {@link org.microcred.verify.CredentialVerifier}. You must say whom you believe
 * ({@link org.microcred.verify.TrustPolicy}); you may supply documents from elsewhere, since
 * nothing is fetched uninvited. What comes back is always a {@link
 * org.microcred.verify.VerificationReport}: the same eleven {@link org.microcred.verify.Check}s in
 * the same order, and a verdict.
 */
@NullMarked
package org.microcred.verify;

import org.jspecify.annotations.NullMarked;
