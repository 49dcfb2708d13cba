package org.microcred.model.openbadges2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.microcred.model.DataModel;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;
import org.microcred.model.internal.Messages;
import org.microcred.model.internal.Uris;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.model.openbadges2.BadgeObject.Reading;

/** Reads documents, after a look at their version and their contexts. */
final class BadgeReader {
  /** Constraints of Open Badges 3.0 do not apply here. */
  private static final Conformance RULES =
      new Conformance(DataModel.VC_2_0, Conformance.Kind.PLAIN);

  private BadgeReader() {}

  static <T extends BadgeObject> Reading<T> read(JsonObject json, Function<Cursor, T> read) {
    return reading(json, new Inspection(), in -> Optional.of(read.apply(in)));
  }

  static <T extends BadgeObject> T parse(byte[] utf8, Function<Cursor, T> read)
      throws InvalidDocumentException {
    return parse(utf8, Limits.defaults(), in -> Optional.of(read.apply(in)));
  }

  static Reading<BadgeObject> readAny(JsonObject json) {
    return reading(json, new Inspection(), BadgeReader::any);
  }

  static BadgeObject parseAny(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return parse(utf8, limits, BadgeReader::any);
  }

  /** What is broken in an object that need not stand on its own. */
  static List<Violation> violations(JsonObject json, Consumer<Cursor> read) {
    Inspection inspection = new Inspection();
    read.accept(Cursor.root(json, RULES, inspection));
    return refused(inspection.findings());
  }

  private static <T extends BadgeObject> T parse(
      byte[] utf8, Limits limits, Function<Cursor, Optional<T>> read)
      throws InvalidDocumentException {
    byte[] own = utf8.clone();
    Reading<T> reading = reading(Json.readObject(own, limits), new Inspection(limits, own), read);
    if (reading.document().isPresent()) {
      return reading.document().get();
    }
    throw new InvalidDocumentException(refused(reading.findings()));
  }

  private static <T extends BadgeObject> Reading<T> reading(
      JsonObject json, Inspection inspection, Function<Cursor, Optional<T>> read) {
    Optional<String> old = Legacy.version(json);
    if (old.isPresent()) {
      Violation unsupported = Messages.violation("ob2.unsupported", JsonPointer.ROOT, old.get());
      return new Reading<>(Optional.empty(), Findings.unknown(unsupported));
    }
    Cursor in = Cursor.root(json, RULES, inspection);
    checkContext(in);
    Optional<T> document = read.apply(in);
    return new Reading<>(inspection.isClean() ? document : Optional.empty(), inspection.findings());
  }

  private static List<Violation> refused(Findings findings) {
    List<Violation> violations = new ArrayList<>(findings.failures());
    violations.addAll(findings.unknowns());
    return violations;
  }

  private static Optional<BadgeObject> any(Cursor in) {
    for (JsonValue type : in.object().list("type")) {
      Optional<BadgeObject> found =
          type instanceof JsonString name ? known(in, name.value()) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    if (in.object().has("revoked")) {
      return Optional.of(Assertion.from(in));
    }
    if (in.required("type") != null) {
      in.fail("ob2.type", in.pointer().child("type"));
    }
    return Optional.empty();
  }

  private static Optional<BadgeObject> known(Cursor in, String type) {
    return switch (type) {
      case "Assertion" -> Optional.of(Assertion.from(in));
      case "BadgeClass" -> Optional.of(BadgeClass.from(in));
      case "Issuer", "Profile" -> Optional.of(Profile.from(in));
      case "CryptographicKey" -> Optional.of(CryptographicKey.from(in));
      case "RevocationList" -> Optional.of(RevocationList.from(in));
      case "Endorsement" -> Optional.of(Endorsement.from(in));
      default -> Optional.empty();
    };
  }

  /** A context or several, that of Open Badges 2.0 among them; a revoked assertion needs none. */
  private static void checkContext(Cursor in) {
    JsonPointer pointer = in.pointer().child("@context");
    JsonValue value = in.take("@context");
    if (value == null) {
      if (!in.object().has("@context") && !in.object().has("revoked")) {
        in.fail("model.required", pointer);
      }
      return;
    }
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        checkContext(in, pointer.child(i), array.items().get(i));
      }
    } else {
      checkContext(in, pointer, value);
    }
    if (in.isSound(pointer)
        && !in.object().list("@context").contains(new JsonString(BadgeObject.CONTEXT))) {
      in.fail("ob2.context", pointer, SafeText.quote(BadgeObject.CONTEXT));
    }
  }

  private static void checkContext(Cursor in, JsonPointer pointer, JsonValue item) {
    if (item instanceof JsonString url) {
      if (!Uris.isAbsolute(url.value())) {
        in.fail("model.uri", pointer);
      }
    } else if (!(item instanceof JsonObject)) {
      in.wrongType("a string or an object", item, pointer);
    }
  }
}
