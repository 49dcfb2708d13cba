package org.microcred.verify.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Decision;
import org.microcred.stacking.StackPolicy;
import org.microcred.verify.Check;
import org.microcred.verify.DecisionRecord;
import org.microcred.verify.StackReport;
import org.microcred.verify.StackRequest;

/** Writes on what a stack was decided, as record.schema.json describes it. */
public final class RecordWriter {
  private static final String VERSION = version();

  private RecordWriter() {}

  /** The record of a decision. */
  public static JsonObject of(
      StackRequest request, Decision decision, List<StackReport.Entry> entries) {
    StackPolicy policy = request.policy();
    JsonObject.Builder json =
        JsonObject.builder()
            .put("type", "StackDecisionRecord")
            .put("formatVersion", JsonNumber.of(1))
            .put(
                "engine",
                JsonObject.builder().put("name", "microcred").put("version", VERSION).build())
            .put(
                "policy",
                JsonObject.builder()
                    .put("id", policy.id())
                    .put("version", policy.version())
                    .put("digest", Digests.ofCanonical(policy.toJson()))
                    .build())
            .put("award", policy.award().id())
            .put(
                "recipient",
                JsonArray.ofStrings(List.copyOf(RecordReader.names(request.recipient()))));
    request.started().ifPresent(day -> json.put("started", day.toString()));
    return json.put(
            "frameworks",
            JsonArray.ofStrings(
                request.frameworks().stream()
                    .map(framework -> Digests.of(framework.toBytes()))
                    .distinct()
                    .sorted()
                    .toList()))
        .put(
            "earlier",
            JsonArray.ofStrings(
                request.earlier().stream()
                    .map(DecisionRecord::digest)
                    .distinct()
                    .sorted()
                    .toList()))
        .put(
            "credentials",
            new JsonArray(
                entries.stream()
                    .sorted(Comparator.comparing(StackReport.Entry::digest))
                    .<JsonValue>map(RecordWriter::entry)
                    .distinct()
                    .toList()))
        .put("decision", decision.toJson())
        .build();
  }

  private static JsonObject entry(StackReport.Entry entry) {
    return JsonObject.builder()
        .put("digest", entry.digest())
        .put("report", Digests.ofCanonical(ReportJson.of(entry.report())))
        .put("counted", JsonBoolean.of(entry.counted()))
        .putIfPresent(
            "check", Wallet.refusal(entry.report().checks()).map(id -> new JsonString(id.key())))
        .put("status", Wallet.status(entry.report().check(Check.Id.STATUS)).name())
        .build();
  }

  private static String version() {
    try (InputStream in = StackReport.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
