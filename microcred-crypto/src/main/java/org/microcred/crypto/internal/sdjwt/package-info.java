/** Selective disclosure for JWT (RFC 9901): issuing, processing, presenting, key binding. */
@NullMarked
package org.microcred.crypto.internal.sdjwt;

import org.jspecify.annotations.NullMarked;
