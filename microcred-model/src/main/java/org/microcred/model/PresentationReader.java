package org.microcred.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.model.internal.Conformance;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/** Reads presentations and what stands in them, each by its own rules. */
final class PresentationReader {
  private static final String CREDENTIALS = "verifiableCredential";
  private static final JsonString ENVELOPED = new JsonString(EnvelopedCredential.TYPE_NAME);

  private PresentationReader() {}

  static PresentationReading read(JsonObject json, Limits limits) {
    return read(json, new Inspection(limits));
  }

  static Presentation parse(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return orThrow(read(Json.readObject(utf8, limits), new Inspection(limits, utf8)));
  }

  static Presentation parse(String text, Limits limits) throws InvalidDocumentException {
    JsonObject json = Json.readObject(text, limits);
    return orThrow(read(json, new Inspection(limits, text.getBytes(StandardCharsets.UTF_8))));
  }

  /** Reads an object on its own. */
  static <T> T parse(JsonObject json, Function<Cursor, T> read) throws InvalidDocumentException {
    Inspection inspection = new Inspection();
    T value = read.apply(Cursor.root(json, conformance(json), inspection));
    if (inspection.isClean()) {
      return value;
    }
    throw CredentialReader.refused(inspection.findings());
  }

  private static PresentationReading read(JsonObject json, Inspection inspection) {
    Presentation presentation = Presentation.read(Cursor.root(json, conformance(json), inspection));
    return new PresentationReading(
        inspection.isClean() ? Optional.of(presentation) : Optional.empty(), inspection.findings());
  }

  private static Presentation orThrow(PresentationReading reading) throws InvalidDocumentException {
    if (reading.presentation().isPresent()) {
      return reading.presentation().get();
    }
    throw CredentialReader.refused(reading.findings());
  }

  private static Conformance conformance(JsonObject json) {
    return new Conformance(CredentialReader.dataModel(json), Conformance.Kind.PLAIN);
  }

  /** VC 2.0 §4.13: objects only. VC 1.1 §6.3.1 has JWTs as texts, too. */
  static List<PresentedCredential> credentials(Cursor in, Optional<Profile> holder) {
    in.refuseEmpty(CREDENTIALS);
    Function<Cursor, PresentedCredential> read = item -> credential(item, holder);
    return in.conformance().dataModel() == DataModel.VC_2_0
        ? in.objects(CREDENTIALS, read)
        : in.objectsOrTexts(CREDENTIALS, read, (text, place) -> jwt(in, text, place));
  }

  private static PresentedCredential jwt(Cursor in, String text, JsonPointer place) {
    if (!CompactJws.isOne(text)) {
      in.fail("vp.jwt", place);
    }
    return EnvelopedCredential.jwt(text);
  }

  private static PresentedCredential credential(Cursor in, Optional<Profile> holder) {
    if (in.object().list("type").contains(ENVELOPED)) {
      return EnvelopedCredential.read(in);
    }
    boolean mustBeSecured = in.conformance().dataModel() == DataModel.VC_2_0;
    Credential credential = CredentialReader.presented(in);
    if (mustBeSecured
        && !in.object().has("proof")
        && in.isSound("issuer")
        && !isBy(holder, credential)) {
      in.fail("vp.unsecured", in.pointer());
    }
    return credential;
  }

  /** VC 2.0 §4.13.4: such a credential may be secured by what secures the presentation. */
  private static boolean isBy(Optional<Profile> holder, Credential credential) {
    return holder.map(Profile::id).filter(credential.issuer().id()::equals).isPresent();
  }
}
