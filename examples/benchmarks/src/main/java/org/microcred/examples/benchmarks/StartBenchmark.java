package org.microcred.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A JVM of its own, from its start to its end. */
@State(Scope.Thread)
public class StartBenchmark {
  private static final Work NOTHING = Work.of(StartBenchmark.class, "nothing");

  static final List<Row> ROWS =
      List.of(
          Row.yardstick("Start of a JVM that does nothing", NOTHING),
          Row.beside(
                  NOTHING,
                  "… and verifies one badge, EDDSA_RDFC_2022, JDK",
                  Work.of(StartBenchmark.class, "firstVerification"))
              .atMostMilliseconds(300));

  private Path badge;

  /** Signs a badge. */
  @Setup
  public void setUp() throws IOException {
    badge = Files.createTempFile("badge", ".json");
    Files.write(
        badge, Issuer.of(SignatureAlgorithm.EDDSA).badge(ProofFormat.EDDSA_RDFC_2022).toBytes());
  }

  /** Removes the badge. */
  @TearDown
  public void tearDown() throws IOException {
    Files.delete(badge);
  }

  /** The yardstick: a program that does nothing. */
  @Benchmark
  public int nothing() throws IOException, InterruptedException {
    return run(List.of());
  }

  /** A program that verifies one badge. */
  @Benchmark
  public int firstVerification() throws IOException, InterruptedException {
    return run(List.of(badge.toString()));
  }

  private static int run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstVerification.class.getName()));
    command.addAll(arguments);
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("the program ended with status " + status);
    }
    return status;
  }
}
