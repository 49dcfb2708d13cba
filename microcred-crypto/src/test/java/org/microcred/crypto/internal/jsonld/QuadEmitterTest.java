package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Limits;
import org.microcred.model.Violation;

/** The net behind the walk: what an expanded document holds is written, or refused. */
class QuadEmitterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{}]",
        "[{\"@id\":\"urn:x:1\"}]",
        "[{\"@id\":\"relative\",\"@type\":[\"urn:x:T\"]}]",
        "[{\"@id\":\"_:b0\",\"@type\":[\"urn:x:T\"]}]",
        "[{\"@id\":7,\"@type\":[\"urn:x:T\"]}]",
        "[{\"@type\":[\"T\"]}]",
        "[{\"@type\":[7]}]",
        "[{\"@type\":\"urn:x:T\"}]",
        "[{\"p\":[{\"@value\":\"x\"}]}]",
        "[{\"_:p\":[{\"@value\":\"x\"}]}]",
        "[{\"urn:x:p\":\"x\"}]",
        "[{\"urn:x:p\":[\"x\"]}]",
        "[{\"urn:x:p\":[{\"@value\":null}]}]",
        "[{\"urn:x:p\":[{\"@value\":\"x\",\"@type\":\"T\"}]}]",
        "[{\"urn:x:p\":[{\"@value\":\"x\",\"@type\":7}]}]",
        "[{\"urn:x:p\":[{\"@value\":\"x\",\"@language\":\"no good\"}]}]",
        "[{\"urn:x:p\":[{\"@value\":\"x\",\"@direction\":\"rtl\"}]}]",
        "[{\"urn:x:p\":[{\"@value\":\"x\",\"@index\":\"i\"}]}]",
        "[{\"urn:x:p\":[{\"@list\":[],\"@index\":\"i\"}]}]",
        "[{\"urn:x:p\":[{\"@list\":\"x\"}]}]",
        "[{\"urn:x:p\":[{\"@graph\":[{\"@id\":\"urn:x:1\"}]}]}]",
        "[{\"urn:x:p\":[{\"@value\":5},{\"@value\":5.0}]}]",
        "[{\"urn:x:p\":[{\"@id\":\"urn:x:1\"},{\"@id\":\"urn:x:1\"}]}]",
        "[{\"@type\":[\"urn:x:T\",\"urn:x:T\"]}]",
        "[{\"@reverse\":{}}]",
        "[\"x\"]"
      })
  void refusesWhatHasNoPlaceInQuads(String expanded) {
    assertThatThrownBy(() -> emit(expanded))
        .isInstanceOfSatisfying(
            LostDataException.class,
            e -> assertThat(e.violation().code()).isEqualTo("context.lost-data"));
  }

  @Test
  void writesListsAndGraphs() throws Exception {
    assertThat(
            emit(
                "[{\"@id\":\"urn:x:1\",\"urn:x:p\":[{\"@list\":[{\"@value\":1},{\"@list\":[]}]},"
                    + "{\"@graph\":[{\"@id\":\"urn:x:2\",\"@type\":[\"urn:x:T\"]}]}]}]"))
        .isEqualTo(
            """
            <urn:x:1> <urn:x:p> _:b0 .
            _:b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
            _:b0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b1 .
            _:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
            _:b1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
            <urn:x:2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:T> _:b2 .
            <urn:x:1> <urn:x:p> _:b2 .
            """);
  }

  /** A graph that holds only a reference has no quads: its id would not be signed. */
  @Test
  void catchesWhatTheWalkCannotSee() {
    Canonical canonical =
        Documents.canonicalise(
            Documents.object(
                """
                {"@context": ["https://www.w3.org/2018/credentials/v1"],
                 "type": ["VerifiablePresentation"],
                 "verifiableCredential": ["urn:x:credential"]}
                """));
    assertThat(canonical.context().failures())
        .extracting(Violation::code)
        .containsExactly("context.lost-data");
    assertThat(canonical.nquads()).isEmpty();
  }

  @Test
  void countsTellWhenSomethingIsLost() throws Exception {
    String node =
        "[{\"@id\":\"urn:x:1\",\"@type\":[\"urn:x:T\"],\"urn:x:p\":[{\"@value\":\"x\"}]}]";
    assertThat(Tally.of(array(node))).isEqualTo(Tally.of(array(node)));
    assertThat(Tally.of(array(node))).hasSameHashCodeAs(Tally.of(array(node)));
    for (String less :
        new String[] {
          "[{\"@type\":[\"urn:x:T\"],\"urn:x:p\":[{\"@value\":\"x\"}]}]",
          "[{\"@id\":\"urn:x:1\",\"urn:x:p\":[{\"@value\":\"x\"}]}]",
          "[{\"@id\":\"urn:x:1\",\"@type\":[\"urn:x:T\"],\"urn:x:p\":[]}]"
        }) {
      assertThat(Tally.of(array(less))).isNotEqualTo(Tally.of(array(node)));
    }
    assertThat(Tally.of(array(node))).hasToString("1 values, 1 types, 1 ids");
  }

  private static JsonArray array(String json) {
    return JakartaJson.of(Documents.value(json)).asJsonArray();
  }

  private static String emit(String expanded) throws Exception {
    StringWriter out = new StringWriter();
    try (Meter meter = new Meter(WorkBudget.of(Limits.defaults()))) {
      new QuadEmitter(new NQuadsWriter(out), meter).document(array(expanded));
    }
    return out.toString();
  }
}
