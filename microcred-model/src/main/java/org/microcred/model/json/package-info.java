/**
 * JSON as immutable values, read strictly and kept exactly (RFC 8259, RFC 7493).
 *
 * <p>The JSON that was read is the truth: member order and the spelling of numbers survive, nothing
 * is coerced, and whatever two readers could understand differently is refused. {@link
 * org.microcred.model.json.Json} reads and writes; {@link org.microcred.model.json.JsonPointer}
 * names a place.
 */
@NullMarked
package org.microcred.model.json;

import org.jspecify.annotations.NullMarked;
