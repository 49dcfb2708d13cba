package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Documents that were tampered with. */
final class Mutations {
  /** Rules whose place may not exist. */
  private static final Set<String> OF_WHAT_IS_MISSING =
      Set.of("model.required", "vc.context", "ob.context", "clr.context");

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

  private Mutations() {}

  /** Reading answers with findings that fit, whatever was done to a document. */
  static void checkReading(JsonObject sound, long seed) {
    Random random = new Random(seed);
    JsonObject json = sound;
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      json = (JsonObject) mutated(json, random, true);
    }
    JsonObject document = json;
    Reading reading = Credential.read(document);
    assertThat(reading.credential().isPresent()).isEqualTo(reading.findings().passed());
    for (Violation failure : reading.findings().failures()) {
      assertThat(
              failure.pointer().in(document).isPresent()
                  || OF_WHAT_IS_MISSING.contains(failure.code()))
          .as("%s in %s", failure, document)
          .isTrue();
    }
    reading.credential().ifPresent(credential -> assertThat(credential.json()).isSameAs(document));
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
