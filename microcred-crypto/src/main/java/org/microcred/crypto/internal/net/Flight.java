package org.microcred.crypto.internal.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.microcred.crypto.DocumentGoneException;
import org.microcred.crypto.LoadedDocument;

/** One question on its way, and all who wait for its answer. Thread-safe. */
final class Flight {
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Abort abort = new Abort();
  private final Deadline deadline;
  private int waiting;
  private boolean abandoned;

  /** A document, or why there is none. */
  private record Outcome(Optional<LoadedDocument> document, String why, boolean gone) {}

  Flight(Deadline deadline) {
    this.deadline = deadline;
  }

  Deadline deadline() {
    return deadline;
  }

  Abort abort() {
    return abort;
  }

  void arrived(LoadedDocument document) {
    outcome.complete(new Outcome(Optional.of(document), "", false));
  }

  void failed(IOException why) {
    outcome.complete(
        new Outcome(
            Optional.empty(),
            String.valueOf(why.getMessage()),
            why instanceof DocumentGoneException));
  }

  /** One more waits; false when all others gave up and it was called off. */
  synchronized boolean join() {
    if (abandoned) {
      return false;
    }
    waiting++;
    return true;
  }

  /**
   * Waits for the answer, no longer than the deadline. The last one to give up calls the question
   * off.
   *
   * @throws InterruptedIOException when the thread was interrupted; it stays so
   */
  LoadedDocument await() throws IOException {
    try {
      Outcome came = outcome.get(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
      return came.document().orElseThrow(() -> FetchException.told(came.why(), came.gone()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("failures are outcomes as well", e);
    } catch (TimeoutException e) {
      throw new IOException("no answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the thread was interrupted");
    } finally {
      leave();
    }
  }

  private synchronized void leave() {
    if (--waiting == 0 && !outcome.isDone()) {
      abandoned = true;
      abort.abort();
    }
  }
}
