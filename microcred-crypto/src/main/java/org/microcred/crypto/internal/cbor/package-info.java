/** Strict, deterministic CBOR (RFC 8949 §4.2.1). */
@NullMarked
package org.microcred.crypto.internal.cbor;

import org.jspecify.annotations.NullMarked;
