package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

class RelatedResourceTest {
  private static final byte[] VIDEO = "a video".getBytes(StandardCharsets.UTF_8);
  private static final ResourceDigest DIGEST = ResourceDigest.sri(DigestAlgorithm.SHA2_384, VIDEO);
  private static final RelatedResource RESOURCE =
      RelatedResource.of("https://uni.example/video.mp4", DIGEST);

  @Test
  void aBadgeStatesWhatItsResourcesAre() throws Exception {
    AchievementCredential badge = Badges.small().relatedResource(RESOURCE).build();
    Credential read = Credential.parse(badge.toBytes());
    assertThat(read.relatedResources()).containsExactly(RESOURCE);
    assertThat(read.relatedResources().get(0).check(VIDEO)).isEqualTo(Findings.none());
    assertThat(read.relatedResources().get(0).check(new byte[0]).failures())
        .extracting(Violation::code)
        .containsExactly("digest.mismatch");
    assertThat(badge.toBuilder().relatedResource(resource("https://uni.example/2")).build())
        .extracting(Credential::relatedResources)
        .isEqualTo(List.of(RESOURCE, resource("https://uni.example/2")));
  }

  @Test
  void keepsWhatItDoesNotKnow() throws Exception {
    JsonObject json =
        json(
            "{'id':'https://uni.example/v','mediaType':'video/mp4','digestMultibase':['"
                + ResourceDigest.multibase(DigestAlgorithm.SHA3_256, VIDEO).digestMultibase().get(0)
                + "'],'ext:size':7}");
    RelatedResource resource = read(json).credential().orElseThrow().relatedResources().get(0);
    assertThat(resource.mediaType()).hasValue("video/mp4");
    assertThat(resource.more()).isEqualTo(json("{'ext:size':7}"));
    assertThat(resource.check(VIDEO).passed()).isTrue();
    assertThat(resource.toJson())
        .isEqualTo(json.with("digestMultibase", json.list("digestMultibase").get(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          []                                                           | model.empty /relatedResource
          'https://uni.example/v'                                      | json.type /relatedResource
          ['https://uni.example/v']                                    | json.type /relatedResource/0
          null                                                         | json.null /relatedResource
          {'digestSRI':'sha1-AAAA'}                                    | model.required /relatedResource/id
          {'id':7,'digestSRI':'sha1-AAAA'}                             | json.type /relatedResource/id
          {'id':'v.mp4','digestSRI':'sha1-AAAA'}                       | model.uri /relatedResource/id
          {'id':'urn:a:1'}                                             | vc.related-resource /relatedResource
          [{'id':'urn:a:1','mediaType':'text/html'}]                   | vc.related-resource /relatedResource/0
          {'id':'urn:a:1','digestSRI':null}                            | json.null /relatedResource/digestSRI
          {'id':'urn:a:1','digestSRI':7}                               | json.type /relatedResource/digestSRI
          {'id':'urn:a:1','digestSRI':''}                              | digest.malformed /relatedResource/digestSRI
          {'id':'urn:a:1','digestSRI':'sha256-AAAA'}                   | digest.malformed /relatedResource/digestSRI
          {'id':'urn:a:1','digestSRI':'sha1-AAAA sha256-AAAA'}         | digest.malformed /relatedResource/digestSRI
          {'id':'urn:a:1','digestMultibase':[]}                        | model.empty /relatedResource/digestMultibase
          {'id':'urn:a:1','digestMultibase':['uERQA','uEiA']}          | digest.malformed /relatedResource/digestMultibase/1
          {'id':'urn:a:1','digestMultibase':[['uERQA']]}               | json.type /relatedResource/digestMultibase/0
          {'id':'urn:a:1','digestSRI':'sha1-AAAA','mediaType':'video'} | vc.media-type /relatedResource/mediaType
          {'id':'urn:a:1','digestSRI':'sha1-AAAA','mediaType':['a/b']} | json.type /relatedResource/mediaType
          [{'id':'urn:a:1','digestSRI':'sha1-AAAA'},{'id':'urn:a:1','digestSRI':'sha1-AAAA'}] | vc.related-resource /relatedResource/1/id
          """)
  void whatBreaksTheRulesIsToldWithItsPlace(String relatedResource, String expected)
      throws Exception {
    Findings findings = read(value(relatedResource)).findings();
    assertThat(findings.failures())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly(expected);
    Violation violation = findings.failures().get(0);
    assertThat(violation.message(Locale.GERMAN)).isNotEqualTo(violation.message());
  }

  @Test
  void everyRepeatedIdIsTold() throws Exception {
    String one = "{'id':'urn:a:1','digestSRI':'sha1-AAAA'}";
    assertThat(read(value("[" + one + "," + one + "," + one + "]")).findings().failures())
        .extracting(v -> v.pointer().toString())
        .containsExactly("/relatedResource/1/id", "/relatedResource/2/id");
  }

  @Test
  void whatIsNotSupportedDoesNotHinderReading() throws Exception {
    Reading reading =
        read(value("{'id':'urn:a:1','digestSRI':'sha1-AAAA','digestMultibase':'mEiA'}"));
    RelatedResource resource = reading.credential().orElseThrow().relatedResources().get(0);
    assertThat(resource.check(VIDEO).failures()).isEmpty();
    assertThat(resource.check(VIDEO).passed()).isFalse();
  }

  @Test
  void theDataModel11KnowsNoRelatedResources() {
    AchievementCredential old =
        Badges.small().dataModel(DataModel.VC_1_1).relatedResource(RESOURCE).build();
    assertThat(old.relatedResources()).isEmpty();
    assertThat(old.json().has("relatedResource")).isTrue();
  }

  @Test
  void aBuilderRefusesWhatAReaderRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Badges.small()
                    .relatedResource(RelatedResource.of("urn:a:1", ResourceDigest.NONE))
                    .build())
        .withMessageContaining("neither digestSRI nor digestMultibase");
  }

  private static RelatedResource resource(String id) {
    return RelatedResource.of(id, DIGEST);
  }

  private static Reading read(JsonValue relatedResource) {
    return Credential.read(Badges.small().build().json().with("relatedResource", relatedResource));
  }

  private static JsonObject json(String text) throws InvalidDocumentException {
    return (JsonObject) value(text);
  }

  private static JsonValue value(String text) throws InvalidDocumentException {
    return Json.read(text.replace('\'', '"'), Limits.defaults());
  }
}
