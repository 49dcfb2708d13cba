package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.policy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.stacking.RowColumns.Attribute;

/** Holdings from plain tables. */
class HoldingRowsTest {
  private static final RowColumns COLUMNS =
      RowColumns.of("course")
          .with(Attribute.LEARNER, "student")
          .with(Attribute.CREDITS, "credits")
          .with(Attribute.AWARDED, "on")
          .with(Attribute.TAGS, "tags")
          .with(Attribute.STANDING, "standing");

  private static List<HoldingRow> csv(String text) throws InvalidDocumentException {
    return HoldingRows.csv(new StringReader(text), COLUMNS).toList();
  }

  private static List<HoldingRow> rows(String lines) throws InvalidDocumentException {
    return csv("student,course,credits,on,tags,standing,Track\n" + lines);
  }

  private static List<String> errors(HoldingRow row) {
    return ((HoldingRow.Refused) row)
        .violations().stream().map(v -> v.code() + " " + v.pointer()).toList();
  }

  @Test
  void columnsWithTheNamesOfTheirAttributesNeedNoWord() throws Exception {
    Holding expected =
        Holding.builder("line:2", "a")
            .credits(3)
            .usedIn("urn:x")
            .usedIn("urn:y")
            .fact("Track", "paid")
            .build();
    assertThat(
            HoldingRows.csv(
                new StringReader(
                    "learner,achievement,credits,used_in,Track\nada,a,3,urn:x;urn:y,paid\n")))
        .containsExactly(new HoldingRow.Held(2, "ada", expected));
    assertThat(
            HoldingRows.ndjson(
                new StringReader(
                    "\n{\"learner\":\"ada\",\"achievement\":\"a\",\"credits\":3,"
                        + "\"used_in\":[\"urn:x\",\"urn:y\"],\"Track\":\"paid\"}\n")))
        .containsExactly(new HoldingRow.Held(2, "ada", expected));
    assertThatThrownBy(() -> HoldingRows.csv(new StringReader("learner,course\n")))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e ->
                assertThat(e.violations())
                    .extracting(Violation::code)
                    .containsExactly("row.required"));
  }

  @Nested
  class Csv {
    @Test
    void readsWhatItsColumnsSay() throws Exception {
      HoldingRow.Held held =
          (HoldingRow.Held) rows("ada,a,0.1,2026-03-01,core; live,active,paid\n").get(0);
      assertThat(held.line()).isEqualTo(2);
      assertThat(held.learner()).isEqualTo("ada");
      assertThat(held.holding())
          .isEqualTo(
              Holding.builder("line:2", "a")
                  .credits(new BigDecimal("0.1"))
                  .awarded(LocalDate.of(2026, 3, 1))
                  .tag("core")
                  .tag("live")
                  .fact("Track", "paid")
                  .build());
    }

    @Test
    void leavesOpenWhatACellDoesNotSay() throws Exception {
      HoldingRow.Held held = (HoldingRow.Held) rows(",a,,,,,").get(0);
      assertThat(held.learner()).isEmpty();
      assertThat(held.holding()).isEqualTo(Holding.builder("line:2", "a").build());
    }

    @Test
    void addsDecimalsExactly() throws Exception {
      StackPolicy policy =
          policy(
              "{'sum':{'of':'credits','unit':'h'},'atLeast':1}", "'set':[{'facts':{'unit':'h'}}]");
      List<Holding> tenths =
          rows(",a,0.1,,,,\n".repeat(10)).stream()
              .map(row -> ((HoldingRow.Held) row).holding())
              .toList();
      assertThat(policy.decide(StackCase.builder(NOW).holdings(tenths).build()).earned()).isTrue();
      assertThat(
              policy
                  .decide(StackCase.builder(NOW).holdings(tenths.subList(0, 9)).build())
                  .outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void tellsEveryRowThatIsNone() throws Exception {
      List<HoldingRow> rows =
          rows(
              """
              ada,a,1,2026-03-01,,,
              ada,,1.2.3,2026-02-30,,gone,
              ada,a

              ada,a,-1,,,,
              ada,a"b,1,,,,
              ada,b,2,2026-03-02T10:00:00Z,,,
              """);
      assertThat(rows).extracting(HoldingRow::line).containsExactly(2L, 3L, 4L, 6L, 7L, 8L);
      assertThat(errors(rows.get(1)))
          .containsExactlyInAnyOrder(
              "row.required /3/course",
              "row.number /3/credits",
              "row.date /3/on",
              "row.value /3/standing");
      assertThat(errors(rows.get(2))).containsExactly("row.csv /4");
      assertThat(errors(rows.get(3))).containsExactly("row.number /6/credits");
      assertThat(errors(rows.get(4))).containsExactly("row.csv /7");
      assertThat(rows.get(5)).isInstanceOf(HoldingRow.Held.class);
    }

    @Test
    void readsQuotedCellsOverSeveralLines() throws Exception {
      List<HoldingRow> rows =
          csv(
              "\ufeff"
                  + """
                  course,student,credits,on,tags,standing
                  "a, ""b""
                  c",ada,1,,,
                  d,ada,1,,,
                  """
                      .replace("\n", "\r\n"));
      assertThat(((HoldingRow.Held) rows.get(0)).holding().achievements())
          .containsExactly("a, \"b\"\r\nc");
      assertThat(rows).extracting(HoldingRow::line).containsExactly(2L, 4L);
    }

    @Test
    void tellsAQuoteThatIsNeverClosed() throws Exception {
      assertThat(errors(rows("ada,\"a,1,,,,\nada,b,2,,,,\n").get(0))).containsExactly("row.csv /2");
    }

    @Test
    void needsItsColumns() {
      assertThatThrownBy(() -> csv("course,credits\na,1\n"))
          .isInstanceOf(InvalidDocumentException.class)
          .hasMessageContaining("is missing");
      assertThatThrownBy(() -> csv("")).isInstanceOf(InvalidDocumentException.class);
      assertThatThrownBy(() -> csv("course,course\n")).isInstanceOf(InvalidDocumentException.class);
    }

    @Test
    void readsNoFurtherThanItIsAsked() throws Exception {
      Reader endless =
          new Reader() {
            private int at;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
              if (at++ > 50) {
                throw new IOException("cut");
              }
              String line = at == 1 ? "course\n" : "a\n";
              line.getChars(0, line.length(), buffer, offset);
              return line.length();
            }

            @Override
            public void close() {}
          };
      var rows = HoldingRows.csv(endless, RowColumns.of("course"));
      assertThat(rows.limit(3)).hasSize(3);
      assertThatThrownBy(() -> HoldingRows.csv(endless, RowColumns.of("a")).forEach(row -> {}))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Nested
  class Ndjson {
    @Test
    void readsObjectsALine() {
      List<HoldingRow> rows =
          HoldingRows.ndjson(
                  new StringReader(
                      "{\"course\":\"a\",\"credits\":0.10,\"tags\":[\"x\",\"y\"],\"Paid\":true}\n"
                          + "\n{\"course\":\"b\",\"credits\":\"2\",\"on\":null}"),
                  COLUMNS)
              .toList();
      Holding first = ((HoldingRow.Held) rows.get(0)).holding();
      assertThat(first.credits()).contains(new BigDecimal("0.1"));
      assertThat(first.tags()).containsExactly("x", "y");
      assertThat(first.facts()).containsEntry("Paid", List.of("true"));
      assertThat(rows.get(1).line()).isEqualTo(3);
    }

    @Test
    void tellsEveryRowThatIsNone() {
      List<HoldingRow> rows =
          HoldingRows.ndjson(
                  new StringReader(
                      """
                      {"course":"a"
                      [1]
                      {"course":{"id":"a"}}
                      {"course":["a","b"]}
                      {"course":"a","course":"b"}
                      """),
                  COLUMNS)
              .toList();
      assertThat(rows).hasSize(5).allMatch(row -> row instanceof HoldingRow.Refused);
      assertThat(errors(rows.get(2))).containsExactly("row.value /3/course");
      assertThat(errors(rows.get(3))).containsExactly("row.value /4/course");
      assertThat(((HoldingRow.Refused) rows.get(4)).violations())
          .extracting(Violation::code)
          .containsExactly("json.duplicate-member");
    }
  }

  @Property(tries = 300)
  void everyLineIsARowOrToldWhateverItSays(@ForAll String text) throws Exception {
    for (HoldingRow row : rows(text)) {
      assertThat(row.line()).isPositive();
    }
    for (HoldingRow row : HoldingRows.ndjson(new StringReader(text), COLUMNS).toList()) {
      assertThat(row.line()).isPositive();
    }
  }
}
