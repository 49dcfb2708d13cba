package org.microcred.stacking;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The words in which a policy speaks about holdings.
 *
 * @param zone the zone in which days begin
 * @param units units in terms of others, by name
 * @param scales orders of values by name, each from low to high
 * @param facts where facts are found, by name
 * @param set facts that the policy gives to holdings
 * @param values what credentials are worth
 */
public record Definitions(
    ZoneId zone,
    Map<String, Unit> units,
    Map<String, List<String>> scales,
    Map<String, FactSource> facts,
    List<FactRule> set,
    List<ValueRule> values) {
  public Definitions {
    Objects.requireNonNull(zone, "zone");
    units = ordered(units);
    scales = ordered(scales);
    facts = ordered(facts);
    set = List.copyOf(set);
    values = List.copyOf(values);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
