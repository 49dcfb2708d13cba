package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.stacking.Policies.json;
import static org.microcred.stacking.Policies.policy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Association;
import org.microcred.model.AssociationType;
import org.microcred.model.ClrCredential;
import org.microcred.model.ClrSubject;
import org.microcred.model.Limits;
import org.microcred.model.Profile;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** What policies take from, and give to, other formats. */
class ExchangeTest {
  @Nested
  class Pathways {
    private static final String PLAIN =
        "{'allOf':[{'hold':{'achievement':'a'}},{'someOf':2,'rules':[{'hold':{'achievement':'b'}},"
            + "{'hold':{'achievement':'c'}},{'hold':{'achievement':'d'}}]}]}";

    private static StackPolicy again(CtdlPathway.Written written) throws Exception {
      CtdlPathway.Read read = CtdlPathway.read(written.json());
      assertThat(read.leftOut()).isEmpty();
      return StackPolicy.parse(json(read.rule().toString().replace('"', '\'')));
    }

    @Test
    void sayHowManyOfWhichComponentsAreNeeded() throws Exception {
      StackPolicy policy = policy(PLAIN);
      CtdlPathway.Written written = CtdlPathway.write(policy);
      assertThat(written.leftOut()).isEmpty();
      assertThat(again(written).rule()).isEqualTo(policy.rule());
    }

    @Test
    void tellWhatTheyCannotSay() {
      StackPolicy policy =
          policy(
              "{'allOf':[{'hold':{'achievement':'a'}},{'id':'s','sum':{'of':'credits','unit':'h'},"
                  + "'atLeast':3},{'id':'t','hold':{'achievement':'a','tag':'x'}},"
                  + "{'id':'u','hold':{'achievement':'a'},'inForce':'ever'}]}",
              "'accept':{'issuer':'x'}");
      assertThat(CtdlPathway.write(policy).leftOut()).containsExactly("/accept", "s", "t", "u");
    }

    @Test
    void keepAlternativesAndCounts() throws Exception {
      StackPolicy policy =
          policy(
              "{'allOf':[{'hold':{'achievement':['a','b']}},"
                  + "{'count':{'from':{'achievement':['c','d','e']},'distinctBy':'achievement'},"
                  + "'atLeast':2}]}");
      CtdlPathway.Written written = CtdlPathway.write(policy);
      assertThat(written.leftOut()).isEmpty();
      assertThat(again(written).toJson().toString())
          .contains("\"someOf\":1")
          .contains("\"someOf\":2");
    }

    @Test
    void leaveOutAsAWholeWhatIsNotUnderstood() throws Exception {
      JsonObject graph =
          Json.readObject(
              ("{'@graph':[{'@id':'p','@type':'ceterms:Pathway',"
                      + "'ceterms:hasDestinationComponent':['d']},{'@id':'d','ceterms:hasCondition':["
                      + "{'ceterms:targetComponent':['x'],'ceterms:hasConstraint':[{}]},"
                      + "{'ceterms:targetComponent':['y'],'ceterms:logicalOperator':'logicOp:Not'},"
                      + "{'ceterms:targetComponent':['y'],'ceterms:requiredNumber':2},"
                      + "{'ceterms:targetComponent':['y','z'],'ceterms:logicalOperator':'logicOp:Or'},"
                      + "7]}]}")
                  .replace('\'', '"'),
              Limits.defaults());
      CtdlPathway.Read read = CtdlPathway.read(graph);
      assertThat(read.leftOut())
          .containsExactly(
              "condition 1: ceterms:hasConstraint",
              "condition 2: ceterms:logicalOperator",
              "condition 2: left out as a whole",
              "condition 3: left out as a whole",
              "condition 5: not read");
      assertThat(read.rule().toString().replace('"', '\''))
          .isEqualTo(
              "{'allOf':[{'hold':{'achievement':'x'}},{'someOf':1,'rules':["
                  + "{'hold':{'achievement':'y'}},{'hold':{'achievement':'z'}}]}]}");
      assertThat(CtdlPathway.read(JsonObject.EMPTY).leftOut()).hasSize(1);
    }
  }

  @Nested
  class Relations {
    @Test
    void ofALearnerRecordAreReadInTheWordsOfPolicies() {
      Profile issuer = Profile.of("did:web:uni.example", "Example University");
      Achievement a = Achievement.builder("urn:a", "A").build();
      ClrSubject.Builder subject =
          ClrSubject.builder()
              .achievement(a)
              .verifiableCredential(
                  AchievementCredential.builder(issuer, "did:web:learner.example", a).build());
      for (Association association :
          List.of(
              new Association(AssociationType.EXACT_MATCH_OF, "urn:a", "urn:b"),
              new Association(AssociationType.EXACT_MATCH_OF, "urn:c", "urn:b"),
              new Association(AssociationType.REPLACED_BY, "urn:a", "urn:n"),
              new Association(AssociationType.IS_PART_OF, "urn:a", "urn:w"),
              new Association(AssociationType.IS_PARENT_OF, "urn:w", "urn:p"),
              new Association(AssociationType.IS_RELATED_TO, "urn:a", "urn:z"))) {
        subject.association(association);
      }
      Associations found =
          Associations.of(ClrCredential.builder(issuer, "Record", subject.build()).build());
      assertThat(found.equivalent()).containsExactly(List.of("urn:a", "urn:b", "urn:c"));
      assertThat(found.replaces()).isEqualTo(Map.of("urn:a", List.of("urn:n")));
      assertThat(found.partOf())
          .isEqualTo(Map.of("urn:a", List.of("urn:w"), "urn:p", List.of("urn:w")));
    }

    @Test
    void ofAFrameworkLeaveItsTreeAlone() {
      assertThat(Associations.of(CoverTest.FRAMEWORK))
          .isEqualTo(new Associations(List.of(), Map.of(), Map.of()));
    }
  }
}
