/** The stacking engine: policy compiler, evaluators, explainer and JSON form. Not API. */
@NullMarked
package org.microcred.stacking.internal;

import org.jspecify.annotations.NullMarked;
