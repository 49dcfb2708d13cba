package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** SD-JWT VC, JWT Claims Set: claims without contexts. */
class OtherCredentialTest {
  private static JsonObject claims(String more) throws InvalidDocumentException {
    return Json.readObject(
        ("{'vct':'urn:example:exam','iss':'https://uni.example'" + more + "}").replace('\'', '"'),
        Limits.defaults());
  }

  private static List<String> broken(JsonObject claims) {
    Findings findings = OtherCredential.readClaims(claims).findings();
    return List.of(findings.failures(), findings.unknowns()).stream()
        .flatMap(List::stream)
        .map(v -> v.code() + " " + v.pointer())
        .toList();
  }

  @Test
  void readsTheClaimsThatEveryTypeShares() throws Exception {
    JsonObject claims =
        claims(",'sub':'mailto:ada@uni.example','nbf':0,'exp':1.5,'id':7,'type':null,'name':{}");
    Credential credential = OtherCredential.readClaims(claims).credential().orElseThrow();
    assertThat(credential.dataModel()).isEqualTo(DataModel.SD_JWT_VC);
    assertThat(credential.types()).containsExactly("urn:example:exam");
    assertThat(credential.issuer()).isEqualTo(Profile.of("https://uni.example"));
    assertThat(credential.subjectIds()).containsExactly("mailto:ada@uni.example");
    assertThat(credential.validFrom()).contains(Instant.EPOCH);
    assertThat(credential.validUntil()).contains(Instant.ofEpochMilli(1500));
    assertThat(credential.id()).isEmpty();
    assertThat(credential.names()).isEmpty();
    assertThat(credential.json()).isEqualTo(claims);
    assertThat(credential.toBytes()).isEqualTo(Json.writeBytes(claims));
  }

  @Test
  void needsATypeAndAnIssuer() throws Exception {
    assertThat(broken(JsonObject.EMPTY))
        .containsExactly("model.required /vct", "issuer.unsupported /iss");
    assertThat(broken(claims("").without("iss"))).containsExactly("issuer.unsupported /iss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'vct':1,'iss':'x'}             | json.type /vct",
        "{'vct':' ','iss':'x'}           | model.blank /vct",
        "{'vct':'v','iss':''}            | model.blank /iss",
        "{'vct':'v','iss':{'id':'x'}}    | json.type /iss",
        "{'vct':'v','iss':'x','sub':[]}  | json.type /sub",
        "{'vct':'v','iss':'x','nbf':'1'} | model.numeric-date /nbf",
        "{'vct':'v','iss':'x','exp':1e12} | model.numeric-date /exp",
      })
  void isReadStrictly(String json, String violation) throws Exception {
    assertThat(broken(Json.readObject(json.replace('\'', '"'), Limits.defaults())))
        .containsExactly(violation);
  }

  @Test
  void isOnlyReadAsWhatItIs() throws Exception {
    assertThat(Credential.read(claims("")).credential()).isEmpty();
    Credential credential = OtherCredential.readClaims(claims("")).credential().orElseThrow();
    assertThat(credential.validate(ValidationProfile.VC_2_0).passed()).isFalse();
  }

  @Test
  void noCredentialWithContextsIsBuiltOfIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Presentation.builder().dataModel(DataModel.SD_JWT_VC))
        .withMessageContaining("dataModel");
    assertThat(DataModel.ofContext("")).isEmpty();
  }
}
