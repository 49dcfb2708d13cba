package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityObjectTest {
  /** The example of the specification, IdentityHash. */
  private static final String KOSHER =
      "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399";

  @Test
  void hashesTheIdentityFollowedByTheSalt() {
    IdentityObject identity =
        IdentityObject.hashed(IdentifierType.EMAIL_ADDRESS, "a@example.com", "Kosher");
    assertThat(identity.identityHash()).isEqualTo(KOSHER);
    assertThat(identity.matches("a@example.com")).isTrue();
    assertThat(identity.matches("b@example.com")).isFalse();
    assertThat(identity.matches(KOSHER)).isFalse();
  }

  @Test
  void comparesPlainTextsAsTheyAre() {
    IdentityObject identity = IdentityObject.plain(IdentifierType.EMAIL_ADDRESS, "a@example.com");
    assertThat(identity.matches("a@example.com")).isTrue();
    assertThat(identity.matches("A@example.com")).isFalse();
  }

  @Test
  void acceptsHexadecimalInEitherCaseAndTheOlderAlgorithm() {
    IdentityObject upper =
        new IdentityObject(
            true,
            "md5$900150983CD24FB0D6963F7D28E17F72",
            IdentifierType.IDENTIFIER,
            Optional.empty());
    assertThat(upper.matches("abc")).isTrue();
    assertThat(upper.matches("abd")).isFalse();
  }
}
