package org.microcred.model.internal.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.microcred.model.Violation;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * The mandatory standard elements of a micro-credential (Council Recommendation of 16 June 2022,
 * 2022/C 243/02, Annex I), and where a badge says them. Some have no member of their own in Open
 * Badges 3.0; for those the members of published extensions are looked for.
 *
 * @param key the sentence that says that it is missing
 * @param place where it belongs
 * @param always whether every micro-credential has it
 * @param isSaid whether a badge says it
 */
public record StandardElement(
    String key, JsonPointer place, boolean always, Predicate<Place> isSaid) {
  private static final String ALIGNMENT = "/credentialSubject/achievement/alignment";
  private static final String QUALITY_ASSURANCE = "ext:QualityAssurance";
  private static final List<String> LEVEL_TYPES = List.of("ext:EQF", "ext:QF-EHEA");
  private static final List<String> LEVEL_FRAMEWORKS =
      List.of("eqf", "qf-ehea", "european qualifications framework");

  private static final List<StandardElement> ALL =
      List.of(
          mandatory("eu.learner", "/credentialSubject/id", StandardElement::namesLearner),
          mandatory(
              "eu.title",
              "/credentialSubject/achievement/name",
              b -> achievement(b, a -> a.says("name"))),
          mandatory(
              "eu.issuer-country",
              "/issuer/address/addressCountryCode",
              badge -> badge.member("issuer").filter(StandardElement::hasCountry).isPresent()),
          mandatory(
              "eu.awarding-body",
              "/issuer/name",
              badge -> badge.member("issuer").filter(issuer -> issuer.says("name")).isPresent()),
          mandatory(
              "eu.date",
              "/validFrom",
              badge -> Stream.of("validFrom", "issuanceDate", "awardedDate").anyMatch(badge::says)),
          mandatory(
              "eu.learning-outcomes",
              ALIGNMENT,
              badge -> alignments(badge).anyMatch(StandardElement::isOutcome)),
          mandatory(
              "eu.workload",
              "/credentialSubject/achievement/creditsAvailable",
              badge -> hasCredits(badge) || hasUnit(badge)),
          advisory(
              "eu.workload-unit",
              "/credentialSubject/achievement/ECTS",
              badge -> hasUnit(badge) || !hasCredits(badge)),
          advisory(
              "eu.level", ALIGNMENT, badge -> alignments(badge).anyMatch(StandardElement::isLevel)),
          mandatory(
              "eu.assessment",
              "/credentialSubject/achievement/assessmentType",
              badge ->
                  achievement(
                      badge,
                      a ->
                          a.says("assessmentType")
                              || a.items("resultDescription").stream()
                                  .anyMatch(r -> r.says("assessmentType")))),
          mandatory(
              "eu.participation",
              "/credentialSubject/achievement/participationType",
              badge -> achievement(badge, a -> a.says("participationType"))),
          mandatory(
              "eu.quality-assurance",
              ALIGNMENT,
              badge ->
                  alignments(badge).anyMatch(StandardElement::isQualityAssurance)
                      || badge
                          .member("issuer")
                          .filter(issuer -> !issuer.items("accreditations").isEmpty())
                          .isPresent()));

  private static StandardElement mandatory(String key, String place, Predicate<Place> isSaid) {
    return new StandardElement(key, JsonPointer.parse(place), true, isSaid);
  }

  private static StandardElement advisory(String key, String place, Predicate<Place> isSaid) {
    return new StandardElement(key, JsonPointer.parse(place), false, isSaid);
  }

  /** Notes which elements a badge lacks; those that not every one can have are warnings. */
  public static void check(Place badge) {
    for (StandardElement element : ALL) {
      if (!element.isSaid.test(badge)) {
        Violation missing = Messages.violation(element.key, element.place);
        if (element.always) {
          badge.inspection().fail(missing);
        } else {
          badge.inspection().warn(missing);
        }
      }
    }
  }

  private static boolean achievement(Place badge, Predicate<Place> test) {
    return subject(badge)
        .flatMap(subject -> subject.member("achievement"))
        .filter(test)
        .isPresent();
  }

  private static Optional<Place> subject(Place badge) {
    return badge.member("credentialSubject");
  }

  private static boolean namesLearner(Place badge) {
    return subject(badge)
        .filter(
            subject ->
                subject.says("id")
                    || subject.items("identifier").stream().anyMatch(i -> i.says("identityHash")))
        .isPresent();
  }

  /** The address of the issuer, or that of the organisation it belongs to. */
  private static boolean hasCountry(Place profile) {
    boolean own =
        profile
            .member("address")
            .filter(
                address ->
                    Stream.of("addressCountryCode", "addressCountry", "addressRegion")
                        .anyMatch(address::says))
            .isPresent();
    return own || profile.member("parentOrg").filter(StandardElement::hasCountry).isPresent();
  }

  private static Stream<Place> alignments(Place badge) {
    return subject(badge)
        .flatMap(subject -> subject.member("achievement"))
        .map(achievement -> achievement.items("alignment"))
        .orElse(List.of())
        .stream()
        .filter(alignment -> alignment.says("targetName"));
  }

  private static boolean isOutcome(Place alignment) {
    return !isLevel(alignment) && !isQualityAssurance(alignment);
  }

  private static boolean isLevel(Place alignment) {
    String framework = alignment.text("targetFramework").orElse("").toLowerCase(Locale.ROOT);
    return alignment.text("targetType").filter(LEVEL_TYPES::contains).isPresent()
        || LEVEL_FRAMEWORKS.stream().anyMatch(framework::contains);
  }

  private static boolean isQualityAssurance(Place alignment) {
    return alignment.text("targetType").filter(QUALITY_ASSURANCE::equals).isPresent();
  }

  private static boolean hasCredits(Place badge) {
    return subject(badge).filter(subject -> isPositive(subject, "creditsEarned")).isPresent()
        || achievement(badge, a -> isPositive(a, "creditsAvailable"));
  }

  private static boolean hasUnit(Place badge) {
    return achievement(badge, a -> isPositive(a, "ECTS") || isPositive(a, "timeInvestment"));
  }

  private static boolean isPositive(Place at, String name) {
    return at.value() instanceof JsonObject object
        && object.get(name).orElse(null) instanceof JsonNumber number
        && !number.literal().startsWith("-")
        && number.literal().split("[eE]")[0].chars().anyMatch(c -> c >= '1' && c <= '9');
  }
}
