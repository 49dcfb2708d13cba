package org.microcred.examples.quickstart;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.competency.CompetencyFramework;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingRow;
import org.microcred.stacking.HoldingRows;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;

/**
 * A folder of examples: a policy, the wallets of a table, and the decisions that are expected.
 *
 * @param name of the folder
 * @param policy the policy
 * @param expected what {@code expected.json} says
 */
record StackExample(String name, StackPolicy policy, JsonObject expected) {
  static final Path FOLDER = Path.of("src/main/resources/stacks");

  static StackExample of(String name) {
    try {
      return new StackExample(
          name,
          StackPolicy.parse(text(name, name + ".stack.json")),
          Json.readObject(text(name, "expected.json"), Limits.defaults()));
    } catch (InvalidDocumentException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  /** The folders that hold a table of wallets. */
  static List<String> names() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("expected.json")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name, String file) {
    try {
      return Files.readString(FOLDER.resolve(name).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the wallets. */
  List<String> wallets() {
    return expected.members().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof JsonObject)
        .map(Map.Entry::getKey)
        .filter(wallet -> !wallet.equals("parameters"))
        .toList();
  }

  /** What is expected of a wallet. */
  JsonObject of(JsonObject all, String wallet) {
    return (JsonObject) Objects.requireNonNull(all.members().get(wallet), wallet);
  }

  List<Holding> holdings(String wallet) {
    List<Holding> holdings = new ArrayList<>();
    rows()
        .forEach(
            row -> {
              if (!(row instanceof HoldingRow.Held held)) {
                throw new AssertionError(name + ": " + row);
              }
              if (held.learner().equals(wallet)) {
                holdings.add(held.holding());
              }
            });
    return holdings;
  }

  private Stream<HoldingRow> rows() {
    if (Files.exists(FOLDER.resolve(name).resolve("wallets.ndjson"))) {
      return HoldingRows.ndjson(new StringReader(text(name, "wallets.ndjson")));
    }
    try {
      return HoldingRows.csv(new StringReader(text(name, "wallets.csv")));
    } catch (InvalidDocumentException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  /** The question that a wallet puts. */
  StackCase.Builder question(String wallet) {
    StackCase.Builder question =
        StackCase.builder(
            LocalDate.parse(string(expected, "at").orElseThrow())
                .atTime(LocalTime.MAX.withNano(0))
                .toInstant(ZoneOffset.UTC));
    parameters(wallet).forEach(question::parameter);
    string(expected, "started").map(LocalDate::parse).ifPresent(question::started);
    string(expected, "framework").map(this::framework).ifPresent(question::framework);
    return question.holdings(holdings(wallet));
  }

  private CompetencyFramework framework(String file) {
    try {
      return CompetencyFramework.parse(text(name, file).getBytes(StandardCharsets.UTF_8));
    } catch (InvalidDocumentException e) {
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
  }

  /** Those of all wallets, and those of this one. */
  private Map<String, String> parameters(String wallet) {
    Map<String, String> values = new TreeMap<>();
    for (JsonObject where : List.of(expected, of(expected, wallet))) {
      if (where.members().get("parameters") instanceof JsonObject given) {
        given.members().keySet().forEach(p -> values.put(p, string(given, p).orElseThrow()));
      }
    }
    return values;
  }

  Decision decide(String wallet) {
    return policy.decide(question(wallet).build());
  }

  static Optional<String> string(JsonObject object, String member) {
    JsonValue value = object.members().get(member);
    return value instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
  }
}
