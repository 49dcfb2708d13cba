/** The network door: https to public addresses, bounded in everything. */
@NullMarked
package org.microcred.crypto.internal.net;

import org.jspecify.annotations.NullMarked;
