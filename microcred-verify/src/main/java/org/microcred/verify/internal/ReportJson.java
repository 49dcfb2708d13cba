package org.microcred.verify.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.Fetched;
import org.microcred.verify.PresentationReport;
import org.microcred.verify.Problem;
import org.microcred.verify.Report;
import org.microcred.verify.VerificationReport;

/** The JSON form of a report, as report.schema.json describes it. */
public final class ReportJson {
  private ReportJson() {}

  /** The report as JSON. */
  public static JsonObject of(Report report) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("outcome", report.outcome().name())
            .put("verifiedAt", report.verifiedAt().toString())
            .put("form", report.form());
    about(report).forEach((name, value) -> json.put(name, value));
    return json.put("checks", array(report.checks().stream().map(ReportJson::of).toList()))
        .put("fetched", array(report.fetched().stream().map(ReportJson::of).toList()))
        .put(
            "embedded",
            array(
                report.embedded().stream()
                    .map(
                        child ->
                            JsonObject.builder()
                                .put("pointer", child.pointer().toString())
                                .putAll(of(child.report()))
                                .build())
                    .toList()))
        .build();
  }

  /** What the document calls itself, and who presents it. */
  private static Map<String, String> about(Report report) {
    Map<String, String> members = new LinkedHashMap<>();
    if (report instanceof VerificationReport credential) {
      credential.credentialId().ifPresent(id -> members.put("credentialId", id));
    } else if (report instanceof PresentationReport presentation) {
      presentation.presentationId().ifPresent(id -> members.put("presentationId", id));
      if (presentation instanceof PresentationReport.Verified verified) {
        verified.holder().ifPresent(id -> members.put("holder", id));
      }
    }
    return members;
  }

  private static JsonObject of(Check check) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("id", check.id().key())
            .put("outcome", check.outcome().name())
            .put("required", JsonBoolean.of(check.required()))
            .putIfPresent("cause", check.cause().map(cause -> new JsonString(cause.name())));
    if (!check.reason().isEmpty()) {
      json.put("reason", check.reason());
    }
    return json.put("problems", problems(check.problems()))
        .put("warnings", problems(check.warnings()))
        .build();
  }

  /** Problems in their order. */
  public static JsonArray problems(List<Problem> problems) {
    return array(problems.stream().map(ReportJson::of).toList());
  }

  static JsonObject of(Problem problem) {
    return JsonObject.builder()
        .put("code", problem.code())
        .put("type", problem.type().toString())
        .put("title", problem.title())
        .put("detail", problem.detail())
        .put("pointer", problem.pointer().toString())
        .build();
  }

  private static JsonObject of(Fetched fetched) {
    return JsonObject.builder()
        .put("url", fetched.url().toString())
        .put("result", fetched.result())
        .build();
  }

  private static JsonArray array(List<? extends JsonValue> items) {
    return new JsonArray(List.copyOf(items));
  }
}
