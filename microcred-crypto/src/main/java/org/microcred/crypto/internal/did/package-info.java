/** Controller documents: DID methods and the reader of CID 1.0 documents. */
@NullMarked
package org.microcred.crypto.internal.did;

import org.jspecify.annotations.NullMarked;
