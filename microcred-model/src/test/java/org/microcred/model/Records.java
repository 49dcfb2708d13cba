package org.microcred.model;

import java.util.List;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Endorsements and learner records that the tests share. */
final class Records {
  static final String JWT = "eyJhbGciOiJFZERTQSJ9.eyJpZCI6InVybjp4OnkifQ.c2lnbmF0dXJl";

  private static final JsonObject EXTENSION =
      JsonObject.builder().put("ext:level", new JsonNumber("6.0")).build();

  private Records() {}

  /** An endorsement with every member that the model knows. */
  static EndorsementCredentialBuilder endorsement(DataModel model) {
    return EndorsementCredential.builder(
            Profile.of("did:web:agency.example", "Agency"),
            "Endorsement",
            new EndorsementSubject(
                "https://uni.example/python-101",
                EndorsementSubject.TYPES,
                EndorsementSubject.of("https://uni.example/python-101", "Well made")
                    .endorsementComment(),
                EXTENSION))
        .dataModel(model)
        .id("urn:uuid:0b6c2a5e-6f1d-4a1f-8f8e-0d3f3c2b1a01")
        .description("After a visit.")
        .validFrom(Badges.NOW)
        .validUntil(Badges.NOW.plusSeconds(86_400))
        .awardedDate(Badges.NOW.minusSeconds(60))
        .member("ext:note", new JsonString("kept"));
  }

  /** A badge that others endorse, as well as its issuer and its achievement. */
  static AchievementCredentialBuilder badge(DataModel model) {
    EndorsementCredential endorsement = endorsement(model).build();
    AchievementCredential badge = Badges.full().build();
    Achievement achievement =
        badge.subject().achievement().toBuilder()
            .endorsement(endorsement)
            .endorsementJwt(JWT)
            .build();
    return badge.toBuilder()
        .dataModel(model)
        .issuer(badge.issuer().toBuilder().endorsement(endorsement).endorsementJwt(JWT).build())
        .subject(badge.subject().toBuilder().achievement(achievement).build())
        .endorsement(endorsement)
        .endorsementJwt(JWT)
        .endorsementJwt(JWT);
  }

  /** A credential of a kind that has no type of its own. */
  static Credential other(DataModel model) {
    JsonObject json =
        JsonObject.builder()
            .put("@context", JsonArray.ofStrings(model.context().stream().toList()))
            .put("type", "VerifiableCredential")
            .put("issuer", "did:web:agency.example")
            .put(model.validFromMember(), "2026-01-01T00:00:00Z")
            .put(
                "credentialSubject",
                JsonObject.builder().put("id", Badges.LEARNER).put("ext:knows", "Java").build())
            .build();
    return Credential.read(json).credential().orElseThrow();
  }

  /** A learner record with every member that the model knows. */
  static ClrCredentialBuilder clr(DataModel model) {
    Achievement degree = Achievement.builder("https://uni.example/degree", "Degree").build();
    ClrSubject inner =
        ClrSubject.of(Badges.LEARNER, List.of(Badges.small().dataModel(model).build()));
    ClrSubject subject =
        ClrSubject.builder()
            .id(Badges.LEARNER)
            .identifier(IdentityObject.plain(IdentifierType.EMAIL_ADDRESS, "ada@uni.example"))
            .achievement(degree)
            .verifiableCredential(badge(model).build())
            .verifiableCredential(endorsement(model).build())
            .verifiableCredential(other(model))
            .verifiableCredential(
                ClrCredential.builder(Badges.issuer(), "Part", inner)
                    .dataModel(model)
                    .clock(Badges.CLOCK)
                    .build())
            .association(
                new Association(
                    AssociationType.IS_PART_OF, "https://uni.example/python-101", degree.id()))
            .more(EXTENSION)
            .build();
    return ClrCredential.builder(Badges.issuer(), "Transcript", subject)
        .dataModel(model)
        .id("urn:uuid:0b6c2a5e-6f1d-4a1f-8f8e-0d3f3c2b1a02")
        .description("All of it.")
        .image(Image.of("https://uni.example/seal.png"))
        .partial(true)
        .validFrom(Badges.NOW)
        .awardedDate(Badges.NOW.minusSeconds(60))
        .endorsement(endorsement(model).build())
        .endorsementJwt(JWT)
        .member("ext:note", new JsonString("kept"));
  }
}
