package org.microcred.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;

/** The remote-learning stack over its example wallets, unsigned, against the expected decisions. */
class RemoteLearningStackTest {
  private static final Instant AT = Instant.parse("2026-06-30T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "complete, EARNED",
    "repeated, EARNED",
    "short-of-hours, NOT_EARNED",
    "five-of-seven, NOT_EARNED",
    "attendance, NOT_EARNED",
    "lapsed, NOT_EARNED"
  })
  void decidesEveryWalletAsExpected(String wallet, String outcome) throws Exception {
    Decision decision = decide(wallet);
    assertThat(decision.outcome()).hasToString(outcome);
    assertThat(decision.proved()).isTrue();
    assertThat(decision.toJson())
        .isEqualTo(Json.read(text("expected/" + wallet + ".json"), Limits.defaults()));
  }

  @Test
  void saysWhatTwoModulesWouldBring() throws Exception {
    assertThat(decide("five-of-seven").explain())
        .contains(
            "Missing:\n"
                + "  module-6: 1 more\n"
                + "  module-7: 1 more\n"
                + "  together they must bring at least 10 (hour) for hours"
                + " and 5 (hour) for synchronous\n");
  }

  private static Decision decide(String wallet) throws Exception {
    StackPolicy policy = StackPolicy.parse(text("remote-learning.stack.json"));
    StackCase.Builder stackCase = StackCase.builder(AT);
    JsonArray badges =
        (JsonArray) Json.read(text("wallets/" + wallet + ".json"), Limits.defaults());
    for (JsonValue badge : badges.items()) {
      Credential credential = Credential.parse(Json.write((JsonObject) badge));
      stackCase.holding(Holding.of((AchievementCredential) credential));
    }
    return policy.decide(stackCase.build());
  }

  private static String text(String name) throws Exception {
    try (InputStream in =
        RemoteLearningStackTest.class.getResourceAsStream("/stacks/remote-learning/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
