package org.microcred.verify.internal;

import java.util.List;
import java.util.Optional;
import org.microcred.stacking.Decision;
import org.microcred.verify.AuditReport;
import org.microcred.verify.DecisionRecord;

/**
 * All that an audit found out, before it is a report.
 *
 * @param badge the verification of the badge
 * @param answers to the seven questions
 * @param record the record, when the badge names it
 * @param now what the components earn now, when that could be asked
 */
public record AuditOutline(
    Outline badge,
    List<AuditReport.Answer> answers,
    Optional<DecisionRecord> record,
    Optional<Decision> now) {}
