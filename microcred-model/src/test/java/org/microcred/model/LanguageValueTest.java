package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** VC 2.0 §11.1, Language and Base Direction. */
class LanguageValueTest {
  private static final LanguageValue ENGLISH = LanguageValue.of("Degree", "en");
  private static final LanguageValue ARABIC =
      new LanguageValue("شهادة", Optional.of("ar"), Optional.of(TextDirection.RIGHT_TO_LEFT));

  @Test
  void areReadAsTheCredentialHasThem() throws InvalidDocumentException {
    Credential credential =
        Credential.parse(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2"],
             "type": ["VerifiableCredential"], "issuer": "https://uni.example",
             "name": [{"@value": "Degree", "@language": "en"},
                      {"@value": "شهادة", "@language": "ar", "@direction": "rtl"}, "Grad"],
             "description": {"@value": "Text"},
             "credentialSubject": {"id": "did:example:ada"}}""");
    assertThat(credential.names()).containsExactly(ENGLISH, ARABIC, LanguageValue.of("Grad"));
    assertThat(credential.name()).contains("Degree");
    assertThat(credential.descriptions()).containsExactly(LanguageValue.of("Text"));
  }

  @Test
  void suitTheReader() {
    List<LanguageValue> texts = List.of(ENGLISH, ARABIC);
    assertThat(LanguageValue.best(texts, Locale.LanguageRange.parse("fr,ar-EG;q=0.5")))
        .contains(ARABIC);
    assertThat(LanguageValue.best(texts, Locale.LanguageRange.parse("fr"))).contains(ENGLISH);
    assertThat(LanguageValue.best(List.of(), Locale.LanguageRange.parse("fr"))).isEmpty();
  }

  @Test
  void areWrittenAsShortAsCanBe() {
    assertThat(LanguageValue.of("Degree").toJson()).isEqualTo(new JsonString("Degree"));
    assertThat(ARABIC.toJson())
        .isEqualTo(
            JsonObject.builder()
                .put("@value", "شهادة")
                .put("@language", "ar")
                .put("@direction", "rtl")
                .build());
  }
}
