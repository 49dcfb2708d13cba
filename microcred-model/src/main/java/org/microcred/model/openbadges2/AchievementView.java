package org.microcred.model.openbadges2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementBuilder;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.AchievementSubject;
import org.microcred.model.Alignment;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.ProfileBuilder;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.internal.LanguageCode;
import org.microcred.model.internal.Messages;
import org.microcred.model.internal.Uris;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Shows an assertion, its badge class and its issuer as one credential of Open Badges 3.0. */
final class AchievementView {
  private static final JsonPointer BADGE = JsonPointer.ROOT.child("badge");
  private static final JsonPointer ISSUER = BADGE.child("issuer");

  private AchievementView() {}

  static AchievementCredential of(
      Assertion assertion, Optional<BadgeClass> givenBadge, Optional<Profile> givenIssuer)
      throws InvalidDocumentException {
    refuseRevoked(assertion);
    Reference<BadgeClass> named = present(assertion.badge(), "badge");
    BadgeClass badge = resolved(named, givenBadge, BadgeClass::id, BADGE);
    Profile issuer = resolved(badge.issuer(), givenIssuer, Profile::id, ISSUER);
    List<Violation> incomplete = BadgeReader.violations(issuer.json(), Profile::issuer);
    if (!incomplete.isEmpty()) {
      throw new InvalidDocumentException(
          incomplete.stream().map(violation -> violation.under(ISSUER)).toList());
    }
    List<JsonObject> origin = new ArrayList<>(List.of(assertion.json()));
    givenBadge.ifPresent(given -> origin.add(given.json()));
    givenIssuer.ifPresent(given -> origin.add(given.json()));
    return built(builder(assertion, badge, issuer).origin(origin));
  }

  private static void refuseRevoked(Assertion assertion) throws InvalidDocumentException {
    if (assertion.revoked()) {
      JsonPointer place = JsonPointer.ROOT.child("revoked");
      Optional<String> reason = assertion.revocationReason().map(SafeText::quote);
      throw refused(
          reason.isPresent()
              ? Messages.violation("ob2.revoked#reason", place, reason.get())
              : Messages.violation("ob2.revoked", place));
    }
  }

  /** What every assertion has that is not revoked; one that was put together may lack it. */
  private static <T> T present(Optional<T> value, String name) throws InvalidDocumentException {
    if (value.isEmpty()) {
      throw refused(Messages.violation("model.required", JsonPointer.ROOT.child(name)));
    }
    return value.get();
  }

  /** The document that was given, which must be the one that is named, else what is embedded. */
  private static <T extends BadgeObject> T resolved(
      Reference<T> named, Optional<T> given, Function<T, String> id, JsonPointer place)
      throws InvalidDocumentException {
    String wanted = named.id().orElse("");
    Optional<T> document = given.or(named::document);
    if (document.isEmpty()) {
      throw refused(Messages.violation("ob2.reference-missing", place, SafeText.quote(wanted)));
    }
    String found = id.apply(document.get());
    if (!found.equals(wanted)) {
      throw refused(
          Messages.violation(
              "ob2.reference-mismatch", place, SafeText.quote(wanted), SafeText.quote(found)));
    }
    return document.get();
  }

  private static AchievementCredentialBuilder builder(
      Assertion assertion, BadgeClass badge, Profile issuer) throws InvalidDocumentException {
    org.microcred.model.Profile by = profile(issuer);
    AchievementSubject.Builder subject = AchievementSubject.builder(achievement(badge, by));
    IdentityObject recipient = present(assertion.recipient(), "recipient");
    if (recipient.isSubjectId() && Uris.isAbsolute(recipient.identity())) {
      subject.id(recipient.identity());
    } else {
      subject.identifier(recipient.toIdentityObject());
    }
    assertion.narrative().ifPresent(subject::narrative);
    assertion.image().map(AchievementView::image).ifPresent(subject::image);
    Instant issuedOn = present(assertion.issuedOn(), "issuedOn");
    AchievementCredentialBuilder credential =
        AchievementCredential.builder(by, subject.build())
            .id(assertion.id())
            .name(badge.name())
            .validFrom(issuedOn)
            .awardedDate(issuedOn);
    assertion.expires().ifPresent(credential::validUntil);
    assertion.evidence().stream().map(AchievementView::evidence).forEach(credential::evidence);
    return credential;
  }

  private static org.microcred.model.Profile profile(Profile profile) {
    ProfileBuilder builder = org.microcred.model.Profile.builder(profile.id());
    profile.name().ifPresent(builder::name);
    profile.url().ifPresent(builder::url);
    profile.telephone().ifPresent(builder::phone);
    profile.description().ifPresent(builder::description);
    profile.image().map(AchievementView::image).ifPresent(builder::image);
    profile.email().ifPresent(builder::email);
    return builder.build();
  }

  /** The issuer of a badge class is who defined it (Open Badges 3.0: creator). */
  private static Achievement achievement(BadgeClass badge, org.microcred.model.Profile creator) {
    AchievementBuilder builder =
        Achievement.builder(badge.id(), badge.name())
            .description(badge.description())
            .criteria(
                new org.microcred.model.Criteria(
                    badge.criteria().id(), badge.criteria().narrative(), JsonObject.EMPTY))
            .creator(creator)
            .image(image(badge.image()));
    badge.alignments().stream().map(AchievementView::alignment).forEach(builder::alignment);
    badge.language().flatMap(AchievementView::language).ifPresent(builder::inLanguage);
    badge.related().stream().map(AchievementView::related).forEach(builder::related);
    badge.tags().forEach(builder::tag);
    badge.version().ifPresent(builder::version);
    return builder.build();
  }

  private static org.microcred.model.Image image(Image image) {
    return new org.microcred.model.Image(image.id(), image.caption(), false);
  }

  private static Alignment alignment(AlignmentObject alignment) {
    return new Alignment(
        Alignment.TYPES,
        alignment.targetName(),
        alignment.targetUrl(),
        alignment.targetCode(),
        alignment.targetDescription(),
        alignment.targetFramework(),
        Optional.empty(),
        JsonObject.EMPTY);
  }

  private static org.microcred.model.Related related(Related related) {
    return new org.microcred.model.Related(
        related.id(),
        org.microcred.model.Related.TYPES,
        related.language().flatMap(AchievementView::language),
        related.version(),
        JsonObject.EMPTY);
  }

  private static org.microcred.model.Evidence evidence(Evidence evidence) {
    return new org.microcred.model.Evidence(
        evidence.id(),
        org.microcred.model.Evidence.TYPES,
        evidence.narrative(),
        evidence.name(),
        evidence.description(),
        evidence.genre(),
        evidence.audience(),
        JsonObject.EMPTY);
  }

  /** Open Badges 3.0 wants {@code en-US} where 2.0 has {@code en-us}, and knows no variants. */
  private static Optional<String> language(String tag) {
    String canonical = Locale.forLanguageTag(tag).toLanguageTag();
    return !canonical.equals("und") && LanguageCode.Check.isOne(canonical)
        ? Optional.of(canonical)
        : Optional.empty();
  }

  private static AchievementCredential built(AchievementCredentialBuilder builder)
      throws InvalidDocumentException {
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof InvalidDocumentException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private static InvalidDocumentException refused(Violation violation) {
    return new InvalidDocumentException(List.of(violation));
  }
}
