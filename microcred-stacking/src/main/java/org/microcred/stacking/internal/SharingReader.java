package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Amount;
import org.microcred.stacking.AwardSharing;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Sharing;

/** Reads what a holding may serve together. */
final class SharingReader {
  private static final JsonPointer AT = JsonPointer.ROOT.child("use");

  private final Reading reading;
  private final FilterReader filters;

  SharingReader(Reading reading, FilterReader filters) {
    this.reading = reading;
    this.filters = filters;
  }

  Sharing read(JsonObject policy, Set<String> leaves) {
    JsonObject use = policy.get("use").flatMap(v -> reading.object(v, AT)).orElse(JsonObject.EMPTY);
    reading.members(use, AT, Set.of("inside", "free", "withAward"), Set.of("only"));
    use.get("inside")
        .filter(inside -> !inside.equals(new JsonString("exclusive")))
        .ifPresent(
            inside ->
                reading.refuse(
                    "policy.unsupported",
                    AT.child("inside"),
                    "this version knows \"exclusive\" only; name what may share under \"free\""));
    List<AwardSharing> withAward = new ArrayList<>();
    List<JsonValue> items = items(use, "withAward");
    for (int i = 0; i < items.size(); i++) {
      JsonPointer here = AT.child("withAward").child(i);
      reading
          .object(items.get(i), here)
          .flatMap(award -> withAward(award, here))
          .ifPresent(withAward::add);
    }
    return new Sharing(free(use, leaves), withAward);
  }

  private List<JsonValue> items(JsonObject use, String name) {
    return use.get(name)
        .flatMap(v -> reading.array(v, AT.child(name)))
        .map(JsonArray::items)
        .orElse(List.of());
  }

  private List<List<String>> free(JsonObject use, Set<String> leaves) {
    List<JsonValue> groups = items(use, "free");
    List<List<String>> free = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      JsonPointer here = AT.child("free").child(i);
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
    return free;
  }

  private Optional<AwardSharing> withAward(JsonObject object, JsonPointer at) {
    reading.members(object, at, Set.of("award", "atMost", "only"), Set.of());
    Optional<String> award = reading.string(object, "award", at, true);
    Filter only = object.get("only").map(v -> filters.read(v, at.child("only"))).orElse(Filter.ANY);
    if (!object.has("atMost") && !object.has("only")) {
      reading.refuse("policy.required", at, "give \"atMost\", \"only\" or both");
    }
    JsonPointer inside = at.child("atMost");
    JsonObject atMost =
        object.get("atMost").flatMap(v -> reading.object(v, inside)).orElse(JsonObject.EMPTY);
    reading.members(atMost, inside, Set.of("count", "credits"), Set.of());
    if (object.has("atMost") && !atMost.has("count") && !atMost.has("credits")) {
      reading.refuse("policy.required", inside, "give \"count\", \"credits\" or both");
    }
    Optional<Integer> count =
        atMost.get("count").flatMap(v -> reading.wholeNumber(v, inside.child("count")));
    Optional<Amount> credits =
        atMost.get("credits").flatMap(v -> credits(v, inside.child("credits")));
    return award.map(id -> new AwardSharing(id, count, credits, only));
  }

  private Optional<Amount> credits(JsonValue value, JsonPointer at) {
    Optional<JsonObject> object = reading.object(value, at);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    reading.members(object.get(), at, Set.of("amount", "unit"), Set.of());
    if (!object.get().has("amount")) {
      reading.refuse("policy.required", at, "\"amount\" is missing");
    }
    Optional<BigDecimal> amount =
        object.get().get("amount").flatMap(v -> reading.amountOrNone(v, at.child("amount")));
    Optional<String> unit = reading.string(object.get(), "unit", at, true);
    return amount.isEmpty() || unit.isEmpty()
        ? Optional.empty()
        : Optional.of(new Amount(amount.get(), unit.get()));
  }
}
