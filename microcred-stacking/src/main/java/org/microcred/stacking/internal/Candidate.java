package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.microcred.stacking.Holding;

/**
 * Something that a plan may take.
 *
 * @param holding what it will be, earned at the instant of the evaluation
 * @param row what it can do
 * @param cost what it costs, in millionths of the unit of the plan
 * @param costs what it costs by unit
 * @param requires ids of achievements that have to be there
 * @param gives ids of the achievements that it stands for
 * @param inProgress whether the learner is working on it already
 */
record Candidate(
    Holding holding,
    Row row,
    long cost,
    Map<String, BigDecimal> costs,
    List<String> requires,
    Collection<String> gives,
    boolean inProgress) {}
