/** Measures what the library costs beside what it is held against. */
@NullMarked
package org.microcred.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
