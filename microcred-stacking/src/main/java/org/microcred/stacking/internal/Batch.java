package org.microcred.stacking.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Answers questions ahead of whoever reads the answers, in their order and no farther than a
 * window. The reader answers the next one itself when nobody has begun it, so that no executor can
 * starve it.
 *
 * @param <Q> the questions
 * @param <A> the answers
 */
public final class Batch<Q, A> implements Iterator<A> {
  private final Iterator<Q> questions;
  private final Function<Q, A> answer;
  private final Executor executor;
  private final int window;
  private final Deque<FutureTask<A>> ahead = new ArrayDeque<>();
  private boolean closed;

  private Batch(Iterator<Q> questions, Function<Q, A> answer, Executor executor, int window) {
    this.questions = questions;
    this.answer = answer;
    this.executor = executor;
    this.window = window;
  }

  /**
   * {@return the answers, in the order of the questions}
   *
   * @param questions the questions; closed with the answers
   * @param answer answers one
   * @param executor answers them ahead
   * @param window how many may be ahead
   * @param <Q> the questions
   * @param <A> the answers
   */
  public static <Q, A> Stream<A> answers(
      Stream<Q> questions, Function<Q, A> answer, Executor executor, int window) {
    Batch<Q, A> batch = new Batch<>(questions.iterator(), answer, executor, window);
    int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batch, ordered), false)
        .onClose(batch::close)
        .onClose(questions::close);
  }

  @Override
  public boolean hasNext() {
    return !closed && (!ahead.isEmpty() || questions.hasNext());
  }

  @Override
  public A next() {
    while (!closed && ahead.size() < window && questions.hasNext()) {
      Q question = questions.next();
      FutureTask<A> task = new FutureTask<>(() -> answer.apply(question));
      ahead.add(task);
      executor.execute(task);
    }
    FutureTask<A> first = ahead.poll();
    if (first == null) {
      throw new NoSuchElementException();
    }
    first.run();
    try {
      return first.get();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      close();
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
  }

  /** Answers nothing more; what has begun ends and is thrown away. */
  private void close() {
    closed = true;
    ahead.forEach(task -> task.cancel(false));
    ahead.clear();
  }
}
