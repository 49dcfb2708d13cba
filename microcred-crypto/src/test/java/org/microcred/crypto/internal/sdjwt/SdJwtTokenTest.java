package org.microcred.crypto.internal.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;

/** RFC 9901 §7.1: what is between the issuer's token and the processed payload. */
class SdJwtTokenTest {
  private static final String NAME = SdJwts.disclosure("['salt','name','Ada']");
  private static final String ELEMENT = SdJwts.disclosure("['salt','first']");

  @Nested
  class ProcessedPayload {
    @Test
    void putsMembersInThePlaceOfTheirDigests() {
      SdJwtToken token = SdJwts.read(SdJwts.token("{'a':{'_sd':['#0','decoy'],'b':1}}", NAME));
      assertThat(token.payload()).isEqualTo(SdJwts.json("{'a':{'b':1,'name':'Ada'}}"));
      assertThat(token.revealed())
          .extracting(r -> r.pointer().toString())
          .containsExactly("/a/name");
    }

    @Test
    void putsElementsInThePlaceOfTheirDigestsAndRemovesTheOthers() {
      SdJwtToken token =
          SdJwts.read(SdJwts.token("{'a':[{'...':'decoy'},0,{'...':'#0'}]}", ELEMENT));
      assertThat(token.payload()).isEqualTo(SdJwts.json("{'a':[0,'first']}"));
      assertThat(token.revealed()).extracting(r -> r.pointer().toString()).containsExactly("/a/1");
    }

    @Test
    void goesIntoWhatIsDisclosed() {
      String inner = SdJwts.disclosure("['salt','street','Main']");
      String outer =
          SdJwts.disclosure("['salt','address',{'_sd':['" + SdJwts.digest(inner) + "']}]");
      assertThat(SdJwts.read(SdJwts.token("{'_sd':['#0']}", outer, inner)).payload())
          .isEqualTo(SdJwts.json("{'address':{'street':'Main'}}"));
      assertThat(SdJwts.read(SdJwts.token("{'_sd':['#0']}", outer)).payload())
          .as("what is not disclosed leaves an empty object")
          .isEqualTo(SdJwts.json("{'address':{}}"));
    }

    @Test
    void removesDigestsAndTheNameOfTheHashFunction() {
      assertThat(
              SdJwts.read(SdJwts.token("{'_sd':[],'_sd_alg':'sha-256','a':{'_sd':['x']}}"))
                  .payload())
          .isEqualTo(SdJwts.json("{'a':{}}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"null", "0", "3.14", "true", "'text'", "[]", "{}", "[null]", "{'a':null}"})
    void keepsValuesOfAllTypes(String value) {
      String disclosure = SdJwts.disclosure("['salt','v'," + value + "]");
      assertThat(SdJwts.read(SdJwts.token("{'_sd':['#0']}", disclosure)).payload())
          .isEqualTo(SdJwts.json("{'v':" + value + "}"));
    }

    @Test
    void knowsTheLongerHashFunctions() {
      for (DigestName digest : DigestName.values()) {
        String payload = "{'_sd':['" + digest.of(NAME) + "'],'_sd_alg':'" + digest.claim() + "'}";
        assertThat(SdJwts.read(SdJwts.token(payload, NAME)).payload())
            .isEqualTo(SdJwts.json("{'name':'Ada'}"));
      }
    }

    @Test
    void readsWhatTheSpecificationHashes() {
      // RFC 9901 §4.2.3
      assertThat(
              SdJwts.digest(
                  "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"))
          .isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }
  }

  @Nested
  class Refusals {
    @Test
    void unreferenced() {
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['x']}", NAME)))
          .containsExactly("sd-jwt.unreferenced");
      String inner = SdJwts.disclosure("['salt','street','Main']");
      String outer =
          SdJwts.disclosure("['salt','address',{'_sd':['" + SdJwts.digest(inner) + "']}]");
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['" + SdJwts.digest(outer) + "']}", inner)))
          .as("its parent is withheld")
          .containsExactly("sd-jwt.unreferenced");
    }

    @Test
    void aDisclosureTwice() {
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", NAME, NAME)))
          .containsExactly("sd-jwt.duplicate");
    }

    @Test
    void aDigestTwiceDisclosedOrNot() {
      for (String payload :
          List.of(
              "{'_sd':['#0','#0']}",
              "{'_sd':['#0'],'a':{'_sd':['#0']}}",
              "{'_sd':['#0','x'],'a':[{'...':'x'}]}")) {
        assertThat(SdJwts.refusal(SdJwts.token(payload, NAME)))
            .as(payload)
            .containsExactly("sd-jwt.duplicate");
      }
      String disclosed = SdJwts.disclosure("['salt','a',{'_sd':['" + SdJwts.digest(NAME) + "']}]");
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0','#1']}", NAME, disclosed)))
          .as("in the payload and inside a disclosed value")
          .containsExactly("sd-jwt.duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_sd", "...", "_sd_alg"})
    void aReservedNameBehindADigest(String name) {
      String smuggled = SdJwts.disclosure("['salt','" + name + "',['x']]");
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", smuggled)))
          .containsExactly("sd-jwt.reserved-name");
    }

    @Test
    void reservedNamesWhereTheyDoNotBelong() {
      for (String payload :
          List.of("{'a':{'_sd_alg':'sha-256'}}", "{'...':'x'}", "{'a':{'...':'x'}}")) {
        assertThat(SdJwts.refusal(SdJwts.token(payload)))
            .as(payload)
            .containsExactly("sd-jwt.reserved-name");
      }
    }

    @Test
    void digestsSmuggledInADisclosedValue() {
      for (String value :
          List.of(
              "{'_sd':'x'}",
              "{'_sd':[1]}",
              "{'_sd':{'a':'b'}}",
              "[{'...':1}]",
              "[{'...':'x','a':1}]")) {
        String smuggled = SdJwts.disclosure("['salt','a'," + value + "]");
        assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", smuggled)))
            .as(value)
            .containsExactly("sd-jwt.digest");
      }
      String nested = SdJwts.disclosure("['salt','a',{'_sd_alg':'sha-256'}]");
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", nested)))
          .containsExactly("sd-jwt.reserved-name");
    }

    @Test
    void aClaimThatIsThereAlready() {
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0'],'name':'Eve'}", NAME)))
          .containsExactly("sd-jwt.overwrite");
      String other = SdJwts.disclosure("['pepper','name','Eve']");
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0','#1']}", NAME, other)))
          .as("two disclosures of one name")
          .containsExactly("sd-jwt.overwrite");
    }

    @Test
    void aMemberForAnElementAndTheReverse() {
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", ELEMENT)))
          .containsExactly("sd-jwt.disclosure");
      assertThat(SdJwts.refusal(SdJwts.token("{'a':[{'...':'#0'}]}", NAME)))
          .containsExactly("sd-jwt.disclosure");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "'salt'",
          "[]",
          "['salt']",
          "['salt','a',1,2]",
          "[1,'a',2]",
          "['salt',1,2]",
          "[null,'a']"
        })
    void malformedDisclosures(String json) {
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", SdJwts.disclosure(json))))
          .containsExactly("sd-jwt.disclosure");
    }

    @Test
    void disclosuresInAnotherSpelling() {
      for (String text : List.of(NAME + "=", "!" + NAME, NAME.replace('W', '.'))) {
        assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", text)))
            .as(text)
            .containsExactly("sd-jwt.disclosure");
      }
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", ""))).containsExactly("json.syntax");
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", SdJwts.disclosure("['s','a',1] x"))))
          .containsExactly("json.syntax");
      assertThat(
              SdJwts.refusal(
                  SdJwts.token("{'_sd':['#0']}", SdJwts.disclosure("['s','a',{'b':1,'b':2}]"))))
          .containsExactly("json.duplicate-member");
    }

    @Test
    void otherHashFunctions() {
      for (String name : List.of("'md5'", "'sha-256-32'", "'SHA-256'", "1", "null")) {
        assertThat(SdJwts.refusal(SdJwts.token("{'_sd_alg':" + name + "}")))
            .as(name)
            .containsExactly("sd-jwt.hash-algorithm");
      }
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd_alg':'sha3-256'}")))
          .containsExactly("sd-jwt.unsupported");
    }

    @Test
    void textThatIsNone() {
      assertThat(SdJwts.refusal("a.b.c")).containsExactly("sd-jwt.syntax");
      assertThat(SdJwts.refusal("~")).containsExactly("jwt.syntax");
      assertThat(SdJwts.refusal("~~~")).containsExactly("jwt.syntax");
    }
  }

  @Nested
  class Cuts {
    private final String whole =
        SdJwts.token("{'_sd':['#0','#1']}", NAME, SdJwts.disclosure("['salt','b',1]"));

    @Test
    void onlyAfterATildeIsAPrefixAToken() {
      List<Integer> readable =
          IntStream.rangeClosed(0, whole.length())
              .filter(end -> SdJwts.refusal(whole.substring(0, end)).isEmpty())
              .boxed()
              .toList();
      List<Integer> tildes =
          IntStream.rangeClosed(1, whole.length())
              .filter(end -> whole.charAt(end - 1) == '~')
              .boxed()
              .toList();
      assertThat(readable).isEqualTo(tildes).hasSize(3);
    }
  }

  @Nested
  class Bounds {
    private String many(int count) {
      String[] disclosures =
          IntStream.range(0, count)
              .mapToObj(i -> SdJwts.disclosure("['salt','n" + i + "',1]"))
              .toArray(String[]::new);
      StringBuilder digests = new StringBuilder();
      for (String disclosure : disclosures) {
        digests
            .append(digests.isEmpty() ? "'" : ",'")
            .append(SdJwts.digest(disclosure))
            .append('\'');
      }
      return SdJwts.token("{'_sd':[" + digests + "]}").concat(String.join("~", disclosures) + "~");
    }

    @Test
    void aThousandDisclosuresAndNoMore() {
      assertThat(SdJwts.read(many(1_000)).revealed()).hasSize(1_000);
      assertThat(SdJwts.refusal(many(1_001))).containsExactly("limit.disclosures");
      assertThat(SdJwts.refusal("~".repeat(4_000_000))).containsExactly("limit.disclosures");
    }

    @Test
    void disclosuresInDisclosuresNestAsDeeplyAsADocument() {
      assertThat(SdJwts.refusal(nested(60))).isEmpty();
      assertThat(SdJwts.refusal(nested(64))).containsExactly("limit.depth");
    }

    private String nested(int levels) {
      String[] disclosures = new String[levels];
      disclosures[0] = SdJwts.disclosure("['salt','a',{}]");
      for (int i = 1; i < levels; i++) {
        disclosures[i] =
            SdJwts.disclosure("['salt','a',{'_sd':['" + SdJwts.digest(disclosures[i - 1]) + "']}]");
      }
      String outermost = SdJwts.digest(disclosures[levels - 1]);
      return SdJwts.token("{'_sd':['" + outermost + "']}") + String.join("~", disclosures) + "~";
    }

    @Test
    void allDisclosuresCountAsOneDocument() {
      String list = "[" + "1,".repeat(60) + "1]";
      String one = SdJwts.disclosure("['salt','a'," + list + "]");
      String two = SdJwts.disclosure("['salt','b'," + list + "]");
      Limits limits = Limits.defaults().toBuilder().nodes(100).build();
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0']}", one), limits)).isEmpty();
      assertThat(SdJwts.refusal(SdJwts.token("{'_sd':['#0','#1']}", one, two), limits))
          .containsExactly("limit.nodes");
    }

    @Test
    void tellsWhereItWent() {
      assertThatThrownBy(
              () -> SdJwtToken.read(SdJwts.token("{'a':[{'b/c':{'_sd':1}}]}"), Limits.defaults()))
          .isInstanceOfSatisfying(
              InvalidDocumentException.class,
              e ->
                  assertThat(e.violations())
                      .extracting(v -> v.pointer().toString())
                      .containsExactly("/a/0/b~1c/_sd"));
    }
  }
}
