package org.microcred.stacking;

import java.util.Objects;

/**
 * When a rule applies: what is asked of a parameter.
 *
 * @param parameter the name of the parameter
 * @param test what is asked of its value
 * @param wanted the answer with which the rule applies; false for the opposite of the test
 */
public record Condition(String parameter, ValueTest test, boolean wanted) {
  public Condition {
    Objects.requireNonNull(parameter, "parameter");
    Objects.requireNonNull(test, "test");
  }
}
