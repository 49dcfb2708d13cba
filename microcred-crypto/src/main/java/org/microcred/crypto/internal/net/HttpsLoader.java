package org.microcred.crypto.internal.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.microcred.crypto.DocumentGoneException;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.HttpsPolicy;
import org.microcred.crypto.LoadedDocument;

/**
 * The network door. However many threads ask for a document, it is asked for once; a failure is
 * remembered for some seconds, so that a dead server does not hold up a thousand credentials.
 * Thread-safe.
 */
public final class HttpsLoader implements DocumentLoader {
  private static final int THREADS = 8;
  private static final int QUEUE = 1_000;
  private static final int FAILURES = 1_000;
  private static final Duration FAILURE_TIME = Duration.ofSeconds(5);

  private final HttpsPolicy policy;
  private final NameService names;
  private final Executor threads;
  private final DocumentCache cache;
  private final Map<URI, Flight> flights = new ConcurrentHashMap<>();
  private final Map<URI, Failure> failures = new ConcurrentHashMap<>();

  private record Failure(String why, boolean gone, Deadline forgotten) {}

  /** A door with threads of its own, which end when they have nothing to do. */
  public HttpsLoader(HttpsPolicy policy) {
    this(policy, NameService.system());
  }

  HttpsLoader(HttpsPolicy policy, NameService names) {
    this.policy = policy;
    this.names = names;
    this.threads = threads();
    this.cache = new DocumentCache(policy, System::nanoTime);
  }

  private static Executor threads() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            FAILURE_TIME.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            task -> {
              Thread thread = new Thread(task, "microcred-https");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public Optional<LoadedDocument> load(URI url) throws IOException {
    if ("http".equalsIgnoreCase(url.getScheme())) {
      throw new IOException("only https is spoken");
    }
    if (!"https".equalsIgnoreCase(url.getScheme())) {
      return Optional.empty();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the thread was interrupted");
    }
    Optional<LoadedDocument> kept = cache.get(url);
    if (kept.isPresent()) {
      return kept;
    }
    Failure failure = failures.get(url);
    if (failure != null && failure.forgotten().nanosLeft() > 0) {
      throw FetchException.told(failure.why() + ", a moment ago", failure.gone());
    }
    while (true) {
      Flight flight = flight(url);
      if (flight.join()) {
        return Optional.of(flight.await());
      }
      flights.remove(url, flight);
    }
  }

  @Override
  public void keep(URI url, LoadedDocument document, Duration atMost) {
    if (document.source() == LoadedDocument.Source.NETWORK) {
      cache.put(url, document, atMost);
    }
  }

  /** The question that is on its way, or a new one. */
  private Flight flight(URI url) {
    Flight own = new Flight(Deadline.in(policy.exchangeTime()));
    Flight earlier = flights.putIfAbsent(url, own);
    if (earlier != null) {
      return earlier;
    }
    try {
      threads.execute(() -> fly(url, own));
    } catch (RejectedExecutionException e) {
      flights.remove(url, own);
      own.failed(new IOException("too many questions at once", e));
    }
    return own;
  }

  private void fly(URI url, Flight flight) {
    IOException failure;
    try {
      LoadedDocument document =
          new Fetch(policy, names, flight.deadline(), flight.abort()).document(url);
      failures.remove(url);
      flights.remove(url, flight); // who asks from now on asks anew
      flight.arrived(document);
      return;
    } catch (IOException e) {
      failure = e;
      if (!flight.abort().isAborted()) {
        remember(url, e);
      }
    } catch (InterruptedException | RuntimeException e) {
      failure = new IOException("the question was not answered: " + e, e);
    }
    flights.remove(url, flight);
    flight.failed(failure);
  }

  private void remember(URI url, IOException why) {
    if (failures.size() >= FAILURES) {
      failures.values().removeIf(failure -> failure.forgotten().nanosLeft() <= 0);
    }
    if (failures.size() < FAILURES) {
      failures.put(
          url,
          new Failure(
              String.valueOf(why.getMessage()),
              why instanceof DocumentGoneException,
              Deadline.in(FAILURE_TIME)));
    }
  }
}
