package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.rdf.nquads.NQuadsReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the public test suite leaves open; the expected forms are those of rdf-canonize 5. */
class RdfcTest {
  static String canonicalise(String nquads) throws Exception {
    try (Meter meter = new Meter(Documents.budget())) {
      Rdfc rdfc = new Rdfc("SHA-256", meter);
      new NQuadsReader(new StringReader(nquads)).provide(rdfc);
      return rdfc.canonicalise();
    }
  }

  @Test
  void aNodeThatMentionsItselfHasItsQuadHashedOnce() throws Exception {
    assertThat(canonicalise("_:n0 <urn:p0> _:n0 .\n_:n1 <urn:p1> _:n0 .\n"))
        .isEqualTo("_:c14n0 <urn:p1> _:c14n1 .\n_:c14n1 <urn:p0> _:c14n1 .\n");
  }

  @Test
  void aRepeatedQuadCountsOnce() throws Exception {
    String once = "_:n2 <urn:p1> _:n1 .\n_:n3 <urn:p1> _:n4 .\n_:n4 <urn:p1> \"x\" .\n";
    assertThat(canonicalise(once + "_:n2 <urn:p1> _:n1 .\n")).isEqualTo(canonicalise(once));
  }

  @Test
  void equalNodesInGraphsAreToldApartByEveryQuadOfTheGraph() throws Exception {
    assertThat(
            canonicalise(
                """
                <urn:a> <urn:p> _:g1 .
                <urn:b> <urn:p> _:g2 .
                <urn:c> <urn:p> _:g3 .
                _:x1 <urn:q> "1" _:g1 .
                _:x1 <urn:r> "2" _:g1 .
                _:x2 <urn:q> "1" _:g2 .
                _:x2 <urn:r> "2" _:g2 .
                _:x3 <urn:q> "1" _:g3 .
                _:x3 <urn:r> "2" _:g3 .
                """))
        .isEqualTo(
            """
            <urn:a> <urn:p> _:c14n0 .
            <urn:b> <urn:p> _:c14n1 .
            <urn:c> <urn:p> _:c14n2 .
            _:c14n3 <urn:q> "1" _:c14n2 .
            _:c14n3 <urn:r> "2" _:c14n2 .
            _:c14n4 <urn:q> "1" _:c14n0 .
            _:c14n4 <urn:r> "2" _:c14n0 .
            _:c14n5 <urn:q> "1" _:c14n1 .
            _:c14n5 <urn:r> "2" _:c14n1 .
            """);
  }

  @Test
  void linesAreOrderedByCodePoints() {
    assertThat(Rdfc.compareCodePoints("\uFF01", "\uD83D\uDE00")).isNegative();
    assertThat(Rdfc.compareCodePoints("\uD83D\uDE00", "\uFF01")).isPositive();
    assertThat(Rdfc.compareCodePoints("a", "ab")).isNegative();
    assertThat(Rdfc.compareCodePoints("\uD83D\uDE00", "\uD83D\uDE01")).isNegative();
    assertThat(Rdfc.compareCodePoints("é", "é")).isZero();
  }

  @Test
  void aDirectionIsRefused() {
    try (Meter meter = new Meter(Documents.budget())) {
      Rdfc rdfc = new Rdfc("SHA-256", meter);
      assertThatThrownBy(() -> rdfc.quad("urn:s", "urn:p", "x", "urn:t", "en", "ltr", null))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Rdfc("SHA-0", meter)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void permutationsComeEachOnceInOrder() {
    assertThat(all("b", "a", "c")).containsExactly("abc", "acb", "bac", "bca", "cab", "cba");
    assertThat(all("a", "b", "a")).containsExactly("aab", "aba", "baa");
    assertThat(all("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a")).hasSize(1);
    assertThat(all("a")).containsExactly("a");
  }

  private static List<String> all(String... items) {
    List<String> orders = new ArrayList<>();
    Permutations permutations = new Permutations(List.of(items));
    do {
      orders.add(String.join("", permutations.current()));
    } while (permutations.next());
    return orders;
  }
}
