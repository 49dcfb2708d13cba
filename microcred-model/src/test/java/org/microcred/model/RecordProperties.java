package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Endorsements and learner records, generated. */
class RecordProperties {
  @Property(tries = 200)
  void readingARecordNeverThrows(@ForAll long seed, @ForAll boolean older) {
    DataModel model = older ? DataModel.VC_1_1 : DataModel.VC_2_0;
    Mutations.checkReading(Records.clr(model).build().json(), seed);
  }

  @Property(tries = 100)
  void parsingPrintedEndorsementsGivesThemBack(
      @ForAll("endorsements") EndorsementCredential endorsement) throws Exception {
    EndorsementCredential read =
        (EndorsementCredential) Credential.parse(Json.writeBytes(endorsement.json()));
    assertThat(read).isEqualTo(endorsement);
    assertThat(read.toBytes()).isEqualTo(Json.writeBytes(endorsement.json()));
    assertThat(read.subject()).isEqualTo(endorsement.subject());
    assertThat(read.subject().toJson())
        .isEqualTo(endorsement.json().get("credentialSubject").orElseThrow());
    assertThat(read.toBuilder().build()).isEqualTo(endorsement);
  }

  @Property(tries = 60)
  void parsingPrintedRecordsGivesThemBack(@ForAll("records") ClrCredential clr) throws Exception {
    ClrCredential read = (ClrCredential) Credential.parse(Json.writeBytes(clr.json()));
    assertThat(read).isEqualTo(clr);
    assertThat(read.toBytes()).isEqualTo(Json.writeBytes(clr.json()));
    assertThat(Credential.read(read.json()).findings()).isEqualTo(Findings.none());
    assertThat(read.subject()).isEqualTo(clr.subject());
    assertThat(read.subject().toJson())
        .isEqualTo(clr.json().get("credentialSubject").orElseThrow());
    assertThat(read.partial()).isEqualTo(clr.partial());
    assertThat(read.toBuilder().build()).isEqualTo(clr);
    JsonString renamed = new JsonString("Another");
    assertThat(read.toBuilder().name("Another").build().json())
        .isEqualTo(clr.json().with("name", renamed));
  }

  @Provide
  Arbitrary<EndorsementCredential> endorsements() {
    return Arbitraries.of(DataModel.VC_1_1, DataModel.VC_2_0)
        .flatMap(RecordProperties::endorsements);
  }

  private static Arbitrary<EndorsementCredential> endorsements(DataModel model) {
    return Combinators.combine(Arbitraries.longs(), texts(), texts(), texts().optional(), texts())
        .as(
            (id, name, comment, description, extra) -> {
              EndorsementCredentialBuilder builder =
                  EndorsementCredential.builder(
                          Badges.issuer(),
                          name,
                          EndorsementSubject.of("https://uni.example/python-101", comment))
                      .id("urn:example:endorsement:" + id)
                      .clock(Badges.CLOCK)
                      .dataModel(model)
                      .member("ext:more", new JsonString(extra));
              description.ifPresent(builder::description);
              return builder.build();
            });
  }

  @Provide
  Arbitrary<ClrCredential> records() {
    return Arbitraries.of(DataModel.VC_1_1, DataModel.VC_2_0).flatMap(RecordProperties::records);
  }

  private static Arbitrary<ClrCredential> records(DataModel model) {
    return Combinators.combine(
            badges(model).list().ofMinSize(1).ofMaxSize(3),
            endorsements(model).list().uniqueElements(Credential::id).ofMaxSize(2),
            Arbitraries.of(AssociationType.values()).list().ofMaxSize(3),
            texts(),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (badges, endorsements, associations, name, partial, foreign) -> {
              List<Credential> contents = new ArrayList<>(badges);
              contents.addAll(endorsements);
              ClrSubject.Builder subject =
                  ClrSubject.of(Badges.LEARNER, contents).toBuilder()
                      .more(JsonObject.builder().put("ext:more", name).build());
              if (foreign) {
                subject.verifiableCredential(Records.other(model));
              }
              String id = badges.get(0).subject().achievement().id();
              associations.forEach(
                  type -> subject.association(new Association(type, id, "urn:example:goal")));
              subject.achievement(Achievement.builder("urn:example:goal", name).build());
              ClrCredentialBuilder builder =
                  ClrCredential.builder(Badges.issuer(), name, subject.build())
                      .clock(Badges.CLOCK)
                      .dataModel(model)
                      .partial(partial);
              endorsements.forEach(builder::endorsement);
              return builder.build();
            });
  }

  private static Arbitrary<AchievementCredential> badges(DataModel model) {
    return Combinators.combine(texts(), endorsements(model).list().ofMaxSize(2))
        .as(
            (name, endorsements) -> {
              AchievementBuilder achievement =
                  Achievement.builder("https://uni.example/python-101", name);
              endorsements.forEach(achievement::endorsement);
              return AchievementCredential.builder(
                      Badges.issuer(), Badges.LEARNER, achievement.build())
                  .clock(Badges.CLOCK)
                  .dataModel(model)
                  .endorsementJwt(Records.JWT)
                  .build();
            });
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(20)
        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }
}
