package org.microcred.model.internal.rules;

import java.time.Instant;
import java.util.Optional;
import org.microcred.model.internal.Dates;
import org.microcred.model.json.JsonPointer;

/** An activity does not end before it begins (Open Badges 3.0, AchievementSubject). */
final class ActivityDates {
  private static final String END = "activityEndDate";

  private ActivityDates() {}

  static void check(Place subject) {
    Optional<Instant> start = subject.text("activityStartDate").flatMap(Dates::instant);
    Optional<Instant> end = subject.text(END).flatMap(Dates::instant);
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      subject.fail("ob.activity-order", JsonPointer.ROOT.child(END));
    }
  }
}
