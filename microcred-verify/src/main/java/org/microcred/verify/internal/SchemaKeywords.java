package org.microcred.verify.internal;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keywords of the library, each evaluation a step of the work. Patterns are matched here, by
 * the same rules, on text that counts how often it is looked at: a regular expression can take for
 * ever, and nothing else can stop it.
 */
final class SchemaKeywords implements EvaluatorFactory {
  private final SchemaWork work;

  SchemaKeywords(SchemaWork work) {
    this.work = work;
  }

  @Override
  public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode schema) {
    return context
        .getDialect()
        .getEvaluatorFactory()
        .create(context, keyword, schema)
        .map(
            evaluator ->
                switch (keyword) {
                  case "pattern" -> new Counted(evaluator, pattern(schema));
                  case "patternProperties" -> new Counted(evaluator, properties(context, schema));
                  default -> new Counted(evaluator, evaluator::evaluate);
                });
  }

  /** How a keyword is evaluated. */
  private interface Evaluation {
    Evaluator.Result of(EvaluationContext context, JsonNode instance);
  }

  /** A keyword whose evaluations are counted. */
  private final class Counted implements Evaluator {
    private final Evaluator like;
    private final Evaluation evaluation;

    Counted(Evaluator like, Evaluation evaluation) {
      this.like = like;
      this.evaluation = evaluation;
    }

    @Override
    public Result evaluate(EvaluationContext context, JsonNode instance) {
      work.enter();
      try {
        return evaluation.of(context, instance);
      } finally {
        work.leave();
      }
    }

    @Override
    public int getOrder() {
      return like.getOrder();
    }
  }

  /** JSON Schema Validation 2020-12 §6.3.3. */
  private Evaluation pattern(JsonNode schema) {
    Pattern pattern = Pattern.compile(schema.asString());
    return (context, instance) ->
        !instance.isString() || matches(pattern, instance.asString())
            ? Evaluator.Result.success()
            : Evaluator.Result.failure("does not match the pattern " + pattern);
  }

  /** JSON Schema Core 2020-12 §10.3.2.2. */
  private Evaluation properties(SchemaParsingContext context, JsonNode schema) {
    Map<Pattern, String> schemas = new LinkedHashMap<>();
    schema
        .asObject()
        .forEach(
            (regex, value) -> schemas.put(Pattern.compile(regex), context.getAbsoluteUri(value)));
    return (evaluation, instance) -> properties(schemas, evaluation, instance);
  }

  private Evaluator.Result properties(
      Map<Pattern, String> schemas, EvaluationContext evaluation, JsonNode instance) {
    if (!instance.isObject()) {
      return Evaluator.Result.success();
    }
    boolean valid = true;
    Set<String> matched = new HashSet<>();
    for (Map.Entry<String, JsonNode> member : instance.asObject().entrySet()) {
      for (Map.Entry<Pattern, String> named : schemas.entrySet()) {
        if (matches(named.getKey(), member.getKey())) {
          matched.add(member.getKey());
          valid &= evaluation.resolveInternalRefAndValidate(named.getValue(), member.getValue());
        }
      }
    }
    return valid ? Evaluator.Result.success(matched) : Evaluator.Result.failure();
  }

  private boolean matches(Pattern pattern, String text) {
    return pattern.matcher(new CountedText(text, work)).find();
  }

  /** A text of which every look at a character is a step. */
  private record CountedText(String text, SchemaWork work) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      work.step(1);
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.substring(start, end), work);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
