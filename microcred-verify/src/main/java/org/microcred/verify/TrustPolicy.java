package org.microcred.verify;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Credential;
import org.microcred.model.SafeText;

/**
 * Whom the caller believes. There is no default: it is the first thing a verifier is given.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface TrustPolicy {
  /**
   * Decides whether this issuer is accepted for this credential.
   *
   * @param credential signed by its issuer, and so far found in order
   * @return why it is accepted, in one line; empty when it is not
   * @throws IOException when it could not be found out, for example because a registry could not be
   *     read; the message says what was tried
   */
  Optional<String> accepts(Credential credential) throws IOException;

  /**
   * {@return the controllers whose keys count as this issuer's own, because the caller says so}
   *
   * <p>None by default: then only the issuer's own controller document says which keys are its own.
   *
   * @param issuer the id of an issuer
   */
  default Set<String> keyControllers(String issuer) {
    return Set.of();
  }

  /**
   * {@return a policy that accepts everybody: a verified credential is then sound and still says
   * nothing about who made it}
   */
  static TrustPolicy anyone() {
    return credential -> Optional.of("anyone is accepted: the caller asked for no list of issuers");
  }

  /**
   * {@return a policy that accepts exactly these issuers}
   *
   * @param ids issuer ids, compared character by character
   */
  static TrustPolicy issuers(String... ids) {
    return issuers(Set.copyOf(List.of(ids)));
  }

  /**
   * {@return a policy that accepts exactly these issuers}
   *
   * @param ids issuer ids, compared character by character
   */
  static TrustPolicy issuers(Set<String> ids) {
    Set<String> accepted = Set.copyOf(ids);
    return credential -> {
      String id = credential.issuer().id();
      return accepted.contains(id)
          ? Optional.of(SafeText.quote(id) + " is on the caller's list of issuers")
          : Optional.empty();
    };
  }

  /**
   * {@return a policy that accepts one issuer, and takes the keys of another controller for its
   * own}
   *
   * @param id the issuer's id
   * @param keyController whose keys it signs with, for example a {@code did:key}, or the https URL
   *     of the issuer's JWK Set, without fragment
   */
  static TrustPolicy issuer(String id, String keyController) {
    Objects.requireNonNull(keyController, "keyController");
    TrustPolicy accepts = issuers(id);
    Map<String, Set<String>> keys = Map.of(id, Set.of(keyController));
    return new TrustPolicy() {
      @Override
      public Optional<String> accepts(Credential credential) throws IOException {
        return accepts.accepts(credential);
      }

      @Override
      public Set<String> keyControllers(String issuer) {
        return keys.getOrDefault(issuer, Set.of());
      }
    };
  }

  /**
   * {@return a policy that accepts what this one or the other one accepts}
   *
   * <p>When one could not find out and the other does not accept, it could not be found out.
   *
   * @param other the other policy
   */
  default TrustPolicy or(TrustPolicy other) {
    Objects.requireNonNull(other, "other");
    TrustPolicy self = this;
    return new TrustPolicy() {
      @Override
      public Optional<String> accepts(Credential credential) throws IOException {
        try {
          Optional<String> mine = self.accepts(credential);
          return mine.isPresent() ? mine : other.accepts(credential);
        } catch (IOException unread) {
          Optional<String> theirs = other.accepts(credential);
          if (theirs.isPresent()) {
            return theirs;
          }
          throw unread;
        }
      }

      @Override
      public Set<String> keyControllers(String issuer) {
        Set<String> both = new HashSet<>(self.keyControllers(issuer));
        both.addAll(other.keyControllers(issuer));
        return Set.copyOf(both);
      }
    };
  }
}
