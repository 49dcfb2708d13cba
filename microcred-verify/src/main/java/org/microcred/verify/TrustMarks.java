package org.microcred.verify;

import java.io.IOException;
import java.util.Optional;

/**
 * Finds out whether an entity holds a trust mark (OpenID Federation 1.0 §7), for {@link
 * TrustPolicy#trustMark}. It is for the implementation to resolve and verify the trust chain and
 * the mark; this library has none. Implementations are thread-safe.
 */
@FunctionalInterface
public interface TrustMarks {
  /**
   * Looks for a valid trust mark.
   *
   * @param entity the id of an issuer
   * @param type the identifier of the kind of trust mark, a URL
   * @return by whom it was issued or how it was found, in one line; empty when the entity holds
   *     none that is valid
   * @throws IOException when it could not be found out; the message says what was tried
   */
  Optional<String> find(String entity, String type) throws IOException;
}
