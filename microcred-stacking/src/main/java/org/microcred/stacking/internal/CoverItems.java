package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.model.SafeText;
import org.microcred.model.competency.Competency;
import org.microcred.model.competency.CompetencyFramework;
import org.microcred.model.competency.FrameworkDocument;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.Rule;

/** Turns a cover into one rule for each competency that has none below it. */
final class CoverItems {
  /** More competencies than this are no award that somebody stacks. */
  private static final int MAX_ITEMS = 5_000;

  private final List<CompetencyFramework> frameworks;

  CoverItems(List<CompetencyFramework> frameworks) {
    this.frameworks = frameworks;
  }

  List<Rule.Hold> of(Rule.Cover cover) {
    CompetencyFramework framework =
        frameworks.stream()
            .filter(f -> isNamed(f.document(), cover.framework()))
            .findFirst()
            .orElseThrow(
                () ->
                    refusal(
                        cover, "give the case the framework " + SafeText.quote(cover.framework())));
    List<Competency> below =
        cover
            .under()
            .map(name -> below(framework, node(framework, name, cover)))
            .orElseGet(framework::competencies);
    List<Rule.Hold> items = new ArrayList<>();
    for (Competency competency : below) {
      if (framework.children(competency).isEmpty()) {
        if (items.size() == MAX_ITEMS) {
          throw refusal(cover, "there are more than " + MAX_ITEMS + " competencies below the node");
        }
        items.add(item(cover, framework, competency));
      }
    }
    if (items.isEmpty()) {
      throw refusal(cover, "there is no competency below the node");
    }
    return items;
  }

  private static IllegalArgumentException refusal(Rule.Cover cover, String text) {
    return new IllegalArgumentException("rule " + SafeText.quote(cover.id()) + ": " + text);
  }

  private static boolean isNamed(FrameworkDocument document, String name) {
    return name.equals(document.uri()) || name.equalsIgnoreCase(document.identifier());
  }

  private static Competency node(CompetencyFramework framework, String name, Rule.Cover cover) {
    List<Competency> coded = framework.byCode(name);
    return framework
        .find(name)
        .or(() -> framework.byIdentifier(name))
        .or(() -> coded.size() == 1 ? Optional.of(coded.get(0)) : Optional.empty())
        .orElseThrow(() -> refusal(cover, "the framework has no one item " + SafeText.quote(name)));
  }

  /** The items below a node, or the node itself where there are none. */
  private static List<Competency> below(CompetencyFramework framework, Competency node) {
    List<Competency> below = framework.descendants(node);
    return below.isEmpty() ? List.of(node) : below;
  }

  private static Rule.Hold item(
      Rule.Cover cover, CompetencyFramework framework, Competency competency) {
    List<HeldAlignment> targets = new ArrayList<>();
    targets.add(HeldAlignment.of(competency.uri()));
    targets.add(HeldAlignment.of("urn:uuid:" + competency.identifier()));
    framework.equivalents(competency).stream()
        .map(link -> HeldAlignment.of(link.uri()))
        .forEach(targets::add);
    FrameworkDocument document = framework.document();
    competency
        .humanCodingScheme()
        .ifPresent(
            code ->
                Stream.of(document.title(), document.uri(), document.identifier())
                    .map(
                        name ->
                            new HeldAlignment(
                                competency.uri(), Optional.of(name), Optional.of(code)))
                    .forEach(targets::add));
    Filter aligned = new Filter.Aligned(targets, cover.level());
    String name = competency.humanCodingScheme().orElse(competency.identifier());
    return new Rule.Hold(
        cover.id() + "/" + name,
        cover.scope(),
        new Filter.AllOf(List.of(cover.from(), aligned)),
        Optional.of(competency.fullStatement()));
  }
}
