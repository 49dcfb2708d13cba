/** How documents are read, judged and written; no API. */
@NullMarked
package org.microcred.model.internal;

import org.jspecify.annotations.NullMarked;
