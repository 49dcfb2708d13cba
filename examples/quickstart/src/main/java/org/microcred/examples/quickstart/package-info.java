/** The program of README. */
@NullMarked
package org.microcred.examples.quickstart;

import org.jspecify.annotations.NullMarked;
