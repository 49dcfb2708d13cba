package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Whatever is read as a policy is a policy that works, or is refused, and nothing else. */
class PolicyProperties {
  private static final List<JsonValue> ODD =
      List.of(
          JsonNull.NULL,
          JsonBoolean.TRUE,
          new JsonNumber("-1"),
          new JsonNumber("1e999"),
          new JsonNumber("1E-400"),
          new JsonNumber("99999999999999999999999999"),
          new JsonString(""),
          new JsonString("*"),
          new JsonString("/rule"),
          new JsonString("9999-99-99"),
          JsonArray.EMPTY,
          JsonObject.EMPTY,
          JsonArray.of(JsonNull.NULL));

  @Property(tries = 2000)
  void neverThrowsAnythingElseOnAChangedPolicy(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    String policy = random.nextInt(4) == 0 ? Policies.withParameters() : Policies.everything();
    JsonValue changed = Json.read(policy, Limits.defaults());
    for (int i = 0; i <= random.nextInt(3); i++) {
      changed = changed(changed, random);
    }
    acceptsOrRefuses(changed.toString());
  }

  @Property(tries = 500)
  void neverThrowsAnythingElseOnAnyText(@ForAll String text) {
    acceptsOrRefuses(text);
  }

  private static void acceptsOrRefuses(String text) {
    StackPolicy policy;
    try {
      policy = StackPolicy.parse(text);
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
      return;
    }
    StackCase.Builder stackCase =
        StackCase.builder(Policies.NOW)
            .holdings(new Instances(1).wallet(6))
            .parameter("role", "leader")
            .parameter("start", "2026-01-01")
            .framework(CoverTest.FRAMEWORK)
            .budget(100_000);
    Decision decision;
    try {
      decision = policy.decide(stackCase.build());
    } catch (IllegalArgumentException e) {
      // The case lacks a framework, or a parameter, that only the changed policy asks for.
      assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class);
      return;
    }
    assertThat(decision.explain()).isNotEmpty();
    assertThat(decision.toJson().members()).isNotEmpty();
  }

  /** One value somewhere inside replaced by an odd one, or taken out, or put in twice. */
  private static JsonValue changed(JsonValue value, Random random) {
    if (value instanceof JsonObject object && !object.members().isEmpty()) {
      List<String> names = new ArrayList<>(object.members().keySet());
      String name = names.get(random.nextInt(names.size()));
      JsonValue inner = object.get(name).orElseThrow();
      return switch (random.nextInt(8)) {
        case 0 -> object.without(name);
        case 1 -> object.with(names.get(random.nextInt(names.size())), inner);
        case 2 -> object.with(name, odd(random));
        default -> object.with(name, changed(inner, random));
      };
    } else if (value instanceof JsonArray array && !array.items().isEmpty()) {
      List<JsonValue> items = new ArrayList<>(array.items());
      int i = random.nextInt(items.size());
      switch (random.nextInt(6)) {
        case 0 -> items.remove(i);
        case 1 -> items.add(items.get(i));
        default -> items.set(i, changed(items.get(i), random));
      }
      return new JsonArray(items);
    }
    return odd(random);
  }

  private static JsonValue odd(Random random) {
    return ODD.get(random.nextInt(ODD.size()));
  }
}
