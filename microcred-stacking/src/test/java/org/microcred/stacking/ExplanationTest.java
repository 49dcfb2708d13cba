package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.holding;
import static org.microcred.stacking.Policies.policy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final StackPolicy POLICY =
      policy(
          "{'allOf':[{'id':'networks','hold':{'achievement':['net-101','ccna']}},"
              + "{'id':'foundations','hold':{'achievement':['net-101','ccna']}},"
              + "{'id':'route','someOf':1,'rules':["
              + "{'id':'project','hold':{'achievement':'project'}},"
              + "{'id':'hours','sum':{'of':'credits','unit':'hour','from':{'tag':'lab'}},'atLeast':40}]}]}",
          "'set':[{'facts':{'unit':'hour'}}]");

  private static Decision decide(List<Holding> holdings) {
    return POLICY.decide(
        StackCase.builder(NOW)
            .holdings(holdings)
            .unverified(new UnverifiedHolding("sha-256:beef", "proof"))
            .build());
  }

  @Test
  void givesOneLineARuleThenWhatIsNotUsedAndWhatIsMissing() {
    Decision decision =
        decide(
            List.of(
                holding("urn:net", "net-101").toBuilder()
                    .name("Networking 101")
                    .tag("theory")
                    .build(),
                holding("urn:lab", "lab-1").toBuilder().tag("lab").credits(12).build(),
                holding("urn:old", "ccna").toBuilder().expires(NOW.minusSeconds(1)).build()));
    assertThat(decision.explain())
        .isEqualTo(
            """
            NOT EARNED: https://uni.example/stack version 1, at 2026-06-15T12:00:00Z
              [ ] /rule: 1 of 3 rules
                [ ] networks: have 1, need 1; not free for it: Networking 101
                [x] foundations: have 1, need 1; used Networking 101
                [ ] route: have 0 of 2 rules, need 1
                  [ ] project: have 0, need 1
                  [ ] hours: have 12, need 40 (hour)
            Not used:
              urn:lab: NOT_NEEDED, it would count, but is not needed (rule hours)
              urn:old: EXPIRED, it has expired
              sha-256:beef: UNVERIFIED, it did not verify: check proof
            networks and foundations together need 2; only Networking 101 can serve them
            Missing:
              networks: 1 more
              project: 1 more
            or instead:
              networks: 1 more
              hours: 28 more (hour)
            """);
  }

  @Test
  void saysWhatIsUsedAndWhichAlternativeIsNotNeeded() {
    Decision decision =
        decide(
            List.of(
                holding("urn:1", "net-101"),
                holding("urn:2", "ccna"),
                holding("urn:3", "project")));
    assertThat(decision.explain())
        .startsWith("EARNED: ")
        .contains("[x] networks: have 2, need 1; used urn:1\n")
        .contains("[x] foundations: have 2, need 1; used urn:2\n")
        .contains("[x] route: have 1 of 2 rules, need 1\n")
        .contains("[-] hours: have 0, need 40 (hour)\n")
        .doesNotContain("Missing");
  }

  @Test
  void namesTheFactsThatAreNotKnown() {
    Decision decision =
        decide(
            List.of(
                holding("urn:1", "net-101"), holding("urn:2", "ccna"), holding("urn:3", "lab")));
    assertThat(decision.explain())
        .startsWith("UNDETERMINED: ")
        .contains("[?] hours: ")
        .contains("Not known:\n  urn:3: credits (rule hours)\n  urn:3: tag (rule hours)\n");
  }

  @Test
  void showsTextOfAStrangerEscaped() {
    Decision decision = decide(List.of(holding("urn:\u001b[31m\nEARNED", "x")));
    assertThat(decision.explain()).doesNotContain("\u001b").doesNotContain("\nEARNED");
  }

  @Test
  void speaksEnglishWhereThereIsNoTranslation() {
    Decision decision = decide(List.of());
    assertThat(decision.explain(Locale.CHINESE)).isEqualTo(decision.explain());
  }

  @Test
  void givesJsonWithItsMembersInOneOrder() {
    Decision decision =
        policy("{'id':'a','hold':{'achievement':'a'}}")
            .decide(
                StackCase.builder(NOW)
                    .holding(holding("urn:1", "a").toBuilder().digest("sha-256:1").build())
                    .holding(holding("urn:0", "b"))
                    .build());
    assertThat(decision.toJson().toString())
        .isEqualTo(
            ("{'policy':{'id':'https://uni.example/stack','version':'1'},"
                    + "'at':'2026-06-15T12:00:00Z','outcome':'EARNED','proved':true,"
                    + "'rule':{'id':'a','kind':'hold','state':'MET','need':'1','have':'1','counts':'1',"
                    + "'uses':[{'holding':'urn:1','digest':'sha-256:1','rule':'a','amount':'1'}],"
                    + "'unused':[]},"
                    + "'uses':[{'holding':'urn:1','digest':'sha-256:1','rule':'a','amount':'1'}],"
                    + "'unused':[{'holding':'urn:0','reason':'NOT_ON_LIST'}],"
                    + "'optional':[],'unknown':[],'impossible':[],'missing':{'proved':true,'alternatives':[]},'derived':[],"
                    + "'basis':{'inEffect':true,'parameters':{},'exceptions':[],'assumed':[]}}")
                .replace('\'', '"'));
  }
}
