package org.microcred.model.competency;

import java.util.List;
import java.util.Optional;
import org.microcred.model.Alignment;
import org.microcred.model.competency.AlignedCompetency.Match;

/** Finds what an alignment (Open Badges 3.0) points at in a framework. */
final class Alignments {
  /** CASE 1.1 REST binding, getCFItem: the address of an item on every CASE service. */
  private static final String ITEMS = "/CFItems/";

  private Alignments() {}

  static List<AlignedCompetency> in(CompetencyFramework framework, Alignment alignment) {
    Optional<AlignedCompetency> one =
        framework
            .find(alignment.targetUrl())
            .map(found -> new AlignedCompetency(alignment, found, Match.URI))
            .or(
                () ->
                    itemIdentifier(alignment.targetUrl())
                        .flatMap(framework::byIdentifier)
                        .map(found -> new AlignedCompetency(alignment, found, Match.IDENTIFIER)));
    return one.map(List::of).orElseGet(() -> byCode(framework, alignment));
  }

  private static Optional<String> itemIdentifier(String url) {
    int at = url.lastIndexOf(ITEMS);
    return at < 0 ? Optional.empty() : Optional.of(url.substring(at + ITEMS.length()));
  }

  private static List<AlignedCompetency> byCode(
      CompetencyFramework framework, Alignment alignment) {
    FrameworkDocument document = framework.document();
    boolean here =
        alignment
            .targetFramework()
            .filter(
                name ->
                    name.equals(document.title())
                        || name.equals(document.uri())
                        || name.equalsIgnoreCase(document.identifier()))
            .isPresent();
    if (!here) {
      return List.of();
    }
    return alignment.targetCode().map(framework::byCode).orElse(List.of()).stream()
        .map(found -> new AlignedCompetency(alignment, found, Match.CODE))
        .toList();
  }
}
