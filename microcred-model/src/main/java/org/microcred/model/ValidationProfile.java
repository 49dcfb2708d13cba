package org.microcred.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Conformance.Kind;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;
import org.microcred.model.internal.rules.OneEdTechRules;
import org.microcred.model.internal.rules.Place;
import org.microcred.model.internal.rules.StandardElement;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.openbadges2.BadgeObject;

/**
 * All that a specification demands of a document.
 *
 * <p>{@link Credential#read} asks for what a credential must have to be handled at all, and lets
 * pass with a warning what sound credentials in the field do although the specification forbids it.
 * A profile is as strict as the specification and its JSON schema: those warnings are failures, and
 * the rules between members are added.
 *
 * <pre>{@code
 * var findings = ValidationProfile.OPEN_BADGES_3_0.validate(json);
 * findings.failures().forEach(violation -> System.out.println(violation.message(Locale.GERMAN)));
 * }</pre>
 *
 * <p>Thread-safe. Nothing is fetched and no proof is looked at.
 */
public enum ValidationProfile {
  /** A verifiable credential of the Verifiable Credentials Data Model 2.0, whatever its subject. */
  VC_2_0,

  /**
   * A document of Open Badges 3.0 on the data model 2.0: an {@code AchievementCredential}, also
   * named {@code OpenBadgeCredential}, an {@code EndorsementCredential}, or a {@code Profile} on
   * its own.
   */
  OPEN_BADGES_3_0,

  /** The same on the Verifiable Credentials Data Model 1.1 (Open Badges 3.0, …v1p1 classes). */
  OPEN_BADGES_3_0_VC_1_1,

  /** A learner record of Comprehensive Learner Record 2.0, with all that is on record. */
  CLR_2_0,

  /** A document of Open Badges 2.0, of any class that stands on its own. */
  OPEN_BADGES_2_0,

  /**
   * A lint, not a specification: whether an achievement credential says the mandatory standard
   * elements of a micro-credential (Council Recommendation of 16 June 2022, 2022/C 243/02, Annex
   * I). Ask for it beside the profile of the specification. What is missing:
   *
   * <table>
   * <caption>Elements and where they are looked for</caption>
   * <tr><th>Element<th>Code<th>Where
   * <tr><td>identification of the learner<td>{@code eu.learner}<td>{@code id} or {@code identifier}
   *     of the subject
   * <tr><td>title<td>{@code eu.title}<td>{@code name} of the achievement
   * <tr><td>country or region of the issuer<td>{@code eu.issuer-country}<td>{@code address} of the
   *     issuer or of an organisation above it
   * <tr><td>awarding body<td>{@code eu.awarding-body}<td>{@code name} of the issuer
   * <tr><td>date of issuing<td>{@code eu.date}<td>{@code validFrom}, {@code issuanceDate} or {@code
   *     awardedDate}
   * <tr><td>learning outcomes<td>{@code eu.learning-outcomes}<td>{@code alignment} of the
   *     achievement
   * <tr><td>notional workload<td>{@code eu.workload}, {@code eu.workload-unit}<td>{@code
   *     creditsAvailable}, {@code creditsEarned}; these have no unit, so that {@code ECTS} or
   *     {@code timeInvestment} (hours) of the achievement, both extensions, should be there
   * <tr><td>level, where there is one<td>{@code eu.level}, a warning<td>{@code alignment} whose
   *     {@code targetType} is {@code ext:EQF} or {@code ext:QF-EHEA} or whose {@code
   *     targetFramework} is one of these
   * <tr><td>type of assessment<td>{@code eu.assessment}<td>no standard member; the extension {@code
   *     assessmentType} of the achievement or of a result description (1EdTech Assessment)
   * <tr><td>form of participation<td>{@code eu.participation}<td>no standard member; the extension
   *     {@code participationType} of the achievement
   * <tr><td>quality assurance<td>{@code eu.quality-assurance}<td>no standard member; {@code
   *     alignment} whose {@code targetType} is {@code ext:QualityAssurance}, or the extension
   *     {@code accreditations} of the issuer (1EdTech Issuer Accreditation)
   * </table>
   */
  EU_MICROCREDENTIAL;

  /**
   * Holds a document against this profile. Never throws on what is in it.
   *
   * @param json the document, without anything around it
   * @return every rule that it breaks, each with its place; what went over a limit is an unknown
   */
  public Findings validate(JsonObject json) {
    Objects.requireNonNull(json, "json");
    return switch (this) {
      case VC_2_0 -> strict(json, root -> read(root, DataModel.VC_2_0, Kind.PLAIN));
      case OPEN_BADGES_3_0 -> strict(json, root -> openBadges(root, DataModel.VC_2_0));
      case OPEN_BADGES_3_0_VC_1_1 -> strict(json, root -> openBadges(root, DataModel.VC_1_1));
      case CLR_2_0 ->
          strict(
              json,
              root ->
                  credential(root, DataModel.VC_2_0, Kind.CLR, List.of(ClrCredential.TYPE_NAME)));
      case OPEN_BADGES_2_0 -> strict(BadgeObject.read(json).findings());
      case EU_MICROCREDENTIAL -> inspected(json, StandardElement::check);
    };
  }

  private static void openBadges(Place root, DataModel dataModel) {
    if (root.hasType(EndorsementCredential.TYPE_NAME)) {
      read(root, dataModel, Kind.ENDORSEMENT);
      OneEdTechRules.checkCredential(root);
    } else if (root.hasType("Profile")) {
      Conformance conformance = new Conformance(dataModel, Kind.ACHIEVEMENT);
      Profile unused = Profile.read(Cursor.root(root.object(), conformance, root.inspection()));
      OneEdTechRules.checkProfile(root);
    } else {
      credential(root, dataModel, Kind.ACHIEVEMENT, AchievementCredential.TYPE_NAMES);
    }
  }

  private static void credential(Place root, DataModel dataModel, Kind kind, List<String> types) {
    read(root, dataModel, kind);
    if (types.stream().noneMatch(root::hasType)) {
      root.fail("model.type#one-of", JsonPointer.ROOT.child("type"), String.join(", ", types));
    }
    OneEdTechRules.checkCredential(root);
  }

  private static void read(Place root, DataModel dataModel, Kind kind) {
    CredentialReader.inspect(root.object(), new Conformance(dataModel, kind), root.inspection());
  }

  private static Findings inspected(JsonObject json, Consumer<Place> check) {
    Inspection inspection = new Inspection();
    check.accept(Place.root(json, inspection));
    return inspection.findings();
  }

  private static Findings strict(JsonObject json, Consumer<Place> check) {
    return strict(inspected(json, check));
  }

  /** What is tolerated when reading is forbidden all the same. */
  private static Findings strict(Findings findings) {
    List<Violation> failures = new ArrayList<>(findings.failures());
    failures.addAll(findings.warnings());
    return new Findings(failures, findings.unknowns(), List.of());
  }
}
