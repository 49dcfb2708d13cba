package org.microcred.crypto.internal.net;

import static org.microcred.crypto.internal.net.FetchException.Again.LATER;
import static org.microcred.crypto.internal.net.FetchException.Again.NEVER;
import static org.microcred.crypto.internal.net.FetchException.Again.ONCE;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.microcred.crypto.DocumentGoneException;
import org.microcred.crypto.HttpsPolicy;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.SafeText;

/** Asks for one document: follows redirects, and asks again where that can help. */
final class Fetch {
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** Error pages and the sign-in pages of networks, which are sent as if they were the answer. */
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private final HttpsPolicy policy;
  private final NameService names;
  private final Deadline deadline;
  private final Abort abort;
  private int tries;

  Fetch(HttpsPolicy policy, NameService names, Deadline deadline, Abort abort) {
    this.policy = policy;
    this.names = names;
    this.deadline = deadline;
    this.abort = abort;
  }

  /**
   * Asks.
   *
   * @throws IOException says why there is no document, and after how many tries
   */
  LoadedDocument document(URI url) throws IOException, InterruptedException {
    try {
      URI at = URI.create(url.toASCIIString());
      HttpAnswer answer = answer(at);
      for (int hops = 0; answer.isRedirect(); hops++) {
        if (hops == policy.redirects()) {
          throw new FetchException(NEVER, "more than " + policy.redirects() + " redirects");
        }
        at = target(at, answer);
        answer = answer(at);
      }
      Optional<String> type = answer.mediaType();
      if (type.filter(PAGES::contains).isPresent()) {
        throw new FetchException(NEVER, "a page for people came instead (" + type.get() + ")");
      }
      return new LoadedDocument(
          at, type, answer.body(), LoadedDocument.Source.NETWORK, answer.freshFor(), Duration.ZERO);
    } catch (FetchException e) {
      String why = e.getMessage() + (tries == 1 ? " (1 try)" : " (" + tries + " tries)");
      throw e.isGone() ? new DocumentGoneException(why) : new IOException(why, e);
    }
  }

  private HttpAnswer answer(URI url) throws IOException, InterruptedException {
    int broken = 0;
    for (int busy = 0; ; ) {
      tries++;
      try {
        return usable(new Exchange(policy, names, deadline, abort).get(url));
      } catch (FetchException e) {
        boolean isLast =
            e.again() == NEVER
                || (e.again() == ONCE && broken++ == 1)
                || (e.again() == LATER && busy++ == policy.retries());
        // Full jitter, so that those who were refused together do not come back together.
        long pause = ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS << busy) + 1;
        if (isLast || abort.isAborted() || deadline.nanosLeft() <= pause * NANOS_PER_MILLI) {
          throw e;
        }
        abort.pause(pause);
      }
    }
  }

  private static HttpAnswer usable(HttpAnswer answer) throws FetchException {
    if (answer.status() == 200 || answer.isRedirect()) {
      return answer;
    }
    if (answer.status() == 410) {
      throw FetchException.gone("the server answered with status 410: withdrawn for good");
    }
    boolean isBusy = answer.status() == 429 || answer.status() >= 500;
    throw new FetchException(
        isBusy ? LATER : NEVER, "the server answered with status " + answer.status());
  }

  private static URI target(URI from, HttpAnswer answer) throws FetchException {
    String location = answer.header("location").orElse("");
    try {
      URI to = URI.create(from.resolve(location).toASCIIString());
      if ("https".equalsIgnoreCase(to.getScheme()) && !location.isEmpty()) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new FetchException(NEVER, "redirected to " + SafeText.quote(location) + ", no https URL");
  }
}
