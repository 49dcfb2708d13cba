package org.microcred.crypto.internal.did;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.JwkKeyPairs;
import org.microcred.crypto.internal.keys.JwkReader;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.NumericDate;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * Reads a JWK or a JWK Set (RFC 7517 §4 and §5) that lies at an https URL. A key in it is named by
 * that URL and, as fragment, its {@code kid} or else its thumbprint; by the URL alone when it is
 * the only one.
 *
 * <p>Such a document says nothing of who controls the keys: its methods have the type {@link
 * VerificationMethod#BARE_JWK}, and whose they are is for others to say.
 */
final class JwkSetReader {
  private final String url;
  private final String type;
  private final Map<String, VerificationMethod> methods = new LinkedHashMap<>();
  private final Map<String, JsonObject> sources = new LinkedHashMap<>();

  private JwkSetReader(String url, String type) {
    this.url = url;
    this.type = type;
  }

  /** Whether the document is about keys and about nobody. */
  static boolean isKeySource(JsonObject document) {
    return !document.has("id") && (document.has("kty") || document.has("keys"));
  }

  /**
   * Reads the keys. Those that cannot be used are there, with the reason.
   *
   * @param document what was found
   * @param url where, without fragment
   * @throws InvalidDocumentException {@code key.malformed} when it is neither a JWK nor a set,
   *     {@code limit.keys} when there are too many
   */
  static ControllerDocument read(JsonObject document, String url) throws InvalidDocumentException {
    return read(document, url, VerificationMethod.BARE_JWK);
  }

  /**
   * Reads the keys of somebody who says that they are.
   *
   * @param document a set
   * @param owner the id of who says so; the keys are named as if they lay there
   */
  static ControllerDocument readOwned(JsonObject document, String owner)
      throws InvalidDocumentException {
    return read(document, owner, "JsonWebKey");
  }

  private static ControllerDocument read(JsonObject document, String url, String type)
      throws InvalidDocumentException {
    JwkSetReader reader = new JwkSetReader(url, type);
    List<JsonObject> keys = keys(document);
    for (JsonObject key : keys) {
      reader.add(key);
    }
    if (keys.size() == 1) {
      reader.methods.put(url, reader.method(url, keys.get(0), JwkReader.publicKey(keys.get(0))));
    } else if (keys.size() > 1) {
      // A token that names the set alone could mean any of them.
      reader.methods.put(
          url,
          reader.method(
              url,
              JsonObject.EMPTY,
              DecodedKey.failed(
                  "key.ambiguous",
                  "there are " + keys.size() + " keys at that URL, and no fragment says which")));
    }
    List<String> ids = List.copyOf(reader.methods.keySet());
    return new ControllerDocument(
        url,
        List.copyOf(reader.methods.values()),
        Map.of(Relationship.ASSERTION_METHOD, ids, Relationship.AUTHENTICATION, ids));
  }

  private static List<JsonObject> keys(JsonObject document) throws InvalidDocumentException {
    if (!document.has("keys")) {
      return List.of(document);
    }
    if (!(document.get("keys").orElseThrow() instanceof JsonArray values)
        || document.has("kty")
        || !values.stream().allMatch(JsonObject.class::isInstance)) {
      throw InvalidDocumentException.of(
          "key.malformed",
          JsonPointer.ROOT.child("keys"),
          "the document is neither a JWK nor a set of them");
    }
    ControllerDocumentReader.requireFew(values.items().size());
    return values.stream().map(JsonObject.class::cast).toList();
  }

  /** Two keys of one name are none; the same key twice is one. */
  private void add(JsonObject jwk) {
    DecodedKey key = JwkReader.publicKey(jwk);
    Optional<String> name = jwk.string("kid").or(() -> key.key().flatMap(JwkKeyPairs::thumbprint));
    if (name.isEmpty()) {
      return; // nothing can mean it
    }
    String id = name.get().startsWith(url + '#') ? name.get() : url + '#' + name.get();
    JsonObject before = sources.putIfAbsent(id, jwk);
    if (before == null) {
      methods.put(id, method(id, jwk, key));
    } else if (!before.equals(jwk)) {
      methods.put(
          id,
          method(id, jwk, DecodedKey.failed("key.ambiguous", "the set has two keys of that name")));
    }
  }

  private VerificationMethod method(String id, JsonObject jwk, DecodedKey decoded) {
    Optional<Instant> expires = instant(jwk, "exp");
    Optional<Instant> revoked =
        jwk.object("revoked").flatMap(revocation -> instant(revocation, "revoked_at"));
    boolean unread =
        (jwk.has("exp") && expires.isEmpty()) || (jwk.has("revoked") && revoked.isEmpty());
    DecodedKey key =
        unread && decoded.key().isPresent()
            ? DecodedKey.malformed("exp or revoked of the JWK are not instants as JWT has them")
            : decoded;
    return new VerificationMethod(
        id, url, type, key.key(), key.algorithm(), key.findings(), expires, revoked);
  }

  // NumericDate (RFC 7519 §2), as OpenID Federation 1.0 puts it into JWKs.
  private static Optional<Instant> instant(JsonObject object, String name) {
    return object
        .get(name)
        .filter(JsonNumber.class::isInstance)
        .map(JsonNumber.class::cast)
        .flatMap(NumericDate::parse);
  }
}
