package org.microcred.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Tells which specifications a document is held against, and holds it against them. */
final class CredentialReader {
  private CredentialReader() {}

  static Reading read(JsonObject json) {
    Conformance conformance = new Conformance(dataModel(json), isOpenBadge(json));
    Inspection inspection = new Inspection(conformance);
    Cursor in = Cursor.root(json, inspection);
    Credential credential;
    if (conformance.openBadge()) {
      credential = AchievementCredential.read(in);
    } else {
      credential = OtherCredential.read(in);
    }
    return new Reading(
        inspection.isClean() ? Optional.of(credential) : Optional.empty(), inspection.findings());
  }

  static Credential orThrow(Reading reading) throws InvalidDocumentException {
    if (reading.credential().isPresent()) {
      return reading.credential().get();
    }
    throw refused(reading.findings());
  }

  /** An achievement on its own, as stack policies and catalogues hold it. */
  static Achievement achievement(JsonObject json) throws InvalidDocumentException {
    Inspection inspection = new Inspection(new Conformance(DataModel.VC_2_0, true));
    Achievement achievement = Achievement.read(Cursor.root(json, inspection));
    if (inspection.isClean()) {
      return achievement;
    }
    throw refused(inspection.findings());
  }

  private static InvalidDocumentException refused(Findings findings) {
    List<Violation> violations = new ArrayList<>(findings.failures());
    violations.addAll(findings.unknowns());
    return new InvalidDocumentException(violations);
  }

  /** The first context says which; without one that is known, the dates do. */
  private static DataModel dataModel(JsonObject json) {
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
  private static boolean isOpenBadge(JsonObject json) {
    return json.list("type").stream()
        .anyMatch(
            type ->
                type instanceof JsonString name
                    && AchievementCredential.TYPE_NAMES.contains(name.value()));
  }
}
