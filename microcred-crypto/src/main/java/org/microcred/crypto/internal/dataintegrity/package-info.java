/** Data Integrity proofs (VC Data Integrity 1.0) with the rdfc cryptosuites. */
@NullMarked
package org.microcred.crypto.internal.dataintegrity;

import org.jspecify.annotations.NullMarked;
