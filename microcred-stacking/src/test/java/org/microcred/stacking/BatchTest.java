package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many learners, one policy. */
class BatchTest {
  private static final StackPolicy POLICY = policy("{'count':{},'atLeast':2}");

  private static StackCase learner(int i) {
    StackCase.Builder learner = StackCase.builder(NOW);
    for (int h = 0; h < i % 4; h++) {
      learner.holding(holding("urn:" + i + ":" + h, "a" + h));
    }
    return learner.build();
  }

  private static Stream<StackCase> learners(int count, AtomicInteger read) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              read.incrementAndGet();
              return learner(i);
            });
  }

  @Test
  void answersInTheOrderOfTheLearnersWhoeverAnswers() {
    List<Decision> one = learners(500, new AtomicInteger()).map(POLICY::decide).toList();
    ExecutorService four = Executors.newFixedThreadPool(4);
    try {
      assertThat(POLICY.decide(learners(500, new AtomicInteger()), four, 16)).isEqualTo(one);
      assertThat(POLICY.decide(learners(500, new AtomicInteger()), Runnable::run, 1))
          .isEqualTo(one);
    } finally {
      four.shutdown();
    }
  }

  @Test
  void readsNoFartherThanTheWindow() {
    AtomicInteger read = new AtomicInteger();
    Iterator<Decision> decisions =
        POLICY.decide(learners(1_000, read), Runnable::run, 10).iterator();
    assertThat(read.get()).isLessThanOrEqualTo(1);
    for (int i = 0; i < 5; i++) {
      decisions.next();
    }
    assertThat(read.get()).isBetween(10, 16);
  }

  @Test
  void neverWaitsForAnExecutorThatDoesNothing() {
    assertThat(POLICY.decide(learners(20, new AtomicInteger()), task -> {}, 8)).hasSize(20);
  }

  @Test
  void endsWhenItIsClosed() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    AtomicInteger read = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    Stream<StackCase> learners = learners(1_000, read).onClose(closed::incrementAndGet);
    try (Stream<Decision> decisions = POLICY.decide(learners, tasks::add, 10)) {
      assertThat(decisions.limit(3)).hasSize(3);
    }
    assertThat(closed).hasValue(1);
    assertThat(read.get()).isLessThan(20);
    assertThat(tasks).isNotEmpty();
    assertThat(tasks).allSatisfy(Runnable::run);
  }

  @Test
  void tellsMisuseWhereItHappens() {
    StackPolicy asks =
        policy("{'hold':{'achievement':{'param':'p'}}}", "'parameters':{'p':{'type':'string'}}");
    StackCase good = learner(1).toBuilder().parameter("p", "a0").build();
    Iterator<Decision> decisions =
        asks.decide(Stream.of(good, learner(1)), Runnable::run, 4).iterator();
    assertThat(decisions.next().earned()).isTrue();
    assertThatThrownBy(decisions::next).isInstanceOf(IllegalArgumentException.class);
    assertThat(decisions.hasNext()).isFalse();
    assertThatThrownBy(() -> POLICY.decide(Stream.of(good), Runnable::run, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
