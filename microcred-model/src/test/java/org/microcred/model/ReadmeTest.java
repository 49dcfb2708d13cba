package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;

/** The code of the module's README, and what it prints. */
class ReadmeTest {
  private static final Path SOURCE = Path.of("src/test/java/org/microcred/model/ReadmeTest.java");

  @Test
  void printsWhatTheReadmeSays() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream old = System.out;
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      example();
    } finally {
      System.setOut(old);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactlyElementsOf(block("```").toList());
  }

  @Test
  void isTheCodeOfTheReadme() throws Exception {
    List<String> source = words(Files.readString(SOURCE));
    List<String> readme = words(String.join(" ", block("```java").toList()));
    assertThat(readme).hasSizeGreaterThan(20);
    assertThat(source).containsSequence(readme);
  }

  private static void example() throws InvalidDocumentException {
    var issuer = Profile.of("did:web:uni.example", "Example University");
    var python =
        Achievement.builder("https://uni.example/python-101", "Python 101").credits(5).build();
    var badge = AchievementCredential.builder(issuer, "did:example:ada", python).build();

    var text = Json.writePretty(badge.json());
    if (Credential.parse(text) instanceof AchievementCredential read) {
      System.out.println(read.subject().achievement().name());
    }

    var reading = Credential.read(badge.json().without("issuer"));
    reading.findings().failures().forEach(System.out::println);
  }

  /** The lines of the first block that begins so. */
  private static Stream<String> block(String fence) throws Exception {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    int start = 0;
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        if (!inside && lines.get(i).equals(fence)) {
          start = i + 1;
          break;
        }
        inside = !inside;
      }
    }
    return lines.subList(start, lines.size()).stream().takeWhile(line -> !line.startsWith("```"));
  }

  /** Without blanks, since the formatter breaks lines as it likes. */
  private static List<String> words(String code) {
    return Stream.of(code.replaceAll("\\s+", "").split("(?<=[;{}(),.])")).toList();
  }
}
