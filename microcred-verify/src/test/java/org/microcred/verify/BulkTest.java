package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;

/** Very many questions: order, bounds, and an end when somebody wants one. */
@Timeout(60)
class BulkTest {
  private static final Duration SOON = Duration.ofMillis(100);

  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicLong interrupted = new AtomicLong();

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  private int waits(int input) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      interrupted.incrementAndGet();
    }
    return input;
  }

  @Test
  void oneBadCredentialDoesNotStopTheRest() {
    Badges uni = new Badges();
    CredentialVerifier verifier = uni.verifier().build();
    SecuredCredential good = uni.sign(uni.badge());
    List<SecuredCredential> credentials =
        List.of(
            good,
            SecuredCredential.of("junk"),
            SecuredCredential.of(new byte[0]),
            SecuredCredential.of("{\"a\":".repeat(100)),
            good);
    List<Long> progress = new ArrayList<>();
    Bulk bulk = Bulk.parallel(pool, 3).onProgress(progress::add);
    try (Stream<VerificationReport> reports = bulk.map(credentials.stream(), verifier::verify)) {
      assertThat(reports.map(VerificationReport::outcome))
          .containsExactly(
              VerificationReport.Outcome.VERIFIED,
              VerificationReport.Outcome.REJECTED,
              VerificationReport.Outcome.REJECTED,
              VerificationReport.Outcome.UNDETERMINED,
              VerificationReport.Outcome.VERIFIED);
    }
    assertThat(progress).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void takesFromAnEndlessSourceOnlyWhatFitsIntoTheWindow() {
    AtomicLong taken = new AtomicLong();
    AtomicLong answered = new AtomicLong();
    AtomicLong ahead = new AtomicLong();
    Stream<Long> endless =
        Stream.generate(
            () -> {
              ahead.accumulateAndGet(taken.get() - answered.get(), Math::max);
              return taken.incrementAndGet();
            });
    try (Stream<byte[]> answers =
        Bulk.parallel(pool, 8)
            .onProgress(answered::set)
            // a mebibyte each: with more than a few of them kept, memory would run out
            .map(endless, n -> new byte[1 << 20])) {
      assertThat(answers.limit(5_000).mapToLong(answer -> answer.length).sum())
          .isEqualTo(5_000L << 20);
    }
    assertThat(ahead.get()).isLessThan(8);
    assertThat(taken.get()).isLessThanOrEqualTo(5_008);
  }

  @Test
  void readsAheadNoFurtherWhenSomebodyAsksForAParallelStream() {
    AtomicLong taken = new AtomicLong();
    try (Stream<Long> answers =
        Bulk.parallel(pool, 8).map(Stream.generate(taken::incrementAndGet), n -> n)) {
      assertThat(answers.parallel().limit(100).toList()).hasSize(100);
    }
    assertThat(taken.get()).isLessThanOrEqualTo(108);
  }

  @Test
  void asksNothingBeforeSomebodyReads() {
    AtomicLong taken = new AtomicLong();
    Stream<Long> answers = Bulk.sequential().map(Stream.generate(taken::incrementAndGet), n -> n);
    assertThat(taken.get()).isZero();
    assertThat(answers.iterator().next()).isEqualTo(1);
    assertThat(taken.get()).isEqualTo(1);
  }

  @Test
  void closingFromAnotherThreadEndsEverythingAtOnce() throws Exception {
    AtomicBoolean inputsClosed = new AtomicBoolean();
    Stream<Integer> inputs = IntStream.range(0, 100).boxed().onClose(() -> inputsClosed.set(true));
    Stream<Integer> answers = Bulk.parallel(pool, 4).map(inputs, this::waits);
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread reader = new Thread(() -> seen.set(catchThrowable(answers::toList)));
    reader.start();
    Thread.sleep(200);
    long start = System.nanoTime();
    answers.close();
    reader.join();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertThat(seen.get()).isInstanceOf(CancellationException.class);
    assertThat(inputsClosed).isTrue();
    pool.shutdown();
    assertThat(pool.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    assertThat(interrupted.get()).isBetween(1L, 5L);
  }

  @Test
  void anInterruptEndsTheReaderAndWhatIsUnderWay() throws Exception {
    AtomicBoolean flagKept = new AtomicBoolean();
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread reader =
        new Thread(
            () -> {
              Stream<Integer> inputs = IntStream.range(0, 100).boxed();
              seen.set(
                  catchThrowable(() -> Bulk.parallel(pool, 4).map(inputs, this::waits).toList()));
              flagKept.set(Thread.currentThread().isInterrupted());
            });
    reader.start();
    Thread.sleep(200);
    long start = System.nanoTime();
    reader.interrupt();
    reader.join();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertThat(seen.get()).isInstanceOf(CancellationException.class);
    assertThat(flagKept).isTrue();
  }

  @Test
  void anInterruptEndsAVerificationThatWaitsForADocument() throws Exception {
    Badges uni = new Badges();
    DocumentLoader slow =
        url -> {
          try {
            never.await();
            return java.util.Optional.empty();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
          }
        };
    SecuredCredential elsewhere =
        SecuredCredential.of(
            uni.sign(uni.badge())
                .toText()
                .orElseThrow()
                .replace(uni.key.controller(), "did:web:uni.example"));
    CredentialVerifier verifier = uni.verifier().documents(slow).build();
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread reader =
        new Thread(
            () ->
                seen.set(
                    catchThrowable(
                        () ->
                            Bulk.sequential()
                                .map(Stream.generate(() -> elsewhere), verifier::verify)
                                .forEach(report -> {}))));
    reader.start();
    Thread.sleep(500);
    assertThat(reader.isAlive()).isTrue();
    long start = System.nanoTime();
    reader.interrupt();
    reader.join();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertThat(seen.get()).isInstanceOf(CancellationException.class);
  }

  @Test
  void anExecutorThatIsBusyOrRefusesIsSlowAndNeverStuck() throws Exception {
    List<Integer> inputs = IntStream.range(0, 50).boxed().toList();
    Function<Integer, Integer> square = n -> n * n;
    List<Integer> squares = inputs.stream().map(square).toList();
    List<Runnable> lost = Collections.synchronizedList(new ArrayList<>());
    assertThat(Bulk.parallel(lost::add, 4).map(inputs.stream(), square)).isEqualTo(squares);
    assertThat(
            Bulk.parallel(
                    task -> {
                      throw new RejectedExecutionException();
                    },
                    4)
                .map(inputs.stream(), square))
        .isEqualTo(squares);
    // All threads of the pool read, and wait for work of the same pool.
    List<java.util.concurrent.Future<List<Integer>>> readers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      readers.add(pool.submit(() -> Bulk.parallel(pool, 4).map(inputs.stream(), square).toList()));
    }
    for (var reader : readers) {
      assertThat(reader.get()).isEqualTo(squares);
    }
  }

  @Test
  void whatTheQuestionThrowsReachesTheReader() {
    Function<Integer, Integer> breaks =
        n -> {
          if (n == 3) {
            throw new IllegalStateException("three");
          }
          if (n == 5) {
            throw new AssertionError("five");
          }
          return n;
        };
    var answers = Bulk.parallel(pool, 4).map(IntStream.range(0, 8).boxed(), breaks).spliterator();
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.tryAdvance(seen::add);
    }
    assertThatThrownBy(() -> answers.tryAdvance(seen::add)).hasMessage("three");
    answers.tryAdvance(seen::add);
    assertThatThrownBy(() -> answers.tryAdvance(seen::add)).hasMessage("five");
    answers.forEachRemaining(seen::add);
    assertThat(seen).containsExactly(0, 1, 2, 4, 6, 7);
  }

  @Test
  void aWindowHoldsSomething() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bulk.parallel(pool, 0))
        .withMessageContaining("window");
  }
}
