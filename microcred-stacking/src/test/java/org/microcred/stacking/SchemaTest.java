package org.microcred.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.JsonObject;

class SchemaTest {
  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JakartaJsonNode.Factory()).createValidator();

  @Test
  void describesEveryPolicyThatIsWritten() throws Exception {
    URI schema = schema("policy.schema.json");
    for (int seed = 0; seed < 200; seed++) {
      assertConforms(schema, new Instances(seed).policy(6).toJson());
      ConstraintInstances.Feature[] all = ConstraintInstances.INDIVISIBLE;
      assertConforms(schema, new ConstraintInstances(seed, all).policy(6).toJson());
    }
    assertConforms(schema, StackPolicy.parse(Policies.everything()).toJson());
    assertThat(errors(schema, Policies.everything())).isEmpty();
    assertThat(errors(schema, Policies.withParameters())).isEmpty();
  }

  @Test
  void refusesThePoliciesThatTheReaderRefusesForTheirShape() throws Exception {
    URI schema = schema("policy.schema.json");
    for (String json : Policies.misshapen()) {
      assertThat(errors(schema, json)).as(json).isNotEmpty();
    }
  }

  @Test
  void describesEveryDecision() throws Exception {
    URI schema = schema("decision.schema.json");
    List<Outcome> outcomes = new ArrayList<>();
    int alternatives = 0;
    for (int seed = 0; seed < 200; seed++) {
      ConstraintInstances instances =
          new ConstraintInstances(seed, ConstraintInstances.INDIVISIBLE);
      StackPolicy policy = instances.policy(4);
      StackCase bound = StackCase.builder(Policies.NOW).holdings(instances.wallet(6)).build();
      assertConforms(schema, policy.decide(bound).toJson());
    }
    for (int seed = 0; seed < 300; seed++) {
      Instances instances = new Instances(seed);
      StackPolicy policy = instances.policy(5);
      StackCase.Builder stackCase =
          StackCase.builder(Policies.NOW)
              .holdings(instances.wallet(6))
              .unverified(new UnverifiedHolding("sha-256:" + seed, "signature"))
              .budget(seed % 10 == 0 ? 40 : StackCase.DEFAULT_BUDGET);
      if (seed % 3 == 0) {
        stackCase.holding(Holding.builder("urn:vague", "a").digest("sha-256:vague").build());
      }
      Decision decision = policy.decide(stackCase.build());
      outcomes.add(decision.outcome());
      alternatives += decision.missing().alternatives().size();
      assertConforms(schema, decision.toJson());
    }
    assertThat(outcomes).contains(Outcome.values());
    assertThat(alternatives).isPositive();
  }

  @Test
  void describesEveryPlan() throws Exception {
    URI schema = schema("plan.schema.json");
    int steps = 0;
    for (int seed = 0; seed < 200; seed++) {
      ConstraintInstances instances =
          new ConstraintInstances(seed, ConstraintInstances.INDIVISIBLE);
      StackPolicy policy = instances.policy(3);
      List<Catalogue.Item> items = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        items.add(
            new Catalogue.Item(
                instances.holding("urn:item" + i, 0),
                Map.of("hour", new BigDecimal(i).movePointLeft(1)),
                List.of()));
      }
      StackCase held = StackCase.builder(Policies.NOW).holdings(instances.wallet(3)).build();
      Plan plan = policy.plan(held, new Catalogue("hour", items));
      steps += plan.alternatives().stream().mapToInt(way -> way.steps().size()).sum();
      assertConforms(schema, plan.toJson());
    }
    assertThat(steps).isPositive();
  }

  @Test
  void describesAllAdvice() throws Exception {
    URI schema = schema("lint.schema.json");
    int findings = 0;
    for (int seed = 0; seed < 200; seed++) {
      Lint lint = new ConstraintInstances(seed, ConstraintInstances.INDIVISIBLE).policy(4).lint();
      findings += lint.findings().size();
      assertConforms(schema, lint.toJson());
    }
    assertThat(findings).isPositive();
    String all = text("lint.schema.json");
    for (Lint.Code code : Lint.Code.values()) {
      assertThat(all).contains('"' + code.name() + '"');
    }
    for (Lint.Cause cause : Lint.Cause.values()) {
      assertThat(all).contains('"' + cause.name() + '"');
    }
  }

  private void assertConforms(URI schema, JsonObject json) {
    assertThat(errors(schema, json.toString())).as(json.toString()).isEmpty();
  }

  private List<String> errors(URI schema, String json) {
    return validator.validate(schema, json).getErrors().stream()
        .map((Error e) -> e.getInstanceLocation() + ": " + e.getError())
        .toList();
  }

  private URI schema(String name) throws Exception {
    return validator.registerSchema(text(name));
  }

  private static String text(String name) throws Exception {
    try (InputStream in = StackPolicy.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
