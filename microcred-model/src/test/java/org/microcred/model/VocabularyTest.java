package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  @Test
  void hasEveryTermOfTheSpecificationOnce() {
    assertThat(AchievementType.standard()).hasSize(31).doesNotHaveDuplicates();
    assertThat(ResultType.standard()).hasSize(12).doesNotHaveDuplicates();
    assertThat(AlignmentTargetType.standard()).hasSize(7).doesNotHaveDuplicates();
    assertThat(IdentifierType.standard()).hasSize(19).doesNotHaveDuplicates();
    assertThat(ResultStatus.values()).hasSize(7);
  }

  @Test
  void knowsItsOwnTerms() {
    for (Vocabulary term :
        List.of(
            new AchievementType("MicroCredential"),
            new ResultType("LetterGrade"),
            new AlignmentTargetType("ceasn:Competency"),
            new IdentifierType("emailAddress"))) {
      assertThat(term.isStandard()).isTrue();
      assertThat(term.isExtension()).isFalse();
      assertThat(term).hasToString(term.value());
    }
    assertThat(new AchievementType("microcredential").isStandard()).isFalse();
  }

  @Test
  void readsClosedTerms() {
    for (ResultStatus status : ResultStatus.values()) {
      assertThat(ResultStatus.of(status.value())).contains(status);
      assertThat(status).hasToString(status.value());
    }
    assertThat(ResultStatus.of("completed")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext:a", "ext:Ab-9._"})
  void knowsExtensions(String value) {
    assertThat(new ResultType(value).isExtension()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ext", "ext:", "EXT:a", "ext:a b", "ext:ä", "ext:a:b", "a ext:b"})
  void knowsWhatIsNoExtension(String value) {
    assertThat(new ResultType(value).isExtension()).isFalse();
  }
}
