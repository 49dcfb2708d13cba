package org.microcred.examples.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.microcred.model.InvalidDocumentException;
import org.microcred.stacking.Holding;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;

/** Kinds of policies, by how they are decided, with wallets of any size. */
enum StackProblem {
  /** Rules that do not compete: one pass. */
  COUNTING,
  /** A rule for every three holdings, each served by three kinds of credentials. */
  FLOW,
  /** A rule for every three holdings, each served by a kind of its own. */
  PARTS,
  /** Sums that compete for whole credits under a cap. */
  HARD;

  static final Instant AT = Instant.parse("2026-06-30T12:00:00Z");

  /** What one rule of the matching asks for: any of these achievements. */
  int[] wanted(int rule, int rules) {
    return this == PARTS
        ? new int[] {rule}
        : new int[] {rule, (rule + 1) % rules, (rule + 2) % rules};
  }

  /** Credits that two sums of the hard kind need. */
  static final int NEED = 40;

  StackPolicy policy(int holdings) {
    String rule =
        switch (this) {
          case COUNTING ->
              """
              {"allOf": [{"id": "core", "count": {"from": {"tag": "core"}, "distinctBy": "achievement"}, "atLeast": %d},
                {"id": "project", "hold": {"achievement": "c0"}},
                {"id": "credits", "sum": {"of": "credits", "unit": "credit"}, "atLeast": %d}]}\
              """
                  .formatted(holdings / 3, holdings);
          case FLOW, PARTS ->
              "{\"allOf\": ["
                  + IntStream.range(0, holdings / 3)
                      .mapToObj(i -> hold(i, holdings / 3))
                      .collect(Collectors.joining(","))
                  + "]}";
          case HARD ->
              """
              {"allOf": [
                {"id": "one", "sum": {"of": "credits", "unit": "credit", "from": {"tag": ["core", "both"]}}, "atLeast": %d,
                 "ofWhich": [{"from": {"issuer": "elsewhere"}, "atMost": 15}]},
                {"id": "two", "sum": {"of": "credits", "unit": "credit", "from": {"tag": ["other", "both"]}}, "atLeast": %d}]}\
              """
                  .formatted(NEED, NEED);
        };
    try {
      return StackPolicy.parse(
          """
          {"id": "https://uni.example/stacks/benchmark", "version": "1",
           "award": {"id": "https://uni.example/benchmark", "type": ["Achievement"], "name": "A", "description": "A",
                     "criteria": {"narrative": "A"}},
           "set": [{"facts": {"unit": "credit"}}],
           "rule": %s, "use": {"free": [%s]}}\
          """
              .formatted(
                  rule, this == COUNTING ? "[\"credits\", \"*\"], [\"core\", \"project\"]" : ""));
    } catch (InvalidDocumentException e) {
      throw new IllegalStateException(e);
    }
  }

  private String hold(int rule, int rules) {
    return IntStream.of(wanted(rule, rules))
        .mapToObj(kind -> "\"c" + kind + "\"")
        .collect(
            Collectors.joining(
                ",", "{\"id\": \"r" + rule + "\", \"hold\": {\"achievement\": [", "]}}"));
  }

  /** A wallet, another one for every learner; one learner in four lacks something. */
  StackCase wallet(int holdings, long learner) {
    Random random = new Random(learner);
    int kinds = Math.max(1, holdings / 3);
    List<Holding> held = new ArrayList<>();
    for (int i = 0; i < holdings; i++) {
      int kind = i < kinds ? i : this == FLOW || this == PARTS ? random.nextInt(kinds) : i;
      if (learner % 4 == 3 && kind % 10 < 3) {
        kind = kinds + i;
      }
      held.add(
          Holding.builder("urn:badge:" + i, "c" + kind)
              .issuer(random.nextInt(3) == 0 ? "elsewhere" : "here")
              .tag(i < kinds ? "core" : i < 2 * kinds ? "both" : "other")
              .credits(1 + random.nextInt(5))
              .awarded(AT.minusSeconds(86_400L * (1 + random.nextInt(2_000))))
              .build());
    }
    return StackCase.builder(AT).holdings(held).build();
  }
}
