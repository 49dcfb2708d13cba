package org.microcred.verify.internal;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Basis;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Outcome;
import org.microcred.verify.DecisionRecord;
import org.microcred.verify.Recipient;

/**
 * What a decision record says. Its schema is the reader: what passed it has every member that is
 * read here.
 */
public record RecordReader(
    String engineVersion,
    String policyId,
    String policyVersion,
    String policyDigest,
    String award,
    Set<String> recipient,
    Optional<LocalDate> started,
    Set<String> frameworks,
    Set<String> earlier,
    List<DecisionRecord.Entry> credentials,
    Instant at,
    Outcome outcome,
    Map<String, String> parameters,
    Set<String> components,
    JsonObject decision) {
  private static final JsonValue SCHEMA = schema();
  private static final int MAX_ERRORS = 20;

  /** Reads the JSON of a record from untrusted bytes. */
  public static JsonObject parse(byte[] utf8) throws InvalidDocumentException {
    return Json.readObject(utf8, Limits.defaults());
  }

  /** Reads the members of a record. */
  public static RecordReader of(JsonObject json) throws InvalidDocumentException {
    validate(json);
    JsonObject policy = object(json, "policy");
    JsonObject decision = object(json, "decision");
    JsonObject basis = object(decision, "basis");
    try {
      return new RecordReader(
          text(object(json, "engine"), "version"),
          text(policy, "id"),
          text(policy, "version"),
          text(policy, "digest"),
          text(json, "award"),
          texts(json, "recipient"),
          json.string("started").map(LocalDate::parse),
          texts(json, "frameworks"),
          texts(json, "earlier"),
          entries(json),
          Instant.parse(text(decision, "at")),
          Outcome.valueOf(text(decision, "outcome")),
          parameters(object(basis, "parameters")),
          components(decision, basis),
          decision);
    } catch (DateTimeException e) {
      throw InvalidDocumentException.of(
          "record.date",
          JsonPointer.ROOT,
          "there is no such date: " + SafeText.of(String.valueOf(e.getMessage())));
    }
  }

  private static void validate(JsonObject json) throws InvalidDocumentException {
    if (!SchemaNode.isCalculable(json)) {
      throw InvalidDocumentException.of(
          "record.number", JsonPointer.ROOT, "a number is too large for a record");
    }
    try {
      Digests.ofCanonical(json);
    } catch (IllegalArgumentException e) {
      throw InvalidDocumentException.of(
          "record.number", JsonPointer.ROOT, SafeText.of(String.valueOf(e.getMessage())));
    }
    SchemaWork work = new SchemaWork(WorkBudget.of(Limits.defaults()), SchemaWork.STEPS);
    Validator.Result result;
    try {
      result =
          new ValidatorFactory()
              .withJsonNodeFactory(SchemaNode.factory(work))
              .withDefaultDialect(new Dialects.Draft2020Dialect())
              .validate(SchemaNode.of(SCHEMA, work), SchemaNode.of(json, work));
    } catch (SchemaWork.TooMuch e) {
      throw InvalidDocumentException.of(
          "limit.schema", JsonPointer.ROOT, SafeText.of(String.valueOf(e.getMessage())));
    }
    if (!result.isValid()) {
      throw new InvalidDocumentException(
          result.getErrors().stream()
              .limit(MAX_ERRORS)
              .map(
                  error ->
                      new Violation(
                          "record.schema",
                          JsonPointer.parse(error.getInstanceLocation()),
                          SafeText.of(error.getError())))
              .toList());
    }
    JsonObject policy = object(json, "policy");
    if (!policy.without("digest").equals(object(object(json, "decision"), "policy"))) {
      throw InvalidDocumentException.of(
          "record.policy",
          JsonPointer.ROOT.child("policy"),
          "the decision was made under another policy than the record names");
    }
  }

  /** How a record names a person, so that it can be recognised and not read. */
  public static SortedSet<String> names(Recipient person) {
    SortedSet<String> names = new TreeSet<>();
    person.ids().forEach(id -> names.add(Digests.of(id)));
    for (Recipient.Identifier identifier : person.identifiers()) {
      names.add(
          Digests.ofCanonical(
              JsonObject.builder()
                  .put("type", identifier.type())
                  .put("value", identifier.value())
                  .build()));
    }
    return names;
  }

  private static List<DecisionRecord.Entry> entries(JsonObject json) {
    List<DecisionRecord.Entry> entries = new ArrayList<>();
    for (JsonValue item : json.list("credentials")) {
      JsonObject entry = (JsonObject) item;
      entries.add(
          new DecisionRecord.Entry(
              text(entry, "digest"),
              text(entry, "report"),
              entry.get("counted").equals(Optional.of(JsonBoolean.TRUE)),
              entry.string("check"),
              Holding.Status.valueOf(text(entry, "status"))));
    }
    return List.copyOf(entries);
  }

  /** What is used, and the exceptions that were applied. */
  private static Set<String> components(JsonObject decision, JsonObject basis) {
    Set<String> digests = new TreeSet<>();
    for (JsonValue use : decision.list("uses")) {
      ((JsonObject) use).string("digest").ifPresent(digests::add);
    }
    for (JsonValue exception : basis.list("exceptions")) {
      JsonObject object = (JsonObject) exception;
      if (text(object, "state").equals(Basis.State.APPLIED.name())) {
        object.string("digest").ifPresent(digests::add);
      }
    }
    return Collections.unmodifiableSet(digests);
  }

  private static Map<String, String> parameters(JsonObject json) {
    Map<String, String> values = new LinkedHashMap<>();
    json.members().forEach((name, value) -> values.put(name, ((JsonString) value).value()));
    return Collections.unmodifiableMap(values);
  }

  private static Set<String> texts(JsonObject json, String name) {
    Set<String> texts = new TreeSet<>();
    json.list(name).forEach(item -> texts.add(((JsonString) item).value()));
    return Collections.unmodifiableSet(texts);
  }

  private static String text(JsonObject json, String name) {
    return json.string(name).orElseThrow();
  }

  private static JsonObject object(JsonObject json, String name) {
    return json.object(name).orElseThrow();
  }

  private static JsonValue schema() {
    try (InputStream in = DecisionRecord.class.getResourceAsStream("record.schema.json")) {
      return Json.read(Objects.requireNonNull(in).readAllBytes(), Limits.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidDocumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
