package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

class EvidenceTest {
  private static final byte[] VIDEO = "a video".getBytes(StandardCharsets.UTF_8);

  private static final String PLAIN =
      "{'@context':['https://www.w3.org/ns/credentials/v2'],'type':['VerifiableCredential'],"
          + "'issuer':'did:web:uni.example','credentialSubject':{'id':'did:example:a','age':7}}";

  @Test
  void statesADigestOfWhatIsFoundAtItsId() throws Exception {
    Evidence piece = Evidence.of("https://uni.example/v.mp4", "Talk");
    assertThat(piece.digest()).isEqualTo(ResourceDigest.NONE);
    ResourceDigest digest = ResourceDigest.multibase(DigestAlgorithm.SHA2_384, VIDEO);
    Evidence fixed = piece.withDigest(ResourceDigest.sri(DigestAlgorithm.SHA2_256, VIDEO));
    AchievementCredential badge = Badges.small().evidence(fixed.withDigest(digest)).build();
    Evidence read = Credential.parse(badge.toBytes()).evidence().get(0);
    assertThat(read.digest()).isEqualTo(digest);
    assertThat(read.digest().check(VIDEO).passed()).isTrue();
    assertThat(read.withDigest(ResourceDigest.NONE)).isEqualTo(piece);
  }

  @Test
  void ofAPlainCredentialIsTypedByTheDataModelAlone() throws Exception {
    JsonValue evidence =
        value(
            "[{'id':'urn:a:1','type':['DocumentVerification'],'name':{'@value':'Pass','@language':'en'},"
                + "'verifier':'did:web:uni.example'},{'type':'SupportingActivity','name':'Lab'}]");
    Credential credential = plain(evidence).credential().orElseThrow();
    assertThat(credential.evidence()).hasSize(2);
    Evidence first = credential.evidence().get(0);
    assertThat(first.id()).hasValue("urn:a:1");
    assertThat(first.types()).containsExactly("DocumentVerification");
    assertThat(first.name()).isEmpty();
    assertThat(first.more().has("name")).isTrue();
    assertThat(first.more().has("verifier")).isTrue();
    assertThat(credential.evidence().get(1).name()).hasValue("Lab");
    assertThat(credential.evidence().get(1).types()).isEqualTo(List.of("SupportingActivity"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'urn:a:1'                                | json.type /evidence
          [{'type':['A']},7]                       | json.type /evidence/1
          {'id':'urn:a:1'}                         | model.required /evidence/type
          {'type':[]}                              | model.empty /evidence/type
          {'type':['']}                            | model.blank /evidence/type/0
          {'type':'A','id':'a'}                    | model.uri /evidence/id
          {'type':'A','id':null}                   | json.null /evidence/id
          {'type':'A','digestSRI':'sha256-AAAA'}   | digest.malformed /evidence/digestSRI
          """)
  void ofAPlainCredentialIsHeldAgainstTheDataModel(String evidence, String expected)
      throws Exception {
    assertThat(plain(value(evidence)).findings().failures())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'type':['Other']}                             | model.type /evidence/type
          {'type':['Evidence'],'name':{'@value':'Talk'}} | json.type /evidence/name
          {'type':['Evidence'],'id':'a'}                 | model.uri /evidence/id
          {'type':['Evidence'],'digestMultibase':'z'}    | digest.malformed /evidence/digestMultibase
          """)
  void ofABadgeIsHeldAgainstOpenBadges(String evidence, String expected) throws Exception {
    JsonObject badge = Badges.small().build().json().with("evidence", value(evidence));
    assertThat(Credential.read(badge).findings().failures())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly(expected);
  }

  @Test
  void theDataModel11DefinesNoDigests() throws Exception {
    JsonObject badge =
        Badges.small()
            .dataModel(DataModel.VC_1_1)
            .build()
            .json()
            .with("evidence", value("{'type':['Evidence'],'digestSRI':7}"));
    assertThat(Credential.read(badge).findings().failures()).isEmpty();
  }

  private static Reading plain(JsonValue evidence) throws InvalidDocumentException {
    return Credential.read(((JsonObject) value(PLAIN)).with("evidence", evidence));
  }

  private static JsonValue value(String text) throws InvalidDocumentException {
    return Json.read(text.replace('\'', '"'), Limits.defaults());
  }
}
