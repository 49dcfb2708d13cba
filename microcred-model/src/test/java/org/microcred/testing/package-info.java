/** What the tests of several modules share. */
@NullMarked
package org.microcred.testing;

import org.jspecify.annotations.NullMarked;
