package org.microcred.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Tells which specifications a document is held against, and holds it against them. */
final class CredentialReader {
  private CredentialReader() {}

  static Reading read(JsonObject json) {
    return read(json, new Inspection());
  }

  static Reading read(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return read(Json.readObject(utf8, limits), new Inspection(utf8));
  }

  static Reading read(String text, Limits limits) throws InvalidDocumentException {
    JsonObject json = Json.readObject(text, limits);
    return read(json, new Inspection(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Reading read(JsonObject json, Inspection inspection) {
    Cursor in = Cursor.root(json, conformance(json), inspection);
    Credential credential = credential(in);
    return new Reading(
        inspection.isClean() ? Optional.of(credential) : Optional.empty(), inspection.findings());
  }

  private static Credential credential(Cursor in) {
    return switch (in.conformance().kind()) {
      case ACHIEVEMENT -> AchievementCredential.read(in);
      case PLAIN -> OtherCredential.read(in);
    };
  }

  /** A credential in a presentation, by rules of its own. */
  static Credential presented(Cursor in) {
    return credential(in.by(conformance(in.object())));
  }

  static Credential orThrow(Reading reading) throws InvalidDocumentException {
    if (reading.credential().isPresent()) {
      return reading.credential().get();
    }
    throw refused(reading.findings());
  }

  /** An achievement on its own, as stack policies and catalogues hold it. */
  static Achievement achievement(JsonObject json) throws InvalidDocumentException {
    Inspection inspection = new Inspection();
    Conformance conformance = new Conformance(DataModel.VC_2_0, Conformance.Kind.ACHIEVEMENT);
    Achievement achievement = Achievement.read(Cursor.root(json, conformance, inspection));
    if (inspection.isClean()) {
      return achievement;
    }
    throw refused(inspection.findings());
  }

  static InvalidDocumentException refused(Findings findings) {
    List<Violation> violations = new ArrayList<>(findings.failures());
    violations.addAll(findings.unknowns());
    return new InvalidDocumentException(violations);
  }

  /** The first context says which; without one that is known, the dates do. */
  static DataModel dataModel(JsonObject json) {
    return json.list("@context").stream()
        .limit(1)
        .filter(JsonString.class::isInstance)
        .flatMap(first -> DataModel.ofContext(((JsonString) first).value()).stream())
        .findFirst()
        .orElse(
            json.has(DataModel.VC_1_1.validFromMember())
                    && !json.has(DataModel.VC_2_0.validFromMember())
                ? DataModel.VC_1_1
                : DataModel.VC_2_0);
  }

  /** Open Badges 3.0 gives one kind of credential two names. */
  private static Conformance.Kind kind(JsonObject json) {
    for (JsonValue type : json.list("type")) {
      if (type instanceof JsonString name
          && AchievementCredential.TYPE_NAMES.contains(name.value())) {
        return Conformance.Kind.ACHIEVEMENT;
      }
    }
    return Conformance.Kind.PLAIN;
  }

  private static Conformance conformance(JsonObject json) {
    return new Conformance(dataModel(json), kind(json));
  }
}
