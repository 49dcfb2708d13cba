/**
 * Status lists: one bit or a few for every credential of an issuer, in one small document.
 *
 * <p>Issuers keep a {@link org.microcred.crypto.status.StatusListIssuer}, which gives out places,
 * sets statuses and signs the list. What is read of lists, {@link
 * org.microcred.crypto.status.StatusList} and {@link org.microcred.crypto.status.StatusListToken},
 * is for verifiers; whether a list is to be believed is answered by microcred-verify.
 */
@NullMarked
package org.microcred.crypto.status;

import org.jspecify.annotations.NullMarked;
