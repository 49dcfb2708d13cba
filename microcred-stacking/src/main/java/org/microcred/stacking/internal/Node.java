package org.microcred.stacking.internal;

import java.util.List;
import org.microcred.stacking.Rule;

/** A node of the compiled rule tree. */
sealed interface Node {
  Rule rule();

  /**
   * A rule that looks at holdings.
   *
   * @param rule the rule
   * @param leaf its index among the leaves
   */
  record One(Rule rule, int leaf) implements Node {}

  /**
   * A number of rules out of several; all of them is the special case.
   *
   * @param rule the rule
   * @param atLeast how many
   * @param nodes the rules inside
   */
  record Some(Rule rule, int atLeast, List<Node> nodes) implements Node {}
}
