package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.model.Achievement;
import org.microcred.model.Alignment;
import org.microcred.model.InvalidDocumentException;

/** The code of the README's section on competency frameworks, and what it prints. */
class CompetencyReadmeTest {
  private static final Path SOURCE =
      Path.of("src/test/java/org/microcred/model/competency/CompetencyReadmeTest.java");

  @Test
  void printsWhatTheReadmeSays() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream old = System.out;
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      example(
          new Packages()
              .items("Programming", "Write loops", "Read code")
              .children("document", "Programming")
              .children("Programming", "Write loops", "Read code")
              .bytes(),
          Achievement.builder("https://uni.example/python-101", "Python 101")
              .alignment(Alignment.of("Loops", Packages.uri("Write loops")))
              .build());
    } finally {
      System.setOut(old);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactlyElementsOf(blocks().get(1).lines().toList());
  }

  @Test
  void isTheCodeOfTheReadme() throws Exception {
    String readme = withoutBlanks(blocks().get(0));
    assertThat(readme).hasSizeGreaterThan(200);
    assertThat(withoutBlanks(Files.readString(SOURCE))).contains(readme);
  }

  private static void example(byte[] casePackage, Achievement achievement)
      throws InvalidDocumentException {
    var framework = CompetencyFramework.parse(casePackage);
    for (var root : framework.roots()) {
      System.out.println(
          root.fullStatement() + ": " + framework.descendants(root).size() + " below");
    }
    for (var aligned : framework.aligned(achievement)) {
      System.out.println(aligned.competency().fullStatement() + ", by " + aligned.match());
    }
  }

  /** The two blocks of the section: the code, and what it prints. */
  private static List<String> blocks() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("## Competency frameworks"));
    String[] parts = section.split("```(java)?\n", -1);
    return List.of(parts[1], parts[3]);
  }

  /** Without blanks, since the formatter breaks lines as it likes. */
  private static String withoutBlanks(String code) {
    return code.replaceAll("\\s+", "");
  }
}
