package org.microcred.stacking.internal;

import java.util.Optional;
import org.microcred.model.Achievement;
import org.microcred.stacking.Definitions;
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
    Definitions definitions,
    Sharing sharing) {}
