package org.microcred.stacking.internal;

import java.util.List;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Bound;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Part;
import org.microcred.stacking.PartMeasure;

/** Writes conditions on what a rule uses. */
final class PartWriter {
  private PartWriter() {}

  static void write(List<Part> parts, JsonObject.Builder json) {
    if (!parts.isEmpty()) {
      json.put("ofWhich", PolicyWriter.array(parts.stream().map(PartWriter::part).toList()));
    }
  }

  private static JsonObject part(Part part) {
    JsonObject.Builder json = JsonObject.builder();
    if (!part.id().startsWith("/")) {
      json.put("id", part.id());
    }
    part.note().ifPresent(note -> json.put("note", note));
    JsonObject.Builder body = JsonObject.builder();
    if (part.measure() instanceof PartMeasure.OfRule) {
      json.put("from", FilterWriter.write(part.from()));
    } else if (!part.from().equals(Filter.ANY)) {
      body.put("from", FilterWriter.write(part.from()));
    }
    if (part.measure() instanceof PartMeasure.Count) {
      json.put("count", body.build());
    } else if (part.measure() instanceof PartMeasure.Sum sum) {
      body.put("of", PolicyWriter.measure(sum.of())).put("unit", sum.unit());
      if (sum.absentIsZero()) {
        body.put("absent", JsonNumber.of(0));
      }
      json.put("sum", body.build());
    } else if (part.measure() instanceof PartMeasure.Mean mean) {
      body.put("of", of(mean));
      if (!mean.weighted()) {
        body.put("by", "holding");
      }
      json.put("mean", body.build());
    }
    part.atLeast().ifPresent(bound -> json.put("atLeast", bound(bound)));
    part.atMost().ifPresent(bound -> json.put("atMost", bound(bound)));
    write(part.ofWhich(), json);
    return json.build();
  }

  private static JsonValue of(PartMeasure.Mean mean) {
    if (mean.fact().isPresent()) {
      return JsonObject.builder().put("fact", mean.fact().get()).build();
    }
    return mean.description()
        .<JsonValue>map(id -> JsonObject.builder().put("result", id).build())
        .orElse(new JsonString("result"));
  }

  private static JsonValue bound(Bound bound) {
    String value = bound.value().toPlainString();
    if (bound.of() == Bound.Of.NOTHING) {
      return new JsonNumber(value);
    }
    return JsonObject.builder()
        .put("percent", new JsonNumber(value))
        .put("of", bound.of() == Bound.Of.USED ? "used" : "required")
        .build();
  }
}
