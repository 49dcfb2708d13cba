package org.microcred.model;

import java.util.List;
import java.util.Objects;

/**
 * What kind of achievement it is. An extensible vocabulary: a value of an issuer's own begins with
 * {@code ext:}, but any text is kept as it is.
 *
 * @param value the term as it stands in JSON, such as {@code MicroCredential}
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/">Open Badges 3.0</a>, AchievementType
 */
public record AchievementType(String value) implements Vocabulary {
  /** A generic achievement. */
  public static final AchievementType ACHIEVEMENT = new AchievementType("Achievement");

  /** Earned through work-based learning. */
  public static final AchievementType APPRENTICESHIP_CERTIFICATE =
      new AchievementType("ApprenticeshipCertificate");

  /** An evaluation of an entity or a performance. */
  public static final AchievementType ASSESSMENT = new AchievementType("Assessment");

  /** An assignment or exam. */
  public static final AchievementType ASSIGNMENT = new AchievementType("Assignment");

  /** A first degree, mostly of one to two years. */
  public static final AchievementType ASSOCIATE_DEGREE = new AchievementType("AssociateDegree");

  /** An award. */
  public static final AchievementType AWARD = new AchievementType("Award");

  /** A visual symbol that holds claims. */
  public static final AchievementType BADGE = new AchievementType("Badge");

  /** A degree, mostly of three to five years. */
  public static final AchievementType BACHELOR_DEGREE = new AchievementType("BachelorDegree");

  /** Knowledge and skills of an occupation or a programme. */
  public static final AchievementType CERTIFICATE = new AchievementType("Certificate");

  /** A training or another activity was completed. */
  public static final AchievementType CERTIFICATE_OF_COMPLETION =
      new AchievementType("CertificateOfCompletion");

  /** Time-limited, revocable, renewable. */
  public static final AchievementType CERTIFICATION = new AchievementType("Certification");

  /** Community service. */
  public static final AchievementType COMMUNITY_SERVICE = new AchievementType("CommunityService");

  /** A knowledge, skill or ability. */
  public static final AchievementType COMPETENCY = new AchievementType("Competency");

  /** An activity beside the curriculum. */
  public static final AchievementType CO_CURRICULAR = new AchievementType("CoCurricular");

  /** The completion of a course. */
  public static final AchievementType COURSE = new AchievementType("Course");

  /** A degree, of any level. */
  public static final AchievementType DEGREE = new AchievementType("Degree");

  /** The completion of a course of study. */
  public static final AchievementType DIPLOMA = new AchievementType("Diploma");

  /** The highest degree. */
  public static final AchievementType DOCTORAL_DEGREE = new AchievementType("DoctoralDegree");

  /** Practical activities away from the institution. */
  public static final AchievementType FIELDWORK = new AchievementType("Fieldwork");

  /** Secondary school skills, shown by examination. */
  public static final AchievementType GENERAL_EDUCATION_DEVELOPMENT =
      new AchievementType("GeneralEducationDevelopment");

  /** The completion of an apprenticeship. */
  public static final AchievementType JOURNEYMAN_CERTIFICATE =
      new AchievementType("JourneymanCertificate");

  /** A set of learning opportunities that leads to an outcome. */
  public static final AchievementType LEARNING_PROGRAM = new AchievementType("LearningProgram");

  /** Legal authority, given by an authorised body. */
  public static final AchievementType LICENSE = new AchievementType("License");

  /** The highest level of an industry trade. */
  public static final AchievementType MASTER_CERTIFICATE = new AchievementType("MasterCertificate");

  /** A graduate degree. */
  public static final AchievementType MASTER_DEGREE = new AchievementType("MasterDegree");

  /** A membership. */
  public static final AchievementType MEMBERSHIP = new AchievementType("Membership");

  /** A subset of the knowledge and skills of a field. */
  public static final AchievementType MICRO_CREDENTIAL = new AchievementType("MicroCredential");

  /** A doctorate for professional practice. */
  public static final AchievementType PROFESSIONAL_DOCTORATE =
      new AchievementType("ProfessionalDoctorate");

  /** An assurance that requirements are met. */
  public static final AchievementType QUALITY_ASSURANCE_CREDENTIAL =
      new AchievementType("QualityAssuranceCredential");

  /** A doctorate for original research. */
  public static final AchievementType RESEARCH_DOCTORATE = new AchievementType("ResearchDoctorate");

  /** The completion of secondary school. */
  public static final AchievementType SECONDARY_SCHOOL_DIPLOMA =
      new AchievementType("SecondarySchoolDiploma");

  private static final List<AchievementType> STANDARD =
      List.of(
          ACHIEVEMENT,
          APPRENTICESHIP_CERTIFICATE,
          ASSESSMENT,
          ASSIGNMENT,
          ASSOCIATE_DEGREE,
          AWARD,
          BADGE,
          BACHELOR_DEGREE,
          CERTIFICATE,
          CERTIFICATE_OF_COMPLETION,
          CERTIFICATION,
          COMMUNITY_SERVICE,
          COMPETENCY,
          CO_CURRICULAR,
          COURSE,
          DEGREE,
          DIPLOMA,
          DOCTORAL_DEGREE,
          FIELDWORK,
          GENERAL_EDUCATION_DEVELOPMENT,
          JOURNEYMAN_CERTIFICATE,
          LEARNING_PROGRAM,
          LICENSE,
          MASTER_CERTIFICATE,
          MASTER_DEGREE,
          MEMBERSHIP,
          MICRO_CREDENTIAL,
          PROFESSIONAL_DOCTORATE,
          QUALITY_ASSURANCE_CREDENTIAL,
          RESEARCH_DOCTORATE,
          SECONDARY_SCHOOL_DIPLOMA);

  public AchievementType {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the terms of the specification} */
  public static List<AchievementType> standard() {
    return STANDARD;
  }

  @Override
  public boolean isStandard() {
    return STANDARD.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
