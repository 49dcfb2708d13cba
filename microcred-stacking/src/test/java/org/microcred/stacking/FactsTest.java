package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.microcred.stacking.Policies.NOW;
import static org.microcred.stacking.Policies.decide;
import static org.microcred.stacking.Policies.json;
import static org.microcred.stacking.Policies.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/** Features 2, 3 and 5: units and values, open facts, filters on every fact, results. */
class FactsTest {
  private static HoldingBuilder held(String id) {
    return Holding.builder(id, "a");
  }

  private static Outcome answer(String filter, String members, HoldingBuilder holding) {
    return decide(policy("{'id':'r','hold':" + filter + "}", members), holding.build()).outcome();
  }

  private static Outcome answer(String filter, HoldingBuilder holding) {
    return answer(filter, "'note':'n'", holding);
  }

  private static List<String> codes(String rule, String... members) {
    InvalidDocumentException refused =
        catchThrowableOfType(
            InvalidDocumentException.class, () -> StackPolicy.parse(json(rule, members)));
    assertThat(refused).isNotNull();
    return refused.violations().stream().map(Violation::code).toList();
  }

  @Nested
  class StandardFacts {
    @Test
    void aLevelIsComparedAsANumberAndNotAsText() {
      assertThat(answer("{'level':{'atLeast':7}}", held("1").fact("level", "10")))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'level':{'atLeast':7}}", held("1").fact("level", "6.9")))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'level':{'atMost':7}}", held("1").fact("level", "7")))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'level':{'atLeast':7}}", held("1"))).isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'level':{'atLeast':7}}", held("1").fact("level", "advanced")))
          .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void aVersionIsTextWhereItIsAskedForByName() {
      assertThat(answer("{'version':'1.1'}", held("1").fact("version", "1.10")))
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void aLevelWithANameIsComparedByAScaleOfThePolicy() {
      String scale = "'scales':{'depth':['novice','proficient','expert']}";
      assertThat(
              answer(
                  "{'level':{'atLeast':'proficient'}}", scale, held("1").fact("level", "expert")))
          .isEqualTo(Outcome.EARNED);
      assertThat(
              answer(
                  "{'level':{'atLeast':'proficient'}}", scale, held("1").fact("level", "novice")))
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void ofSeveralValuesOneIsEnoughUnlessEveryIsAsked() {
      HoldingBuilder two = held("1").alignment("urn:x").alignment("urn:y");
      assertThat(answer("{'alignment':'urn:x'}", two)).isEqualTo(Outcome.EARNED);
      assertThat(answer("{'alignment':{'is':'urn:x','every':true}}", two))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'alignment':{'is':['urn:x','urn:y'],'every':true}}", two))
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void presenceIsKnownEvenWhereTheValueIsNot() {
      assertThat(answer("{'evidence':{'present':true}}", held("1"))).isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'evidence':{'present':false}}", held("1"))).isEqualTo(Outcome.EARNED);
      assertThat(answer("{'evidence':{'present':true}}", held("1").fact("evidence", "Essay")))
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void aRefusalNamesItsReason() {
      Holding attended = held("1").fact("assessed", "false").fact("level", "2").build();
      assertThat(decide(policy("{'hold':{'assessed':true}}"), attended).unused())
          .extracting(Unused::reason)
          .containsExactly(Reason.NOT_ASSESSED);
      assertThat(decide(policy("{'hold':{'level':{'atLeast':3}}}"), attended).unused())
          .extracting(Unused::reason)
          .containsExactly(Reason.BELOW_MINIMUM);
      assertThat(
              decide(policy("{'hold':{'level':3,'reason':'NOT_ACCEPTED_SOURCE'}}"), attended)
                  .unused())
          .extracting(Unused::reason)
          .containsExactly(Reason.NOT_ACCEPTED_SOURCE);
    }
  }

  @Nested
  class OpenFacts {
    private static final String TRACK = "'facts':{'track':{'from':'/credentialSubject/track'}}";

    private static HoldingBuilder saying(String track) {
      return held("1")
          .document(
              JsonObject.builder()
                  .put("credentialSubject", JsonObject.builder().put("track", track).build())
                  .build());
    }

    @Test
    void areReadFromThePlaceThatThePolicyNames() {
      String paid = "{'fact':'track','is':'paid'}";
      assertThat(answer(paid, TRACK, saying("paid"))).isEqualTo(Outcome.EARNED);
      assertThat(answer(paid, TRACK, saying("audit"))).isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer(paid, TRACK, held("1"))).isEqualTo(Outcome.UNDETERMINED);
      String tags = "'facts':{'track':{'tag':'track:'}}";
      assertThat(answer(paid, tags, held("1").tag("track:paid"))).isEqualTo(Outcome.EARNED);
      assertThat(answer(paid, tags, held("1").tag("paid"))).isEqualTo(Outcome.UNDETERMINED);
      String column = "'facts':{'track':{'column':'Track'}}";
      assertThat(answer(paid, column, held("1").fact("Track", "paid"))).isEqualTo(Outcome.EARNED);
      String result = "'facts':{'track':{'result':'urn:rd'}}";
      HeldResult value =
          new HeldResult(
              Optional.of("urn:rd"),
              Optional.of("paid"),
              Optional.empty(),
              Optional.empty(),
              HeldResult.Scale.NONE);
      assertThat(answer(paid, result, held("1").result(value))).isEqualTo(Outcome.EARNED);
    }

    @Test
    void meanWhatThePolicySaysWhereTheyAreAbsent() {
      String free = "'facts':{'track':{'column':'Track','absent':'free'}}";
      assertThat(answer("{'fact':'track','is':'free'}", free, held("1"))).isEqualTo(Outcome.EARNED);
      assertThat(answer("{'fact':'track','is':'paid'}", free, held("1")))
          .isEqualTo(Outcome.NOT_EARNED);
      String none = "'facts':{'track':{'column':'Track','absent':null}}";
      assertThat(answer("{'fact':'track','is':'paid'}", none, held("1")))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'fact':'track','not':'paid'}", none, held("1")))
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void mayBeDatesAndNumbers() {
      String facts = "'facts':{'exam':{'column':'Exam'},'score':{'column':'Score'}}";
      HoldingBuilder row = held("1").fact("Exam", "2025-06-30").fact("Score", "49.99");
      assertThat(answer("{'earned':{'fact':'exam','from':'2025-06-30'}}", facts, row))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'earned':{'fact':'exam','from':'2025-07-01'}}", facts, row))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'fact':'exam','atMost':'2025-06-30'}", facts, row))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer("{'fact':'score','atLeast':50}", facts, row)).isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer("{'earned':{'fact':'score','from':'2025-07-01'}}", facts, row))
          .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void areNotFoundInObjects() {
      HoldingBuilder holding =
          held("1")
              .document(JsonObject.builder().put("credentialSubject", JsonNumber.of(1)).build());
      assertThat(answer("{'fact':'track','is':'1'}", TRACK, holding))
          .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void haveToBeDeclared() {
      assertThat(codes("{'hold':{'fact':'colour','is':'red'}}"))
          .containsExactly("policy.reference");
    }
  }

  @Nested
  class FactsThatThePolicyGives {
    private static final String SET =
        "'set':[{'when':{'issuer':'x'},'facts':{'level':7}},"
            + "{'when':{'tag':'basic'},'facts':{'level':4}}]";

    @Test
    void countInTheirOrderAndBeforeWhatTheHoldingSays() {
      String seven = "{'level':7}";
      assertThat(answer(seven, SET, held("1").issuer("x").tag("basic").fact("level", "1")))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer(seven, SET, held("1").issuer("y").tag("basic").fact("level", "7")))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(answer(seven, SET, held("1").issuer("y").tag("other").fact("level", "7")))
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void areUnknownWhereItIsNotKnownWhetherTheyApply() {
      assertThat(answer("{'level':{'is':7,'absent':true}}", SET, held("1").fact("level", "7")))
          .isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void doNotDependOnOneAnother() {
      assertThat(
              codes(
                  "{'hold':{}}", "'set':[{'when':{'fact':'mode','is':'x'},'facts':{'mode':'y'}}]"))
          .containsExactly("policy.reference");
    }

    @Test
    void areBroughtByWhatIsMissing() {
      Decision decision = decide(policy("{'id':'r','hold':{'level':7}}", SET));
      assertThat(decision.missing().alternatives().get(0).items().get(0).witnesses())
          .extracting(Holding::issuer)
          .containsExactly(Optional.of("x"));
    }
  }

  @Nested
  class Units {
    private static final String CEU =
        "'units':{'CEU':{'is':10,'of':'hour'},'hour':{'is':60,'of':'minute'}}";
    private static final String SET =
        "'set':[{'when':{'tag':'ceu'},'facts':{'unit':'CEU'}},"
            + "{'when':{'tag':'ects'},'facts':{'unit':'ECTS'}},{'facts':{'unit':'minute'}}]";

    private static Decision sum(String unit, String atLeast, Holding... holdings) {
      return decide(
          policy(
              "{'id':'s','sum':{'of':'credits','unit':'" + unit + "'},'atLeast':" + atLeast + "}",
              CEU,
              SET),
          holdings);
    }

    private static Holding credits(String id, String tag, String credits) {
      return held(id).tag(tag).credits(new java.math.BigDecimal(credits)).build();
    }

    @Test
    void areConvertedToTheBaseExactly() {
      Holding half = credits("1", "ceu", "0.5");
      Holding minutes = credits("2", "course", "59.999999");
      assertThat(sum("hour", "6", half, minutes).outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(sum("hour", "6", half, credits("2", "course", "60")).earned()).isTrue();
      assertThat(sum("CEU", "'0.5'", half).earned()).isTrue();
      assertThat(sum("CEU", "'0.500001'", half).outcome()).isEqualTo(Outcome.NOT_EARNED);
      assertThat(sum("hour", "6", half).explain()).contains("have 300, need 360 (minute)");
    }

    @Test
    void ofAnotherKindAddNothing() {
      assertThat(sum("hour", "1", credits("1", "ects", "100")).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void doNotOverflow() {
      assertThat(sum("hour", "100000", credits("1", "ceu", "1e2147483647")).earned()).isTrue();
      assertThat(sum("hour", "1", credits("1", "ceu", "1e-2147483640")).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void leadToABase() {
      String rule = "{'hold':{}}";
      assertThat(codes(rule, "'units':{'a':{'is':2,'of':'b'},'b':{'is':2,'of':'a'}}"))
          .contains("policy.cycle");
      assertThat(codes(rule, "'units':{'a':{'is':2,'of':'a'}}")).contains("policy.cycle");
      assertThat(
              codes(
                  "{'sum':{'of':'credits','unit':'a'},'atLeast':10000000}",
                  "'units':{'a':{'is':2,'of':'b'}}"))
          .containsExactly("policy.number");
    }

    @Test
    void ofFactsAreConvertedToo() {
      StackPolicy policy =
          policy(
              "{'sum':{'of':{'fact':'live'},'unit':'hour'},'atLeast':2}",
              CEU,
              "'facts':{'live':{'column':'Minutes','unit':'minute'}}");
      assertThat(decide(policy, held("1").fact("Minutes", "120").build()).earned()).isTrue();
      assertThat(decide(policy, held("1").fact("Minutes", "119.5").build()).outcome())
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(decide(policy, held("1").fact("Minutes", "two").build()).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
      assertThat(decide(policy, held("1").build()).outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void areGivenToCredentialsThatCarryNone() {
      StackPolicy policy =
          policy(
              "{'sum':{'of':'credits','unit':'hour'},'atLeast':12}",
              CEU,
              "'values':[{'from':{'achievement':'a'},'credits':{'amount':12,'unit':'hour'}}]");
      assertThat(decide(policy, held("1").credits(1).build()).earned()).isTrue();
      assertThat(decide(policy, held("1").build()).earned()).isTrue();
      assertThat(decide(policy, Holding.builder("1", "b").credits(99).build()).outcome())
          .isEqualTo(Outcome.UNDETERMINED);
    }
  }

  @Nested
  class EveryResult {
    private static HeldResult percent(String description, String value) {
      return new HeldResult(
          Optional.of(description),
          Optional.of(value),
          Optional.empty(),
          Optional.empty(),
          HeldResult.Scale.between(java.math.BigDecimal.ZERO, java.math.BigDecimal.valueOf(100)));
    }

    private static final String HALF = "{'result':{'atLeast':50,'every':true}}";

    @Test
    void hasToReachTheMinimum() {
      assertThat(answer(HALF, held("1").result(percent("o1", "50")).result(percent("o2", "90"))))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer(HALF, held("1").result(percent("o1", "49.9")).result(percent("o2", "90"))))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(
              answer(
                  "{'result':{'atLeast':50}}",
                  held("1").result(percent("o1", "49.9")).result(percent("o2", "90"))))
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void isAnnouncedByTheAchievementAndNotToBeLeftOut() {
      HoldingBuilder oneOfTwo =
          held("1").result(percent("o1", "50")).result(HeldResult.missing("o2"));
      assertThat(answer(HALF, oneOfTwo)).isEqualTo(Outcome.UNDETERMINED);
      assertThat(answer("{'result':{'atLeast':50,'description':'o1'}}", oneOfTwo))
          .isEqualTo(Outcome.EARNED);
    }
  }

  @Nested
  class TimeZones {
    private static final String VIENNA = "'timeZone':'Europe/Vienna'";
    private static final String MARCH = "{'earned':{'from':'2026-03-01','to':'2026-03-31'}}";

    @Test
    void decideOnWhichDaySomethingWasEarned() {
      Instant lateInFebruary = Instant.parse("2026-02-28T23:30:00Z");
      assertThat(answer(MARCH, VIENNA, held("1").awarded(lateInFebruary)))
          .isEqualTo(Outcome.EARNED);
      assertThat(answer(MARCH, held("1").awarded(lateInFebruary))).isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void doNotMoveDaysThatAreStatedAsDays() {
      String newYork = "'timeZone':'America/New_York'";
      assertThat(answer(MARCH, newYork, held("1").awarded(LocalDate.of(2026, 3, 1))))
          .isEqualTo(Outcome.EARNED);
      // It is still the 15th in Honolulu when it is the 16th in UTC.
      StackPolicy honolulu = policy("{'hold':{}}", "'timeZone':'Pacific/Honolulu'");
      StackCase.Builder late = StackCase.builder(Instant.parse("2026-06-16T05:00:00Z"));
      Holding holding = held("1").expires(LocalDate.of(2026, 6, 15)).build();
      assertThat(honolulu.decide(late.holding(holding).build()).earned()).isTrue();
      assertThat(policy("{'hold':{}}").decide(late.build()).earned()).isFalse();
    }

    @Test
    void haveToExist() {
      assertThat(codes("{'hold':{}}", "'timeZone':'Mars/Olympus'")).containsExactly("policy.date");
    }
  }

  @Nested
  class Recency {
    private static Outcome within(String period, String of, LocalDate earned) {
      return answer("{'earned':{'within':'" + period + "'" + of + "}}", held("1").awarded(earned));
    }

    @Test
    void reachesTheDayOfTheEvaluation() {
      assertThat(NOW.toString()).startsWith("2026-06-15");
      assertThat(within("P7Y", "", LocalDate.of(2019, 6, 15))).isEqualTo(Outcome.EARNED);
      assertThat(within("P7Y", "", LocalDate.of(2019, 6, 14))).isEqualTo(Outcome.NOT_EARNED);
    }

    @Test
    void reachesADayThatIsGiven() {
      assertThat(within("P1M", ",'of':'2026-03-31'", LocalDate.of(2026, 2, 28)))
          .isEqualTo(Outcome.NOT_EARNED);
      assertThat(within("P1M", ",'of':'2026-03-28'", LocalDate.of(2026, 2, 28)))
          .isEqualTo(Outcome.EARNED);
    }

    @Test
    void countsCalendarYearsFromALeapDay() {
      assertThat(within("P1Y", ",'of':'2025-02-28'", LocalDate.of(2024, 2, 29)))
          .isEqualTo(Outcome.EARNED);
      assertThat(within("P1Y", ",'of':'2025-03-01'", LocalDate.of(2024, 2, 29)))
          .isEqualTo(Outcome.NOT_EARNED);
    }
  }
}
