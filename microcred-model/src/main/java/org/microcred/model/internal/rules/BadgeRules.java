package org.microcred.model.internal.rules;

import org.microcred.model.DataModel;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;

/**
 * Goes through a credential of 1EdTech and holds every part, credentials inside included, against
 * what Open Badges 3.0 and CLR 2.0 demand beyond what reading needs.
 */
public final class BadgeRules {
  private final DataModel dataModel;

  private BadgeRules(DataModel dataModel) {
    this.dataModel = dataModel;
  }

  /**
   * Holds a credential against the rules.
   *
   * @param credential the outermost credential
   * @param dataModel the data model that it and the credentials inside must follow
   */
  public static void check(Place credential, DataModel dataModel) {
    new BadgeRules(dataModel).checkCredential(credential);
  }

  private void checkCredential(Place credential) {
    SingleValues.check(credential);
    ProofPurposes.check(credential);
    NamedSchemas.check(credential);
    checkEndorsements(credential);
    credential.member("issuer").ifPresent(this::checkProfile);
    credential.member("credentialSubject").ifPresent(this::checkSubject);
  }

  private void checkSubject(Place subject) {
    ActivityDates.check(subject);
    Results.check(subject);
    subject.member("source").ifPresent(this::checkProfile);
    subject.items("achievement").forEach(this::checkAchievement);
  }

  private void checkAchievement(Place achievement) {
    ResultDescriptions.check(achievement);
    checkEndorsements(achievement);
    achievement.member("creator").ifPresent(this::checkProfile);
  }

  private void checkProfile(Place profile) {
    checkEndorsements(profile);
    profile.member("parentOrg").ifPresent(this::checkProfile);
  }

  private void checkEndorsements(Place endorsed) {
    endorsed.items("endorsement").forEach(this::checkEmbedded);
  }

  private void checkEmbedded(Place credential) {
    boolean same =
        credential.items("@context").stream()
            .limit(1)
            .anyMatch(first -> first.text().filter(dataModel.context()::equals).isPresent());
    if (!same) {
      credential.fail(
          "vc.context#first",
          JsonPointer.ROOT.child("@context").child(0),
          SafeText.quote(dataModel.context()));
    }
    checkCredential(credential);
  }
}
