/**
 * Status lists: one bit or a few for every credential of an issuer, in one small document. What is
 * read of them here is for verifiers; whether a list is to be believed is answered by
 * microcred-verify.
 */
@NullMarked
package org.microcred.crypto.status;

import org.jspecify.annotations.NullMarked;
