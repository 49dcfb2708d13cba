package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/** The constraints also serve hosts that validate with Bean Validation themselves. */
class ConstraintsTest {
  @Test
  void areCheckedByAHostsOwnValidatorDownToTheLastPart() {
    Achievement achievement =
        Achievement.builder("relative", "Name")
            .criteria(
                new Criteria(Optional.of("also relative"), Optional.empty(), JsonObject.EMPTY))
            .alignment(Alignment.of("Target", "https://frameworks.example/1"))
            .alignment(Alignment.of("Target", "nowhere"))
            .build();
    try (ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      assertThat(validator.validate(AchievementSubject.of("did:example:ada", achievement)))
          .extracting(v -> v.getPropertyPath().toString())
          .containsExactlyInAnyOrder(
              "achievement.id", "achievement.criteria.id", "achievement.alignments[1].targetUrl");
    }
  }

  @Test
  void areTextsThatNothingInterprets() {
    JsonObject evil =
        Edits.set(
            Badges.full().build().json(),
            "/credentialSubject/achievement/id",
            "\"${jndi:ldap://x} {value}\"");
    assertThat(Credential.read(evil).findings().failures())
        .extracting(Violation::message)
        .containsExactly(Uri.MESSAGE);
  }
}
