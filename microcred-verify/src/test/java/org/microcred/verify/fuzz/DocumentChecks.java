package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.KeyResolver;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** JSON-LD and its canonical form. */
final class DocumentChecks {
  private static final Signer KEY = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  private static final CredentialSigner SIGNER =
      CredentialSigner.of(KEY, ProofFormat.EDDSA_RDFC_2022);

  private DocumentChecks() {}

  /** What is signed verifies in any order of its members, and not without any one of them. */
  static void signed(byte[] data) throws InvalidDocumentException, IOException {
    JsonObject document = Json.readObject(data, Limits.defaults()).without("proof");
    JsonString issuer = new JsonString(KEY.controller());
    JsonObject mine =
        document.with(
            "issuer",
            document.object("issuer").map(o -> (JsonValue) o.with("id", issuer)).orElse(issuer));
    JsonObject signed = Json.readObject(SIGNER.sign(mine).toBytes(), Limits.defaults());
    assertThat(verifies(signed)).isTrue();
    assertThat(verifies((JsonObject) turned(signed))).isTrue();
    List<JsonObject> lessened = new ArrayList<>();
    lessen(mine, lessened);
    JsonObject less = lessened.get(Math.floorMod(Arrays.hashCode(data), lessened.size()));
    assertThat(verifies(less.with("proof", signed.get("proof").orElseThrow())))
        .as("%s instead of %s", less, mine)
        .isFalse();
  }

  private static boolean verifies(JsonObject document)
      throws InvalidDocumentException, IOException {
    Inspection inspection = Inspection.of(document, InspectionSettings.defaults());
    VerificationMethod method =
        KeyResolver.offline().resolve(KEY.controller()).orElseThrow().verificationMethods().get(0);
    return inspection.shape().passed()
        && inspection.context().passed()
        && inspection.verify(inspection.proofs().get(0), method).passed();
  }

  /** The same with the members of every object in the opposite order. */
  private static JsonValue turned(JsonValue value) {
    if (value instanceof JsonArray array) {
      return new JsonArray(array.stream().map(DocumentChecks::turned).toList());
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    List<String> names = new ArrayList<>(object.members().keySet());
    JsonObject.Builder turned = JsonObject.builder();
    for (int i = names.size() - 1; i >= 0; i--) {
      turned.put(names.get(i), turned(object.get(names.get(i)).orElseThrow()));
    }
    return turned.build();
  }

  /** All documents that lack one member of this one, or of an object in it. */
  private static void lessen(JsonObject object, List<JsonObject> lessened) {
    object
        .members()
        .forEach(
            (name, member) -> {
              // RDF has no statement for a set of nothing.
              if (!(member instanceof JsonArray none) || none.stream().findAny().isPresent()) {
                lessened.add(object.without(name));
              }
              if (member instanceof JsonObject inner && !name.equals("@context")) {
                List<JsonObject> smaller = new ArrayList<>();
                lessen(inner, smaller);
                smaller.forEach(less -> lessened.add(object.with(name, less)));
              }
            });
  }
}
