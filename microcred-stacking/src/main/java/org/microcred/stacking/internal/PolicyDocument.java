package org.microcred.stacking.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.Achievement;
import org.microcred.stacking.FactRule;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Sharing;

/** A policy as it was written, checked. */
public record PolicyDocument(
    String id,
    String version,
    Optional<String> note,
    Achievement award,
    Filter accept,
    Rule rule,
    List<FactRule> facts,
    Map<String, List<String>> scales,
    Sharing sharing) {
  public PolicyDocument {
    facts = List.copyOf(facts);
    scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
  }
}
