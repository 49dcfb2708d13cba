package org.microcred.verify.internal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.Findings;
import org.microcred.model.ValidationProfile;

/**
 * The schemas that 1EdTech publishes, answered by the profiles of the model where the loader does
 * not have them. A profile is at least as strict; what it adds from the prose of the specification
 * is no answer of the schema.
 */
final class PublishedSchemas {
  /** With and without a version, for JSON and JSON-LD; "any" is for both data models. */
  private static final Pattern OPEN_BADGES =
      Pattern.compile(
          "https://purl\\.imsglobal\\.org/spec/ob/v3p0/schema/json(-ld)?/ob_v3p0_"
              + "(?<any>any)?(?<kind>achievement)credential_schema(-3\\.\\d\\.\\d)?\\.json");

  private static final Set<String> ONLY_IN_PROSE =
      Set.of(
          "ob.activity-order",
          "ob.level",
          "ob.levels",
          "ob.proof-purpose",
          "ob.result-description",
          "ob.result-status",
          "ob.schema",
          "ob.subject-unidentified",
          "ob.value",
          "ob.value-range");

  private PublishedSchemas() {}

  /** {@return what the schema at that URL says of a credential, or empty when it is not known} */
  static Optional<Findings> answer(Credential credential, String url) {
    Matcher openBadges = OPEN_BADGES.matcher(url);
    if (!openBadges.matches() || !(credential instanceof AchievementCredential)) {
      return Optional.empty();
    }
    boolean old = openBadges.group("any") != null && credential.dataModel() == DataModel.VC_1_1;
    ValidationProfile profile =
        old ? ValidationProfile.OPEN_BADGES_3_0_VC_1_1 : ValidationProfile.OPEN_BADGES_3_0;
    return Optional.of(withoutProse(credential.validate(profile)));
  }

  private static Findings withoutProse(Findings findings) {
    return new Findings(
        findings.failures().stream().filter(v -> !ONLY_IN_PROSE.contains(v.code())).toList(),
        findings.unknowns(),
        findings.warnings());
  }
}
