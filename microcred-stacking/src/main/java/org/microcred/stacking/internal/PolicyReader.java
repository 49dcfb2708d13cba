package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Achievement;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.Filter;
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
          "divisible");
  private static final Set<String> PLANNED =
      Set.of("equivalent", "replaces", "conflicts", "optional", "derive");

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
    reading.members(json, root, KNOWN, PLANNED);
    Optional<String> id = reading.string(json, "id", root, true);
    Optional<String> version = reading.string(json, "version", root, true);
    Optional<String> note = reading.string(json, "note", root, false);
    Optional<Achievement> award = award(json);
    refuseOtherChoices(json);
    DefinitionsReader defining = new DefinitionsReader(reading, json);
    FilterReader filters = new FilterReader(reading, defining.scaleNames(), defining.factNames());
    Definitions definitions = defining.read(filters);
    RuleReader rules = new RuleReader(reading, filters, new Units(definitions.units()));
    Filter accept =
        json.get("accept").map(v -> filters.read(v, root.child("accept"))).orElse(Filter.ANY);
    if (!json.has("rule")) {
      reading.refuse("policy.required", root, "\"rule\" is missing");
    }
    Optional<Rule> rule = json.get("rule").flatMap(v -> rules.read(v, root.child("rule")));
    Sharing sharing = sharing(json, rules.leaves());
    Terms terms = new TermsReader(reading).read(json);
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
            sharing));
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

  /** Members that have one choice in this version. */
  private void refuseOtherChoices(JsonObject json) {
    json.get("divisible")
        .filter(divisible -> divisible != JsonBoolean.FALSE)
        .ifPresent(divisible -> unsupported("divisible", "only false is"));
  }

  private void unsupported(String name, String but) {
    reading.refuse(
        "policy.unsupported",
        JsonPointer.ROOT.child(name),
        "this value is not supported by this version; " + but);
  }

  private Sharing sharing(JsonObject json, Set<String> leaves) {
    JsonPointer at = JsonPointer.ROOT.child("use");
    JsonObject use = json.get("use").flatMap(v -> reading.object(v, at)).orElse(JsonObject.EMPTY);
    reading.members(use, at, Set.of("inside", "free"), Set.of("withAward", "only"));
    use.get("inside")
        .filter(inside -> !inside.equals(new JsonString("exclusive")))
        .ifPresent(
            inside ->
                reading.refuse(
                    "policy.unsupported",
                    at.child("inside"),
                    "this version knows \"exclusive\" only; name what may share under \"free\""));
    JsonPointer inside = at.child("free");
    List<JsonValue> groups =
        use.get("free")
            .flatMap(v -> reading.array(v, inside))
            .map(JsonArray::items)
            .orElse(List.of());
    List<List<String>> free = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      JsonPointer here = inside.child(i);
      List<String> group =
          reading.array(groups.get(i), here).map(g -> reading.strings(g, here)).orElse(List.of());
      for (String name : group) {
        if (!name.equals(Sharing.ALL) && !leaves.contains(name)) {
          reading.refuse(
              "policy.reference",
              here,
              SafeText.quote(name) + " is not the id of a hold, count or sum rule");
        }
      }
      if (group.size() == 1) {
        reading.refuse("policy.range", here, "name at least two rules that may share");
      }
      free.add(group);
    }
    return new Sharing(free);
  }
}
