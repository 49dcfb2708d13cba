package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.microcred.stacking.ConstraintInstances.Feature;

/** Outcome and verdict are those of the whole decision, by whatever way they are found. */
class OutcomeProperties {
  /** Counts for nothing; but a part of something is never decided in one pass. */
  private static final Holding BALLAST =
      Holding.builder("urn:ballast", "none")
          .status(Holding.Status.REVOKED)
          .partOf("urn:nowhere")
          .build();

  private static final List<Holding.Status> STATUSES = List.of(Holding.Status.values());

  private static final Map<Outcome, Integer> SEEN = new EnumMap<>(Outcome.class);

  @Property(tries = 600)
  void isThatOfTheDecision(@ForAll long seed) {
    Instances instances = new Instances(seed);
    assertSame(instances.policy(4), vary(instances.wallet(9), new Random(seed)));
  }

  @Property(tries = 300)
  void isThatOfTheDecisionWhereOnlyHoldingsAreCounted(@ForAll long seed) {
    Instances instances = Instances.ofCounts(seed);
    assertSame(instances.policy(6), vary(instances.wallet(12), new Random(seed)));
  }

  @Property(tries = 300)
  void isThatOfTheDecisionWhereUseIsBound(@ForAll long seed) {
    Set<Feature> features = EnumSet.complementOf(EnumSet.of(Feature.SPLITS));
    ConstraintInstances instances = new ConstraintInstances(seed, features.toArray(Feature[]::new));
    assertSame(instances.policy(3), vary(instances.wallet(6), new Random(seed)));
  }

  @Property(tries = 600)
  void isThatOfTheDecisionWhateverIsAsked(@ForAll long seed) {
    Random random = new Random(seed);
    assertSame(policy(random), vary(new Instances(seed).wallet(9), random));
  }

  @AfterContainer
  static void sawEveryOutcome() {
    assertThat(SEEN).containsKeys(Outcome.EARNED, Outcome.NOT_EARNED, Outcome.UNDETERMINED);
  }

  private static void assertSame(StackPolicy policy, List<Holding> holdings) {
    StackCase stackCase = StackCase.builder(Policies.NOW).holdings(holdings).build();
    Outcome outcome = policy.outcome(stackCase);
    SEEN.merge(outcome, 1, Integer::sum);
    Decision decision = policy.decide(stackCase);
    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(policy.verdict(stackCase))
        .isEqualTo(
            new Verdict(outcome, true, outcome == Outcome.EARNED ? decision.uses() : List.of()));
    StackCase loaded = stackCase.toBuilder().holding(BALLAST).build();
    assertThat(policy.outcome(loaded)).isEqualTo(outcome);
    assertThat(policy.verdict(loaded)).isEqualTo(policy.verdict(stackCase));
  }

  /** What may be wrong with holdings, or not be known of them. */
  private static List<Holding> vary(List<Holding> wallet, Random random) {
    List<Holding> varied = new ArrayList<>();
    for (Holding holding : wallet) {
      HoldingBuilder other = holding.toBuilder();
      for (int i = 0; i < random.nextInt(3); i++) {
        switch (random.nextInt(12)) {
          case 0 -> other.status(STATUSES.get(random.nextInt(STATUSES.size())));
          case 1 -> other.expires(Policies.NOW.minusSeconds(random.nextInt(3)));
          case 2 -> other.awarded(Policies.NOW.plusSeconds(random.nextInt(2)));
          case 3 -> other.validFrom(Policies.NOW.plusSeconds(random.nextInt(2)));
          case 4 ->
              other.result(HeldResult.ofStatus(random.nextBoolean() ? "Completed" : "Failed"));
          case 5 -> other.alsoAchievement("abcd".substring(random.nextInt(4)).substring(0, 1));
          case 6 -> other.issuer("urn:i" + random.nextInt(2));
          case 7 -> other.fact("level", "" + random.nextInt(4));
          default -> other.tag("t" + random.nextInt(3));
        }
      }
      varied.add(other.build());
      if (random.nextInt(25) == 0) {
        varied.add(other.validFrom(Instant.EPOCH).build());
      }
    }
    return varied;
  }

  /** Rules that ask for all sorts of things, some of them free to share. */
  private static StackPolicy policy(Random random) {
    List<String> rules = new ArrayList<>();
    int n = 1 + random.nextInt(4);
    for (int i = 0; i < n; i++) {
      rules.add("{'id':'r" + i + "'," + leaf(random) + "}");
    }
    String all = "[" + String.join(",", rules) + "]";
    String rule =
        random.nextInt(3) > 0
            ? "{'allOf':" + all + "}"
            : "{'someOf':" + (1 + random.nextInt(n)) + ",'rules':" + all + "}";
    List<String> members = new ArrayList<>();
    members.add(
        random.nextInt(3) > 0
            ? "'set':[{'facts':{'unit':'h'}}]"
            : "'set':[{'when':{'issuer':'urn:i1'},'facts':{'unit':'h','level':'2'}}]");
    if (random.nextInt(3) == 0) {
      members.add("'accept':" + filter(random, 1));
    }
    if (random.nextInt(5) == 0) {
      members.add("'optional':[" + filter(random, 1) + "]");
    }
    if (random.nextInt(5) == 0) {
      members.add("'replaces':{'a':['b']}");
    }
    if (random.nextInt(5) == 0) {
      members.add("'units':{'d':{'is':8,'of':'h'}}");
    }
    if (random.nextBoolean()) {
      members.add("'use':{'free':[['r0','*']]}");
    }
    return Policies.policy(rule, members.toArray(String[]::new));
  }

  private static String leaf(Random random) {
    String filter = filter(random, 2);
    String distinct = random.nextInt(3) == 0 ? ",'distinctBy':'achievement'" : "";
    return switch (random.nextInt(3)) {
      case 0 -> "'hold':" + filter;
      case 1 -> "'count':{'from':" + filter + distinct + "},'atLeast':" + (1 + random.nextInt(3));
      default ->
          "'sum':{'of':'credits','unit':'h','from':"
              + filter
              + distinct
              + "},'atLeast':"
              + (1 + random.nextInt(9));
    };
  }

  private static String filter(Random random, int depth) {
    String absent = random.nextBoolean() ? ",'absent':" + random.nextBoolean() : "";
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0 -> "{'achievement':['a','b']}";
      case 1 -> "{'achievement':'" + "abcd".charAt(random.nextInt(4)) + "'}";
      case 2 -> "{'tag':{'is':['t0','t1']" + absent + "}}";
      case 3 -> "{'issuer':{'is':'urn:i0'" + absent + "}}";
      case 4 -> "{'level':{'atLeast':2" + absent + "}}";
      case 5 -> "{'tag':{'not':'t2'" + absent + "}}";
      case 6 -> "{'not':" + filter(random, 0) + "}";
      case 7 -> "{'anyOf':[" + filter(random, 0) + "," + filter(random, 0) + "]}";
      default -> "{'allOf':[" + filter(random, 0) + "," + filter(random, 0) + "]}";
    };
  }
}
