package org.microcred.stacking.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.model.SafeText;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.Basis;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Impossibility;
import org.microcred.stacking.Missing;
import org.microcred.stacking.Outcome;
import org.microcred.stacking.PartResult;
import org.microcred.stacking.Reason;
import org.microcred.stacking.RuleResult;
import org.microcred.stacking.UnknownFact;
import org.microcred.stacking.Unused;
import org.microcred.stacking.Use;

/** Writes a decision for people; all text comes from the message bundle. */
public final class Explainer {
  /** A line names this many holdings; JSON names them all. */
  private static final int MAX_NAMES = 5;

  private final Messages messages;
  private final List<String> lines = new ArrayList<>();

  private Explainer(Locale locale) {
    messages = new Messages(locale);
  }

  /**
   * {@return the decision for people}
   *
   * @param decision a decision
   * @param locale the language
   */
  public static String explain(Decision decision, Locale locale) {
    return new Explainer(locale).text(decision);
  }

  /**
   * {@return what stands between a person and the award, for people}
   *
   * @param decision a decision
   * @param locale the language
   */
  public static String explainMissing(Decision decision, Locale locale) {
    Explainer explainer = new Explainer(locale);
    explainer.outcome(decision);
    if (decision.earned()) {
      explainer.line(0, "plan.earned");
    }
    explainer.open(decision);
    return explainer.joined();
  }

  private String text(Decision decision) {
    outcome(decision);
    basis(decision.basis());
    rule(1, decision.rule());
    decision
        .derived()
        .forEach(
            derived ->
                line(
                    1,
                    "derived",
                    messages.text("derived." + derived.name()),
                    derived
                        .value()
                        .map(SafeText::of)
                        .orElseGet(() -> messages.text("derived.unknown")),
                    derived.unit().map(unit -> messages.text("rule.unit", safe(unit))).orElse("")));
    if (!decision.proved()) {
      line(0, "unproved");
    }
    if (!decision.unused().isEmpty()) {
      line(0, "unused");
      decision.unused().forEach(this::unused);
    }
    if (!decision.optional().isEmpty()) {
      line(0, "optional");
      decision.optional().forEach(holding -> lines.add("  " + label(holding)));
    }
    open(decision);
    return joined();
  }

  private void outcome(Decision decision) {
    line(
        0,
        "outcome." + decision.outcome(),
        safe(decision.policyId()),
        safe(decision.policyVersion()),
        decision.at().toString());
  }

  /** What is not known, what cannot be, and what is missing. */
  private void open(Decision decision) {
    if (!decision.unknown().isEmpty()) {
      line(0, "unknown");
      decision.unknown().forEach(this::unknown);
    }
    decision.impossible().forEach(this::impossible);
    if (decision.outcome() == Outcome.NOT_EARNED && decision.missing().alternatives().isEmpty()) {
      line(0, "missing.none");
    }
    missing(decision.missing());
  }

  private String joined() {
    return String.join("\n", lines) + "\n";
  }

  private void basis(Basis basis) {
    if (!basis.inEffect()) {
      line(1, "basis.effect");
    }
    basis
        .parameters()
        .forEach((name, value) -> line(1, "basis.parameter", safe(name), safe(value)));
    for (Basis.Adjusted adjusted : basis.adjustments()) {
      Adjustment.Grant grant = adjusted.adjustment().grant();
      line(
          1,
          "basis.exception",
          exception(adjusted.adjustment()),
          safe(grant.by()),
          grant.on().toString(),
          safe(grant.why()),
          messages.text("exception." + adjusted.state()));
    }
    if (!basis.assumed().isEmpty()) {
      line(1, "basis.assumed", holdings("names", basis.assumed().stream()));
    }
  }

  private String exception(Adjustment adjustment) {
    if (adjustment instanceof Adjustment.Waiver waiver) {
      return messages.text("exception.waiver", safe(waiver.rule()));
    } else if (adjustment instanceof Adjustment.Substitution substitution) {
      return messages.text(
          "exception.substitution", safe(substitution.holding()), safe(substitution.achievement()));
    } else if (adjustment instanceof Adjustment.Block block) {
      return messages.text(
          block.rule().isPresent() ? "exception.blockRule" : "exception.block",
          safe(block.holding()),
          block.rule().map(SafeText::of).orElse(""));
    }
    Adjustment.Insert insert = (Adjustment.Insert) adjustment;
    return messages.text("exception.insert", safe(insert.holding()), safe(insert.rule()));
  }

  private void rule(int depth, RuleResult result) {
    String state = messages.text("state." + result.state());
    String id = safe(result.rule().id());
    int inside = result.rules().size();
    if (result.state() == RuleResult.State.NOT_APPLICABLE
        || result.state() == RuleResult.State.WAIVED) {
      line(depth, "rule." + result.state(), state, id);
    } else if (inside == 0) {
      line(
          depth,
          "rule",
          state,
          id,
          HoldingJson.decimal(result.have()),
          HoldingJson.decimal(result.need()),
          result.unit().map(unit -> messages.text("rule.unit", safe(unit))).orElse(""),
          holdings("rule.used", result.uses().stream().map(Use::holding)),
          result.state() == RuleResult.State.UNMET
              ? holdings("rule.elsewhere", elsewhere(result))
              : "");
    } else {
      String have = HoldingJson.decimal(result.have());
      String need = HoldingJson.decimal(result.need());
      String all = Integer.toString(inside);
      line(
          depth, need.equals(all) ? "rules.all" : "rules.some", state, id, have, all, inside, need);
    }
    if (result.state() != RuleResult.State.NOT_NEEDED) {
      result.parts().forEach(part -> part(depth + 1, part));
      result.rules().forEach(inner -> rule(depth + 1, inner));
    }
  }

  private void part(int depth, PartResult result) {
    line(
        depth,
        "part",
        messages.text(result.met() ? "state.MET" : "state.UNMET"),
        safe(result.part().id()),
        HoldingJson.decimal(result.counts()),
        result.atLeast().map(v -> messages.text("part.atLeast", decimal(v))).orElse(""),
        result.atMost().map(v -> messages.text("part.atMost", decimal(v))).orElse(""),
        result.unit().map(unit -> messages.text("rule.unit", safe(unit))).orElse(""));
  }

  private static String decimal(BigDecimal value) {
    return HoldingJson.decimal(value);
  }

  /** The holdings that would meet a rule if they did not serve another. */
  private static Stream<Holding> elsewhere(RuleResult result) {
    return result.unused().stream()
        .filter(unused -> unused.reason() == Reason.ALREADY_USED)
        .flatMap(unused -> unused.holding().stream());
  }

  private String holdings(String key, Stream<Holding> holdings) {
    List<String> names = holdings.map(Explainer::name).toList();
    String shown = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    if (names.size() > MAX_NAMES) {
      shown = messages.text("more", shown, names.size() - MAX_NAMES);
    }
    return names.isEmpty() ? "" : messages.text(key, shown);
  }

  private void unused(Unused unused) {
    String label = unused.holding().map(Explainer::label).orElse(safe(unused.id()));
    line(
        1,
        unused.rule().isPresent() ? "unused.rule" : "unused.one",
        label,
        unused.reason().name(),
        messages.text("reason." + unused.reason(), unused.check().map(SafeText::of).orElse("")),
        unused.rule().map(SafeText::of).orElse(""));
  }

  private void unknown(UnknownFact unknown) {
    line(
        1,
        unknown.rule().isPresent() ? "unknown.rule" : "unknown.one",
        label(unknown.holding()),
        safe(unknown.fact()),
        unknown.rule().map(SafeText::of).orElse(""));
  }

  private void impossible(Impossibility impossible) {
    String rules = messages.list(impossible.rules().stream().map(SafeText::of).toList());
    String holdings = holdings("impossible.holdings", impossible.holdings().stream());
    if (impossible.need().isEmpty()) {
      line(0, "impossible", rules, holdings);
    } else {
      String need = decimal(impossible.need().get());
      String unit = impossible.unit().map(u -> messages.text("rule.unit", safe(u))).orElse("");
      line(0, "impossible.need", rules, need + unit, holdings);
    }
  }

  private void missing(Missing missing) {
    boolean first = true;
    for (Missing.Alternative alternative : missing.alternatives()) {
      line(0, first ? missing.proved() ? "missing" : "missing.unproved" : "missing.or");
      first = false;
      new MissingText(messages, alternative).lines().forEach(text -> lines.add("  " + text));
    }
  }

  private static String name(Holding holding) {
    return safe(holding.name().orElse(holding.id()));
  }

  private static String label(Holding holding) {
    return holding
        .name()
        .map(name -> safe(name) + " (" + safe(holding.id()) + ")")
        .orElse(safe(holding.id()));
  }

  private static String safe(String text) {
    return SafeText.of(text);
  }

  private void line(int depth, String key, Object... arguments) {
    lines.add("  ".repeat(depth) + messages.text(key, arguments));
  }
}
