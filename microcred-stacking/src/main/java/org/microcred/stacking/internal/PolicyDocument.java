package org.microcred.stacking.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.Achievement;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.Divisible;
import org.microcred.stacking.Filter;
import org.microcred.stacking.Parameter;
import org.microcred.stacking.Relations;
import org.microcred.stacking.Rule;
import org.microcred.stacking.Sharing;
import org.microcred.stacking.Terms;

/** A policy as it was written, checked. */
public record PolicyDocument(
    String id,
    String version,
    Optional<String> note,
    Achievement award,
    Filter accept,
    Rule rule,
    Definitions definitions,
    Terms terms,
    Template template,
    Sharing sharing,
    Relations relations,
    List<Divisible> divisible,
    List<Filter> optional) {
  public PolicyDocument {
    divisible = List.copyOf(divisible);
    optional = List.copyOf(optional);
  }

  /** {@return whether all parameters have values} */
  public boolean isBound() {
    return template.isBound();
  }

  /** {@return the parameters, by name} */
  public Map<String, Parameter> parameters() {
    return template.parameters();
  }
}
