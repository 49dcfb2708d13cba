package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;

class CredentialBytesTest {
  private static final String SPELLED_ITS_OWN_WAY =
      Json.writePretty(Badges.full().build().json()).replace("Example", "\\u0045xample");

  @Test
  void areThoseThatWereRead() throws InvalidDocumentException {
    byte[] bytes = SPELLED_ITS_OWN_WAY.getBytes(StandardCharsets.UTF_8);
    Credential credential = Credential.parse(bytes);
    assertThat(credential.toBytes()).isEqualTo(bytes);
    assertThat(Credential.parse(SPELLED_ITS_OWN_WAY).toBytes()).isEqualTo(bytes);
  }

  @Test
  void cannotBeChangedFromOutside() throws InvalidDocumentException {
    byte[] bytes = SPELLED_ITS_OWN_WAY.getBytes(StandardCharsets.UTF_8);
    Credential credential = Credential.parse(bytes);
    bytes[0] = 'x';
    credential.toBytes()[1] = 'x';
    assertThat(credential.toBytes())
        .isEqualTo(SPELLED_ITS_OWN_WAY.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void areCompactWhereNoneWereRead() throws InvalidDocumentException {
    AchievementCredential badge = Badges.full().build();
    assertThat(badge.toBytes()).isEqualTo(Json.writeBytes(badge.json()));
    assertThat(Credential.read(badge.json()).credential().orElseThrow().toBytes())
        .isEqualTo(Json.writeBytes(badge.json()));
  }
}
