package org.microcred.stacking;

import java.time.Instant;
import java.util.List;
import org.microcred.model.InvalidDocumentException;

/** Small policies and cases for tests. */
final class Policies {
  static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  static final String AWARD =
      "{'id':'https://uni.example/award','type':['Achievement'],'name':'Award',"
          + "'description':'An award','criteria':{'narrative':'Earn the parts'}}";

  private Policies() {}

  /** A policy with a rule and further members, in JSON with single quotes. */
  static String json(String rule, String... members) {
    String more = members.length == 0 ? "" : "," + String.join(",", members);
    return ("{'id':'https://uni.example/stack','version':'1','award':"
            + AWARD
            + ",'rule':"
            + rule
            + more
            + "}")
        .replace('\'', '"');
  }

  static StackPolicy policy(String rule, String... members) {
    try {
      return StackPolicy.parse(json(rule, members));
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static Decision decide(StackPolicy policy, Holding... holdings) {
    return policy.decide(StackCase.builder(NOW).holdings(List.of(holdings)).build());
  }

  static Holding holding(String id, String achievement) {
    return Holding.builder(id, achievement).issuer("did:example:uni").build();
  }
}
