package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** The example stacks through {@code microcred stack --unverified}. */
class StackExamplesTest {
  private static final Path FOLDER = Path.of("../quickstart/src/main/resources/stacks");
  private static final Map<String, Integer> STATUS =
      Map.of(
          "EARNED", ExitStatus.OK,
          "NOT_EARNED", ExitStatus.NO,
          "UNDETERMINED", ExitStatus.UNKNOWN);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(List<String> args) {
    return Microcred.run(
        args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  static Stream<Arguments> wallets() throws Exception {
    List<Arguments> wallets = new ArrayList<>();
    try (Stream<Path> folders = Files.list(FOLDER)) {
      for (Path folder : folders.sorted().toList()) {
        Path expected = folder.resolve("expected.json");
        if (Files.exists(expected)) {
          JsonObject all = Json.readObject(Files.readString(expected), Limits.defaults());
          all.members()
              .forEach(
                  (wallet, says) -> {
                    if (says instanceof JsonObject one && one.members().containsKey("outcome")) {
                      wallets.add(Arguments.of(folder.getFileName().toString(), wallet, all, one));
                    }
                  });
        }
      }
    }
    return wallets.stream();
  }

  @ParameterizedTest(name = "{1} of {0}")
  @MethodSource("wallets")
  void areDecidedAsExpected(String name, String wallet, JsonObject all, JsonObject expected) {
    Path folder = FOLDER.resolve(name);
    Path csv = folder.resolve("wallets.csv");
    List<String> args = new ArrayList<>(List.of("stack", "--unverified", "--learner", wallet));
    args.addAll(List.of("--policy", folder.resolve(name + ".stack.json").toString()));
    args.addAll(
        List.of(
            "--wallet",
            (Files.exists(csv) ? csv : folder.resolve("wallets.ndjson")).toString(),
            "--at",
            text(all.members().get("at"))));
    for (JsonObject where : List.of(all, expected)) {
      if (where.members().get("parameters") instanceof JsonObject given) {
        given.members().forEach((p, v) -> args.addAll(List.of("--param", p + "=" + text(v))));
      }
    }
    if (all.members().containsKey("started")) {
      args.addAll(List.of("--started", text(all.members().get("started"))));
    }
    if (all.members().containsKey("framework")) {
      args.addAll(
          List.of("--framework", folder.resolve(text(all.members().get("framework"))).toString()));
    }
    String outcome = text(expected.members().get("outcome"));
    assertThat(run(args)).as(out + err.toString()).isEqualTo(STATUS.get(outcome));
    assertThat(out.toString()).startsWith(outcome.replace('_', ' ') + ": https://");
    assertThat(err.toString()).isEmpty();
  }

  private static String text(@Nullable JsonValue value) {
    return ((JsonString) Objects.requireNonNull(value)).value();
  }

  @Test
  void aRowThatIsNoHoldingIsToldAndNothingDecided(@TempDir Path folder) throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("wallet.csv"), "learner,achievement,credits\na,course,many\n");
    List<String> args =
        List.of(
            "stack",
            "--unverified",
            "--policy",
            FOLDER.resolve("nea-salary/nea-salary.stack.json").toString(),
            "--wallet",
            table.toString());
    assertThat(run(args)).isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).contains("line 2", "many");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aParameterWithoutAValueIsMisuse() {
    Path folder = FOLDER.resolve("mqa-recognition");
    List<String> args =
        List.of(
            "stack",
            "--unverified",
            "--policy",
            folder.resolve("mqa-recognition.stack.json").toString(),
            "--wallet",
            folder.resolve("wallets.ndjson").toString());
    assertThat(run(args)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("level").hasLineCount(1);
  }
}
