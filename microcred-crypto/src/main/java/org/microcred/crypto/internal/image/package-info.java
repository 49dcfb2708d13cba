/**
 * Badges inside pictures: PNG chunks and SVG elements, found and written without touching the rest.
 */
@NullMarked
package org.microcred.crypto.internal.image;

import org.jspecify.annotations.NullMarked;
