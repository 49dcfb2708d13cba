package org.microcred.crypto.internal.net;

import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.HttpsPolicy;
import org.microcred.crypto.LoadedDocument;

/** Documents that proved right, for as long as they may be kept. Thread-safe. */
final class DocumentCache {
  private final HttpsPolicy policy;
  private final LongSupplier nanoTime;
  private final Map<URI, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Entry(LoadedDocument document, int size, long since, long until) {}

  DocumentCache(HttpsPolicy policy, LongSupplier nanoTime) {
    this.policy = policy;
    this.nanoTime = nanoTime;
  }

  /** The document with its age, while it is fresh. */
  synchronized Optional<LoadedDocument> get(URI url) {
    Entry entry = entries.get(url);
    if (entry == null) {
      return Optional.empty();
    }
    long now = nanoTime.getAsLong();
    if (now - entry.until() >= 0) {
      removed(entries.remove(url));
      return Optional.empty();
    }
    LoadedDocument document = entry.document();
    return Optional.of(
        new LoadedDocument(
            document.url(),
            document.contentType(),
            document.content(),
            document.source(),
            Duration.ofNanos(entry.until() - now),
            Duration.ofNanos(now - entry.since())));
  }

  /** Keeps a document that is as new as its age says; what came from here is not kept longer. */
  synchronized void put(URI url, LoadedDocument document, Duration atMost) {
    Duration time = shortest(shortest(document.freshFor(), atMost), policy.cacheTime());
    int size = document.content().length;
    if (!document.age().isZero()
        || time.isNegative()
        || time.isZero()
        || size > policy.cacheBytes()
        || policy.cacheEntries() == 0) {
      return;
    }
    long now = nanoTime.getAsLong();
    removed(entries.remove(url));
    entries.put(url, new Entry(document, size, now, now + time.toNanos()));
    bytes += size;
    Iterator<Entry> leastUsed = entries.values().iterator();
    while (entries.size() > policy.cacheEntries() || bytes > policy.cacheBytes()) {
      removed(leastUsed.next());
      leastUsed.remove();
    }
  }

  private void removed(@Nullable Entry entry) {
    bytes -= entry == null ? 0 : entry.size();
  }

  private static Duration shortest(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
