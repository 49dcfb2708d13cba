/**
 * Open Badges 2.0 as immutable types, and the way from there to Open Badges 3.0; data of Open
 * Badges 2.1 are the same.
 *
 * <p>Begin with {@link org.microcred.model.openbadges2.Assertion}: {@code Assertion.parse} reads
 * what an issuer hosts, signs or bakes, and {@code toCredential} shows it as an {@link
 * org.microcred.model.AchievementCredential}, so that everything that works on badges works on old
 * ones. {@link org.microcred.model.openbadges2.BadgeObject#parse(byte[])} reads a document of which
 * it is not known what it is.
 *
 * <pre>{@code
 * Assertion assertion = Assertion.parse(bytes);
 * if (assertion.badge().flatMap(Reference::document).isEmpty()) {
 *   // a URL alone: get the badge class that is there, then its issuer
 * }
 * AchievementCredential badge = assertion.toCredential(badgeClass, issuer);
 * }</pre>
 *
 * <p>Nothing here is verified and nothing is fetched. The JSON that was read is the truth ({@code
 * json}, {@code toBytes}), the components are views of it, and what no component knows is in {@code
 * more}. Everything is immutable and thread-safe. Nothing takes or returns null.
 *
 * @see <a href="https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/index.html">Open
 *     Badges 2.0</a>
 */
@NullMarked
package org.microcred.model.openbadges2;

import org.jspecify.annotations.NullMarked;
