/** JSON Web Signatures and the VC-JWT profiles. */
@NullMarked
package org.microcred.crypto.internal.jose;

import org.jspecify.annotations.NullMarked;
