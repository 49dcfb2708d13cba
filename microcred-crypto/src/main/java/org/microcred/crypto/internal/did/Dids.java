package org.microcred.crypto.internal.did;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** The DID methods whose identifier is the key itself: nothing has to be fetched. */
public final class Dids {
  private static final String DID_KEY = "did:key:";
  private static final String DID_JWK = "did:jwk:";

  private Dids() {}

  /** The document of a did:key or did:jwk; empty for every other identifier. */
  public static Optional<ControllerDocument> resolve(String did) throws InvalidDocumentException {
    if (did.startsWith(DID_KEY)) {
      return Optional.of(didKey(did, did.substring(DID_KEY.length())));
    }
    if (did.startsWith(DID_JWK)) {
      return Optional.of(didJwk(did, did.substring(DID_JWK.length())));
    }
    return Optional.empty();
  }

  // did:key §3.1.1; the method's name is the key once more.
  private static ControllerDocument didKey(String did, String multikey)
      throws InvalidDocumentException {
    if (!multikey.matches("z[1-9A-HJ-NP-Za-km-z]+")) {
      throw syntax(did, "z and base58btc are expected behind did:key:");
    }
    return document(
        did,
        did + '#' + multikey,
        "Multikey",
        Multikey.decode(multikey),
        !Multikey.isForKeyAgreement(multikey));
  }

  // did:jwk, "Read": the only method is #0; a key with the use enc is for key agreement alone.
  private static ControllerDocument didJwk(String did, String encoded)
      throws InvalidDocumentException {
    byte[] json =
        Base64Url.decode(encoded)
            .orElseThrow(() -> syntax(did, "canonical base64url is expected behind did:jwk:"));
    JsonObject jwk = Json.readObject(json, Limits.defaults());
    return document(
        did,
        did + "#0",
        "JsonWebKey",
        JwkReader.publicKey(jwk),
        !jwk.string("use").equals(Optional.of("enc")));
  }

  private static ControllerDocument document(
      String did, String methodId, String type, DecodedKey key, boolean signs) {
    VerificationMethod method =
        new VerificationMethod(
            methodId,
            did,
            type,
            key.key(),
            key.algorithm(),
            key.findings(),
            Optional.empty(),
            Optional.empty());
    List<String> ids = List.of(methodId);
    return new ControllerDocument(
        did,
        List.of(method),
        signs
            ? Map.of(Relationship.ASSERTION_METHOD, ids, Relationship.AUTHENTICATION, ids)
            : Map.of());
  }

  static InvalidDocumentException syntax(String did, String message) {
    return InvalidDocumentException.of(
        "key.did-syntax",
        JsonPointer.ROOT,
        SafeText.quote(did) + " is not a valid identifier: " + message);
  }
}
