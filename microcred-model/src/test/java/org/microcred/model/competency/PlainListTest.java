package org.microcred.model.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;

/** Plain lists: CSV in, a framework out. */
class PlainListTest {
  private static final FrameworkDocument SKILLS =
      FrameworkDocument.of(
          "https://skills.example/", "Skills", "Example", Instant.parse("2026-01-31T00:00:00Z"));

  private static CompetencyFramework list(String csv, ListColumns columns) throws Exception {
    return CompetencyFramework.ofList(
        SKILLS, csv.getBytes(StandardCharsets.UTF_8), columns, FrameworkLimits.defaults());
  }

  private static List<String> faults(String csv) {
    InvalidDocumentException thrown =
        catchThrowableOfType(InvalidDocumentException.class, () -> list(csv, ListColumns.PLAIN));
    assertThat(thrown).as("the list is refused").isNotNull();
    return thrown.violations().stream().map(v -> v.code() + " " + v.pointer()).toList();
  }

  private static List<String> names(List<Competency> competencies) {
    return competencies.stream().map(Competency::fullStatement).toList();
  }

  @Test
  void becomeATree() throws Exception {
    CompetencyFramework framework =
        list(
            """
            uri,label,parent
            u:1,maths,
            u:3,"adding, and ""taking away""
            numbers",u:2
            u:2,numbers,u:1
            u:4,shapes,u:1|u:9
            """,
            ListColumns.PLAIN);
    assertThat(framework.document()).isEqualTo(SKILLS);
    assertThat(framework.warnings()).isEmpty();
    assertThat(names(framework.roots())).containsExactly("maths");
    assertThat(names(framework.descendants(framework.find("u:1").orElseThrow())))
        .containsExactly("numbers", "adding, and \"taking away\"\nnumbers", "shapes");
    assertThat(framework.associations(framework.find("u:4").orElseThrow()))
        .extracting(a -> a.destinationNodeURI().title())
        .containsExactly("maths", "u:9");
    assertThat(framework.byIdentifier(framework.find("u:2").orElseThrow().identifier()))
        .isEqualTo(framework.find("u:2"));
  }

  @Test
  void areTheSameAsTheirPackage() throws Exception {
    CompetencyFramework framework = list("uri,label,parent\nu:1,a,\n", ListColumns.PLAIN);
    CompetencyFramework again = CompetencyFramework.parse(framework.toBytes());
    assertThat(again.competencies()).isEqualTo(framework.competencies());
    assertThat(again.associations()).isEqualTo(framework.associations());
  }

  @Test
  void haveTheColumnsThatTheCallerNames() throws Exception {
    CompetencyFramework framework =
        list(
            """
            \uFEFFconceptType,conceptUri,preferredLabel,description,code\r
            Skill,u:1,swim,"in water",S1\r
            Skill,u:2,run,,\
            """,
            ListColumns.of("conceptUri", "preferredLabel")
                .withDescription("description")
                .withCode("code"));
    Competency swim = framework.byCode("S1").get(0);
    assertThat(swim.fullStatement()).isEqualTo("swim");
    assertThat(swim.notes()).contains("in water");
    Competency run = framework.find("u:2").orElseThrow();
    assertThat(run.notes()).isEmpty();
    assertThat(run.humanCodingScheme()).isEmpty();
    assertThat(names(framework.roots())).containsExactly("swim", "run");
  }

  @Test
  void areRefusedWithAllFaultsAndTheirLines() {
    assertThat(
            faults(
                """
                uri,label,parent
                u:1,"two
                lines",
                no uri,b,
                u:1,c,no parent
                u:2, ,
                u:3,d
                https://skills.example/,e,
                """))
        .containsExactly(
            "model.uri /4/uri",
            "model.uri /5/parent",
            "case.duplicate-uri /5/uri",
            "model.blank /6/label",
            "case.csv /7",
            "case.duplicate-uri /8/uri");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "uri,label                    ; case.csv /1/parent",
        "uri,label,parent,label       ; case.csv /1/label",
        "uri,label,parent|u:1,a\"b,   ; case.csv /2",
        "uri,label,parent|u:1,\"a\"b, ; case.csv /2",
        "uri,label,parent|u:1,\"a,    ; case.csv /2",
        "uri,label,parent||u:1,a,     ; case.csv /2",
        "uri,label,parent#            ; case.csv /1",
      })
  void areRefusedWhenTheyAreNoCsv(String csv, String fault) {
    assertThat(faults(csv.replace('|', '\n').replace("#", "\rx"))).containsExactly(fault);
  }

  @Test
  void areRefusedWhenTheyAreEmptyOrNoText() throws Exception {
    assertThat(faults(""))
        .containsExactly("case.csv /1/uri", "case.csv /1/label", "case.csv /1/parent");
    assertThat(faults("x,".repeat(1_001))).containsExactly("case.csv /1");
    byte[] latin = "uri,label,parent\nu:1,é,".getBytes(StandardCharsets.ISO_8859_1);
    InvalidDocumentException thrown =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () ->
                CompetencyFramework.ofList(
                    SKILLS, latin, ListColumns.PLAIN, FrameworkLimits.defaults()));
    assertThat(thrown.violations()).extracting(Violation::code).containsExactly("json.encoding");
  }

  @Test
  void endAtTheLimits() {
    FrameworkLimits few =
        new FrameworkLimits(400, 1, Limits.defaults().toBuilder().stringLength(20).build());
    assertThat(codes("uri,label,parent\nu:1,a,\nu:2,b,", few)).containsExactly("limit.objects");
    assertThat(codes("uri,label,parent\nu:1," + "a".repeat(21), few))
        .containsExactly("limit.string");
    // One line, but three times as long as an association.
    assertThat(codes("uri,label,parent\nu:1,a,u:2|u:3|u:4", few)).containsExactly("limit.document");
    assertThat(codes("x".repeat(401), few)).containsExactly("limit.document");
  }

  private static List<String> codes(String csv, FrameworkLimits limits) {
    InvalidDocumentException thrown =
        catchThrowableOfType(
            InvalidDocumentException.class,
            () ->
                CompetencyFramework.ofList(
                    SKILLS, csv.getBytes(StandardCharsets.UTF_8), ListColumns.PLAIN, limits));
    return thrown.violations().stream().map(Violation::code).toList();
  }
}
