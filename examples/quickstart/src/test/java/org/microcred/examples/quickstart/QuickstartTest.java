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
    assertThat(lines.get(0)).startsWith("NOT EARNED: ");
    assertThat(lines).contains("EARNED");
    assertThat(verdicts(lines, "VERIFIED: ")).isEqualTo(1);
    assertThat(verdicts(lines, "REJECTED: ")).isEqualTo(1);
    assertThat(verdicts(lines, "VERIFIED ")).isEqualTo(1);
    assertThat(verdicts(lines, "REJECTED ")).isEqualTo(2);
    assertThat(verdicts(lines, "UNDETERMINED ")).isEqualTo(2);
  }

  @Test
  void isTheProgramOfReadme() throws IOException {
    String source = Files.readString(SOURCE);
    List<String> blocks = blocks("java");
    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0)).isEqualTo(region(source, "issue, verify, decide"));
    assertThat(blocks.get(1)).isEqualTo(region(source, "a badge"));
  }

  @Test
  void printsWhatReadmeShows() throws Exception {
    String printed = withoutNames(output());
    assertThat(printed).startsWith(withoutNames(blocks("text").get(0)));
  }

  private static long verdicts(List<String> lines, String verdict) {
    return lines.stream().filter(line -> line.startsWith(verdict)).count();
  }

  private static String output() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Quickstart.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The fenced blocks of that kind. */
  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(README))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** What stands between a comment with that name and the one that ends it, without its indent. */
  private static String region(String source, String name) {
    Matcher matcher =
        Pattern.compile("( *)// README: " + name + "\n(.*?)\n* *// README ends", Pattern.DOTALL)
            .matcher(source);
    assertThat(matcher.find()).as(name).isTrue();
    return matcher.group(2).replaceAll("(?m)^" + matcher.group(1), "") + "\n";
  }

  /** Ids, keys, digests and instants differ from run to run. */
  private static String withoutNames(String text) {
    return text.replaceAll("urn:uuid:[-0-9a-f]+", "urn:uuid:*")
        .replaceAll("did:key:\\w+", "did:key:*")
        .replaceAll("sha256-[\\w+/=…]+", "sha256-*")
        .replaceAll("used Remote learning, module \\d, .*", "used *")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "*");
  }
}
