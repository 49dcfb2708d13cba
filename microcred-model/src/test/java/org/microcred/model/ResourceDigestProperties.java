package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ResourceDigestProperties {
  @Property(tries = 200)
  void whatIsComputedMatchesAndNoOtherBitDoes(
      @ForAll DigestAlgorithm algorithm,
      @ForAll @Size(min = 1, max = 64) byte[] content,
      @ForAll @IntRange(max = 511) int at) {
    byte[] changed = content.clone();
    int bit = at % (8 * content.length);
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    ResourceDigest multibase = ResourceDigest.multibase(algorithm, content);
    assertThat(multibase.check(content)).isEqualTo(Findings.none());
    assertThat(multibase.check(changed).failures()).hasSize(1);
    if (algorithm.sriName().isPresent()) {
      ResourceDigest sri = ResourceDigest.sri(algorithm, content);
      assertThat(sri.check(content)).isEqualTo(Findings.none());
      assertThat(sri.check(changed).failures()).hasSize(1);
    }
  }

  /** A digest with another character is another digest, or none: never a match. */
  @Property(tries = 300)
  void noOtherSpellingMatches(
      @ForAll DigestAlgorithm algorithm,
      @ForAll char character,
      @ForAll @IntRange(max = 99) int at) {
    byte[] content = {1, 2, 3};
    String text = ResourceDigest.multibase(algorithm, content).digestMultibase().get(0);
    StringBuilder other = new StringBuilder(text);
    other.setCharAt(at % text.length(), character);
    assertThat(new ResourceDigest(List.of(), List.of(other.toString())).check(content).passed())
        .isEqualTo(other.toString().equals(text));
  }

  @Property(tries = 300)
  void anyTextsAreAnswered(
      @ForAll List<String> sri, @ForAll List<String> multibase, @ForAll byte[] content) {
    Findings findings = new ResourceDigest(sri, multibase).check(content);
    assertThat(findings.failures().size() + findings.unknowns().size()).isPositive();
  }
}
