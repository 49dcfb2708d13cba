package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class PresentationTest {
  private static final String HOLDER = "did:example:holder";
  private static final String JWT = "eyJh.eyJi.c2ln";
  private static final EnvelopedCredential ENVELOPED =
      EnvelopedCredential.of("application/vc+jwt", JWT.getBytes(StandardCharsets.US_ASCII));
  private static final AchievementCredential BADGE = secured(Badges.small());
  private static final JsonObject FULL = full().build().json();

  /** A badge with something in the place of a proof. */
  private static AchievementCredential secured(AchievementCredentialBuilder badge) {
    JsonObject json =
        badge.build().json().with("proof", Edits.parse("{\"type\":\"DataIntegrityProof\"}").get(0));
    return (AchievementCredential) Credential.read(json).credential().orElseThrow();
  }

  private static PresentationBuilder full() {
    return Presentation.builder()
        .id("urn:uuid:3978344f-8596-4c3a-a978-8fcaba3903c5")
        .type("ExamplePresentation")
        .context("https://www.w3.org/ns/credentials/examples/v2")
        .holder(HOLDER)
        .verifiableCredential(BADGE)
        .verifiableCredential(ENVELOPED)
        .termsOfUse(new TermsOfUse(Optional.empty(), List.of("ExamplePolicy"), JsonObject.EMPTY))
        .member("ext:note", new JsonString("kept"));
  }

  @Test
  void showsCredentialsOfEveryKind() throws Exception {
    Presentation read = Presentation.parse(Json.writePretty(FULL));
    assertThat(read.id()).hasValue("urn:uuid:3978344f-8596-4c3a-a978-8fcaba3903c5");
    assertThat(read.types()).containsExactly("VerifiablePresentation", "ExamplePresentation");
    assertThat(read.dataModel()).isEqualTo(DataModel.VC_2_0);
    assertThat(read.holder()).map(Profile::id).hasValue(HOLDER);
    assertThat(read.verifiableCredentials()).containsExactly(BADGE, ENVELOPED);
    assertThat(read.termsOfUse()).hasSize(1);
    assertThat(read.json().string("ext:note")).hasValue("kept");
    assertThat(read).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
    assertThat(read).hasToString("Presentation urn:uuid:3978344f-8596-4c3a-a978-8fcaba3903c5");
  }

  @Test
  void keepsItsBytes() throws Exception {
    byte[] bytes =
        Json.writePretty(FULL).replace("kept", "k\\u0065pt").getBytes(StandardCharsets.UTF_8);
    assertThat(Presentation.parse(bytes).toBytes()).isEqualTo(bytes);
    assertThat(Presentation.parse(new String(bytes, StandardCharsets.UTF_8)).toBytes())
        .isEqualTo(bytes);
    assertThat(Presentation.read(FULL).presentation().orElseThrow().toBytes())
        .isEqualTo(Json.writeBytes(FULL));
  }

  @Test
  void newOnesAreWrittenInTheOrderOfTheSpecification() {
    assertThat(Presentation.builder().verifiableCredential(ENVELOPED).holder(HOLDER).build().json())
        .hasToString(
            "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],"
                + "\"type\":[\"VerifiablePresentation\"],\"holder\":\"did:example:holder\","
                + "\"verifiableCredential\":["
                + ENVELOPED.json()
                + "]}");
  }

  @Test
  void aChangedOneKeepsWhatIsNotTouchedButItsProof() throws Exception {
    JsonObject signed = FULL.with("proof", Edits.parse("{\"type\":\"X\"}").get(0));
    Presentation changed =
        Presentation.parse(Json.write(signed)).toBuilder()
            .holder(Profile.of(HOLDER, "Ada"))
            .verifiableCredential(secured(Badges.small().id("urn:uuid:2")))
            .build();
    assertThat(changed.json().has("proof")).isFalse();
    assertThat(changed.holder()).flatMap(Profile::name).hasValue("Ada");
    assertThat(changed.verifiableCredentials()).hasSize(3).startsWith(BADGE, ENVELOPED);
    assertThat(changed.json().without("holder").without("verifiableCredential"))
        .isEqualTo(FULL.without("holder").without("verifiableCredential"));
  }

  @Test
  void withoutCredentialsItIsOneAllTheSame() {
    Presentation empty = Presentation.builder().build();
    assertThat(empty.verifiableCredentials()).isEmpty();
    assertThat(empty.holder()).isEmpty();
    assertThat(empty).hasToString("Presentation without id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          /@context | -                                           | model.required /@context
          /@context | "https://www.w3.org/ns/credentials/v2"      | vc.context /@context
          /@context | []                                          | vc.context /@context/0
          /@context/0 | "https://www.w3.org/ns/credentials/v3"    | vc.context /@context/0
          /@context/1 | "v2"                                      | model.uri /@context/1
          /type     | -                                           | model.required /type
          /type     | "VerifiableCredential"                      | model.type /type
          /type     | "EnvelopedVerifiablePresentation"           | model.type /type
          /type/1   | ""                                          | model.blank /type/1
          /type/1   | {}                                          | json.type /type/1
          /id       | "1"                                         | model.uri /id
          /id       | null                                        | json.null /id
          /holder   | "ada"                                       | model.uri /holder
          /holder   | {}                                          | model.required /holder/id
          /holder   | {"id": "ada"}                               | model.uri /holder/id
          /holder   | ["did:example:holder"]                      | json.type /holder
          /termsOfUse | {"id": "urn:a:b"}                         | model.required /termsOfUse/type
          /proof    | {"created": "now"}                          | model.required /proof/type
          /proof    | [7]                                         | json.type /proof/0
          /verifiableCredential | []                              | model.empty /verifiableCredential
          /verifiableCredential | null                            | json.null /verifiableCredential
          /verifiableCredential | "eyJh.eyJi.c2ln"                | json.type /verifiableCredential
          /verifiableCredential/0 | "https://a.example/b"         | json.type /verifiableCredential/0
          /verifiableCredential/0 | null                          | json.type /verifiableCredential/0
          /verifiableCredential/0 | []                            | json.type /verifiableCredential/0
          /verifiableCredential/0/issuer | -                      | model.required /verifiableCredential/0/issuer
          /verifiableCredential/0/credentialSubject/type | ["X"]  | model.type /verifiableCredential/0/credentialSubject/type
          /verifiableCredential/0/@context/1 | "urn:a:b"          | ob.context /verifiableCredential/0/@context/1
          /verifiableCredential/0/proof | -                       | vp.unsecured /verifiableCredential/0
          /verifiableCredential/1/id | "data:application/vc+jwt"  | envelope.id /verifiableCredential/1/id
          /verifiableCredential/1/type | ["EnvelopedVerifiableCredential", "X"] | envelope.type /verifiableCredential/1/type
          """)
  void breaksOneRuleAtOnePlace(String pointer, String json, String expected) {
    JsonObject changed =
        json.equals("-") ? Edits.remove(FULL, pointer) : Edits.set(FULL, pointer, json);
    PresentationReading reading = Presentation.read(changed);
    assertThat(reading.presentation()).isEmpty();
    assertThat(reading.findings().failures())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly(expected);
    Violation violation = reading.findings().failures().get(0);
    assertThat(violation.message(Locale.GERMAN)).isNotEqualTo(violation.message());
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> Presentation.parse(Json.write(changed)))
        .satisfies(e -> assertThat(e.violations()).hasSize(1));
  }

  @Test
  void tellsAllFaultsAtOnce() {
    JsonObject broken = Edits.remove(Edits.set(FULL, "/holder", "7"), "/@context");
    broken = Edits.remove(broken, "/verifiableCredential/0/issuer");
    assertThat(Presentation.read(broken).findings().failures())
        .extracting(v -> v.pointer().toString())
        .containsExactlyInAnyOrder("/@context", "/holder", "/verifiableCredential/0/issuer");
  }

  @Test
  void onlyTheHoldersOwnCredentialsMayLackAProof() throws Exception {
    AchievementCredential own =
        AchievementCredential.builder(Profile.of(HOLDER, "Ada"), HOLDER, Badges.python()).build();
    Presentation selfAsserted =
        Presentation.builder().holder(HOLDER).verifiableCredential(own).build();
    assertThat(Presentation.parse(selfAsserted.toBytes()).verifiableCredentials())
        .containsExactly(own);
    assertThat(Presentation.read(selfAsserted.json().without("holder")).findings().failures())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly("vp.unsecured /verifiableCredential/0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Presentation.builder()
                    .holder("did:example:other")
                    .verifiableCredential(own)
                    .build())
        .withMessageContaining("no proof of its own");
  }

  @Test
  void ofTheDataModel11HoldsJwtsAsTexts() throws Exception {
    EnvelopedCredential jwt = EnvelopedCredential.ofJwt(JWT);
    AchievementCredential old = Badges.small().dataModel(DataModel.VC_1_1).build();
    Presentation presentation =
        Presentation.builder()
            .dataModel(DataModel.VC_1_1)
            .verifiableCredential(jwt)
            .verifiableCredential(old)
            .build();
    assertThat(presentation.json().list("@context"))
        .containsExactly(new JsonString("https://www.w3.org/2018/credentials/v1"));
    assertThat(presentation.dataModel()).isEqualTo(DataModel.VC_1_1);
    assertThat(Presentation.parse(presentation.toBytes()).verifiableCredentials())
        .containsExactly(jwt, old);
    JsonObject alone = presentation.json().with("verifiableCredential", new JsonString(JWT));
    assertThat(Presentation.read(alone).presentation().orElseThrow().verifiableCredentials())
        .containsExactly(jwt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          ["eyJh.eyJi"]            | vp.jwt /verifiableCredential/0
          "https://a.example/b"    | vp.jwt /verifiableCredential
          [7]                      | json.type /verifiableCredential/0
          []                       | model.empty /verifiableCredential
          """)
  void ofTheDataModel11IsHeldAgainstIt(String credentials, String expected) {
    JsonObject old = Presentation.builder().dataModel(DataModel.VC_1_1).build().json();
    assertThat(
            Presentation.read(old.with("verifiableCredential", Edits.parse(credentials).get(0)))
                .findings()
                .failures())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly(expected);
  }

  @Test
  void refusesMembersThatHaveAMethod() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Presentation.builder().member("holder", JsonArray.EMPTY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Presentation.builder().member("proof", JsonObject.EMPTY));
  }

  @Test
  void moreCredentialsThanTheLimitAreNotRead() {
    Limits two = Limits.defaults().toBuilder().embeddedCount(2).build();
    PresentationBuilder many = Presentation.builder().verifiableCredential(BADGE);
    for (int i = 0; i < 2; i++) {
      many.verifiableCredential(secured(Badges.small().id("urn:uuid:" + i)));
    }
    JsonObject json = many.build().json();
    assertThat(Presentation.read(json).findings().passed()).isTrue();
    assertThat(Presentation.read(json, two).findings().unknowns())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly("limit.embedded-count /verifiableCredential/2");
  }

  @Test
  void nestingWithoutLimitsDoesNotEndTheStack() {
    JsonObject deep = JsonObject.EMPTY;
    for (int i = 0; i < 20_000; i++) {
      deep = JsonObject.EMPTY.with("parentOrg", deep);
    }
    JsonObject badge = BADGE.json();
    JsonObject nested =
        FULL.with(
            "verifiableCredential",
            badge.with("issuer", deep.with("id", new JsonString("urn:a:b"))));
    assertThat(Presentation.read(nested).findings().unknowns())
        .extracting(Violation::code)
        .contains("limit.depth");
  }
}
