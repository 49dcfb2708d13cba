/**
 * Keys and signatures: one table of key kinds, strict codecs, checks before arithmetic, JCA behind
 * one entry point.
 */
@NullMarked
package org.microcred.crypto.internal.keys;

import org.jspecify.annotations.NullMarked;
