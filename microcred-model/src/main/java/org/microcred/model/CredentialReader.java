package org.microcred.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Tells which specifications a document is held against, and holds it against them. */
final class CredentialReader {
  /** Open Badges 3.0 gives one kind of credential two names. */
  private static final Map<String, Conformance.Kind> KINDS =
      Map.of(
          "OpenBadgeCredential",
          Conformance.Kind.ACHIEVEMENT,
          "AchievementCredential",
          Conformance.Kind.ACHIEVEMENT,
          EndorsementCredential.TYPE_NAME,
          Conformance.Kind.ENDORSEMENT,
          ClrCredential.TYPE_NAME,
          Conformance.Kind.CLR);

  private CredentialReader() {}

  static Reading read(JsonObject json, Limits limits) {
    return read(json, new Inspection(limits));
  }

  static Reading read(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return read(Json.readObject(utf8, limits), new Inspection(limits, utf8));
  }

  static Reading read(String text, Limits limits) throws InvalidDocumentException {
    JsonObject json = Json.readObject(text, limits);
    return read(json, new Inspection(limits, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Reading read(JsonObject json, Inspection inspection) {
    Conformance conformance = new Conformance(dataModel(json), kind(json));
    Credential credential = credential(Cursor.root(json, conformance, inspection));
    return new Reading(
        inspection.isClean() ? Optional.of(credential) : Optional.empty(), inspection.findings());
  }

  /**
   * A credential inside another, by rules of its own. Both follow one data model: Open Badges 3.0
   * and CLR 2.0 put credentials of the data model 2.0 into such credentials alone, those of 1.1
   * likewise, and the contexts of the two cannot be processed as one document.
   */
  static Credential embedded(Cursor in) {
    JsonObject json = in.object();
    DataModel outer = in.conformance().dataModel();
    DataModel own = dataModel(json);
    if (own != outer && contextModel(json).isPresent()) {
      in.fail(
          "vc.context#embedded",
          in.pointer().child("@context").child(0),
          SafeText.quote(Contexts.first(outer).value()));
    }
    Conformance.Kind kind = kind(json);
    return credential(
        in.embedded(
            new Conformance(
                own, kind == Conformance.Kind.PLAIN ? Conformance.Kind.RECORDED : kind)));
  }

  /** Holds a document against chosen specifications, whatever it says that it follows. */
  static void inspect(JsonObject json, Conformance conformance, Inspection inspection) {
    credential(Cursor.root(json, conformance, inspection));
  }

  private static Credential credential(Cursor in) {
    if (kinds(in.object()).size() > 1) {
      in.fail("model.type#kinds", in.pointer().child("type"));
    }
    return switch (in.conformance().kind()) {
      case ACHIEVEMENT -> AchievementCredential.read(in);
      case ENDORSEMENT -> EndorsementCredential.read(in);
      case CLR -> ClrCredential.read(in);
      case PLAIN, RECORDED -> OtherCredential.read(in);
    };
  }

  /** A credential in a presentation, by rules of its own. */
  static Credential presented(Cursor in) {
    JsonObject json = in.object();
    return credential(in.embedded(new Conformance(dataModel(json), kind(json))));
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
    return contextModel(json)
        .orElse(
            json.has(DataModel.VC_1_1.validFromMember())
                    && !json.has(DataModel.VC_2_0.validFromMember())
                ? DataModel.VC_1_1
                : DataModel.VC_2_0);
  }

  private static Optional<DataModel> contextModel(JsonObject json) {
    return json.list("@context").stream()
        .limit(1)
        .filter(JsonString.class::isInstance)
        .flatMap(first -> DataModel.ofContext(((JsonString) first).value()).stream())
        .findFirst();
  }

  /** The kind that is named first. */
  private static Conformance.Kind kind(JsonObject json) {
    return kinds(json).stream().findFirst().orElse(Conformance.Kind.PLAIN);
  }

  private static Set<Conformance.Kind> kinds(JsonObject json) {
    Set<Conformance.Kind> kinds = new LinkedHashSet<>();
    for (JsonValue type : json.list("type")) {
      if (type instanceof JsonString name && KINDS.containsKey(name.value())) {
        kinds.add(KINDS.get(name.value()));
      }
    }
    return kinds;
  }
}
