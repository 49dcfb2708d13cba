package org.microcred.crypto.internal.image;

import org.microcred.crypto.BadgeImage.Version;

/**
 * The one place in a picture that holds a badge.
 *
 * @param version whose rules it follows
 * @param text what it holds
 * @param start where it begins, in bytes
 * @param end where it ends, the first byte behind it
 */
public record Carrier(Version version, String text, int start, int end) {}
