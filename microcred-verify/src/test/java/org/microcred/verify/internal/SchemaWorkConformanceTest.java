package org.microcred.verify.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.ValidatorFactory;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.testing.Vectors;

/** The official schemas take a small part of the work that a schema may make. */
class SchemaWorkConformanceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "schemas-ob-v3p0/ob_v3p0_achievementcredential_schema.json",
        "schemas-clr-v2p0/clr_v2p0_clrcredential_schema.json"
      })
  void officialSchemasStayFarBelowTheLimit(String file) throws Exception {
    JsonObject schema = read("1edtech/" + file);
    SchemaWork work = new SchemaWork(WorkBudget.of(Limits.defaults()), SchemaWork.STEPS);
    new ValidatorFactory()
        .withJsonNodeFactory(SchemaNode.factory(work))
        .withEvaluatorFactory(new SchemaKeywords(work))
        .withDefaultDialect(new Dialects.Draft2020Dialect())
        .validate(SchemaNode.of(schema, work), SchemaNode.of(large(), work));
    long used = SchemaWork.STEPS - work.left();
    System.out.println(file + ": " + used + " of " + SchemaWork.STEPS + " steps");
    assertThat(used).isBetween(1_000L, SchemaWork.STEPS / 4);
  }

  /** A badge with much in it. */
  private static JsonObject large() throws InvalidDocumentException {
    JsonObject evidence =
        JsonObject.builder()
            .put("id", "https://uni.example/evidence")
            .put("type", JsonArray.of(new JsonString("Evidence")))
            .put("name", "Work")
            .build();
    JsonArray much = new JsonArray(Collections.nCopies(500, evidence));
    return read("1edtech/spec-examples-ob30/fullOpenBadge/example-000.json").with("evidence", much);
  }

  private static JsonObject read(String file) throws InvalidDocumentException {
    return Json.readObject(Vectors.bytes(file), Limits.defaults());
  }
}
