package org.microcred.verify;

import java.util.Iterator;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers under way, in the order of their inputs. One thread reads; any thread may cancel. It is
 * no {@code AbstractSpliterator}: those take a thousand elements and more at once when somebody
 * wants to split them.
 */
final class BulkWindow<T, R> implements Spliterator<R> {
  private final Iterator<T> inputs;
  private final Function<? super T, ? extends R> question;
  private final Executor executor;
  private final int size;
  private final LongConsumer progress;
  private final Queue<FutureTask<R>> underWay = new ConcurrentLinkedQueue<>();
  private volatile boolean cancelled;
  private int waiting;
  private long done;

  BulkWindow(
      Iterator<T> inputs,
      Function<? super T, ? extends R> question,
      Executor executor,
      int size,
      LongConsumer progress) {
    this.inputs = inputs;
    this.question = question;
    this.executor = executor;
    this.size = size;
    this.progress = progress;
  }

  @Override
  public boolean tryAdvance(Consumer<? super R> action) {
    fill();
    FutureTask<R> next = underWay.peek();
    if (next == null) {
      return false;
    }
    R answer = answer(next);
    underWay.remove();
    waiting--;
    progress.accept(++done);
    action.accept(answer);
    return true;
  }

  private void fill() {
    stopIfCancelled();
    while (waiting < size && inputs.hasNext()) {
      T input = inputs.next();
      FutureTask<R> task = new FutureTask<>(() -> question.apply(input));
      underWay.add(task);
      waiting++;
      // Whoever cancels does so before this look or finds the task in the queue.
      stopIfCancelled();
      try {
        executor.execute(task);
      } catch (RejectedExecutionException e) {
        // The reading thread will do it.
        return;
      }
    }
  }

  /** The answer, worked out here unless somebody has begun. */
  private R answer(FutureTask<R> task) {
    task.run();
    try {
      R answer = task.get();
      stopIfCancelled();
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel();
      throw cancellation();
    } catch (ExecutionException e) {
      underWay.remove();
      waiting--;
      throw thrown(e);
    }
  }

  /** What the question threw; it declares nothing, so this is unchecked. */
  private static RuntimeException thrown(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(e.getCause());
  }

  private void stopIfCancelled() {
    if (Thread.currentThread().isInterrupted()) {
      cancel();
    }
    if (cancelled) {
      cancel();
      throw cancellation();
    }
  }

  private static CancellationException cancellation() {
    return new CancellationException("the rest was cancelled");
  }

  /** Ends what is under way. */
  void cancel() {
    cancelled = true;
    underWay.forEach(task -> task.cancel(true));
  }

  @Override
  public @Nullable Spliterator<R> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED;
  }
}
