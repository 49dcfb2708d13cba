package org.microcred.stacking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random small policies and wallets, in which holdings are scarce and wanted by several rules. */
final class Instances {
  private static final List<String> ACHIEVEMENTS = List.of("a", "b", "c", "d");

  private final Random random;
  private final int kinds;
  private int leaves;

  Instances(long seed) {
    this(seed, 3);
  }

  private Instances(long seed, int kinds) {
    random = new Random(seed);
    this.kinds = kinds;
  }

  /** Policies whose leaves all count holdings. */
  static Instances ofCounts(long seed) {
    return new Instances(seed, 2);
  }

  StackPolicy policy(int maxLeaves) {
    leaves = 0;
    String rule = rule(2, maxLeaves);
    List<String> members =
        new ArrayList<>(List.of("'set':[{'when':{},'facts':{'unit':'credit'}}]"));
    if (random.nextInt(3) == 0) {
      List<String> groups = new ArrayList<>();
      groups.add("['leaf-0','" + (random.nextBoolean() || leaves == 1 ? "*" : "leaf-1") + "']");
      if (leaves > 2 && random.nextBoolean()) {
        groups.add("['leaf-1','leaf-2']");
      }
      members.add("'use':{'free':[" + String.join(",", groups) + "]}");
    }
    return Policies.policy(rule, members.toArray(String[]::new));
  }

  private String rule(int depth, int maxLeaves) {
    if (depth == 0 || leaves >= maxLeaves - 1 || random.nextInt(4) == 0) {
      return leaf();
    }
    List<String> rules = new ArrayList<>();
    int n = 2 + random.nextInt(2);
    for (int i = 0; i < n && (i == 0 || leaves < maxLeaves); i++) {
      rules.add(rule(depth - 1, maxLeaves));
    }
    String inner = "[" + String.join(",", rules) + "]";
    return random.nextInt(3) > 0
        ? "{'allOf':" + inner + "}"
        : "{'someOf':" + (1 + random.nextInt(rules.size())) + ",'rules':" + inner + "}";
  }

  private String leaf() {
    String id = "'id':'leaf-" + leaves++ + "',";
    String filter = "{'achievement':[" + some() + "]}";
    String distinct = random.nextInt(2) == 0 ? ",'distinctBy':'achievement'" : "";
    return switch (random.nextInt(kinds)) {
      case 0 -> "{" + id + "'hold':" + filter + "}";
      case 1 ->
          "{"
              + id
              + "'count':{'from':"
              + filter
              + distinct
              + "},'atLeast':"
              + (1 + random.nextInt(3))
              + "}";
      default ->
          "{"
              + id
              + "'sum':{'of':'credits','unit':'credit','from':"
              + filter
              + distinct
              + "},'atLeast':"
              + (1 + random.nextInt(9))
              + (random.nextBoolean() ? ".5" : "")
              + "}";
    };
  }

  private String some() {
    List<String> some = new ArrayList<>();
    for (String achievement : ACHIEVEMENTS) {
      if (random.nextInt(2) == 0) {
        some.add("'" + achievement + "'");
      }
    }
    return some.isEmpty() ? "'a'" : String.join(",", some);
  }

  List<Holding> wallet(int max) {
    List<Holding> wallet = new ArrayList<>();
    int n = random.nextInt(max + 1);
    for (int i = 0; i < n; i++) {
      wallet.add(holding("urn:h" + i));
    }
    return wallet;
  }

  Holding holding(String id) {
    HoldingBuilder holding =
        Holding.builder(id, ACHIEVEMENTS.get(random.nextInt(ACHIEVEMENTS.size())))
            .credits(1 + random.nextInt(5))
            .awarded(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(3) * 86400L));
    if (random.nextInt(3) == 0) {
      holding.expires(Policies.NOW.plusSeconds(random.nextInt(3) * 86400L));
    }
    return holding.build();
  }
}
