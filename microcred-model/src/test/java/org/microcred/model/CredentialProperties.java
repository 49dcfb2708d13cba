package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonString;

class CredentialProperties {
  /** Reading answers with findings that fit, whatever was done to a badge. */
  @Property(tries = 500)
  void readingNeverThrows(@ForAll long seed, @ForAll boolean old) {
    Mutations.checkReading(
        Records.badge(old ? DataModel.VC_1_1 : DataModel.VC_2_0).build().json(), seed);
  }

  /** Parse is the inverse of print, and the typed view writes back what was read. */
  @Property(tries = 200)
  void parsingPrintedBadgesGivesThemBack(@ForAll("badges") AchievementCredential badge)
      throws Exception {
    AchievementCredential read =
        (AchievementCredential) Credential.parse(Json.writeBytes(badge.json()));
    assertThat(read).isEqualTo(badge);
    assertThat(read.json().toString()).isEqualTo(badge.json().toString());
    assertThat(read.subject()).isEqualTo(badge.subject());
    assertThat(read.subject().toJson()).isEqualTo(badge.json().get("credentialSubject").get());
    assertThat(read.toBuilder().build()).isEqualTo(badge);
  }

  /** What the builder builds is what the reader accepts. */
  @Property(tries = 100)
  void builtBadgesReadWithoutFailures(@ForAll("badges") AchievementCredential badge) {
    Reading reading = Credential.read(badge.json());
    assertThat(reading.findings()).isEqualTo(Findings.none());
    assertThat(reading.credential()).contains(badge);
  }

  @Provide
  Arbitrary<AchievementCredential> badges() {
    Arbitrary<String> text =
        Arbitraries.strings().ofMaxLength(20).filter(CredentialProperties::isJson);
    Arbitrary<BigDecimal> credits =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1000000000000000000"), new BigDecimal("1000000000000000000"))
            .ofScale(3);
    Arbitrary<Achievement> achievements =
        Combinators.combine(text, text, credits, text.list().ofMaxSize(3))
            .as(
                (name, description, number, tags) -> {
                  AchievementBuilder builder =
                      Achievement.builder("urn:example:a", name)
                          .description(description)
                          .credits(number)
                          .criteria(Criteria.of(description));
                  tags.forEach(builder::tag);
                  return builder.build();
                });
    return Combinators.combine(
            achievements,
            text.optional(),
            Arbitraries.of(DataModel.VC_1_1, DataModel.VC_2_0),
            Arbitraries.integers().between(0, 1_000_000_000),
            text)
        .as(
            (achievement, name, model, seconds, extra) -> {
              AchievementCredentialBuilder builder =
                  AchievementCredential.builder(Badges.issuer(), Badges.LEARNER, achievement)
                      .clock(Badges.CLOCK)
                      .dataModel(model)
                      .validUntil(Badges.NOW.plusSeconds(seconds))
                      .member("ext:more", new JsonString(extra));
              name.ifPresent(builder::name);
              return builder.build();
            });
  }

  private static boolean isJson(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
