package org.microcred.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrisTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://uni.example",
        "HTTP://uni.example:8080/a?b=c#d",
        "https://[2001:db8::1]/x",
        "https://uni.example/a%20b",
        "https://universität.example/straße",
        "did:web:uni.example%3A8443",
        "did:key:z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q#key",
        "urn:uuid:09u09audf0sudf",
        "data:image/png;base64,AAAA+/==",
        "mailto:ada@uni.example",
        "ext.a+b-c:x",
      })
  void acceptsAbsoluteUris(String text) {
    assertThat(Uris.isAbsolute(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "uni.example",
        "/relative",
        "#fragment",
        ":empty",
        "1a:digit",
        "did:",
        "https:",
        "https:/uni.example",
        "https://",
        "https:///path",
        "https://?q",
        "https://uni example",
        "https://uni.example/%2",
        "https://uni.example/%zz",
        "https://uni.example/%٢٢",
        "https://uni.example/<b>",
        "https://uni.example/\\",
        "https://uni.example/\u0000",
        "https://uni.example/\u007f",
        "https://uni.example/\u202e",
        "https://uni.example/\u00a0",
        "schéma:x",
      })
  void refusesEverythingElse(String text) {
    assertThat(Uris.isAbsolute(text)).isFalse();
  }
}
