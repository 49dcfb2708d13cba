package org.microcred.verify;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.DocumentLoader;
import org.microcred.model.Credential;
import org.microcred.model.SafeText;

/**
 * Whom the caller believes. There is no default: it is the first thing a verifier is given.
 *
 * <pre>{@code
 * TrustPolicy.registry(IssuerRegistry.parse(bytes))
 *     .or(TrustPolicy.issuers("did:web:uni.example").onlyFor("https://uni.example/python-101"))
 * }</pre>
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
    Map<String, Set<String>> keys =
        Map.of(id, Set.of(Objects.requireNonNull(keyController, "keyController")));
    return new Trust(issuers(id)::accepts, issuer -> keys.getOrDefault(issuer, Set.of()));
  }

  /**
   * {@return a policy that accepts the issuers of a registry}
   *
   * @param registry the registry, from a source that the caller trusts
   */
  static TrustPolicy registry(IssuerRegistry registry) {
    Objects.requireNonNull(registry, "registry");
    return credential -> registry.reason(credential.issuer().id(), "the caller's registry");
  }

  /**
   * {@return a policy that accepts the issuers of the registry that lies at a URL}
   *
   * <p>It is asked for at every verification, and may be kept by the loader for an hour; when it
   * cannot be had or read, it could not be found out who is accepted. For very many credentials,
   * read it once: {@link #registry(IssuerRegistry)}.
   *
   * @param url where the registry lies; whoever controls it decides who is trusted
   * @param loader asks for it
   */
  static TrustPolicy registry(URI url, DocumentLoader loader) {
    return Trust.registry(
        Objects.requireNonNull(url, "url"), Objects.requireNonNull(loader, "loader"));
  }

  /**
   * {@return a policy that accepts the issuers who hold a trust mark (OpenID Federation 1.0 §7)}
   *
   * @param type the identifier of the kind of trust mark
   * @param marks finds out who holds it
   */
  static TrustPolicy trustMark(String type, TrustMarks marks) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(marks, "marks");
    return credential ->
        marks
            .find(credential.issuer().id(), type)
            .map(
                how -> "it holds the trust mark " + SafeText.quote(type) + ": " + SafeText.of(how));
  }

  /**
   * {@return a policy that accepts what this one accepts, but for these achievements only}
   *
   * <p>Nothing but achievement credentials is accepted then.
   *
   * @param achievementIds the ids of achievements, compared character by character
   */
  default TrustPolicy onlyFor(String... achievementIds) {
    return Trust.limited(this, Set.copyOf(List.of(achievementIds)));
  }

  /**
   * {@return a policy that accepts what this one or the other one accepts}
   *
   * <p>When one could not find out and the other does not accept, it could not be found out.
   *
   * @param other the other policy
   */
  default TrustPolicy or(TrustPolicy other) {
    return Trust.either(this, Objects.requireNonNull(other, "other"));
  }

  /**
   * {@return a policy that accepts what this one and the other one accept}
   *
   * <p>When one does not accept, the answer is no, whether or not the other could find out. Keys
   * that either names for an issuer count.
   *
   * @param other the other policy
   */
  default TrustPolicy and(TrustPolicy other) {
    return Trust.both(this, Objects.requireNonNull(other, "other"));
  }
}
