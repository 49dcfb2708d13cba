package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class EnvelopedTest {
  private static final byte[] TOKEN = "eyJh.eyJi.c2ln".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COSE = {(byte) 0xd2, (byte) 0x84, 0, ','};

  @Test
  void holdsATokenAsItIs() throws Exception {
    EnvelopedCredential enveloped = EnvelopedCredential.of("application/vc+jwt", TOKEN);
    assertThat(enveloped.json())
        .hasToString(
            "{\"@context\":\"https://www.w3.org/ns/credentials/v2\","
                + "\"id\":\"data:application/vc+jwt,eyJh.eyJi.c2ln\","
                + "\"type\":\"EnvelopedVerifiableCredential\"}");
    assertThat(enveloped.mediaType()).isEqualTo("application/vc+jwt");
    assertThat(enveloped.parameters()).isEmpty();
    assertThat(enveloped.content()).isEqualTo(TOKEN);
    assertThat(EnvelopedCredential.parse((JsonObject) enveloped.json()))
        .isEqualTo(enveloped)
        .hasSameHashCodeAs(enveloped);
    assertThat(enveloped).hasToString("EnvelopedCredential application/vc+jwt");
  }

  @Test
  void holdsOctetsInBase64() {
    EnvelopedPresentation enveloped = EnvelopedPresentation.of("application/vp+cose", COSE);
    assertThat(((JsonObject) enveloped.json()).string("id"))
        .hasValue("data:application/vp+cose;base64,0oQALA==");
    assertThat(enveloped.content()).isEqualTo(COSE);
    assertThat(enveloped).isNotEqualTo(EnvelopedPresentation.of("application/vp+cose", TOKEN));
  }

  @Test
  void aJwtIsATextInTheDataModel11() {
    EnvelopedCredential jwt = EnvelopedCredential.ofJwt("eyJh.eyJi.c2ln");
    assertThat(jwt.json()).isEqualTo(new JsonString("eyJh.eyJi.c2ln"));
    assertThat(jwt.mediaType()).isEqualTo(EnvelopedCredential.JWT);
    assertThat(jwt.content()).isEqualTo(TOKEN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvelopedCredential.ofJwt("eyJh.eyJi"))
        .withMessage("jwt: is not a compact JWS");
  }

  @Test
  void refusesToBuildWhatCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvelopedCredential.of("application/vc+cose;base64", COSE))
        .withMessage("mediaType: is not a media type");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvelopedCredential.of("application/vc^jwt", TOKEN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnvelopedPresentation.of("application/vp+jwt", new byte[0]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          /@context | -                                 | model.required /@context
          /@context | []                                | model.empty /@context
          /@context | 7                                 | vc.context /@context
          /@context | "v2"                              | model.uri /@context
          /@context | ["https://a.example/b", 7]        | vc.context /@context/1
          /type     | -                                 | model.required /type
          /type     | "VerifiableCredential"            | envelope.type /type
          /type     | ["EnvelopedVerifiableCredential", "VerifiableCredential"] | envelope.type /type
          /type     | []                                | envelope.type /type
          /type     | 7                                 | json.type /type
          /id       | -                                 | model.required /id
          /id       | 7                                 | json.type /id
          /id       | null                              | json.null /id
          /id       | "urn:a:b"                         | envelope.id /id
          /id       | "data:application/vc+jwt,"        | envelope.id /id
          /id       | "data:application/vc+jwt,a b"     | envelope.id /id
          """)
  void isHeldAgainstTheDataModel(String pointer, String json, String expected) {
    JsonObject sound = (JsonObject) EnvelopedCredential.of("application/vc+jwt", TOKEN).json();
    JsonObject changed =
        json.equals("-") ? Edits.remove(sound, pointer) : Edits.set(sound, pointer, json);
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> EnvelopedCredential.parse(changed))
        .satisfies(
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.code() + " " + v.pointer())
                    .containsExactly(expected));
  }

  @Test
  void anEnvelopeOfACredentialIsNoneOfAPresentation() {
    JsonObject credential = (JsonObject) EnvelopedCredential.of("application/vc+jwt", TOKEN).json();
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> EnvelopedPresentation.parse(credential))
        .withMessageContaining("EnvelopedVerifiablePresentation");
  }
}
