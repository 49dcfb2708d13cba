/** A report as a page. */
@NullMarked
package org.microcred.verify.internal.html;

import org.jspecify.annotations.NullMarked;
