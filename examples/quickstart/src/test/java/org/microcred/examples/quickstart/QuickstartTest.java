package org.microcred.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README shows is what the program is and does. */
class QuickstartTest {
  private static final Path README = Path.of("../../README.md");
  private static final Path SOURCE =
      Path.of("src/main/java/org/microcred/examples/quickstart/Quickstart.java");

  @Test
  void givesTheVerdictsThatItsCommentsPromise() throws Exception {
    List<String> lines = output().lines().toList();
    assertThat(lines.stream().filter(line -> line.startsWith("VERIFIED "))).hasSize(7);
    assertThat(lines.stream().filter(line -> line.startsWith("REJECTED "))).hasSize(3);
    assertThat(lines.stream().filter(line -> line.startsWith("UNDETERMINED "))).hasSize(2);
    assertThat(lines).contains("EARNED").anyMatch(line -> line.startsWith("NOT EARNED"));
    assertThat(lines.stream().filter(line -> line.startsWith("VERIFIED: "))).hasSize(1);
  }

  @Test
  void isTheProgramOfReadme() throws IOException {
    String source = withoutBlanks(Files.readString(SOURCE));
    for (String line : block("java").lines().filter(l -> !l.isBlank()).toList()) {
      assertThat(source).contains(withoutBlanks(line));
    }
  }

  @Test
  void printsWhatReadmeShows() throws Exception {
    String shown = block("text");
    String printed = withoutNames(output());
    for (String line : shown.lines().filter(l -> !l.isBlank()).toList()) {
      assertThat(printed).contains(withoutNames(line).strip());
    }
  }

  private static String output() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Quickstart.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The first fenced block of that kind. */
  private static String block(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));
    assertThat(matcher.find()).as("a block of " + language).isTrue();
    return matcher.group(1);
  }

  /** Ids, keys, digests and instants differ from run to run. */
  private static String withoutNames(String text) {
    return text.replaceAll("urn:uuid:[-0-9a-f]+", "urn:uuid:*")
        .replaceAll("did:key:\\w+", "did:key:*")
        .replaceAll("sha256-[\\w+/=…]+", "sha256-*")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "*");
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s+", "");
  }
}
