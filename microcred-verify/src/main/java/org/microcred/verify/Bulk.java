package org.microcred.verify;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Asks one question about each of very many things: answers come in the order of the inputs, and
 * only a window of them is in memory at a time.
 *
 * <pre>{@code
 * Bulk bulk = Bulk.parallel(executor, 64).onProgress(done -> bar.show(done));
 * try (Stream<VerificationReport> reports = bulk.map(credentials, verifier::verify)) {
 *   reports.forEach(report -> store(report.toJson()));
 * }
 * }</pre>
 *
 * <p>{@link CredentialVerifier#verify} answers whatever the input, so one bad credential never
 * stops the rest. The question may as well be {@code verifyPresentation} or, with a learner as
 * input, {@code verifyStack}.
 *
 * <p><b>Cancelling.</b> Closing the stream, from any thread, or interrupting the thread that reads
 * it ends the work: nothing more is taken from the inputs, what is under way on the executor is
 * interrupted, and the reader gets a {@link CancellationException}, its interrupt flag kept. A
 * question that the reading thread itself works at is answered first, unless it waits.
 *
 * <p>Immutable and thread-safe; starts no thread.
 */
public final class Bulk {
  private final Executor executor;
  private final int window;
  private final LongConsumer progress;

  private Bulk(Executor executor, int window, LongConsumer progress) {
    this.executor = executor;
    this.window = window;
    this.progress = progress;
  }

  private static void silent(long done) {}

  /** {@return one question after the other, each when its answer is asked for} */
  public static Bulk sequential() {
    return new Bulk(Runnable::run, 1, Bulk::silent);
  }

  /**
   * {@return questions that are worked at ahead of the reader}
   *
   * <p>The reading thread works at the next answer itself when the executor has not begun with it.
   * So an executor that is busy or refuses makes this slow, never stuck.
   *
   * @param executor does the work; the caller owns it and ends it
   * @param window how many inputs are taken and not yet answered, at most; twice the threads of the
   *     executor, or more, keep it busy
   */
  public static Bulk parallel(Executor executor, int window) {
    Objects.requireNonNull(executor, "executor");
    if (window < 1) {
      throw new IllegalArgumentException("window is not positive");
    }
    return new Bulk(executor, window, Bulk::silent);
  }

  /**
   * {@return the same with a listener, which the reading thread calls before each answer}
   *
   * @param done is given the number of answers so far, from 1
   */
  public Bulk onProgress(LongConsumer done) {
    return new Bulk(executor, window, Objects.requireNonNull(done, "done"));
  }

  /**
   * Asks the question about every input.
   *
   * @param inputs taken one by one, by the reading thread, as the window allows; may be endless
   * @param question called by many threads at once, unless this is {@link #sequential}; what it
   *     throws, the reader gets in the place of the answer
   * @param <T> what is asked about
   * @param <R> the answer
   * @return the answers in the order of the inputs, for one thread to read, never parallel; closing
   *     it cancels what is left and closes the inputs
   */
  public <T, R> Stream<R> map(Stream<T> inputs, Function<? super T, ? extends R> question) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(question, "question");
    BulkWindow<T, R> answers =
        new BulkWindow<>(inputs.sequential().iterator(), question, executor, window, progress);
    return StreamSupport.stream(answers, false).onClose(answers::cancel).onClose(inputs::close);
  }
}
