/** COSE_Sign1 (RFC 9052) and the deterministic part of CBOR (RFC 8949) that it needs. */
@NullMarked
package org.microcred.crypto.internal.cose;

import org.jspecify.annotations.NullMarked;
