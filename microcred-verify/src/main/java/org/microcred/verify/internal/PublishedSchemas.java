package org.microcred.verify.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.microcred.model.AchievementCredential;
import org.microcred.model.ClrCredential;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.EndorsementCredential;
import org.microcred.model.Findings;
import org.microcred.model.ValidationProfile;
import org.microcred.model.Violation;

/**
 * The schemas that 1EdTech publishes, answered by the profiles of the model where the loader does
 * not have them. A profile is at least as strict, so its yes is one. What it adds to its schema is
 * no answer of the schema: the prose of the specification is left out, and a fault in what is on
 * record, where the schema of the record hardly looks, leaves the answer open.
 */
final class PublishedSchemas {
  private static final List<Published> ALL =
      List.of(
          openBadges("ob/v3p0/", "ob_v3p0_achievement", AchievementCredential.class),
          openBadges("ob/v3p0/", "ob_v3p0_endorsement", EndorsementCredential.class),
          openBadges("ob/v3p0/", "ob_v3p0_anyachievement", AchievementCredential.class),
          openBadges("ob/v3p0/", "ob_v3p0_anyendorsement", EndorsementCredential.class),
          openBadges("clr/v2p0/", "clr_v2p0_achievement", AchievementCredential.class),
          openBadges("clr/v2p0/", "clr_v2p0_endorsement", EndorsementCredential.class),
          new Published(
              url("clr/v2p0/", "clr_v2p0_clr"), ClrCredential.class, ValidationProfile.CLR_2_0));

  private static final Set<String> ONLY_IN_PROSE =
      Set.of(
          "clr.association",
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

  /** A schema, the type that it is for, and the profile that answers. */
  private record Published(
      Pattern url, Class<? extends Credential> type, ValidationProfile profile) {
    boolean isFor(Credential credential, String schema) {
      return type.isInstance(credential) && url.matcher(schema).matches();
    }

    /** The schemas of "any" are for both data models. */
    ValidationProfile profileOf(Credential credential) {
      return credential.dataModel() == DataModel.VC_1_1 && url.pattern().contains("_any")
          ? ValidationProfile.OPEN_BADGES_3_0_VC_1_1
          : profile;
    }
  }

  private static Published openBadges(
      String folder, String name, Class<? extends Credential> type) {
    return new Published(url(folder, name), type, ValidationProfile.OPEN_BADGES_3_0);
  }

  /** With and without a version, for JSON and for JSON-LD. */
  private static Pattern url(String folder, String name) {
    return Pattern.compile(
        "https://purl\\.imsglobal\\.org/spec/"
            + folder
            + "schema/json(-ld)?/"
            + name
            + "credential_schema(-\\d\\.\\d\\.\\d)?\\.json");
  }

  /** {@return what the schema at that URL says of a credential, or empty when it is not known} */
  static Optional<Findings> answer(Credential credential, String url) {
    return ALL.stream()
        .filter(published -> published.isFor(credential, url))
        .findFirst()
        .flatMap(published -> answer(credential.validate(published.profileOf(credential))));
  }

  private static Optional<Findings> answer(Findings findings) {
    List<Violation> failures = without(findings.failures(), v -> ONLY_IN_PROSE.contains(v.code()));
    List<Violation> certain = without(failures, PublishedSchemas::isOnRecord);
    return certain.isEmpty() && !failures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Findings(certain, findings.unknowns(), findings.warnings()));
  }

  private static List<Violation> without(List<Violation> from, Predicate<Violation> what) {
    return from.stream().filter(what.negate()).toList();
  }

  private static boolean isOnRecord(Violation violation) {
    List<String> tokens = violation.pointer().tokens();
    return tokens.size() > 2
        && tokens.get(0).equals("credentialSubject")
        && tokens.get(1).equals("verifiableCredential");
  }
}
