package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.json;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which policies a new credential may touch. */
class IndexTest {
  private static StackPolicy named(String name, String rule, String... members) throws Exception {
    return StackPolicy.parse(json(rule, members).replace("https://uni.example/stack", name));
  }

  private static List<String> touched(PolicySet set, Holding holding) {
    return set.touchedBy(holding).stream().map(StackPolicy::id).toList();
  }

  @Test
  void isAskedByAchievementIssuerAndAlignment() throws Exception {
    PolicySet set =
        PolicySet.of(
            List.of(
                named("a", "{'hold':{'achievement':['x','y']}}"),
                named("b", "{'hold':{'tag':'t'}}", "'accept':{'issuer':'did:example:uni'}"),
                named("c", "{'hold':{'alignment':'urn:skill'}}"),
                named("d", "{'hold':{'achievement':'old'}}", "'replaces':{'old':['x']}"),
                named("e", "{'allOf':[{'hold':{'achievement':'z'}},{'count':{},'atLeast':2}]}"),
                named("f", "{'hold':{'anyOf':[{'achievement':'z'},{'issuer':'q'}]}}")));
    Holding other =
        holding("urn:1", "x").toBuilder().issuer("did:example:other").alignment("urn:1").build();
    assertThat(touched(set, other)).containsExactly("a", "d", "e", "f");
    Holding skill = other.toBuilder().alignment("urn:skill").build();
    assertThat(touched(set, skill)).containsExactly("a", "c", "d", "e", "f");
    assertThat(touched(set, holding("urn:1", "none")))
        .as("without alignments it is not known whether it has one")
        .containsExactly("b", "c", "e", "f");
  }

  @Test
  void leavesOutMostOfManyPolicies() throws Exception {
    List<StackPolicy> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(named("p" + i, "{'hold':{'achievement':'a" + i + "'}}"));
    }
    assertThat(touched(PolicySet.of(many), holding("urn:1", "a77"))).containsExactly("p77");
  }

  @Test
  void policiesThatDependOnMoreAreAlwaysTouched() throws Exception {
    PolicySet set =
        PolicySet.of(
            List.of(
                named("a", "{'which':'latest','hold':{'achievement':'x'}}"),
                named(
                    "b",
                    "{'hold':{'achievement':{'param':'p'}}}",
                    "'parameters':{'p':{'type':'string','default':'x'}}"),
                named(
                    "c",
                    "{'hold':{'achievement':'x'}}",
                    "'exceptions':{'acceptedFrom':'did:example:uni'}"),
                named("d", "{'hold':{'achievement':'x'}}")));
    assertThat(touched(set, holding("urn:1", "else"))).containsExactly("a", "b", "c");
  }
}
