/**
 * Deciding, from what a learner holds, whether a larger award is earned; and saying exactly why.
 *
 * <p>A {@link org.microcred.stacking.StackPolicy} is the rules of one award as data. A {@link
 * org.microcred.stacking.Holding} is one credential as the rules see it. A {@link
 * org.microcred.stacking.StackCase} is what one learner holds at one instant. Out comes a {@link
 * org.microcred.stacking.Decision}:
 *
 * <pre>{@code
 * StackPolicy policy = StackPolicy.parse(Files.readString(Path.of("data-analyst.stack.json")));
 * Decision decision = policy.decide(StackCase.builder(now).holdings(holdings).build());
 * System.out.println(decision.explain());
 * }</pre>
 *
 * <p>This package knows no cryptography and believes what it is given: credentials from strangers
 * are verified first (microcred-verify does both in one call).
 *
 * <p>Everything here is immutable and thread-safe, builders excepted, and evaluation is pure: the
 * same policy and the same case give the same bytes, whatever the order of the holdings.
 */
@NullMarked
package org.microcred.stacking;

import org.jspecify.annotations.NullMarked;
