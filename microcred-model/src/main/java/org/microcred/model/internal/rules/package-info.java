/** What specifications demand beyond what reading needs, one concern a class; no API. */
@NullMarked
package org.microcred.model.internal.rules;

import org.jspecify.annotations.NullMarked;
