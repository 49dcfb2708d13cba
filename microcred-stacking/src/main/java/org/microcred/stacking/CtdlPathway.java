package org.microcred.stacking;

import java.util.List;
import java.util.Objects;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.internal.CtdlReader;
import org.microcred.stacking.internal.CtdlWriter;

/**
 * Pathways of the Credential Transparency Description Language: which components lead to another,
 * and how many of them are needed. That is much less than a policy can say, so both directions tell
 * what they leave out.
 *
 * @see <a href="https://credreg.net/ctdl/terms/Pathway">CTDL, Pathway and ComponentCondition</a>
 */
public final class CtdlPathway {
  private CtdlPathway() {}

  /**
   * A pathway made of a policy.
   *
   * @param json the pathway as a JSON-LD graph
   * @param leftOut what the policy says and the pathway does not: the id of a rule, or a member of
   *     the policy. A pathway from which something is left out asks for less than the policy
   */
  public record Written(JsonObject json, List<String> leftOut) {
    public Written {
      Objects.requireNonNull(json, "json");
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * A rule made of a pathway.
   *
   * @param rule the rule as JSON, to be put into a policy; empty when the pathway has no conditions
   *     that can be read
   * @param leftOut what the pathway says and the rule does not, each by its place. A rule from
   *     which something is left out asks for less than the pathway
   */
  public record Read(JsonObject rule, List<String> leftOut) {
    public Read {
      Objects.requireNonNull(rule, "rule");
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * {@return a policy as a pathway}
   *
   * @param policy a policy, all its parameters with values
   */
  public static Written write(StackPolicy policy) {
    return CtdlWriter.write(policy);
  }

  /**
   * {@return the conditions of a pathway's destination as a rule}
   *
   * @param graph a JSON-LD document with {@code @graph}, with the terms as CTDL spells them
   */
  public static Read read(JsonObject graph) {
    return new CtdlReader(Objects.requireNonNull(graph, "graph")).read();
  }
}
