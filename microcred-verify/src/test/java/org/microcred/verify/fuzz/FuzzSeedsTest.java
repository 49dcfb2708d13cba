package org.microcred.verify.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every seed again, also those that once were findings. */
class FuzzSeedsTest {
  /** The first input of a target also loads contexts and keys. */
  private static final Duration BOUND = Duration.ofSeconds(10);

  @TestFactory
  Stream<DynamicContainer> replay() {
    return Stream.of(FuzzTarget.values())
        .map(target -> dynamicContainer(target.folder(), replay(target)));
  }

  private static Stream<DynamicTest> replay(FuzzTarget target) {
    return Seeds.of(target).entrySet().stream()
        .map(
            seed ->
                dynamicTest(
                    seed.getKey(),
                    () -> assertTimeoutPreemptively(BOUND, () -> target.feed(seed.getValue()))));
  }
}
