package org.microcred.model.internal.rules;

import org.microcred.model.json.JsonPointer;

/**
 * Goes through a document of 1EdTech and holds every part, credentials inside included, against
 * what Open Badges 3.0 and CLR 2.0 demand beyond what reading needs.
 */
public final class OneEdTechRules {
  private OneEdTechRules() {}

  /** Holds a credential against the rules, whatever kind it is. */
  public static void checkCredential(Place credential) {
    SingleValues.check(credential);
    ProofPurposes.check(credential);
    NamedSchemas.check(credential);
    checkEndorsements(credential);
    credential.member("issuer").ifPresent(OneEdTechRules::checkProfile);
    credential.member("credentialSubject").ifPresent(OneEdTechRules::checkSubject);
  }

  private static void checkSubject(Place subject) {
    ActivityDates.check(subject);
    Results.check(subject);
    subject.member("source").ifPresent(OneEdTechRules::checkProfile);
    subject.items("achievement").forEach(OneEdTechRules::checkAchievement);
    subject.items("verifiableCredential").forEach(OneEdTechRules::checkRecorded);
  }

  private static void checkAchievement(Place achievement) {
    ResultDescriptions.check(achievement);
    checkEndorsements(achievement);
    achievement.member("creator").ifPresent(OneEdTechRules::checkProfile);
  }

  /** Holds a person or an organisation, and those above it, against the rules. */
  public static void checkProfile(Place profile) {
    checkEndorsements(profile);
    profile.member("parentOrg").ifPresent(OneEdTechRules::checkProfile);
  }

  private static void checkEndorsements(Place endorsed) {
    endorsed.items("endorsement").forEach(OneEdTechRules::checkCredential);
  }

  /** What is on record is a credential, not the envelope of one (CLR 2.0, ClrSubject). */
  private static void checkRecorded(Place credential) {
    if (!credential.hasType("VerifiableCredential")) {
      credential.fail("model.type", JsonPointer.ROOT.child("type"), "VerifiableCredential");
    }
    checkCredential(credential);
  }
}
