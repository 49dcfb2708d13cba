package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Frameworks of a size at which a tree of objects would hurt. The property {@code
 * microcred.framework.items} scales the large one.
 */
class LargeFrameworkTest {
  private static final int LARGE = Integer.getInteger("microcred.framework.items", 100_000);
  private static final int MEASURED = 10_000;

  @Test
  void loadsInSeconds() throws Exception {
    byte[] bytes = Packages.tree(LARGE);
    long start = System.nanoTime();
    CompetencyFramework framework = CompetencyFramework.parse(bytes);
    Duration load = Duration.ofNanos(System.nanoTime() - start);

    start = System.nanoTime();
    int below = 0;
    for (Competency root : framework.roots()) {
      below += framework.descendants(root).size();
    }
    String last = "c" + (LARGE - 1);
    assertThat(framework.find(Packages.uri(last)).orElseThrow().fullStatement()).isEqualTo(last);
    assertThat(framework.byCode("K." + (LARGE - 1))).hasSize(1);
    Duration lookups = Duration.ofNanos(System.nanoTime() - start);

    System.out.printf(
        "framework of %,d competencies: %,d bytes, loaded in %,d ms; walked in %,d ms%n",
        LARGE, bytes.length, load.toMillis(), lookups.toMillis());
    assertThat(framework.size()).isEqualTo(LARGE);
    assertThat(framework.warnings()).isEmpty();
    assertThat(below).isEqualTo(LARGE - 10);
    // Seconds on a quiet machine; the bound is there for what would not end.
    assertThat(load).isLessThan(Duration.ofMinutes(3));
  }

  @Test
  void needsLittleMoreThanItsPackage() throws Exception {
    byte[] bytes = Packages.tree(MEASURED);
    // Classes and caches are not the framework's.
    assertThat(CompetencyFramework.parse(Packages.tree(10)).size()).isEqualTo(10);
    long before = used();
    CompetencyFramework framework = CompetencyFramework.parse(bytes);
    long retained = used() - before;
    System.out.printf(
        "framework of %,d competencies: %,d bytes of JSON, %,d bytes retained (%.2f times)%n",
        MEASURED, bytes.length, retained, (double) retained / bytes.length);
    assertThat(framework.size()).isEqualTo(MEASURED);
    assertThat(retained).isLessThan(3L * bytes.length);
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(20);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
