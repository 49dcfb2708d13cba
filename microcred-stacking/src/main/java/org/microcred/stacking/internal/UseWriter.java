package org.microcred.stacking.internal;

import java.util.List;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.AwardSharing;
import org.microcred.stacking.Divisible;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Relations;
import org.microcred.stacking.Sharing;

/** Writes what a policy says about what may be used together. */
final class UseWriter {
  private UseWriter() {}

  static void write(PolicyDocument policy, JsonObject.Builder json) {
    Sharing sharing = policy.sharing();
    if (!sharing.equals(Sharing.EXCLUSIVE)) {
      JsonObject.Builder use = JsonObject.builder();
      if (!sharing.free().isEmpty()) {
        use.put("free", groups(sharing.free()));
      }
      if (!sharing.withAward().isEmpty()) {
        use.put(
            "withAward",
            PolicyWriter.array(sharing.withAward().stream().map(UseWriter::award).toList()));
      }
      json.put("use", use.build());
    }
    if (!policy.divisible().isEmpty()) {
      json.put(
          "divisible",
          PolicyWriter.array(policy.divisible().stream().map(UseWriter::divisible).toList()));
    }
    Relations relations = policy.relations();
    if (!relations.equivalent().isEmpty()) {
      json.put("equivalent", groups(relations.equivalent()));
    }
    if (!relations.replaces().isEmpty()) {
      JsonObject.Builder replaces = JsonObject.builder();
      relations.replaces().forEach((old, by) -> replaces.put(old, JsonArray.ofStrings(by)));
      json.put("replaces", replaces.build());
    }
    if (!relations.conflicts().isEmpty()) {
      json.put("conflicts", groups(relations.conflicts()));
    }
    if (!policy.optional().isEmpty()) {
      json.put(
          "optional",
          PolicyWriter.array(policy.optional().stream().map(FilterWriter::write).toList()));
    }
  }

  private static JsonArray groups(List<List<String>> groups) {
    return PolicyWriter.array(groups.stream().map(JsonArray::ofStrings).toList());
  }

  private static JsonObject divisible(Divisible divisible) {
    return JsonObject.builder()
        .put("from", FilterWriter.write(divisible.from()))
        .put("step", divisible.step().toPlainString())
        .build();
  }

  private static JsonObject award(AwardSharing sharing) {
    JsonObject.Builder json = JsonObject.builder().put("award", sharing.award());
    JsonObject.Builder atMost = JsonObject.builder();
    sharing.count().ifPresent(count -> atMost.put("count", JsonNumber.of(count)));
    sharing
        .credits()
        .ifPresent(
            credits ->
                atMost.put(
                    "credits",
                    JsonObject.builder()
                        .put("amount", credits.value().toPlainString())
                        .put("unit", credits.unit())
                        .build()));
    boolean unbounded = sharing.count().isEmpty() && sharing.credits().isEmpty();
    if (!unbounded) {
      json.put("atMost", atMost.build());
    }
    if (unbounded || !sharing.only().equals(Filter.ANY)) {
      json.put("only", FilterWriter.write(sharing.only()));
    }
    return json.build();
  }
}
