/** JSON-LD: bundled contexts, the check that nothing is lost, canonical N-Quads. */
@NullMarked
package org.microcred.crypto.internal.jsonld;

import org.jspecify.annotations.NullMarked;
