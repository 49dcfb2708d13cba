package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** {@code microcred stack --plan}: what a learner with five of seven modules reads. */
class StackPlanTest {
  private static final Path FOLDER =
      Path.of("../quickstart/src/main/resources/stacks/remote-learning");

  private final StringWriter out = new StringWriter();

  private int plan(String wallet, String... more) {
    List<String> args = new ArrayList<>(List.of("stack", "--plan", "--unverified"));
    args.addAll(List.of("--policy", FOLDER.resolve("remote-learning.stack.json").toString()));
    args.addAll(List.of("--at", "2026-06-30"));
    args.addAll(List.of("--wallet", FOLDER.resolve("wallets/" + wallet + ".json").toString()));
    args.addAll(List.of(more));
    PrintWriter print = new PrintWriter(out, true);
    return Microcred.run(args.toArray(String[]::new), print, print);
  }

  @Test
  void withoutACatalogueSaysWhatIsMissingJointly() {
    assertThat(plan("five-of-seven")).as(out.toString()).isEqualTo(ExitStatus.NO);
    assertThat(out.toString().strip())
        .isEqualTo(
            """
            NOT EARNED: https://ltc.example/stacks/remote-learning version 2026-1, \
            at 2026-06-30T23:59:59Z
            Missing:
              module-6: 1 more
              module-7: 1 more
              together they must bring at least 10 (hour) for hours and 5 (hour) for synchronous""");
  }

  @Test
  void withACatalogueSaysWhatToTake() {
    assertThat(plan("five-of-seven", "--catalogue", FOLDER.resolve("catalogue.json").toString()))
        .as(out.toString())
        .isEqualTo(ExitStatus.NO);
    assertThat(out.toString().strip())
        .isEqualTo(
            """
            Cheapest plan, 12 hour:
              1. Access and equity: 6 hour, for module-6, hours and synchronous
              2. Safety, privacy and digital citizenship: 6 hour, for module-7, hours and synchronous""");
  }

  @Test
  void saysThatNothingIsMissing() {
    assertThat(plan("complete")).as(out.toString()).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("EARNED").contains("The award is earned already.");
  }

  @Test
  void isJsonToo() throws Exception {
    assertThat(plan("five-of-seven", "--json")).isEqualTo(ExitStatus.NO);
    JsonObject json = Json.readObject(out.toString(), Limits.defaults());
    assertThat(json.string("outcome")).contains("NOT_EARNED");
    assertThat(json.object("missing").orElseThrow().list("alternatives")).hasSize(1);
  }
}
