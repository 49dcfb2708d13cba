package org.microcred.model.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.model.openbadges2.Samples.ASSERTION;
import static org.microcred.model.openbadges2.Samples.REVOCATIONS;
import static org.microcred.model.openbadges2.Samples.expected;
import static org.microcred.model.openbadges2.Samples.failures;
import static org.microcred.model.openbadges2.Samples.json;
import static org.microcred.model.openbadges2.Samples.sound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class RevocationListTest {
  private static final RevocationList LIST = sound(RevocationList.read(REVOCATIONS));

  private static Assertion assertion(String id, String uid) {
    JsonObject json = ASSERTION.with("id", new JsonString(id)).with("uid", new JsonString(uid));
    return sound(Assertion.read(json));
  }

  @Test
  void revokesByIdAlone() {
    assertThat(LIST.isRevoked(sound(Assertion.read(ASSERTION)))).isTrue();
    assertThat(LIST.revocationOf(sound(Assertion.read(ASSERTION))))
        .contains(RevokedAssertion.of("https://uni.example/assertions/1"));
  }

  @Test
  void revokesByIdWithAReason() {
    RevokedAssertion entry =
        LIST.revocationOf(assertion("https://uni.example/assertions/2", "other")).orElseThrow();
    assertThat(entry.revocationReason()).contains("Copied");
    assertThat(entry.types()).containsExactly("Assertion");
    assertThat(entry.more()).isEqualTo(json("{\"local\": 1}"));
  }

  @Test
  void revokesOldAssertionsByUid() {
    RevokedAssertion entry = LIST.revocationOf(assertion("urn:x:other", "a3")).orElseThrow();
    assertThat(entry.revocationReason()).contains("By mistake");
  }

  @Test
  void revokesNothingElse() {
    assertThat(LIST.isRevoked(assertion("https://uni.example/assertions/9", "a9"))).isFalse();
    Assertion withoutUid = sound(Assertion.read(ASSERTION.without("uid")));
    assertThat(LIST.revokedAssertions().get(1).names(withoutUid)).isFalse();
  }

  @Test
  void takesBackWhatAnEntryTakesBack() {
    assertThat(LIST.isRevoked(assertion("https://uni.example/assertions/4", "a4"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "/id | - | ",
        "/id | \"x\" | model.uri /id",
        "/issuer | \"x\" | model.uri /issuer",
        "/issuer | - | ",
        "/revokedAssertions | - | model.required /revokedAssertions",
        "/revokedAssertions | [] | ",
        "/revokedAssertions | \"urn:uuid:1\" | ",
        "/revokedAssertions | {\"uid\": \"1\"} | ",
        "/revokedAssertions | [\"x\"] | model.uri /revokedAssertions/0",
        "/revokedAssertions | [5] | json.type /revokedAssertions/0",
        "/revokedAssertions/1/id | - | ob2.revoked-assertion /revokedAssertions/1",
        "/revokedAssertions/1/id | \"x\" | model.uri /revokedAssertions/1/id",
        "/revokedAssertions/1/revoked | 1 | json.type /revokedAssertions/1/revoked",
        "/revokedAssertions/2/uid | 3 | json.type /revokedAssertions/2/uid",
      })
  void breaksOneRuleAtOnePlace(String pointer, String value, String failure) {
    assertThat(failures(REVOCATIONS, pointer, value)).isEqualTo(expected(failure));
  }
}
