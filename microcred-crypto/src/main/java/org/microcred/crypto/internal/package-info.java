/** What several rooms of this module need. */
@NullMarked
package org.microcred.crypto.internal;

import org.jspecify.annotations.NullMarked;
