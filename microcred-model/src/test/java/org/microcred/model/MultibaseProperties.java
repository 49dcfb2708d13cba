package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MultibaseProperties {
  @Property(tries = 200)
  void whatIsEncodedIsDecoded(@ForAll byte[] bytes) {
    assertThat(Multibase.decode(Multibase.base58btc(bytes))).hasValue(bytes);
    assertThat(Multibase.decode(Multibase.base64url(bytes))).hasValue(bytes);
  }

  @Property(tries = 500)
  void whatIsDecodedHasOneSpelling(@ForAll("texts") String text) {
    Multibase.decode(text)
        .ifPresent(
            bytes -> assertThat(text).isIn(Multibase.base58btc(bytes), Multibase.base64url(bytes)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("zuAQg19_-=+ ")
        .ofMaxLength(8)
        .map(s -> s.length() % 2 == 0 ? "z" + s : "u" + s);
  }
}
