package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Plan;
import org.microcred.stacking.Use;

/** Writes plans. */
public final class PlanText {
  private PlanText() {}

  /**
   * {@return a plan for people}
   *
   * @param plan the plan
   * @param locale the language
   */
  public static String of(Plan plan, Locale locale) {
    Messages messages = new Messages(locale);
    List<String> lines = new ArrayList<>();
    if (plan.today().earned()) {
      lines.add(messages.text("plan.earned"));
    } else if (plan.alternatives().isEmpty()) {
      lines.add(messages.text(plan.proved() ? "plan.none" : "plan.unknown"));
    }
    for (Plan.Alternative alternative : plan.alternatives()) {
      String key = lines.isEmpty() ? plan.proved() ? "plan" : "plan.unproved" : "plan.or";
      lines.add(messages.text(key, costs(alternative.costs(), messages)));
      int number = 1;
      for (Plan.Step step : alternative.steps()) {
        lines.add("  " + step(number++, step, messages));
      }
      alternative.by().ifPresent(day -> lines.add("  " + messages.text("plan.by", day.toString())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String step(int number, Plan.Step step, Messages messages) {
    String name = SafeText.of(step.holding().name().orElse(step.holding().id()));
    List<String> rules = step.uses().stream().map(Use::rule).distinct().map(SafeText::of).toList();
    return messages.text(
        "plan.step",
        Integer.toString(number),
        name,
        step.inProgress() ? messages.text("plan.inProgress") : costs(step.costs(), messages),
        rules.isEmpty()
            ? messages.text("plan.required")
            : messages.text("plan.serves", messages.list(rules)));
  }

  private static String costs(Map<String, BigDecimal> costs, Messages messages) {
    return messages.list(
        costs.entrySet().stream()
            .map(cost -> HoldingJson.decimal(cost.getValue()) + " " + SafeText.of(cost.getKey()))
            .toList());
  }

  /**
   * {@return a plan as JSON}
   *
   * @param plan the plan
   */
  public static JsonObject json(Plan plan) {
    return JsonObject.builder()
        .put(
            "policy",
            JsonObject.builder()
                .put("id", plan.today().policyId())
                .put("version", plan.today().policyVersion())
                .build())
        .put("at", plan.today().at().toString())
        .put("outcome", plan.today().outcome().name())
        .put("unit", plan.unit())
        .put("proved", JsonBoolean.of(plan.proved()))
        .put(
            "alternatives",
            new JsonArray(plan.alternatives().stream().map(PlanText::alternative).toList()))
        .build();
  }

  private static JsonValue alternative(Plan.Alternative alternative) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("costs", costs(alternative.costs()))
            .put("steps", new JsonArray(alternative.steps().stream().map(PlanText::step).toList()));
    alternative.by().ifPresent(day -> json.put("by", day.toString()));
    return json.build();
  }

  private static JsonValue step(Plan.Step step) {
    return JsonObject.builder()
        .put("item", step.holding().id())
        .put("inProgress", JsonBoolean.of(step.inProgress()))
        .put("costs", costs(step.costs()))
        .put("rules", JsonArray.ofStrings(step.uses().stream().map(Use::rule).distinct().toList()))
        .build();
  }

  private static JsonObject costs(Map<String, BigDecimal> costs) {
    JsonObject.Builder json = JsonObject.builder();
    costs.forEach((unit, cost) -> json.put(unit, HoldingJson.decimal(cost)));
    return json.build();
  }
}
