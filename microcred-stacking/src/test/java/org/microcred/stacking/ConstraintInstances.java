package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Random small policies about what is used together, and wallets in which that matters. */
final class ConstraintInstances {
  /** What a policy may say besides counts and sums. */
  enum Feature {
    PARTS,
    SHARES,
    MEANS,
    RELATIONS,
    WHOLES,
    AWARDS,
    WINDOWS,
    ORDER,
    BREADTH,
    SUMS,
    FREE,
    ALTERNATIVES,
    SPLITS
  }

  /** All that goes together with holdings that are not split. */
  static final Feature[] INDIVISIBLE =
      EnumSet.complementOf(EnumSet.of(Feature.SPLITS)).toArray(Feature[]::new);

  private static final List<String> ACHIEVEMENTS = List.of("a", "b", "c", "d");
  private static final List<String> ISSUERS = List.of("u", "v", "w");
  private static final List<String> TAGS = List.of("x", "y", "z");

  private final String ids;
  private final Random random;
  private final List<Feature> features;
  private int leaves;
  private int parts;

  ConstraintInstances(long seed, Feature... features) {
    this("urn:h", seed, features);
  }

  /** The same instances, with other ids. */
  ConstraintInstances(String ids, long seed, Feature... features) {
    this.ids = ids;
    random = new Random(seed);
    this.features = List.of(features);
  }

  private boolean may(Feature feature, int oneIn) {
    return features.contains(feature) && random.nextInt(oneIn) == 0;
  }

  /** Holdings may be split; then policies say less about what is used together. */
  private boolean splits() {
    return features.contains(Feature.SPLITS);
  }

  StackPolicy policy(int maxLeaves) {
    leaves = 0;
    parts = 0;
    String rule = rule(2, maxLeaves);
    if (leaves > 1 && may(Feature.ORDER, 1)) {
      boolean strict = random.nextBoolean();
      rule =
          "{'allOf':["
              + rule
              + ",{'id':'order','before':['leaf-1'],'rule':'leaf-0','strict':"
              + strict
              + "}]}";
    }
    List<String> members = new ArrayList<>(List.of("'set':[{'facts':{'unit':'credit'}}]"));
    List<String> use = new ArrayList<>();
    if (may(Feature.FREE, 2)) {
      use.add(
          "'free':[['leaf-0','"
              + (random.nextBoolean() || leaves == 1 || splits() ? "*" : "leaf-1")
              + "']]");
    }
    if (may(Feature.AWARDS, 1)) {
      use.add("'withAward':[" + award() + (random.nextBoolean() ? "" : "," + award()) + "]");
    }
    if (!use.isEmpty()) {
      members.add("'use':{" + String.join(",", use) + "}");
    }
    if (may(Feature.RELATIONS, 2)) {
      members.add("'equivalent':[['a','b']]");
    }
    if (may(Feature.RELATIONS, 2)) {
      members.add("'replaces':{'c':['d'],'" + (random.nextBoolean() ? "b" : "d") + "':['e']}");
    }
    if (may(Feature.RELATIONS, 2)) {
      members.add("'conflicts':[['b','c']" + (random.nextBoolean() ? "" : ",['c','d']") + "]");
    }
    if (splits()) {
      String whole = random.nextInt(3) == 0 ? "" : "{'from':" + filter() + ",'step':2},";
      members.add("'divisible':[" + whole + "{'from':" + filter() + ",'step':1}]");
    }
    return Policies.policy(rule, members.toArray(String[]::new));
  }

  private String award() {
    String whom = "'award':'" + (random.nextBoolean() ? "*" : "urn:other") + "'";
    return switch (random.nextInt(3)) {
      case 0 -> "{" + whom + ",'atMost':{'count':" + random.nextInt(3) + "}}";
      case 1 ->
          "{"
              + whom
              + ",'atMost':{'credits':{'amount':"
              + random.nextInt(8)
              + ",'unit':'credit'}}}";
      default -> "{" + whom + ",'only':" + filter() + "}";
    };
  }

  private String rule(int depth, int maxLeaves) {
    if (depth == 0 || leaves >= maxLeaves - 1 || random.nextInt(4) == 0) {
      return leaf();
    }
    if (may(Feature.WINDOWS, 2)) {
      return "{'within':'P" + (1 + random.nextInt(3)) + "Y','rule':" + rule(depth, maxLeaves) + "}";
    }
    List<String> rules = new ArrayList<>();
    int n = 2 + random.nextInt(2);
    for (int i = 0; i < n && (i == 0 || leaves < maxLeaves); i++) {
      rules.add(rule(depth - 1, maxLeaves));
    }
    String inner = "[" + String.join(",", rules) + "]";
    return may(Feature.ALTERNATIVES, 2)
        ? "{'someOf':" + (1 + random.nextInt(rules.size())) + ",'rules':" + inner + "}"
        : "{'allOf':" + inner + "}";
  }

  private String leaf() {
    String id = "'id':'leaf-" + leaves++ + "',";
    String from = "'from':" + filter();
    String distinct = "";
    if (may(Feature.BREADTH, 2)) {
      String by = List.of("achievement", "issuer", "tag", "alignment").get(random.nextInt(4));
      distinct = ",'distinctBy':'" + by + "'";
    }
    if (random.nextInt(4) == 0) {
      return "{" + id + "'hold':" + filter() + "}";
    } else if (features.contains(Feature.SUMS) && random.nextInt(3) > 0) {
      int need = 1 + random.nextInt(12);
      return "{"
          + id
          + "'sum':{'of':'credits','unit':'credit',"
          + from
          + distinct
          + "},'atLeast':"
          + need
          + ofWhich(need, true, 2)
          + "}";
    }
    int need = 1 + random.nextInt(3);
    return "{"
        + id
        + "'count':{"
        + from
        + distinct
        + "},'atLeast':"
        + need
        + ofWhich(need, false, 2)
        + "}";
  }

  private String ofWhich(int need, boolean sum, int depth) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      if (may(Feature.PARTS, 2)) {
        some.add(part(need, sum, depth));
      }
      if (may(Feature.SHARES, 2)) {
        String share = "{'percent':" + 10 * random.nextInt(11) + ",'of':'used'}";
        some.add("{'from':" + filter() + ",'" + side() + "':" + share + "}");
      }
      if (may(Feature.MEANS, 2)) {
        String by = random.nextBoolean() ? "" : ",'by':'holding'";
        some.add(
            "{'mean':{'of':'result'"
                + by
                + ",'from':"
                + filter()
                + "},'atLeast':"
                + (1 + random.nextInt(4))
                + ".5}");
      }
    }
    return some.isEmpty() || depth == 0 ? "" : ",'ofWhich':[" + String.join(",", some) + "]";
  }

  private String part(int need, boolean sum, int depth) {
    String id = "'id':'part-" + parts++ + "',";
    String inner = ofWhich(need, sum, depth - 1);
    String bound = "'" + side() + "':";
    if (random.nextInt(4) == 0) {
      String percent = "{'percent':" + 10 * random.nextInt(9) + ",'of':'required'}";
      return "{" + id + "'from':" + filter() + "," + bound + percent + inner + "}";
    } else if (random.nextInt(4) == 0) {
      String own =
          random.nextBoolean() || splits()
              ? "'count':{'from':" + filter() + "}"
              : "'sum':{'of':'credits','unit':'credit','from':" + filter() + "}";
      return "{" + id + own + "," + bound + random.nextInt(4) + inner + "}";
    }
    int value = random.nextInt(need + 1);
    return "{" + id + "'from':" + filter() + "," + bound + value + inner + "}";
  }

  private String side() {
    return random.nextInt(3) == 0 ? "atLeast" : "atMost";
  }

  private String filter() {
    return switch (random.nextInt(5)) {
      case 0 -> "{'achievement':[" + some(ACHIEVEMENTS) + "]}";
      case 1 -> "{'issuer':[" + some(ISSUERS) + "]}";
      case 2 -> "{'tag':[" + some(TAGS) + "]}";
      case 3 -> "{'not':{'issuer':[" + some(ISSUERS) + "]}}";
      default -> "{}";
    };
  }

  private String some(List<String> names) {
    List<String> some = new ArrayList<>();
    for (String name : names) {
      if (random.nextBoolean()) {
        some.add("'" + name + "'");
      }
    }
    return some.isEmpty() ? "'" + names.get(0) + "'" : String.join(",", some);
  }

  List<Holding> wallet(int max) {
    return wallet(1, max);
  }

  List<Holding> wallet(int min, int max) {
    List<Holding> wallet = new ArrayList<>();
    int n = min + random.nextInt(max - min + 1);
    for (int i = 0; i < n; i++) {
      wallet.add(holding(ids + i, i));
    }
    return wallet;
  }

  Holding holding(String id, int number) {
    String achievement =
        may(Feature.RELATIONS, 5) ? "e" : ACHIEVEMENTS.get(random.nextInt(ACHIEVEMENTS.size()));
    HoldingBuilder holding =
        Holding.builder(id, achievement)
            .issuer(ISSUERS.get(random.nextInt(3)))
            .credits(new BigDecimal(1 + random.nextInt(5)))
            .result(HeldResult.of(String.valueOf(1 + random.nextInt(5)), HeldResult.Scale.NONE))
            .tag(TAGS.get(random.nextInt(3)))
            .tag(TAGS.get(random.nextInt(3)))
            .alignment("urn:align:" + random.nextInt(3))
            .alignment("urn:align:" + random.nextInt(4))
            .awarded(LocalDate.of(2020 + random.nextInt(6), 1 + random.nextInt(2), 15));
    if (random.nextInt(3) == 0) {
      holding.expires(Policies.NOW.plusSeconds(random.nextInt(3) * 86400L));
    }
    if (may(Feature.AWARDS, 2)) {
      holding.usedIn(random.nextBoolean() ? "urn:other" : "urn:third");
    }
    if (number > 0 && may(Feature.WHOLES, 3)) {
      holding.partOf(random.nextBoolean() ? ids + random.nextInt(number) : "a");
    }
    return holding.build();
  }
}
