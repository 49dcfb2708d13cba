/** The pipeline: one class a check; no check calls another. */
@NullMarked
package org.microcred.verify.internal;

import org.jspecify.annotations.NullMarked;
