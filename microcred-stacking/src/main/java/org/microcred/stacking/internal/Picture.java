package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.SafeText;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Impossibility;
import org.microcred.stacking.Missing;
import org.microcred.stacking.Rule;
import org.microcred.stacking.RuleResult;
import org.microcred.stacking.Use;

/** What a decision looks like: boxes inside boxes, and arrows between them. All text is safe. */
final class Picture {
  /** More boxes than this say nothing to anybody. */
  private static final int MAX_BOXES = 300;

  /** A rule shows this many holdings. */
  private static final int MAX_HOLDINGS = 5;

  /** What a box stands for. */
  enum Mark {
    DONE,
    OPEN,
    UNKNOWN,
    NOT_NEEDED,
    HELD,
    MISSING
  }

  /**
   * A rule, a holding or something that is missing.
   *
   * @param number its number, which nothing else has
   * @param text what stands in it
   * @param inside what it consists of
   */
  record Box(int number, Mark mark, String text, List<Box> inside) {}

  /**
   * Something between two boxes that are not inside each other.
   *
   * @param from the number of a box
   * @param to the number of another
   * @param text what it is
   */
  record Arrow(int from, int to, String text) {}

  final Messages messages;
  final String title;
  final Box root;
  final List<Arrow> arrows = new ArrayList<>();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<String>> missing = new HashMap<>();
  private int boxes;

  Picture(Decision decision, Locale locale) {
    messages = new Messages(locale);
    title =
        messages.text(
            "outcome." + decision.outcome(),
            SafeText.of(decision.policyId()),
            SafeText.of(decision.policyVersion()),
            decision.at().toString());
    decision.missing().alternatives().stream().findFirst().ifPresent(this::missing);
    root = rule(decision.rule());
    order(decision.rule());
    decision.impossible().forEach(this::compete);
  }

  private void missing(Missing.Alternative alternative) {
    for (Missing.Item item : alternative.items()) {
      for (Missing.Need need : item.needs()) {
        missing
            .computeIfAbsent(need.rule(), rule -> new ArrayList<>())
            .add(
                messages.text(
                    "picture.missing",
                    HoldingJson.decimal(need.atLeast()),
                    unit(need.unit()),
                    item.by().map(day -> messages.text("picture.by", day.toString())).orElse("")));
      }
    }
  }

  private String unit(Optional<String> unit) {
    return unit.map(u -> " " + SafeText.of(u)).orElse("");
  }

  private Box box(Mark mark, String text, List<Box> inside) {
    return new Box(boxes++, mark, text, inside);
  }

  private Box rule(RuleResult result) {
    int number = boxes++;
    numbers.putIfAbsent(result.rule().id(), number);
    List<Box> inside = new ArrayList<>();
    for (RuleResult inner : result.rules()) {
      if (boxes < MAX_BOXES) {
        inside.add(rule(inner));
      }
    }
    if (inside.size() < result.rules().size()) {
      int more = result.rules().size() - inside.size();
      inside.add(box(Mark.OPEN, messages.text("picture.more", more), List.of()));
    }
    holdings(result.uses().stream().map(Use::holding).toList(), inside);
    missing
        .getOrDefault(result.rule().id(), List.of())
        .forEach(text -> inside.add(box(Mark.MISSING, text, List.of())));
    result
        .parts()
        .forEach(
            part ->
                missing
                    .getOrDefault(part.part().id(), List.of())
                    .forEach(
                        text ->
                            inside.add(
                                box(
                                    Mark.MISSING,
                                    messages.text(
                                        "picture.part", SafeText.of(part.part().id()), text),
                                    List.of()))));
    return new Box(number, mark(result.state()), text(result), inside);
  }

  private void holdings(List<Holding> holdings, List<Box> inside) {
    for (Holding holding : holdings.subList(0, Math.min(MAX_HOLDINGS, holdings.size()))) {
      String name = SafeText.of(holding.name().orElse(holding.id()));
      inside.add(box(Mark.HELD, name, List.of()));
    }
    if (holdings.size() > MAX_HOLDINGS) {
      int more = holdings.size() - MAX_HOLDINGS;
      inside.add(box(Mark.HELD, messages.text("picture.more", more), List.of()));
    }
  }

  private String text(RuleResult result) {
    BigDecimal have = result.rules().isEmpty() ? result.counts() : result.have();
    return messages.text(
        result.need().signum() == 0 ? "picture.plain" : "picture.rule",
        SafeText.of(result.rule().id()),
        messages.text("picture." + mark(result.state())),
        HoldingJson.decimal(have),
        HoldingJson.decimal(result.need()),
        unit(result.unit()));
  }

  private static Mark mark(RuleResult.State state) {
    return switch (state) {
      case MET, WAIVED -> Mark.DONE;
      case UNMET -> Mark.OPEN;
      case UNKNOWN -> Mark.UNKNOWN;
      case NOT_NEEDED, NOT_APPLICABLE -> Mark.NOT_NEEDED;
    };
  }

  /** What has to come before what. */
  private void order(RuleResult result) {
    if (result.rule() instanceof Rule.Before before) {
      before.before().forEach(later -> arrow(before.earlier(), later, "picture.before"));
    }
    result.rules().forEach(this::order);
  }

  /** What keeps each other from being met. */
  private void compete(Impossibility impossible) {
    List<String> rules = impossible.rules();
    for (int i = 1; i < rules.size(); i++) {
      arrow(rules.get(i - 1), rules.get(i), "picture.competes");
    }
  }

  private void arrow(String from, String to, String key) {
    Integer first = numbers.get(from);
    Integer second = numbers.get(to);
    if (first != null && second != null && arrows.size() < MAX_BOXES) {
      arrows.add(new Arrow(first, second, messages.text(key)));
    }
  }
}
