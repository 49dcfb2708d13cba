/**
 * Micro-credentials as immutable types: Open Badges 3.0 on the W3C Verifiable Credentials Data
 * Model 2.0 and 1.1.
 */
@NullMarked
package org.microcred.model;

import org.jspecify.annotations.NullMarked;
