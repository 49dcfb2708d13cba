package org.microcred.verify.internal.html;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.AchievementType;
import org.microcred.model.Alignment;
import org.microcred.model.AssessedResult;
import org.microcred.model.ClrCredential;
import org.microcred.model.Credential;
import org.microcred.model.EndorsementCredential;
import org.microcred.model.Evidence;
import org.microcred.model.IdentityObject;
import org.microcred.model.OtherCredential;
import org.microcred.model.Presentation;
import org.microcred.model.Profile;
import org.microcred.model.ResultStatus;
import org.microcred.verify.internal.ReportWords;

/** What a document says, believed or not, as a list for people: who, what, by whom, when. */
final class Facts {
  private final ReportWords words;
  private final DateTimeFormatter instants;
  private final List<Fact> facts = new ArrayList<>();

  private Facts(ReportWords words) {
    this.words = words;
    this.instants =
        DateTimeFormatter.ofPattern(words.get("format.instant"), words.language())
            .withZone(ZoneOffset.UTC);
  }

  static String instant(Instant at, ReportWords words) {
    return new Facts(words).instants.format(at);
  }

  static List<Fact> of(Credential credential, ReportWords words) {
    Facts facts = new Facts(words);
    facts.credential(credential);
    return List.copyOf(facts.facts);
  }

  static List<Fact> of(Presentation presentation, Optional<String> holder, ReportWords words) {
    Facts facts = new Facts(words);
    facts.add("fact.holder", holder.or(() -> presentation.holder().map(Profile::id)));
    facts.add("fact.id", presentation.id());
    return List.copyOf(facts.facts);
  }

  private void credential(Credential credential) {
    if (credential instanceof AchievementCredential badge) {
      badge(badge);
    } else if (credential instanceof EndorsementCredential endorsement) {
      add("fact.recipient", Optional.of(endorsement.subject().id()));
      add("fact.said", endorsement.subject().endorsementComment());
    } else if (credential instanceof ClrCredential record) {
      who(record.subject().id(), record.subject().identifiers());
      add("fact.name", record.name());
    } else if (credential instanceof OtherCredential other) {
      add("fact.recipient", other.subjectIds());
      add("fact.name", other.name());
      add("fact.kind", other.types());
    }
    Profile issuer = credential.issuer();
    add("fact.issuer", Stream.concat(issuer.name().stream(), Stream.of(issuer.id())).toList());
    if (credential instanceof AchievementCredential badge) {
      add("fact.awarded", badge.awardedDate().map(instants::format));
    }
    add("fact.valid-from", credential.validFrom().map(instants::format));
    add("fact.valid-until", credential.validUntil().map(instants::format));
    add("fact.id", credential.id());
  }

  private void badge(AchievementCredential badge) {
    AchievementSubject subject = badge.subject();
    Achievement achievement = subject.achievement();
    who(subject.id(), subject.identifiers());
    add("fact.achievement", Optional.of(achievement.name()));
    add("fact.kind", achievement.achievementType().map(AchievementType::value));
    add("fact.description", Optional.of(achievement.description()));
    add(
        "fact.criteria",
        Stream.concat(
                achievement.criteria().narrative().stream(), achievement.criteria().id().stream())
            .toList());
    add(
        "fact.credits",
        subject.creditsEarned().or(achievement::creditsAvailable).map(BigDecimal::toPlainString));
    add("fact.result", badge.assessment().results().stream().map(Facts::result).toList());
    add("fact.skills", achievement.alignments().stream().map(Facts::skill).toList());
    add("fact.evidence", badge.evidence().stream().flatMap(Facts::evidence).toList());
  }

  private void who(Optional<String> id, List<IdentityObject> identifiers) {
    add(
        "fact.recipient",
        Stream.concat(id.stream(), identifiers.stream().map(this::identifier)).toList());
  }

  private String identifier(IdentityObject identity) {
    String type = identity.identityType().value();
    return identity.hashed()
        ? words.get("fact.identifier-hashed", type)
        : words.get("fact.identifier", identity.identityHash(), type);
  }

  private static String result(AssessedResult assessed) {
    String value =
        assessed
            .result()
            .value()
            .or(() -> assessed.level().map(level -> level.name()))
            .or(() -> assessed.result().status().map(ResultStatus::value))
            .orElse("–");
    return assessed.description().map(d -> d.name() + ": ").orElse("") + value;
  }

  private static String skill(Alignment alignment) {
    String within =
        String.join(
            ", ",
            Stream.concat(alignment.targetFramework().stream(), alignment.targetCode().stream())
                .toList());
    return alignment.targetName() + (within.isEmpty() ? "" : " (" + within + ")");
  }

  private static Stream<String> evidence(Evidence evidence) {
    return evidence
        .name()
        .or(evidence::narrative)
        .or(evidence::description)
        .or(() -> evidence.id().filter(id -> !id.startsWith("data:")))
        .stream();
  }

  private void add(String name, Optional<String> value) {
    add(name, value.stream().toList());
  }

  private void add(String name, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(new Fact(name, values));
    }
  }
}
