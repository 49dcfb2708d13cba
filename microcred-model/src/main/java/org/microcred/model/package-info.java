/**
 * Micro-credentials as immutable types: Open Badges 3.0 and CLR 2.0 on the W3C Verifiable
 * Credentials Data Model 2.0 and 1.1.
 *
 * <p>Begin with {@link org.microcred.model.Credential}, which reads untrusted documents, and {@link
 * org.microcred.model.AchievementCredential}, which also builds new badges. Badges of Open Badges
 * 2.0 come from {@link org.microcred.model.openbadges2}. What is broken in a document is a {@link
 * org.microcred.model.Violation} with a place and a stable code; {@link
 * org.microcred.model.Findings} are the three-valued answer made of them. Everything is immutable
 * and thread-safe except the builders. Nothing takes or returns null.
 */
@NullMarked
package org.microcred.model;

import org.jspecify.annotations.NullMarked;
