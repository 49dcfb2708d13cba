package org.microcred.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.Profile;
import org.microcred.model.RelatedResource;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.verify.internal.AwardLinks;

/** A larger award that a person has earned. Immutable. */
public final class StackAward {
  private final StackRequest request;
  private final Decision decision;
  private final DecisionRecord record;

  StackAward(StackRequest request, Decision decision, DecisionRecord record) {
    this.request = request;
    this.decision = decision;
    this.record = record;
  }

  /** {@return what is awarded} */
  public Achievement achievement() {
    return request.policy().award();
  }

  /** {@return on what it was decided: to be kept beside the badge} */
  public DecisionRecord record() {
    return record;
  }

  /**
   * {@return the award as a badge, ready to be signed}
   *
   * <p>It is about the first of the person's ids, in alphabetical order, and valid from the instant
   * of the decision. Its related resources name the components by their digests, its evidence names
   * the {@link #record()} by its digest. The record itself is not in the badge: it tells of
   * everything that the person handed in, used or not.
   *
   * @param issuer who awards it
   * @throws IllegalStateException when the person is known by identifiers only
   */
  public AchievementCredential toCredential(Profile issuer) {
    return toCredential(issuer, URI.create(AwardLinks.name(record.digest())));
  }

  /**
   * {@return the same as {@link #toCredential(Profile)}, for a record that is found somewhere}
   *
   * @param issuer who awards it
   * @param recordUrl where the canonical form of the record is found by those who may read it
   * @throws IllegalStateException when the person is known by identifiers only
   */
  public AchievementCredential toCredential(Profile issuer, URI recordUrl) {
    Objects.requireNonNull(recordUrl, "recordUrl");
    String learner =
        request.recipient().ids().stream()
            .min(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalStateException("the recipient has no id"));
    AchievementCredentialBuilder badge =
        AchievementCredential.builder(issuer, learner, achievement())
            .validFrom(decision.at())
            .awardedDate(decision.at());
    components().forEach(badge::relatedResource);
    return badge.evidence(AwardLinks.record(recordUrl, record.digest())).build();
  }

  /** Under the id of the credential, where it is a URI that no other component has. */
  private List<RelatedResource> components() {
    Set<String> ids = new HashSet<>();
    List<RelatedResource> resources = new ArrayList<>();
    for (String digest : record.components()) {
      Optional<String> id =
          decision.used().stream()
              .filter(holding -> holding.digest().equals(Optional.of(digest)))
              .map(Holding::id)
              .filter(AwardLinks::isUri)
              .filter(ids::add)
              .findFirst();
      resources.add(AwardLinks.component(id, digest));
    }
    return resources;
  }
}
