package org.microcred.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.DataModel;

class QuickChecksTest {
  private static final int SAMPLES = 500;

  private static final List<Conformance> CONFORMANCES =
      Arrays.stream(Conformance.Kind.values())
          .map(kind -> new Conformance(DataModel.VC_2_0, kind))
          .toList();

  static Stream<Class<? extends Record>> constrainedRecords() {
    return ModelRecords.all().stream()
        .filter(
            type ->
                CONFORMANCES.stream()
                    .map(conformance -> Constraints.quickChecks(type, conformance))
                    .anyMatch(checks -> !checks.complete() || !checks.components().isEmpty()));
  }

  @Test
  void areMadeForTheRecordsOfTheModel() {
    assertThat(constrainedRecords()).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @MethodSource("constrainedRecords")
  void coverAllConstraintsAndGiveTheAnswersOfBeanValidation(Class<? extends Record> type) {
    Random random = new Random(1);
    Set<Boolean> answers = new TreeSet<>();
    for (int i = 0; i < SAMPLES; i++) {
      ModelRecords.sample(type, random)
          .ifPresent(
              sample -> {
                for (Conformance conformance : CONFORMANCES) {
                  boolean sound = Constraints.violations(sample, conformance).isEmpty();
                  assertThat(Constraints.quickChecks(type, conformance).hold(sample))
                      .as("%s by %s", sample, conformance)
                      .isEqualTo(sound);
                  answers.add(sound);
                }
              });
    }
    assertThat(answers).containsExactly(false, true);
  }
}
