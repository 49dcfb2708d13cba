package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          data:application/vc+jwt,eyJh.eyJi.c2ln              | application/vc+jwt    | eyJh.eyJi.c2ln
          DATA:Application/VC+JWT,a                           | application/vc+jwt    | a
          data:application/vc+sd-jwt,a.b.c~d~                 | application/vc+sd-jwt | a.b.c~d~
          data:application/vc+cose;base64,aGk=                | application/vc+cose   | hi
          data:application/vc+cose;BASE64,aGk%3D              | application/vc+cose   | hi
          data:application/vc+cose;base64,%61Gk=              | application/vc+cose   | hi
          data:text/plain;charset=utf-8,%68%69,;              | text/plain            | hi,;
          data:text/plain,base64,aGk=                         | text/plain            | base64,aGk=
          """)
  void readsTypeAndOctets(String url, String mediaType, String content) {
    DataUrl read = DataUrl.parse(url).orElseThrow();
    assertThat(read.mediaType()).isEqualTo(mediaType);
    assertThat(read.content()).isEqualTo(content.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void readsParameters() {
    DataUrl read = DataUrl.parse("data:a/b;Charset=UTF-8;x=y;base64,aGk=").orElseThrow();
    assertThat(read.parameters()).isEqualTo(Map.of("charset", "UTF-8", "x", "y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data:",
        "data:,a",
        "data:application/vc+jwt",
        "data:application/vc+jwt,",
        "data:application/vc+jwt;base64,",
        "data:application,a",
        "data:/jwt,a",
        "data:application/vc jwt,a",
        "data:application/vc^jwt,a",
        "data:application/vc%2Bjwt,a",
        "data:;charset=utf-8,a",
        "data:;base64,aGk=",
        "data: a/b,a",
        "http:a/b,a",
        "data:a/b;,a",
        "data:a/b;charset,a",
        "data:a/b;charset=,a",
        "data:a/b;charset=\"utf-8\",a",
        "data:a/b;x=y;X=z,a",
        "data:a/b;base64;x=y,aGk=",
        "data:a/b;base64;base64,aGk=",
        "data:a/b; base64,aGk=",
        "data:a/b,a b",
        "data:a/b,a\n",
        "data:a/b,a#b",
        "data:a/b,a\"",
        "data:a/b,ä",
        "data:a/b,[1]",
        "data:a/b,%",
        "data:a/b,%4",
        "data:a/b,%4g",
        "data:a/b,%٤٤",
        "data:a/b,%+1",
        "data:a/b;base64,aGk",
        "data:a/b;base64,aGl=",
        "data:a/b;base64,aGk==",
        "data:a/b;base64,aG k=",
        "data:a/b;base64,aG%0Ak=",
        "data:a/b;base64,-_-_",
        "data:a/b;base64,a"
      })
  void refusesWhatIsNotOneOrIsSpelledLoosely(String url) {
    assertThat(DataUrl.parse(url)).isEmpty();
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll @Size(min = 1, max = 40) byte[] content) {
    DataUrl read = DataUrl.parse(DataUrl.write("application/vc+cose", content)).orElseThrow();
    assertThat(read.content()).isEqualTo(content);
    assertThat(read.mediaType()).isEqualTo("application/vc+cose");
  }

  @Property(tries = 500)
  void anyTextIsAnswered(@ForAll String header, @ForAll String data) {
    assertThat(DataUrl.parse("data:" + header + "," + data))
        .satisfiesAnyOf(
            url -> assertThat(url).isEmpty(), url -> assertThat(url.get().content()).isNotEmpty());
  }

  @Test
  void keepsItsOctetsToItself() {
    byte[] given = {1, 2};
    DataUrl url = DataUrl.of("a/b", given);
    given[0] = 9;
    url.content()[1] = 9;
    assertThat(url.content()).isEqualTo(new byte[] {1, 2});
  }
}
