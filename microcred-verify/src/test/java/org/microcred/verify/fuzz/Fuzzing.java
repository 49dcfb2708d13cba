package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs Jazzer on each target in a process of its own, in the profile {@code fuzz}. What it finds
 * lies in {@code target/fuzz}; a finding that is repaired becomes a seed.
 */
class Fuzzing {
  private static final String SECONDS = System.getProperty("microcred.fuzz.seconds", "60");
  private static final String TARGETS = System.getProperty("microcred.fuzz.targets", "");

  /** libFuzzer ends a single input after so many seconds. */
  private static final int BOUND = 10;

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  void findsNothing(FuzzTarget target) throws IOException, InterruptedException {
    if (!TARGETS.isEmpty() && !List.of(TARGETS.split(",")).contains(target.folder())) {
      return;
    }
    Path work = Path.of("target", "fuzz", target.folder());
    Path corpus = Files.createDirectories(work.resolve("corpus"));
    Path log = work.resolve("log.txt");
    Process fuzzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.util.logging.config.file="
                    + System.getProperty("java.util.logging.config.file", ""),
                "-D" + Fuzzer.TARGET + "=" + target.name(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzer.class.getName(),
                "--instrumentation_includes=org.microcred.**",
                "-max_total_time=" + SECONDS,
                "-timeout=" + BOUND,
                "-artifact_prefix=" + work.toAbsolutePath() + "/",
                "--reproducer_path=" + work.toAbsolutePath(),
                "-print_final_stats=1",
                corpus.toString(),
                Seeds.folder(target).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = fuzzer.waitFor();
    List<String> said = Files.readAllLines(log);
    System.out.printf(
        Locale.ROOT,
        "%s: %s executions in %s s%n",
        target.folder(),
        said.stream()
            .filter(line -> line.startsWith("stat::number_of_executed_units:"))
            .map(line -> line.substring(line.indexOf(':', 6) + 1).strip())
            .findFirst()
            .orElse("?"),
        SECONDS);
    assertThat(exit)
        .as("%s", String.join("\n", said.subList(Math.max(0, said.size() - 60), said.size())))
        .isZero();
  }
}
