/** Badges signed with a key that is elsewhere: in PKCS #11, or behind a KMS. */
@NullMarked
package org.microcred.examples.kms;

import org.jspecify.annotations.NullMarked;
