package org.microcred.verify.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.microcred.verify.Check;

/** The answers to the eleven questions about one document, as they come in. Not thread-safe. */
final class Answers {
  private final Observer observer;
  private final Map<Check.Id, Answer> answers = new EnumMap<>(Check.Id.class);
  private final Map<Check.Id, Long> nanos = new EnumMap<>(Check.Id.class);
  private long last;

  Answers(Session session) {
    this.observer = session.observer();
    this.last = observer.begin();
  }

  void put(Check.Id id, Answer answer) {
    answers.put(id, answer);
    took(id);
  }

  void putIfAbsent(Check.Id id, Answer answer) {
    answers.putIfAbsent(id, answer);
    took(id);
  }

  /** An answer that was looked at twice took as long as both. */
  private void took(Check.Id id) {
    long now = System.nanoTime();
    nanos.merge(id, now - last, Long::sum);
    last = now;
  }

  boolean has(Check.Id id) {
    return answers.containsKey(id);
  }

  boolean passed(Check.Id id) {
    Answer answer = answers.get(id);
    return answer != null && answer.passed();
  }

  /** What was not asked yet cannot be asked any more. */
  void blockOpen(Check.Id by) {
    for (Check.Id id : Check.Id.values()) {
      answers.putIfAbsent(id, Answer.blockedBy(by));
    }
  }

  /** The checks in their order, each with whether it counts; the last that is asked of this. */
  List<Check> checks(Settings settings) {
    nanos.forEach(
        (id, time) ->
            observer.checked(id, Objects.requireNonNull(answers.get(id)).outcome(), time));
    return answers.entrySet().stream()
        .map(
            answer ->
                answer
                    .getValue()
                    .toCheck(answer.getKey(), !settings.advisory().contains(answer.getKey())))
        .toList();
  }
}
