package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;

/** A holding that is being imagined: what the filters so far ask of it. */
final class Draft {
  /** The values of one attribute that are allowed (null: any) and forbidden. */
  private static final class Choice {
    private @Nullable Set<String> allowed;
    private final Set<String> forbidden = new LinkedHashSet<>();

    Choice copy() {
      Choice copy = new Choice();
      copy.allowed = allowed == null ? null : new LinkedHashSet<>(allowed);
      copy.forbidden.addAll(forbidden);
      return copy;
    }

    void add(List<String> values, boolean wanted) {
      if (!wanted) {
        forbidden.addAll(values);
      } else if (allowed == null) {
        allowed = new LinkedHashSet<>(values);
      } else {
        allowed.retainAll(values);
      }
    }

    /** The first value that will do; the fresh one when any will. */
    Optional<String> pick(Set<String> taken, String fresh) {
      if (allowed == null) {
        return Optional.of(fresh);
      }
      return allowed.stream().filter(v -> !forbidden.contains(v) && !taken.contains(v)).findFirst();
    }
  }

  private final Instant at;
  private Choice achievement = new Choice();
  private Choice issuer = new Choice();
  private Choice source = new Choice();
  private final List<List<String>> tags = new ArrayList<>();
  private final Set<String> otherTags = new LinkedHashSet<>();
  private final List<HeldResult> results = new ArrayList<>();
  private Optional<LocalDate> by = Optional.empty();

  Draft(Instant at) {
    this.at = at;
  }

  Draft copy() {
    Draft copy = new Draft(at);
    copy.achievement = achievement.copy();
    copy.issuer = issuer.copy();
    copy.source = source.copy();
    copy.tags.addAll(tags);
    copy.otherTags.addAll(otherTags);
    copy.results.addAll(results);
    copy.by = by;
    return copy;
  }

  Optional<LocalDate> by() {
    return by;
  }

  /** Adds what a filter without parts asks, or its opposite; false when today is the wrong day. */
  boolean add(Filter filter, boolean wanted) {
    if (filter instanceof Filter.Achievement a) {
      achievement.add(a.ids(), wanted);
    } else if (filter instanceof Filter.Issuer i) {
      issuer.add(i.ids(), wanted);
    } else if (filter instanceof Filter.Source s) {
      source.add(s.ids(), wanted);
    } else if (filter instanceof Filter.Tag t) {
      if (wanted) {
        tags.add(t.tags());
      } else {
        otherTags.addAll(t.tags());
      }
    } else if (filter instanceof Filter.ResultIs is) {
      String value = wanted ? is.values().get(0) : fresh("result");
      results.add(result(is.description(), value, HeldResult.Scale.NONE));
    } else if (filter instanceof Filter.ResultAtLeast least) {
      String below = "below " + least.value();
      results.add(
          result(
              least.description(),
              wanted ? least.value() : below,
              HeldResult.Scale.of(below, least.value())));
    } else if (filter instanceof Filter.Earned earned) {
      return earned(earned, wanted);
    }
    return true;
  }

  private boolean earned(Filter.Earned earned, boolean wanted) {
    LocalDate today = FilterEvaluator.day(at);
    boolean inside =
        earned.from().map(from -> !today.isBefore(from)).orElse(true)
            && earned.to().map(to -> !today.isAfter(to)).orElse(true);
    if (wanted && earned.to().isPresent()) {
      LocalDate to = earned.to().get();
      by = Optional.of(by.filter(day -> day.isBefore(to)).orElse(to));
    }
    return inside == wanted;
  }

  private static HeldResult result(
      Optional<String> description, String value, HeldResult.Scale scale) {
    return new HeldResult(
        description, Optional.of(value), Optional.empty(), Optional.empty(), scale);
  }

  /** The holding, or empty when what is asked contradicts itself. */
  Optional<Holding> holding(String id, Optional<BigDecimal> credits, Set<String> taken) {
    Optional<String> what = achievement.pick(taken, id + ":achievement");
    Optional<String> who = issuer.pick(Set.of(), fresh("issuer"));
    Optional<String> assessor = source.pick(Set.of(), fresh("source"));
    if (what.isEmpty() || who.isEmpty() || assessor.isEmpty()) {
      return Optional.empty();
    }
    HoldingBuilder holding = Holding.builder(id, what.get()).issuer(who.get()).awarded(at);
    if (source.allowed != null || !source.forbidden.isEmpty()) {
      holding.source(assessor.get());
    }
    credits.ifPresent(holding::credits);
    for (List<String> any : tags) {
      Optional<String> tag = any.stream().filter(t -> !otherTags.contains(t)).findFirst();
      if (tag.isEmpty()) {
        return Optional.empty();
      }
      holding.tag(tag.get());
    }
    if (tags.isEmpty() && !otherTags.isEmpty()) {
      holding.tag(fresh("tag"));
    }
    results.forEach(holding::result);
    return Optional.of(holding.build());
  }

  private static String fresh(String what) {
    return "urn:microcred:any-" + what;
  }
}
