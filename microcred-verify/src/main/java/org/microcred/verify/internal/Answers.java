package org.microcred.verify.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.microcred.verify.Check;

/** The answers to the eleven questions about one document, as they come in. Not thread-safe. */
final class Answers {
  private final Observer observer;
  private long last;
  private final Map<Check.Id, Answer> answers = new EnumMap<>(Check.Id.class);

  Answers(Session session) {
    this.observer = session.observer();
    this.last = observer.begin();
  }

  void put(Check.Id id, Answer answer) {
    answers.put(id, answer);
    observer.checked(id, answer.outcome(), last);
    last = System.nanoTime();
  }

  void putIfAbsent(Check.Id id, Answer answer) {
    answers.putIfAbsent(id, answer);
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

  /** The checks in their order, each with whether it counts. */
  List<Check> checks(Settings settings) {
    return answers.entrySet().stream()
        .map(
            answer ->
                answer
                    .getValue()
                    .toCheck(answer.getKey(), !settings.advisory().contains(answer.getKey())))
        .toList();
  }
}
