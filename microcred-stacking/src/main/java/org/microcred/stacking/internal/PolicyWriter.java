package org.microcred.stacking.internal;

import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Measure;
import org.microcred.stacking.Rule;

/** Writes a policy: members in one order, defaults left out. */
public final class PolicyWriter {
  private PolicyWriter() {}

  /**
   * {@return the policy as JSON}
   *
   * @param policy a policy
   */
  public static JsonObject write(PolicyDocument policy) {
    if (!policy.parameters().isEmpty()) {
      // What stands for a value is not in the rules that were read: it is in what was written.
      return policy.template().json();
    }
    JsonObject.Builder json =
        JsonObject.builder().put("id", policy.id()).put("version", policy.version());
    policy.note().ifPresent(note -> json.put("note", note));
    json.put("award", policy.award().toJson());
    TermsReader.write(policy.terms(), json);
    DefinitionsWriter.write(policy.definitions(), json);
    if (!policy.accept().equals(Filter.ANY)) {
      json.put("accept", FilterWriter.write(policy.accept()));
    }
    json.put("rule", rule(policy.rule()));
    UseWriter.write(policy, json);
    return json.build();
  }

  static JsonObject rule(Rule rule) {
    JsonObject.Builder json = JsonObject.builder();
    if (!rule.id().startsWith("/")) {
      json.put("id", rule.id());
    }
    rule.note().ifPresent(note -> json.put("note", note));
    if (rule instanceof Rule.Hold hold) {
      ScopeReader.write(hold.scope(), json);
      json.put("hold", FilterWriter.write(hold.from()));
    } else if (rule instanceof Rule.Count count) {
      ScopeReader.write(count.scope(), json);
      JsonObject.Builder body = JsonObject.builder().put("from", FilterWriter.write(count.from()));
      distinct(body, count.distinctBy());
      json.put("count", body.build()).put("atLeast", JsonNumber.of(count.atLeast()));
      PartWriter.write(count.ofWhich(), json);
    } else if (rule instanceof Rule.Sum sum) {
      ScopeReader.write(sum.scope(), json);
      JsonObject.Builder body =
          JsonObject.builder().put("of", measure(sum.of())).put("unit", sum.unit());
      body.put("from", FilterWriter.write(sum.from()));
      distinct(body, sum.distinctBy());
      if (sum.absentIsZero()) {
        body.put("absent", JsonNumber.of(0));
      }
      json.put("sum", body.build()).put("atLeast", sum.atLeast().toPlainString());
      PartWriter.write(sum.ofWhich(), json);
    } else if (rule instanceof Rule.Cover cover) {
      ScopeReader.write(cover.scope(), json);
      CoverReader.write(cover, json);
    } else if (rule instanceof Rule.AllOf allOf) {
      json.put("allOf", rules(allOf.rules()));
    } else if (rule instanceof Rule.SomeOf someOf) {
      json.put("someOf", JsonNumber.of(someOf.atLeast())).put("rules", rules(someOf.rules()));
    } else if (rule instanceof Rule.Within within) {
      json.put("within", within.within().toString()).put("rule", rule(within.rule()));
    } else if (rule instanceof Rule.Before before) {
      json.put("before", JsonArray.ofStrings(before.before())).put("rule", before.earlier());
      if (before.strict()) {
        json.put("strict", JsonBoolean.TRUE);
      }
    }
    return json.build();
  }

  private static void distinct(JsonObject.Builder body, Optional<DistinctBy> distinctBy) {
    distinctBy.ifPresent(by -> body.put("distinctBy", DistinctByName.of(by)));
  }

  static JsonValue measure(Measure measure) {
    return measure
        .fact()
        .<JsonValue>map(name -> JsonObject.builder().put("fact", name).build())
        .orElse(new JsonString("credits"));
  }

  private static JsonArray rules(List<Rule> rules) {
    return array(rules.stream().map(PolicyWriter::rule).toList());
  }

  static JsonArray array(List<? extends JsonValue> items) {
    return new JsonArray(items.stream().<JsonValue>map(item -> item).toList());
  }
}
