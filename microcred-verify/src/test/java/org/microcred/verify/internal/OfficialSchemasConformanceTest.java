package org.microcred.verify.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.model.Findings;
import org.microcred.model.ValidationProfile;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * The profiles against the official JSON schemas (2019-09): nothing that a schema refuses passes,
 * and whatever only a profile refuses is explained by a section of a specification. On all
 * published documents, and on changed ones: {@code -Dmicrocred.mutants} says how many for each
 * schema, {@code -Dmicrocred.seed} which.
 */
class OfficialSchemasConformanceTest {
  private static final int MUTANTS = Integer.getInteger("microcred.mutants", 400);
  private static final long SEED = Long.getLong("microcred.seed", 2022);

  private static final List<JsonString> BADGES =
      List.of(new JsonString("AchievementCredential"), new JsonString("OpenBadgeCredential"));

  /** A schema and the profile that answers for it. */
  enum Official {
    ACHIEVEMENT(
        "schemas-ob-v3p0/ob_v3p0_achievementcredential_schema.json",
        ValidationProfile.OPEN_BADGES_3_0,
        70,
        "OpenBadgeCredential",
        "AchievementCredential"),
    ENDORSEMENT(
        "schemas-ob-v3p0/ob_v3p0_endorsementcredential_schema.json",
        ValidationProfile.OPEN_BADGES_3_0,
        5,
        "EndorsementCredential"),
    PROFILE(
        "schemas-ob-v3p0/ob_v3p0_profile_schema.json",
        ValidationProfile.OPEN_BADGES_3_0,
        20,
        "Profile"),
    CLR(
        "schemas-clr-v2p0/clr_v2p0_clrcredential_schema.json",
        ValidationProfile.CLR_2_0,
        2,
        "ClrCredential"),
    ACHIEVEMENT_OF_CLR(
        "schemas-clr-v2p0/clr_v2p0_achievementcredential_schema.json",
        ValidationProfile.OPEN_BADGES_3_0,
        70,
        "OpenBadgeCredential",
        "AchievementCredential"),
    ENDORSEMENT_OF_CLR(
        "schemas-clr-v2p0/clr_v2p0_endorsementcredential_schema.json",
        ValidationProfile.OPEN_BADGES_3_0,
        5,
        "EndorsementCredential"),
    PROFILE_OF_CLR(
        "schemas-clr-v2p0/clr_v2p0_profile_schema.json",
        ValidationProfile.OPEN_BADGES_3_0,
        20,
        "Profile");

    private final String schema;
    private final ValidationProfile profile;
    private final int published;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable list of texts
    private final List<String> types;

    Official(String schema, ValidationProfile profile, int published, String... types) {
      this.schema = schema;
      this.profile = profile;
      this.published = published;
      this.types = List.of(types);
    }
  }

  @ParameterizedTest
  @EnumSource
  void agreeOnPublishedDocuments(Official official) throws Exception {
    Comparison comparison = new Comparison(official);
    Set<JsonObject> documents = PublishedDocuments.ofType(official.types);
    documents.forEach(comparison::compare);
    comparison.print("published");
    assertThat(documents).hasSizeGreaterThanOrEqualTo(official.published);
    assertThat(comparison.unexplained).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void agreeOnChangedDocuments(Official official) throws Exception {
    Comparison comparison = new Comparison(official);
    List<JsonObject> sound = new ArrayList<>();
    for (JsonObject document : PublishedDocuments.ofType(official.types)) {
      JsonObject repaired = repaired(document, official.profile);
      if (official.profile.validate(repaired).passed()) {
        sound.add(repaired);
      }
    }
    assertThat(sound).isNotEmpty();
    JqwikSession.run(
        () -> {
          RandomGenerator<JsonObject> mutants = Mutants.of(sound).generator(1_000);
          Random random = new Random(SEED);
          for (int i = 0; i < MUTANTS; i++) {
            comparison.compare(mutants.next(random).value());
          }
        });
    comparison.print("changed from " + sound.size());
    assertThat(comparison.unexplained).isEmpty();
    assertThat(comparison.counts.keySet()).contains("both accept", "both refuse");
  }

  /**
   * Published credentials that lack an id of their subject are sound but for that, and the full
   * example of Open Badges 3.0 but for a level that belongs to another result description.
   */
  private static JsonObject repaired(JsonObject document, ValidationProfile profile) {
    JsonObject repaired = document;
    Optional<JsonObject> subject = document.object("credentialSubject");
    if (subject.isPresent() && !subject.get().has("id")) {
      repaired =
          document.with(
              "credentialSubject", subject.get().with("id", new JsonString("did:example:learner")));
    }
    for (Violation violation : profile.validate(repaired).failures()) {
      if (violation.code().equals("ob.level")) {
        repaired = Mutants.without(repaired, violation.pointer());
      }
    }
    return repaired;
  }

  /** What came of asking both. */
  private static final class Comparison {
    private final Official official;
    private final OfficialSchema schema;
    private final OfficialSchema recorded =
        OfficialSchema.of("schemas-clr-v2p0/clr_v2p0_achievementcredential_schema.json");
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    Comparison(Official official) throws Exception {
      this.official = official;
      this.schema = OfficialSchema.of(official.schema);
    }

    void compare(JsonObject document) {
      Optional<String> complaint = complaint(document);
      Findings findings = official.profile.validate(document);
      if (complaint.isPresent() == findings.passed()) {
        disagree(document, complaint, findings);
      } else {
        count(findings.passed() ? "both accept" : "both refuse");
      }
    }

    /** The schema of a record does not look at what is on record; that has a schema of its own. */
    private Optional<String> complaint(JsonObject document) {
      return schema
          .complaint(document)
          .or(
              () ->
                  badges(document).stream()
                      .flatMap(badge -> recorded.complaint(badge).stream())
                      .findFirst());
    }

    private static List<JsonObject> badges(JsonObject record) {
      return record
          .object("credentialSubject")
          .orElse(JsonObject.EMPTY)
          .list("verifiableCredential")
          .stream()
          .flatMap(value -> value instanceof JsonObject badge ? Stream.of(badge) : Stream.empty())
          .filter(badge -> BADGES.stream().anyMatch(badge.list("type")::contains))
          .toList();
    }

    private void disagree(JsonObject document, Optional<String> complaint, Findings findings) {
      if (complaint.isPresent()) {
        unexplained.add("only the schema: " + complaint.get() + "\n" + Json.write(document));
        return;
      }
      count("stricter");
      if (isOfNoType(document)) {
        // A profile then takes it for another kind of document: what follows means nothing.
        count("stricter by a type of the document that is none of its class");
        return;
      }
      for (Violation violation : findings.failures()) {
        if (StricterRule.ALL.stream().anyMatch(rule -> rule.explains(document, violation))) {
          count("stricter by " + violation.code());
        } else {
          unexplained.add(
              "only the profile: "
                  + violation.code()
                  + " "
                  + violation
                  + "\n"
                  + Json.write(document));
        }
      }
    }

    /** OB 3.0, CLR 2.0: type includes the class; the schema looks for it in arrays only. */
    private boolean isOfNoType(JsonObject document) {
      return !(document.get("type").orElse(null) instanceof JsonArray)
          && official.types.stream()
              .noneMatch(type -> document.string("type").filter(type::equals).isPresent());
    }

    private void count(String what) {
      counts.merge(what, 1, Integer::sum);
    }

    void print(String which) {
      System.out.println(official + ", " + which + ": " + counts);
    }
  }
}
