package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class CredentialProperties {
  private static final List<JsonValue> INTRUDERS =
      List.of(
          JsonNull.NULL,
          JsonBoolean.TRUE,
          JsonNumber.of(-1),
          new JsonNumber("1e999999999"),
          new JsonNumber("1e99999999999"),
          new JsonString(""),
          new JsonString("\u202e ext:\ud83d\ude00"),
          new JsonString("2026-02-30T25:61:61Z"),
          new JsonString("did:example:x"),
          JsonArray.EMPTY,
          JsonArray.of(JsonNull.NULL),
          JsonArray.of(JsonArray.EMPTY, new JsonString("Profile")),
          JsonObject.EMPTY,
          new JsonObject(Map.of("id", JsonNull.NULL)));

  /** Reading answers with findings that fit, whatever was done to a badge. */
  @Property(tries = 500)
  void readingNeverThrows(@ForAll long seed, @ForAll boolean old) {
    Random random = new Random(seed);
    JsonObject json =
        Badges.full().dataModel(old ? DataModel.VC_1_1 : DataModel.VC_2_0).build().json();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      json = (JsonObject) mutated(json, random, true);
    }
    Reading reading = Credential.read(json);
    assertThat(reading.credential().isPresent()).isEqualTo(reading.findings().passed());
    JsonObject document = json;
    for (Violation failure : reading.findings().failures()) {
      boolean exists = failure.pointer().in(document).isPresent();
      boolean missing =
          failure.code().equals("model.required")
              || failure.code().equals("vc.context")
              || failure.code().equals("ob.context");
      assertThat(exists || missing).as("%s in %s", failure, document).isTrue();
    }
    reading.credential().ifPresent(credential -> assertThat(credential.json()).isSameAs(document));
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
            Arbitraries.of(DataModel.values()),
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

  private static JsonValue mutated(JsonValue value, Random random, boolean root) {
    if (value instanceof JsonObject object && (root || random.nextInt(4) > 0)) {
      List<String> names = new ArrayList<>(object.members().keySet());
      if (names.isEmpty() || random.nextInt(12) == 0) {
        return object.with("x" + random.nextInt(3), intruder(random));
      }
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(8) == 0) {
        return object.without(name);
      }
      return object.with(
          name,
          mutated(Optional.ofNullable(object.members().get(name)).orElseThrow(), random, false));
    }
    if (value instanceof JsonArray array && !array.items().isEmpty() && random.nextInt(4) > 0) {
      List<JsonValue> items = new ArrayList<>(array.items());
      int index = random.nextInt(items.size());
      items.set(index, mutated(items.get(index), random, false));
      return random.nextInt(6) == 0 ? items.get(index) : new JsonArray(items);
    }
    return intruder(random);
  }

  private static JsonValue intruder(Random random) {
    return INTRUDERS.get(random.nextInt(INTRUDERS.size()));
  }
}
