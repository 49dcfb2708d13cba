package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.microcred.verify.internal.ProblemCatalogue;
import org.microcred.verify.internal.Words;

/** The golden list of problem codes: every code in the compiled classes, and no other, is in it. */
class ProblemCatalogueTest {
  private static final Pattern CODE =
      Pattern.compile(
          "(envelope|json|limit|form|model|vc|vp|ob|ob2|clr|case|eu|digest|image|csv|schema|refresh|context|key|proof|jwt|sd-jwt|key-binding|cbor|cose|issuer|holder|validity|status"
              + "|recipient|evidence|grant|embedded|trust|policy|row|record|audit)\\.[a-z0-9]+(-[a-z0-9]+)*");

  @Test
  void listsExactlyTheCodesThatTheClassesHold() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (var type : new ClassFileImporter().importPackages("org.microcred")) {
      String location = type.getSource().orElseThrow().getUri().toString();
      if (!location.contains("test-classes") && !location.contains("-tests.jar")) {
        constants(type.getName()).stream()
            .map(text -> text.replaceFirst("#[a-z-]+$", "")) // the variant of a sentence
            .filter(text -> CODE.matcher(text).matches())
            .forEach(used::add);
      }
    }
    assertThat(used).hasSizeGreaterThan(40);
    assertThat(without(used, ProblemCatalogue.codes())).as("codes without a title").isEmpty();
    assertThat(without(ProblemCatalogue.codes(), used)).as("titles without a code").isEmpty();
  }

  @Test
  void neverForgetsACode() throws IOException {
    // Append only: a code that was given once keeps its name and its meaning.
    List<String> golden = Files.readAllLines(Path.of("src/test/resources/problem-codes.txt"));
    assertThat(golden).isSorted().doesNotHaveDuplicates();
    assertThat(new TreeSet<>(golden)).isEqualTo(new TreeSet<>(ProblemCatalogue.codes()));
  }

  @Test
  void givesEveryCodeATitleInGerman() {
    assertThat(Words.own("problems_de"))
        .as("give every code a title in problems_de.properties, too")
        .isEqualTo(ProblemCatalogue.codes());
  }

  @Test
  void givesEveryCodeATitleAndAType() {
    for (String code : ProblemCatalogue.codes()) {
      assertThat(ProblemCatalogue.title(code, Locale.ROOT)).isNotBlank().doesNotContain("\n");
      assertThat(ProblemCatalogue.type(code).isAbsolute()).isTrue();
    }
  }

  private static Set<String> without(Set<String> codes, Set<String> others) {
    Set<String> rest = new TreeSet<>(codes);
    rest.removeAll(others);
    return rest;
  }

  /** The text constants of a class file (JVMS §4.4). */
  private static List<String> constants(String type) throws IOException {
    String resource = "/" + type.replace('.', '/') + ".class";
    try (InputStream bytes = ProblemCatalogueTest.class.getResourceAsStream(resource);
        DataInputStream in = new DataInputStream(bytes)) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      List<String> texts = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        switch (in.readUnsignedByte()) {
          case 1 -> texts.add(in.readUTF());
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          default -> throw new IOException("an unknown constant");
        }
      }
      return texts;
    }
  }
}
