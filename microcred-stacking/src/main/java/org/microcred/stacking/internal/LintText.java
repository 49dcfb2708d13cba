package org.microcred.stacking.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Lint;

/** Writes advice about policies. */
public final class LintText {
  private LintText() {}

  /**
   * {@return a finding for people}
   *
   * @param finding a finding
   * @param locale the language
   */
  public static String of(Lint.Finding finding, Locale locale) {
    return of(finding, new Messages(locale));
  }

  private static String of(Lint.Finding finding, Messages messages) {
    List<String> details = finding.details().stream().map(SafeText::of).toList();
    return messages.text(
        "lint." + finding.code(),
        SafeText.of(finding.subject()),
        messages.list(details),
        details.isEmpty() ? "" : details.get(0),
        details.size() < 2 ? "" : details.get(1));
  }

  /**
   * {@return advice for people}
   *
   * @param lint the advice
   * @param locale the language
   */
  public static String of(Lint lint, Locale locale) {
    Messages messages = new Messages(locale);
    StringBuilder text = new StringBuilder();
    for (Lint.Finding finding : lint.findings()) {
      text.append(messages.text(finding.code().isError() ? "lint.error" : "lint.advice"))
          .append(of(finding, messages))
          .append('\n');
    }
    for (Lint.Cost cost : lint.costs()) {
      text.append(
              messages.text(
                  "lint.cost",
                  SafeText.of(cost.rule()),
                  messages.text("lint.effort." + cost.effort()),
                  cost.because().map(cause -> because(cause, cost, messages)).orElse("")))
          .append('\n');
    }
    return text.toString();
  }

  private static String because(Lint.Cause cause, Lint.Cost cost, Messages messages) {
    List<String> others = cost.others().stream().map(SafeText::of).toList();
    return messages.text("lint.because." + cause, messages.list(others));
  }

  /**
   * {@return advice as JSON}
   *
   * @param lint the advice
   */
  public static JsonObject json(Lint lint) {
    return JsonObject.builder()
        .put("findings", array(lint.findings(), LintText::finding))
        .put("costs", array(lint.costs(), LintText::cost))
        .build();
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonValue> write) {
    return new JsonArray(items.stream().map(write).toList());
  }

  private static JsonValue finding(Lint.Finding finding) {
    return JsonObject.builder()
        .put("code", finding.code().name())
        .put("error", JsonBoolean.of(finding.code().isError()))
        .put("subject", finding.subject())
        .put("details", JsonArray.ofStrings(finding.details()))
        .put("message", finding.message())
        .build();
  }

  private static JsonValue cost(Lint.Cost cost) {
    JsonObject.Builder json =
        JsonObject.builder().put("rule", cost.rule()).put("effort", cost.effort().name());
    cost.because().ifPresent(cause -> json.put("because", cause.name()));
    return json.put("others", JsonArray.ofStrings(cost.others())).build();
  }
}
