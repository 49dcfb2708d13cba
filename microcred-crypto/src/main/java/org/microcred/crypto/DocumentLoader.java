package org.microcred.crypto;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.jsonld.BundledContexts;
import org.microcred.crypto.internal.net.HttpsLoader;

/**
 * The only door out of the process: everything that a check needs from elsewhere is asked here.
 *
 * <p>Shut by default. A document is the answer, empty means that this loader does not have it, and
 * {@link IOException} means that it could not be found out. Implementations are thread-safe.
 */
@FunctionalInterface
public interface DocumentLoader {
  /**
   * Looks for a document.
   *
   * @param url an absolute URL
   * @return the document, or empty when this loader does not have it
   * @throws IOException when it could not be found out; the message says what was tried
   */
  Optional<LoadedDocument> load(URI url) throws IOException;

  /**
   * Looks for a document that the caller supplied beforehand, without leaving the process. JSON-LD
   * contexts are asked for in no other way.
   *
   * @param url an absolute URL
   * @return the document, or empty when it is not at hand; always empty unless overridden
   */
  default Optional<LoadedDocument> supplied(URI url) {
    return Optional.empty();
  }

  /**
   * Says that a document proved right, so that it may be kept for the next who asks. What was not
   * confirmed in this way is asked for again.
   *
   * @param url under which it was asked for
   * @param document what {@link #load} answered
   * @param atMost how long it may be kept, by what stands in it; not negative
   */
  default void keep(URI url, LoadedDocument document, Duration atMost) {}

  /**
   * {@return a loader that asks the network: https on public addresses, each host's address looked
   * at before it is connected to, bounded in time and size, with a cache}
   *
   * <p>One for a whole application: it shares its cache and asks once however many threads want the
   * same. It has at most eight threads of its own, which end when they have nothing to do. An
   * interrupt ends a call within a tenth of a second. JSON-LD contexts never come from here.
   *
   * @param policy the bounds
   */
  static DocumentLoader https(HttpsPolicy policy) {
    return new HttpsLoader(Objects.requireNonNull(policy, "policy"));
  }

  /**
   * {@return a loader that has exactly these documents}
   *
   * @param documents URL to content; the caller vouches for them, JSON-LD contexts included
   */
  static DocumentLoader of(Map<URI, byte[]> documents) {
    Map<URI, byte[]> copy = Map.copyOf(documents);
    return new DocumentLoader() {
      @Override
      public Optional<LoadedDocument> load(URI url) {
        return supplied(url);
      }

      @Override
      public Optional<LoadedDocument> supplied(URI url) {
        return Optional.ofNullable(copy.get(url))
            .map(
                content ->
                    new LoadedDocument(
                        url, Optional.empty(), content, LoadedDocument.Source.SUPPLIED));
      }
    };
  }

  /**
   * {@return a loader that has the standard JSON-LD contexts, pinned by their SHA-256 digests, and
   * nothing else}
   *
   * <p>These are used for canonicalisation in any case, and cannot be overridden.
   */
  static DocumentLoader bundled() {
    return BundledContexts::load;
  }

  /** {@return a loader without documents: nothing leaves the process} */
  static DocumentLoader none() {
    return url -> Optional.empty();
  }

  /**
   * {@return a loader that asks another one for what this one does not have}
   *
   * @param next whom to ask then
   */
  default DocumentLoader or(DocumentLoader next) {
    DocumentLoader first = this;
    return new DocumentLoader() {
      @Override
      public Optional<LoadedDocument> load(URI url) throws IOException {
        Optional<LoadedDocument> mine = first.load(url);
        return mine.isPresent() ? mine : next.load(url);
      }

      @Override
      public Optional<LoadedDocument> supplied(URI url) {
        Optional<LoadedDocument> mine = first.supplied(url);
        return mine.isPresent() ? mine : next.supplied(url);
      }

      @Override
      public void keep(URI url, LoadedDocument document, Duration atMost) {
        first.keep(url, document, atMost);
        next.keep(url, document, atMost);
      }
    };
  }
}
