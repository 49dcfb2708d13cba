package org.microcred.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.examples.quickstart.StackExample.string;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Missing;
import org.microcred.stacking.Unused;
import org.microcred.stacking.Use;

/** Every wallet of every example, against what its author expects. */
class StackExamplesTest {
  static Stream<Arguments> wallets() {
    return StackExample.names().stream()
        .map(StackExample::of)
        .flatMap(example -> example.wallets().stream().map(w -> Arguments.of(example, w)));
  }

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("wallets")
  void isDecidedAsExpected(StackExample example, String wallet) {
    JsonObject expected = example.of(example.expected(), wallet);
    Decision decision = example.decide(wallet);
    SoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(decision.outcome()).hasToString(string(expected, "outcome").orElse(""));
          softly.assertThat(decision.proved()).isTrue();
          if (expected.members().get("used") instanceof JsonObject used) {
            softly.assertThat(used(decision)).as("used").isEqualTo(lists(used));
          }
          if (expected.members().get("amounts") instanceof JsonObject amounts) {
            softly.assertThat(amounts(decision)).as("amounts").isEqualTo(strings(amounts));
          }
          if (expected.members().containsKey("used")) {
            softly.assertThat(unused(decision)).as("unused").isEqualTo(reasons(expected));
          }
          if (!alternatives(expected).isEmpty()) {
            softly.assertThat(missing(decision)).as("missing").isEqualTo(alternatives(expected));
          }
          softly
              .assertThat(by(decision))
              .as("by")
              .isEqualTo(string(expected, "by").stream().map(LocalDate::parse).toList());
          softly
              .assertThat(decision.optional())
              .as("optional")
              .extracting(Holding::id)
              .isEqualTo(
                  expected.members().get("optional") instanceof JsonArray optional
                      ? texts(optional)
                      : List.of());
          softly.assertThat(decision.explain()).startsWith(heading(decision));
        });
  }

  private static String heading(Decision decision) {
    return decision.outcome().name().replace('_', ' ') + ": " + decision.policyId();
  }

  /** The ids of what each rule uses, in alphabetical order. */
  private static Map<String, List<String>> used(Decision decision) {
    Map<String, List<String>> used = new TreeMap<>();
    for (Use use : decision.uses()) {
      used.computeIfAbsent(use.rule(), rule -> new ArrayList<>()).add(use.holding().id());
    }
    used.values().forEach(ids -> ids.sort(null));
    return used;
  }

  private static Map<String, String> amounts(Decision decision) {
    Map<String, String> amounts = new TreeMap<>();
    for (Use use : decision.uses()) {
      amounts.put(
          use.rule() + " " + use.holding().id(), use.amount().stripTrailingZeros().toPlainString());
    }
    return amounts;
  }

  private static Map<String, String> unused(Decision decision) {
    Map<String, String> unused = new TreeMap<>();
    for (Unused one : decision.unused()) {
      unused.put(one.id(), one.reason().name());
    }
    return unused;
  }

  /** What each way to the award asks for, all of it together. */
  private static List<Map<String, String>> missing(Decision decision) {
    return decision.missing().alternatives().stream().map(StackExamplesTest::together).toList();
  }

  private static Map<String, String> together(Missing.Alternative way) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    way.items()
        .forEach(
            item ->
                item.needs()
                    .forEach(need -> sums.merge(need.rule(), need.atLeast(), BigDecimal::add)));
    Map<String, String> missing = new TreeMap<>();
    sums.forEach((rule, sum) -> missing.put(rule, sum.stripTrailingZeros().toPlainString()));
    return missing;
  }

  private static List<Map<String, String>> alternatives(JsonObject expected) {
    if (expected.members().get("missing") instanceof JsonArray several) {
      return several.items().stream().map(way -> strings((JsonObject) way)).toList();
    }
    return expected.members().get("missing") instanceof JsonObject one
        ? List.of(strings(one))
        : List.of();
  }

  private static Map<String, String> reasons(JsonObject expected) {
    return expected.members().get("unused") instanceof JsonObject unused
        ? strings(unused)
        : Map.of();
  }

  private static List<LocalDate> by(Decision decision) {
    return decision.missing().alternatives().stream()
        .flatMap(way -> way.items().stream())
        .flatMap(item -> item.by().stream())
        .distinct()
        .toList();
  }

  private static Map<String, List<String>> lists(JsonObject object) {
    Map<String, List<String>> lists = new TreeMap<>();
    object.members().forEach((rule, ids) -> lists.put(rule, texts((JsonArray) ids)));
    return lists;
  }

  private static Map<String, String> strings(JsonObject object) {
    Map<String, String> strings = new TreeMap<>();
    object.members().forEach((name, text) -> strings.put(name, ((JsonString) text).value()));
    return strings;
  }

  private static List<String> texts(JsonArray array) {
    return array.items().stream().map(item -> ((JsonString) item).value()).toList();
  }

  @Test
  void everyExampleHasAWalletThatEarnsAndOneThatDoesNot() {
    assertThat(StackExample.names()).hasSizeGreaterThanOrEqualTo(13);
    for (String name : StackExample.names()) {
      StackExample example = StackExample.of(name);
      assertThat(example.wallets().stream().map(example::decide).map(Decision::earned))
          .as(name)
          .contains(true, false);
    }
  }

  @Test
  void everyPolicySaysWhatItIsAfterAndWhatAreExampleValues() throws IOException {
    String readme = Files.readString(StackExample.FOLDER.resolve("README.md"));
    for (String name : StackExample.names()) {
      assertThat(StackExample.of(name).policy().note())
          .as(name)
          .hasValueSatisfying(note -> assertThat(note).contains("After ", "example value"));
      assertThat(readme).contains("`" + name + "`");
    }
  }
}
