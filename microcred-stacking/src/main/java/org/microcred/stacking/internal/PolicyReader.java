package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
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

/** Reads a policy, strictly: what is not understood is refused. */
public final class PolicyReader {
  private static final Set<String> KNOWN =
      Set.of(
          "$schema",
          "id",
          "version",
          "note",
          "award",
          "timeZone",
          "units",
          "scales",
          "facts",
          "set",
          "values",
          "accept",
          "rule",
          "use",
          "divisible");
  private static final Set<String> PLANNED =
      Set.of(
          "effective",
          "parameters",
          "equivalent",
          "replaces",
          "conflicts",
          "exceptions",
          "optional",
          "derive");

  private final Reading reading = new Reading();

  private PolicyReader() {}

  /**
   * Reads a policy.
   *
   * @param json any JSON
   * @return the policy
   * @throws InvalidDocumentException with everything that is wrong
   */
  public static PolicyDocument read(JsonValue json) throws InvalidDocumentException {
    PolicyReader reader = new PolicyReader();
    Optional<PolicyDocument> document =
        reader.reading.object(json, JsonPointer.ROOT).flatMap(reader::document);
    if (document.isEmpty() || reader.reading.failed()) {
      throw reader.reading.exception();
    }
    return document.get();
  }

  private Optional<PolicyDocument> document(JsonObject json) {
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
    if (id.isEmpty() || version.isEmpty() || award.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PolicyDocument(
            id.get(), version.get(), note, award.get(), accept, rule.get(), definitions, sharing));
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
