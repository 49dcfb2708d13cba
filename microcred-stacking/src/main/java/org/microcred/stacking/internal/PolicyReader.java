package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Achievement;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.Divisible;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Relations;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Sharing;
import org.microcred.stacking.Terms;

/** Reads a policy, strictly: what is not understood is refused. */
public final class PolicyReader {
  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "id",
          "version",
          "note",
          "award",
          "effective",
          "parameters",
          "timeZone",
          "units",
          "scales",
          "facts",
          "set",
          "values",
          "accept",
          "rule",
          "use",
          "exceptions",
          "derive",
          "divisible",
          "equivalent",
          "replaces",
          "conflicts",
          "optional");

  private final Reading reading;

  private PolicyReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * Reads a policy. One with parameters is read with every value that a parameter may have, so that
   * all of it is known to be sound.
   *
   * @param json any JSON
   * @return the policy, with the values that parameters have by default, or made up ones
   * @throws InvalidDocumentException with everything that is wrong
   */
  public static PolicyDocument read(JsonValue json) throws InvalidDocumentException {
    Reading reading = new Reading();
    JsonObject policy = reading.object(json, JsonPointer.ROOT).orElse(JsonObject.EMPTY);
    Template template = new Template(policy, new ParameterReader(reading).read(policy));
    if (reading.failed()) {
      throw reading.exception();
    }
    if (template.parameters().isEmpty()) {
      return read(policy, Template.NONE, reading);
    }
    List<Map<String, String>> samples = template.samples(reading);
    if (reading.failed()) {
      throw reading.exception();
    }
    PolicyDocument first = sample(template, samples.get(0));
    for (Map<String, String> sample : samples.subList(1, samples.size())) {
      sample(template, sample);
    }
    return template.isBound() ? bind(template, Map.of()) : first;
  }

  private static PolicyDocument sample(Template template, Map<String, String> values)
      throws InvalidDocumentException {
    Reading reading = new Reading(template.parameters(), values, true);
    JsonObject bound = template.bind(values, reading);
    if (reading.failed()) {
      throw reading.exception();
    }
    return read(bound, template, reading);
  }

  /**
   * Gives the parameters of a policy their values.
   *
   * @param policy a policy
   * @param values values by name; what is not given has its default
   * @return the policy with these values
   * @throws InvalidDocumentException when a value is missing or does not fit
   */
  public static PolicyDocument bind(PolicyDocument policy, Map<String, String> values)
      throws InvalidDocumentException {
    return bind(policy.template(), values);
  }

  private static PolicyDocument bind(Template template, Map<String, String> values)
      throws InvalidDocumentException {
    Reading checking = new Reading();
    new ParameterReader(checking).check(template.parameters(), values);
    if (checking.failed()) {
      throw checking.exception();
    }
    Template given = template.with(values);
    Reading reading = new Reading(given.parameters(), given.defaults(), false);
    return read(given.bind(given.defaults(), reading), given, reading);
  }

  private static PolicyDocument read(JsonObject json, Template template, Reading reading)
      throws InvalidDocumentException {
    Optional<PolicyDocument> document = new PolicyReader(reading).document(json, template);
    if (document.isEmpty() || reading.failed()) {
      throw reading.exception();
    }
    return document.get();
  }

  private Optional<PolicyDocument> document(JsonObject json, Template template) {
    JsonPointer root = JsonPointer.ROOT;
    reading.members(json, root, KNOWN, Set.of());
    Optional<String> id = reading.string(json, "id", root, true);
    Optional<String> version = reading.string(json, "version", root, true);
    Optional<String> note = reading.string(json, "note", root, false);
    Optional<Achievement> award = award(json);
    DefinitionsReader defining = new DefinitionsReader(reading, json);
    FilterReader filters = new FilterReader(reading, defining.scaleNames(), defining.factNames());
    Definitions definitions = defining.read(filters);
    RuleReader rules = new RuleReader(reading, filters, new Units(definitions.units()));
    Filter accept =
        json.get("accept").map(v -> filters.read(v, root.child("accept"))).orElse(Filter.ANY);
    if (!json.has("rule")) {
      reading.refuse("policy.required", root, "\"rule\" is missing");
    }
    Optional<Rule> rule = json.get("rule").flatMap(v -> rules.root(v, root.child("rule")));
    Sharing sharing = new SharingReader(reading, filters).read(json, rules.leaves());
    DivisibleReader splitting = new DivisibleReader(reading, filters);
    List<Divisible> divisible = splitting.read(json);
    if (!divisible.isEmpty()) {
      rule.ifPresent(r -> splitting.check(r, sharing));
    }
    Relations relations = new RelationsReader(reading).read(json);
    List<Filter> optional = optional(json, filters);
    Terms terms = new TermsReader(reading).read(json, rule.map(Rules::ids).orElse(Set.of()));
    rule.filter(r -> !WhenReader.applies(r))
        .ifPresent(
            r ->
                reading.refuse(
                    "policy.range",
                    root.child("rule"),
                    "with these parameters the rule does not apply"));
    if (id.isEmpty() || version.isEmpty() || award.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PolicyDocument(
            id.get(),
            version.get(),
            note,
            award.get(),
            accept,
            rule.get(),
            definitions,
            terms,
            template,
            sharing,
            relations,
            divisible,
            optional));
  }

  private Optional<Achievement> award(JsonObject json) {
    JsonPointer at = JsonPointer.ROOT.child("award");
    if (!json.has("award")) {
      reading.refuse("policy.required", JsonPointer.ROOT, "\"award\" is missing");
    }
    Optional<JsonObject> award = json.get("award").flatMap(v -> reading.object(v, at));
    if (award.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Achievement.parse(award.get()));
    } catch (InvalidDocumentException e) {
      e.violations().forEach(v -> reading.refuse(v.under(at)));
      return Optional.empty();
    }
  }

  private List<Filter> optional(JsonObject json, FilterReader filters) {
    JsonPointer at = JsonPointer.ROOT.child("optional");
    List<JsonValue> items =
        json.get("optional")
            .flatMap(v -> reading.array(v, at))
            .map(JsonArray::items)
            .orElse(List.of());
    List<Filter> optional = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      optional.add(filters.read(items.get(i), at.child(i)));
    }
    return optional;
  }
}
