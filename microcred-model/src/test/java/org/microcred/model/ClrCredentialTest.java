package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class ClrCredentialTest {
  private static final JsonObject CLR = Records.clr(DataModel.VC_2_0).build().json();
  private static final String CONTENTS = "/credentialSubject/verifiableCredential";

  private static Findings findings(String pointer, String json) {
    JsonObject changed =
        json.equals("-") ? Edits.remove(CLR, pointer) : Edits.set(CLR, pointer, json);
    return Credential.read(changed).findings();
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(v -> v.code() + " " + v.pointer()).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_1_1", "VC_2_0"})
  void hasEveryPart(DataModel model) {
    ClrCredential built = Records.clr(model).build();
    Reading reading = Credential.read(built.json());
    assertThat(reading.findings()).isEqualTo(Findings.none());
    ClrCredential read = (ClrCredential) reading.credential().orElseThrow();
    assertThat(read).isEqualTo(built);
    assertThat(read.dataModel()).isEqualTo(model);
    assertThat(read.types()).containsExactly("VerifiableCredential", "ClrCredential");
    assertThat(read.partial()).isTrue();
    assertThat(read.image()).contains(Image.of("https://uni.example/seal.png"));
    assertThat(read.awardedDate()).contains(Badges.NOW.minusSeconds(60));
    assertThat(read.endorsements()).containsExactly(Records.endorsement(model).build());
    assertThat(read.endorsementJwts()).containsExactly(Records.JWT);
    assertThat(read.subjectIds()).containsExactly(Badges.LEARNER);
    ClrSubject subject = read.subject();
    assertThat(subject.verifiableCredentials())
        .extracting(credential -> (Object) credential.getClass())
        .containsExactly(
            AchievementCredential.class,
            EndorsementCredential.class,
            OtherCredential.class,
            ClrCredential.class);
    assertThat(subject.achievements()).extracting(Achievement::name).containsExactly("Degree");
    assertThat(subject.associations())
        .containsExactly(
            new Association(
                AssociationType.IS_PART_OF,
                "https://uni.example/python-101",
                "https://uni.example/degree"));
    assertThat(subject.toJson()).isEqualTo(built.json().get("credentialSubject").orElseThrow());
    assertThat(subject.toBuilder().build()).isEqualTo(subject);
    assertThat(read.toBuilder().build()).isEqualTo(built);
    assertThat(read.toBuilder().partial(false).build().json())
        .isEqualTo(Edits.set(built.json(), "/partial", "false"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "/@context/1 | \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""
            + " | clr.context /@context/1",
        "/@context/1 | \"https://purl.imsglobal.org/spec/clr/v2p0/context.json\" | ",
        "/@context/1 | \"https://purl.imsglobal.org/spec/clr/v2p0/context-3.0.1.json\""
            + " | clr.context /@context/1",
        "/@context/2 | {} | ob.context /@context/2",
        "/id | - | model.required /id",
        "/name | - | model.required /name",
        "/validFrom | - | model.required /validFrom",
        "/awardedDate | \"now\" | model.date-time /awardedDate",
        "/partial | - | ",
        "/partial | \"yes\" | json.type /partial",
        "/partial | [true] | json.type /partial",
        "/partial | null | json.null /partial",
        "/image | \"https://uni.example/a.png\" | json.type /image",
        "/endorsement | \"x\" | json.type /endorsement",
        "/endorsementJwt | \"x\" | ob.endorsement /endorsementJwt",
        "/credentialSubject | - | model.required /credentialSubject",
        "/credentialSubject | [] | json.type /credentialSubject",
        "/credentialSubject/id | \"ada\" | model.uri /credentialSubject/id",
        "/credentialSubject/type | - | model.required /credentialSubject/type",
        "/credentialSubject/type | \"AchievementSubject\" | model.type /credentialSubject/type",
        "/credentialSubject/identifier/0/hashed | 1 | json.type"
            + " /credentialSubject/identifier/0/hashed",
        "/credentialSubject/achievement/0/name | - | model.required"
            + " /credentialSubject/achievement/0/name",
        "/credentialSubject/achievement | 5 | json.type /credentialSubject/achievement",
        "/credentialSubject/achievement | [] | ",
        "/credentialSubject/verifiableCredential | - | model.required"
            + " /credentialSubject/verifiableCredential",
        "/credentialSubject/verifiableCredential | [] | model.empty"
            + " /credentialSubject/verifiableCredential",
        "/credentialSubject/verifiableCredential | null | json.null"
            + " /credentialSubject/verifiableCredential",
        "/credentialSubject/verifiableCredential | [\"a.b.c\"] | json.type"
            + " /credentialSubject/verifiableCredential/0",
        "/credentialSubject/verifiableCredential/0/credentialSubject/achievement/id | \"x\""
            + " | model.uri"
            + " /credentialSubject/verifiableCredential/0/credentialSubject/achievement/id",
        "/credentialSubject/verifiableCredential/1/credentialSubject/id | - | model.required"
            + " /credentialSubject/verifiableCredential/1/credentialSubject/id",
        "/credentialSubject/verifiableCredential/2/validFrom | - | model.required"
            + " /credentialSubject/verifiableCredential/2/validFrom",
        "/credentialSubject/verifiableCredential/2/issuer | {\"id\": \"did:example:a\"}"
            + " | model.required /credentialSubject/verifiableCredential/2/issuer/type",
        "/credentialSubject/verifiableCredential/2/credentialSubject | [] | json.type"
            + " /credentialSubject/verifiableCredential/2/credentialSubject",
        "/credentialSubject/association | 5 | json.type /credentialSubject/association",
        "/credentialSubject/association/0/type | - | model.required"
            + " /credentialSubject/association/0/type",
        "/credentialSubject/association/0/type | \"Relation\" | model.type"
            + " /credentialSubject/association/0/type",
        "/credentialSubject/association/0/associationType | - | model.required"
            + " /credentialSubject/association/0/associationType",
        "/credentialSubject/association/0/associationType | \"ext:likes\" | model.value"
            + " /credentialSubject/association/0/associationType",
        "/credentialSubject/association/0/sourceId | - | model.required"
            + " /credentialSubject/association/0/sourceId",
        "/credentialSubject/association/0/targetId | \"x\" | model.uri"
            + " /credentialSubject/association/0/targetId",
        "/credentialSubject/association/0/note | \"x\" | model.unknown-member"
            + " /credentialSubject/association/0/note",
      })
  void breaksOneRuleAtOnePlace(String pointer, String json, String expected) {
    Findings findings = findings(pointer, json);
    assertThat(codes(findings.failures()))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void holdsCredentialsOfItsOwnDataModel() {
    String old = Records.other(DataModel.VC_1_1).json().toString();
    assertThat(codes(findings(CONTENTS + "/2", old).failures()))
        .containsExactly("vc.context " + CONTENTS + "/2/@context/0");
  }

  @Test
  void isCompleteUnlessItSaysOtherwise() {
    ClrCredential clr = (ClrCredential) Credential.read(CLR.without("partial")).credential().get();
    assertThat(clr.partial()).isFalse();
  }

  @Test
  void warnsOfAssociationsWithWhatIsNotInIt() {
    String end = "/credentialSubject/association/0/targetId";
    Findings findings = findings(end, "\"https://uni.example/elsewhere\"");
    assertThat(findings.passed()).isTrue();
    assertThat(codes(findings.warnings())).containsExactly("clr.association " + end);
    for (String known :
        List.of(
            "urn:uuid:0b6c2a5e-6f1d-4a1f-8f8e-0d3f3c2b1a01", "https://uni.example/python-101")) {
      assertThat(findings(end, "\"" + known + "\"")).isEqualTo(Findings.none());
    }
  }

  @Test
  void warnsOfALearnerWhomNobodyCanBe() {
    JsonObject anonymous =
        Edits.remove(Edits.remove(CLR, "/credentialSubject/id"), "/credentialSubject/identifier");
    assertThat(codes(Credential.read(anonymous).findings().warnings()))
        .containsExactly("ob.subject-unidentified /credentialSubject");
  }

  @Test
  void holdsCredentialsInEnvelopes() {
    String enveloped =
        """
        {"@context": "https://www.w3.org/ns/credentials/v2",
         "id": "data:application/vc+jwt,eyJ.eyJ.c2ln", "type": "EnvelopedVerifiableCredential"}""";
    JsonObject json = Edits.set(CLR, CONTENTS + "/2", enveloped);
    json = Edits.set(json, "/credentialSubject/association/0/targetId", "\"urn:example:inside\"");
    Reading reading = Credential.read(json);
    assertThat(reading.findings()).as("it may say what is meant").isEqualTo(Findings.none());
    ClrSubject subject = ((ClrCredential) reading.credential().orElseThrow()).subject();
    assertThat(subject.verifiableCredentials().get(2))
        .isInstanceOfSatisfying(
            EnvelopedCredential.class,
            found -> assertThat(found.mediaType()).isEqualTo("application/vc+jwt"));
    assertThat(subject.toJson()).isEqualTo(json.get("credentialSubject").orElseThrow());
    assertThat(codes(findings(CONTENTS + "/2", enveloped.replace("data:", "")).failures()))
        .containsExactly("envelope.id " + CONTENTS + "/2/id");
  }

  @Test
  void namesEachThingByAnIdOfItsOwn() {
    String same =
        CLR.object("credentialSubject").get().list("verifiableCredential").get(0).toString();
    assertThat(findings(CONTENTS + "/1", same).passed()).as("twice the same").isTrue();
    String other =
        ((JsonObject) Edits.parse(same).get(0)).with("name", new JsonString("B")).toString();
    assertThat(codes(findings(CONTENTS + "/1", other).failures()))
        .containsExactly("model.duplicate-id " + CONTENTS + "/1/id");
    JsonObject badge = Badges.full().build().json();
    String descriptions = "/credentialSubject/achievement/resultDescription";
    for (String pointer :
        List.of(descriptions + "/1", descriptions + "/1/rubricCriterionLevel/1")) {
      String first = pointer.endsWith("Level/1") ? "urn:example:begun" : "urn:example:grade";
      JsonObject twice = Edits.set(badge, pointer + "/id", "\"" + first + "\"");
      assertThat(codes(Credential.read(twice).findings().failures()))
          .containsExactly("model.duplicate-id " + pointer + "/id");
    }
  }

  @Test
  void isRefusedWhenAStringIsHuge() {
    String json = CLR.with("name", new JsonString("x".repeat(1_000_001))).toString();
    Limits limits = Limits.defaults().toBuilder().stringLength(1_000_000).build();
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> Credential.parse(json, limits))
        .satisfies(e -> assertThat(codes(e.violations())).containsExactly("limit.string /name"));
  }

  @Test
  void isBuiltFromCredentialsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ClrCredential.builder(
                        Badges.issuer(), "Empty", ClrSubject.of(Badges.LEARNER, List.of()))
                    .build())
        .withMessageContaining("/credentialSubject/verifiableCredential: is missing");
  }

  @Test
  void isReadWithItsContentsAsTheOnlyElement() {
    JsonObject single = Badges.small().build().json();
    JsonObject json = Edits.set(CLR, CONTENTS, single.toString());
    ClrCredential clr = (ClrCredential) Credential.read(json).credential().orElseThrow();
    assertThat(clr.subject().verifiableCredentials())
        .extracting(PresentedCredential::json)
        .containsExactly(single);
    assertThat(clr.subject().toJson().get("verifiableCredential")).contains(JsonArray.of(single));
  }

  @ParameterizedTest
  @EnumSource
  void relatesAchievementsInEveryWay(AssociationType type) {
    assertThat(AssociationType.of(type.value())).contains(type);
    assertThat(type).hasToString(type.value());
    String pointer = "/credentialSubject/association/0/associationType";
    assertThat(findings(pointer, "\"" + type + "\"")).isEqualTo(Findings.none());
  }
}
