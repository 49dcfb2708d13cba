package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the module's README, its policy, and what it prints. */
class ReadmeTest {
  private static final Path SOURCE =
      Path.of("src/test/java/org/microcred/stacking/ReadmeTest.java");

  @Test
  void printsWhatTheReadmeSays() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream old = System.out;
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      example(blocks().get(1), Policies.NOW);
    } finally {
      System.setOut(old);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(blocks().get(2));
  }

  @Test
  void isTheCodeOfTheReadme() throws Exception {
    String readme = blocks().get(0).replaceAll("\\s+", "");
    assertThat(readme).hasSizeGreaterThan(100);
    assertThat(Files.readString(SOURCE).replaceAll("\\s+", "")).contains(readme);
  }

  private static void example(String json, Instant now) throws Exception {
    var policy = StackPolicy.parse(json);
    var networking = Holding.builder("urn:badge:1", "NET-101").name("Networking 101").build();
    var project = Holding.builder("urn:badge:2", "project").credits(30).build();

    var decision =
        policy.decide(StackCase.builder(now).holding(networking).holding(project).build());
    System.out.print(decision.explain());
  }

  /** What stands between fences. */
  private static List<String> blocks() throws Exception {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (line.startsWith("```")) {
        if (inside) {
          blocks.add(block.toString());
        }
        block.setLength(0);
        inside = !inside;
      } else if (inside) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }
}
