package org.microcred.verify.internal;

import java.util.List;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Decision;
import org.microcred.verify.AuditReport;
import org.microcred.verify.Problem;

/** The JSON form of an audit, as audit.schema.json describes it. */
public final class AuditJson {
  private AuditJson() {}

  /** The audit as JSON. */
  public static JsonObject of(AuditReport report) {
    return JsonObject.builder()
        .put("outcome", report.outcome().name())
        .put("auditedAt", report.auditedAt().toString())
        .putIfPresent("record", report.record().map(record -> new JsonString(record.digest())))
        .put(
            "answers",
            new JsonArray(report.answers().stream().<JsonValue>map(AuditJson::of).toList()))
        .put("badge", ReportJson.of(report.badge()))
        .putIfPresent("decisionNow", report.decisionNow().map(Decision::toJson))
        .build();
  }

  private static JsonObject of(AuditReport.Answer answer) {
    JsonObject.Builder json =
        JsonObject.builder().put("id", answer.id().key()).put("outcome", answer.outcome().name());
    if (!answer.reason().isEmpty()) {
      json.put("reason", answer.reason());
    }
    return json.put("problems", problems(answer.problems()))
        .put("warnings", problems(answer.warnings()))
        .build();
  }

  private static JsonArray problems(List<Problem> problems) {
    return new JsonArray(problems.stream().<JsonValue>map(ReportJson::of).toList());
  }
}
