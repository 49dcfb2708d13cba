/** The verifier behind HTTP. */
@NullMarked
package org.microcred.examples.service;

import org.jspecify.annotations.NullMarked;
