package org.microcred.verify;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;

/**
 * A policy made of others or of data.
 *
 * @param question whether an issuer is accepted for a credential
 * @param keys whose keys count as an issuer's own
 */
record Trust(Trust.Question question, Function<String, Set<String>> keys) implements TrustPolicy {
  private static final Duration KEPT = Duration.ofHours(1);

  /** As {@link TrustPolicy#accepts}. */
  interface Question {
    Optional<String> ask(Credential credential) throws IOException;
  }

  @Override
  public Optional<String> accepts(Credential credential) throws IOException {
    return question.ask(credential);
  }

  @Override
  public Set<String> keyControllers(String issuer) {
    return keys.apply(issuer);
  }

  /** A yes of one is enough; else what could not be found out outweighs a no. */
  static TrustPolicy either(TrustPolicy one, TrustPolicy other) {
    return new Trust(
        credential -> {
          try {
            Optional<String> reason = one.accepts(credential);
            return reason.isPresent() ? reason : other.accepts(credential);
          } catch (IOException unread) {
            Optional<String> reason = other.accepts(credential);
            if (reason.isPresent()) {
              return reason;
            }
            throw unread;
          }
        },
        issuer -> joined(one, other, issuer));
  }

  /** A no of one is enough; else what could not be found out outweighs a yes. */
  static TrustPolicy both(TrustPolicy one, TrustPolicy other) {
    return new Trust(
        credential -> {
          try {
            Optional<String> reason = one.accepts(credential);
            return reason.isEmpty()
                ? reason
                : other.accepts(credential).map(more -> reason.get() + "; and " + more);
          } catch (IOException unread) {
            if (other.accepts(credential).isEmpty()) {
              return Optional.empty();
            }
            throw unread;
          }
        },
        issuer -> joined(one, other, issuer));
  }

  private static Set<String> joined(TrustPolicy one, TrustPolicy other, String issuer) {
    Set<String> joined = new HashSet<>(one.keyControllers(issuer));
    joined.addAll(other.keyControllers(issuer));
    return Set.copyOf(joined);
  }

  static TrustPolicy limited(TrustPolicy policy, Set<String> achievements) {
    return new Trust(
        credential -> {
          if (!(credential instanceof AchievementCredential badge)
              || !achievements.contains(badge.subject().achievement().id())) {
            return Optional.empty();
          }
          String achievement = SafeText.quote(badge.subject().achievement().id());
          return policy.accepts(credential).map(reason -> reason + ", for " + achievement);
        },
        policy::keyControllers);
  }

  /** The registry that lies at a URL now. */
  static TrustPolicy registry(URI url, DocumentLoader loader) {
    String name = "the registry at " + SafeText.of(url.toString());
    return new Trust(
        credential -> read(url, name, loader).reason(credential.issuer().id(), name),
        issuer -> Set.of());
  }

  private static IssuerRegistry read(URI url, String name, DocumentLoader loader)
      throws IOException {
    LoadedDocument document;
    try {
      document = loader.load(url).orElseThrow(() -> new IOException("the loader does not have it"));
    } catch (IOException e) {
      throw new IOException(name + " could not be had: " + e.getMessage(), e);
    }
    try {
      IssuerRegistry registry = IssuerRegistry.parse(document.content());
      loader.keep(url, document, KEPT);
      return registry;
    } catch (InvalidDocumentException e) {
      throw new IOException(name + " could not be read: " + e.getMessage(), e);
    }
  }
}
