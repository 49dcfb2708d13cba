package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.crypto.Secured.Form;

class SecuredCredentialTest {
  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("{}", Form.JSON),
        Arguments.of(" \r\n\t{\"type\":[]}", Form.JSON),
        Arguments.of("eyJhbGciOiJFZERTQSJ9.eyJ4IjoxfQ.c2ln", Form.JWT),
        Arguments.of("  eyJhbGciOiJFZERTQSJ9.eyJ4IjoxfQ.c2ln\n", Form.JWT),
        Arguments.of("eyJhbGciOiJFZERTQSJ9.eyJ4IjoxfQ.", Form.JWT),
        Arguments.of("a.b.c~d~", Form.SD_JWT),
        Arguments.of("a.b.c~d~e.f.g", Form.SD_JWT),
        Arguments.of("a~b.c.d", Form.UNKNOWN),
        Arguments.of("a.b", Form.UNKNOWN),
        Arguments.of("a.b.c.d.e", Form.UNKNOWN),
        Arguments.of("a.b.c d", Form.UNKNOWN),
        Arguments.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Form.SVG),
        Arguments.of("<?xml version=\"1.0\"?>\n<!-- x --><s:svg >", Form.SVG),
        Arguments.of("\uFEFF<svg >", Form.SVG),
        Arguments.of("\uFEFF{}", Form.UNKNOWN),
        Arguments.of("<html><body>", Form.UNKNOWN),
        Arguments.of("[]", Form.UNKNOWN),
        Arguments.of("%PDF-1.7", Form.UNKNOWN),
        Arguments.of("", Form.UNKNOWN),
        Arguments.of(" \n", Form.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void tellsTheFormByItsLook(String text, Form form) {
    assertThat(SecuredCredential.of(text).form()).isEqualTo(form);
    assertThat(SecuredCredential.of(text).toText()).contains(text);
  }

  @Test
  void tellsBinaryForms() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
    assertThat(SecuredCredential.of(png).form()).isEqualTo(Form.PNG);
    assertThat(SecuredCredential.of(png).toText()).isEmpty();
    assertThat(SecuredCredential.of(new byte[] {(byte) 0xD2, (byte) 0x84}).form())
        .isEqualTo(Form.COSE);
    assertThat(Form.COSE.label()).isEqualTo("cose");
  }

  @Test
  void takesAnyBytes() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertThat(SecuredCredential.of(bytes).toBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void isAValueThatShowsNoContent() {
    byte[] bytes = "{\"secret\":1}".getBytes(StandardCharsets.UTF_8);
    SecuredCredential credential = SecuredCredential.of(bytes);
    bytes[2] = 'x';
    assertThat(credential).isEqualTo(SecuredCredential.of("{\"secret\":1}"));
    assertThat(credential).hasSameHashCodeAs(SecuredCredential.of("{\"secret\":1}"));
    assertThat(credential).isNotEqualTo(SecuredCredential.of("{}"));
    assertThat(credential.toBytes()[2]).isEqualTo((byte) 's');
    assertThat(credential).hasToString("SecuredCredential[json, 12 bytes]");
  }
}
