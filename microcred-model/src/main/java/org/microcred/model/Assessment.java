package org.microcred.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How an achievement was assessed, put together from what a badge says in several places: what was
 * submitted, with which digests, by whom it was assessed, and against which result descriptions and
 * rubric levels (Open Badges 3.0, AchievementSubject, Evidence, Result; VC 2.0 §5.3).
 *
 * <p>A view of a document: nothing of it is verified, and no resource is looked at.
 *
 * @param assessor who assessed it: the source of the subject where it names one, else the issuer
 * @param evidence what was submitted, in the order of the badge
 * @param results what was found, in the order of the badge
 */
public record Assessment(
    Profile assessor, List<AssessedEvidence> evidence, List<AssessedResult> results) {
  public Assessment {
    Objects.requireNonNull(assessor, "assessor");
    evidence = List.copyOf(evidence);
    results = List.copyOf(results);
  }

  static Assessment of(AchievementCredential badge) {
    Map<String, ResourceDigest> digests = digests(badge);
    Map<String, ResultScale> scales = scales(badge);
    return new Assessment(
        badge.subject().source().orElse(badge.issuer()),
        badge.evidence().stream().map(piece -> submitted(piece, digests)).toList(),
        badge.subject().results().stream().map(result -> assessed(result, scales)).toList());
  }

  private static AssessedEvidence submitted(Evidence piece, Map<String, ResourceDigest> digests) {
    return new AssessedEvidence(piece, piece.id().map(digests::get).orElse(ResourceDigest.NONE));
  }

  private static AssessedResult assessed(Result result, Map<String, ResultScale> scales) {
    return result
        .resultDescription()
        .map(scales::get)
        .map(scale -> scale.assess(result))
        .orElseGet(
            () ->
                new AssessedResult(
                    result,
                    Optional.empty(),
                    Optional.empty(),
                    result.resultDescription().isEmpty()
                        ? AssessedResult.Requirement.NONE
                        : AssessedResult.Requirement.UNKNOWN));
  }

  /** All digests that the badge states of what is found at an id. */
  private static Map<String, ResourceDigest> digests(AchievementCredential badge) {
    Map<String, List<ResourceDigest>> stated = new HashMap<>();
    for (Evidence piece : badge.evidence()) {
      piece.id().ifPresent(id -> list(stated, id).add(piece.digest()));
    }
    for (RelatedResource resource : badge.relatedResources()) {
      list(stated, resource.id()).add(resource.digest());
    }
    Map<String, ResourceDigest> digests = new HashMap<>();
    stated.forEach((id, several) -> digests.put(id, ResourceDigest.all(several)));
    return digests;
  }

  private static List<ResourceDigest> list(Map<String, List<ResourceDigest>> stated, String id) {
    return stated.computeIfAbsent(id, i -> new ArrayList<>());
  }

  /** The result descriptions by id. Two of one id are ambiguous, and neither is taken. */
  private static Map<String, ResultScale> scales(AchievementCredential badge) {
    boolean allowedValuesAreAList = Contexts.listAllowedValues(badge.json());
    Map<String, ResultScale> scales = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (ResultDescription description : badge.subject().achievement().resultDescriptions()) {
      ResultScale scale = new ResultScale(description, allowedValuesAreAList);
      if (scales.put(description.id(), scale) != null) {
        ambiguous.add(description.id());
      }
    }
    scales.keySet().removeAll(ambiguous);
    return scales;
  }
}
