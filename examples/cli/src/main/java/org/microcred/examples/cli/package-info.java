/** The command {@code microcred}: a stable contract for people and scripts. */
@NullMarked
package org.microcred.examples.cli;

import org.jspecify.annotations.NullMarked;
