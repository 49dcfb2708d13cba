package org.microcred.verify.internal;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.Credential;
import org.microcred.model.CredentialSchema;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * Does the credential conform to the schemas that it names? (VC JSON Schema 1.0, Open Badges 3.0
 * {@code 1EdTechJsonSchemaValidator2019})
 *
 * <p>A schema comes through the caller's loader or not at all. The published Open Badges schema is
 * answered by the model where the loader does not have it.
 */
public final class SchemaCheck {
  private static final Set<String> TYPES = Set.of("1EdTechJsonSchemaValidator2019", "JsonSchema");
  private static final Pattern META_SCHEMAS = Pattern.compile("https?://json-schema\\.org/.*");
  private static final int MAX_SCHEMAS = 8;
  private static final int MAX_ERRORS = 20;

  private final Session session;

  private SchemaCheck(Session session) {
    this.session = session;
  }

  /** Compares a credential with the schemas that it names. */
  public static Findings of(Credential credential, Session session) {
    Findings findings = Findings.none();
    List<CredentialSchema> schemas = credential.schemas();
    if (schemas.size() > MAX_SCHEMAS) {
      return Findings.unknown(
          new Violation(
              "limit.schemas",
              JsonPointer.ROOT.child("credentialSchema"),
              "the credential names more than " + MAX_SCHEMAS + " schemas"));
    }
    for (int i = 0; i < schemas.size(); i++) {
      JsonPointer pointer = JsonPointer.ROOT.child("credentialSchema");
      if (schemas.size() > 1) {
        pointer = pointer.child(i);
      }
      findings = findings.and(new SchemaCheck(session).check(credential, schemas.get(i), pointer));
    }
    return findings;
  }

  private Findings check(Credential credential, CredentialSchema schema, JsonPointer pointer) {
    if (schema.types().stream().noneMatch(TYPES::contains)) {
      return Findings.unknown(
          new Violation(
              "schema.unsupported",
              pointer,
              "schemas of type "
                  + SafeText.quote(String.join(" ", schema.types()))
                  + " are not checked here"));
    }
    try {
      Optional<LoadedDocument> document = session.load(new URI(schema.id()));
      if (document.isPresent()) {
        return validate(credential.json(), document.get(), pointer);
      }
      return PublishedSchemas.answer(credential, schema.id())
          .orElseGet(() -> notChecked(pointer, schema.id(), "the loader does not have it"));
    } catch (IOException e) {
      Violation violation = Session.unavailable("schema.not-checked", pointer, e);
      return violation.code().equals("schema.not-checked")
          ? notChecked(pointer, schema.id(), Session.why(e))
          : Findings.unknown(violation);
    } catch (URISyntaxException e) {
      return Findings.failed(
          new Violation(
              "schema.id", pointer.child("id"), "the id of a schema is a URL (VC JSON Schema §2)"));
    }
  }

  private Findings notChecked(JsonPointer pointer, String id, String why) {
    Violation violation =
        new Violation(
            "schema.not-checked",
            pointer,
            "not compared with " + SafeText.quote(id) + ": " + why + "; supply the schema");
    return session.settings().requireSchemas()
        ? Findings.unknown(violation)
        : Findings.warned(violation);
  }

  private Findings validate(JsonObject credential, LoadedDocument document, JsonPointer pointer) {
    try {
      JsonValue schema = Json.read(document.content(), session.settings().limits());
      if (!SchemaNode.isCalculable(credential) || !SchemaNode.isCalculable(schema)) {
        return Findings.unknown(
            new Violation("limit.number", pointer, "a number is too large to be compared"));
      }
      Optional<String> flaw = SchemaSoundness.flaw(schema);
      if (flaw.isPresent()) {
        return invalid(document, pointer, new IllegalArgumentException(flaw.get()));
      }
      return compare(credential, schema, document);
    } catch (SchemaWork.TooMuch e) {
      return Findings.unknown(
          new Violation(
              "limit.schema",
              pointer,
              "not compared with "
                  + SafeText.of(document.url().toString())
                  + " to the end: "
                  + e.getMessage()));
    } catch (UnresolvedReference e) {
      return Findings.unknown(Session.unavailable("schema.invalid", pointer, e.reason()));
    } catch (InvalidDocumentException | RuntimeException | StackOverflowError e) {
      // The library refuses a schema in many ways, and one that refers to itself by the last.
      return invalid(document, pointer, e);
    }
  }

  private Findings compare(JsonObject credential, JsonValue schema, LoadedDocument document) {
    SchemaWork work = session.schemas();
    work.start();
    try {
      Validator.Result result =
          new ValidatorFactory()
              .withJsonNodeFactory(SchemaNode.factory(work))
              .withEvaluatorFactory(new SchemaKeywords(work))
              .withDefaultDialect(new Dialects.Draft2020Dialect())
              .withSchemaResolver(this::resolve)
              .validate(SchemaNode.of(schema, work), SchemaNode.of(credential, work));
      return result.isValid() ? Findings.none() : broken(result.getErrors(), document);
    } finally {
      work.stop();
    }
  }

  private static Findings invalid(LoadedDocument document, JsonPointer pointer, Throwable why) {
    return Findings.unknown(
        new Violation(
            "schema.invalid",
            pointer,
            "the schema at "
                + SafeText.of(document.url().toString())
                + " cannot be used: "
                + SafeText.of(
                    why instanceof StackOverflowError
                        ? "it refers to itself without end"
                        : String.valueOf(why.getMessage()))));
  }

  private static Findings broken(List<Error> errors, LoadedDocument document) {
    List<Violation> violations = new ArrayList<>();
    for (Error error : errors.subList(0, Math.min(errors.size(), MAX_ERRORS))) {
      violations.add(
          new Violation(
              "schema.violated",
              JsonPointer.parse(error.getInstanceLocation()),
              SafeText.of(error.getError())
                  + " (schema "
                  + SafeText.of(document.url().toString())
                  + ")"));
    }
    return new Findings(violations, List.of(), List.of());
  }

  /**
   * What a schema refers to comes through the same loader; the library has the standard
   * meta-schemas. The library would call a reference that leads nowhere a violation of the
   * credential, which it is not.
   */
  private SchemaResolver.Result resolve(String uri) {
    if (META_SCHEMAS.matcher(uri).matches()) {
      return SchemaResolver.Result.empty();
    }
    try {
      LoadedDocument document =
          session
              .load(new URI(uri))
              .orElseThrow(() -> new IOException("it refers to " + uri + ", which is not at hand"));
      JsonValue schema = Json.read(document.content(), session.settings().limits());
      Optional<String> flaw = SchemaSoundness.flaw(schema);
      if (flaw.isPresent() || !SchemaNode.isCalculable(schema)) {
        throw new IOException(
            "it refers to " + uri + ": " + flaw.orElse("a number is too large to be compared"));
      }
      return SchemaResolver.Result.fromJsonNode(SchemaNode.of(schema, session.schemas()));
    } catch (URISyntaxException | InvalidDocumentException e) {
      throw new UnresolvedReference(
          new IOException("it refers to " + uri + ", which is no schema", e));
    } catch (IOException e) {
      throw new UnresolvedReference(e);
    }
  }

  /** Carries a failed reference through the library's callback. */
  private static final class UnresolvedReference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    UnresolvedReference(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    IOException reason() {
      return reason;
    }
  }
}
