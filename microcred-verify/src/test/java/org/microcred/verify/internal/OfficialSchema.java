package org.microcred.verify.internal;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.testing.Vectors;

/** A JSON schema of 1EdTech, asked directly. */
final class OfficialSchema {
  /** What is compared here is not a stranger's. */
  static final SchemaWork UNBOUNDED =
      new SchemaWork(
          WorkBudget.of(
              Limits.defaults().toBuilder().canonicalisationTime(Duration.ofDays(1)).build()),
          Long.MAX_VALUE);

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(SchemaNode.factory(UNBOUNDED)).createValidator();
  private final URI uri;

  private OfficialSchema(JsonObject schema) {
    uri = validator.registerSchema(SchemaNode.of(schema, UNBOUNDED));
  }

  static OfficialSchema of(String file) throws InvalidDocumentException {
    return new OfficialSchema(Json.readObject(Vectors.bytes("1edtech/" + file), Limits.defaults()));
  }

  /** What it first finds wrong; empty when nothing is. */
  Optional<String> complaint(JsonObject document) {
    Validator.Result result = validator.validate(uri, SchemaNode.of(document, UNBOUNDED));
    return result.isValid()
        ? Optional.empty()
        : Optional.of(
            result.getErrors().stream()
                .findFirst()
                .map(error -> error.getInstanceLocation() + " " + error.getError())
                .orElse("invalid"));
  }
}
