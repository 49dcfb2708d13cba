package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;

/** What "set" gives does not depend on what "set" gives, or asking for it would never end. */
class SetCycleTest {
  @ParameterizedTest
  @ValueSource(strings = {"source", "level", "tag", "issuer"})
  void aStandardFactThatIsSetCannotDecideWhatIsSet(String fact) {
    String policy =
        """
        {"id": "https://uni.example/stacks/a", "version": "1",
         "award": {"id": "https://uni.example/a", "type": ["Achievement"], "name": "A",
                   "description": "A", "criteria": {"narrative": "A"}},
         "set": [{"when": {"FACT": "x"}, "facts": {"FACT": "y"}}],
         "rule": {"id": "one", "hold": {"FACT": "y"}}}
        """
            .replace("FACT", fact);
    InvalidDocumentException refusal =
        catchThrowableOfType(InvalidDocumentException.class, () -> StackPolicy.parse(policy));
    assertThat(refusal.violations()).extracting(Violation::code).containsExactly("policy.cycle");
  }
}
