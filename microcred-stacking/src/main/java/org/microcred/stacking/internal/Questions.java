package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.stacking.Definitions;
import org.microcred.stacking.Filter;
import org.microcred.stacking.ValueTest;

/**
 * Makes filters ready: lists of names become sets, nothing is left to be looked up. What is not
 * simple is left to the {@link FilterEvaluator}, and the answers are the same.
 */
final class Questions {
  private final Definitions definitions;

  /** Whether holdings may stand for achievements that they do not name. */
  private final boolean substitutes;

  Questions(Definitions definitions, boolean substitutes) {
    this.definitions = definitions;
    this.substitutes = substitutes;
  }

  Question of(Filter filter) {
    if (filter instanceof Filter.AllOf allOf) {
      return allOf(of(allOf.filters()));
    } else if (filter instanceof Filter.AnyOf anyOf) {
      return anyOf(of(anyOf.filters()));
    } else if (filter instanceof Filter.Not not) {
      Question inner = of(not.filter());
      return (holding, filters) -> inner.ask(holding, filters).not();
    } else if (filter instanceof Filter.Because because) {
      return of(because.filter());
    } else if (filter instanceof Filter.Achievement achievement && !substitutes) {
      Set<String> ids = Set.copyOf(achievement.ids());
      return (holding, filters) -> Truth.of(isAny(holding.achievements(), ids));
    } else if (filter instanceof Filter.Fact fact
        && fact.test() instanceof ValueTest.Is is
        && !fact.every()
        && isOwn(fact.name())) {
      return fact(fact, Set.copyOf(is.values()));
    }
    return (holding, filters) -> filters.test(filter, holding);
  }

  /** Whether only holdings themselves state a fact. */
  private boolean isOwn(String name) {
    return !definitions.facts().containsKey(name)
        && definitions.set().stream().noneMatch(rule -> rule.values().containsKey(name));
  }

  private List<Question> of(List<Filter> filters) {
    List<Question> questions = new ArrayList<>();
    filters.forEach(filter -> questions.add(of(filter)));
    return questions;
  }

  private static Question allOf(List<Question> questions) {
    Question[] all = questions.toArray(Question[]::new);
    return (holding, filters) -> {
      Truth answer = Truth.TRUE;
      for (int i = 0; i < all.length && answer != Truth.FALSE; i++) {
        answer = answer.and(all[i].ask(holding, filters));
      }
      return answer;
    };
  }

  private static Question anyOf(List<Question> questions) {
    Question[] any = questions.toArray(Question[]::new);
    return (holding, filters) -> {
      Truth answer = Truth.FALSE;
      for (int i = 0; i < any.length && answer != Truth.TRUE; i++) {
        answer = answer.or(any[i].ask(holding, filters));
      }
      return answer;
    };
  }

  private static Question fact(Filter.Fact fact, Set<String> values) {
    Truth absent = Truth.ofAbsent(fact.absent());
    return switch (fact.name()) {
      case "issuer" -> (holding, filters) -> isOne(holding.issuer(), values, absent);
      case "source" -> (holding, filters) -> isOne(holding.source(), values, absent);
      default ->
          (holding, filters) -> {
            List<String> stated = HeldFacts.own(fact.name(), holding);
            return stated.isEmpty() ? absent : Truth.of(isAny(stated, values));
          };
    };
  }

  private static Truth isOne(Optional<String> stated, Set<String> values, Truth absent) {
    return stated.isEmpty() ? absent : Truth.of(values.contains(stated.get()));
  }

  private static boolean isAny(List<String> stated, Set<String> values) {
    for (int i = 0; i < stated.size(); i++) {
      if (values.contains(stated.get(i))) {
        return true;
      }
    }
    return false;
  }
}
