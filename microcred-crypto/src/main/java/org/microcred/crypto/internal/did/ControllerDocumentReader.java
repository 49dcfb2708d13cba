package org.microcred.crypto.internal.did;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Reads controller documents as plain JSON (CID 1.0 §2): what a context says changes nothing, so
 * the contexts that a document names need not be at hand.
 */
final class ControllerDocumentReader {
  private static final List<String> PLACES_OF_METHODS =
      List.of(
          "verificationMethod",
          "authentication",
          "assertionMethod",
          "keyAgreement",
          "capabilityInvocation",
          "capabilityDelegation");

  private static final int MAX_KEYS = 1000;

  private final String id;
  private final Map<String, JsonObject> methods = new LinkedHashMap<>();
  private final Set<String> ambiguous = new LinkedHashSet<>();
  private final Map<Relationship, List<String>> relationships = new LinkedHashMap<>();

  private ControllerDocumentReader(String id) {
    this.id = id;
  }

  /**
   * Reads a document.
   *
   * @param document what was found
   * @param id whose document was asked for
   * @throws InvalidDocumentException {@code key.document-id} when it is somebody else's
   */
  static ControllerDocument read(JsonObject document, String id) throws InvalidDocumentException {
    // CID 1.0 §3.3 step 6: otherwise anyone could lend anyone keys.
    if (!document.string("id").equals(Optional.of(id))) {
      throw InvalidDocumentException.of(
          "key.document-id",
          JsonPointer.ROOT.child("id"),
          "the document is not about "
              + SafeText.quote(id)
              + " but about "
              + document.string("id").map(SafeText::quote).orElse("nobody"));
    }
    ControllerDocumentReader reader = new ControllerDocumentReader(id);
    for (String place : PLACES_OF_METHODS) {
      reader.collect(document, place);
    }
    requireFew(reader.methods.size());
    List<VerificationMethod> methods = new ArrayList<>();
    reader.methods.forEach(
        (methodId, method) ->
            methods.add(
                MethodReader.read(method, methodId, id, reader.ambiguous.contains(methodId))));
    return new ControllerDocument(id, methods, reader.relationships);
  }

  /** Each key is work before anybody asked for it. */
  static void requireFew(int keys) throws InvalidDocumentException {
    if (keys > MAX_KEYS) {
      throw InvalidDocumentException.of(
          "limit.keys",
          JsonPointer.ROOT,
          "more than " + MAX_KEYS + " keys are not read, found " + keys);
    }
  }

  /** Methods may stand in a relationship, where they are listed and defined at once. */
  private void collect(JsonObject document, String place) {
    List<String> listed = new ArrayList<>();
    for (JsonValue value : document.list(place)) {
      if (value instanceof JsonObject method) {
        method
            .string("id")
            .flatMap(this::absolute)
            .ifPresent(
                methodId -> {
                  listed.add(methodId);
                  JsonObject before = methods.putIfAbsent(methodId, method);
                  if (before != null && !before.equals(method)) {
                    ambiguous.add(methodId);
                  }
                });
      } else if (value instanceof JsonString reference) {
        absolute(reference.value()).ifPresent(listed::add);
      }
    }
    Relationship.of(place).ifPresent(relationship -> relationships.put(relationship, listed));
  }

  /** A fragment is one of this document; what is neither that nor absolute names nothing. */
  private Optional<String> absolute(String reference) {
    if (reference.startsWith("#")) {
      return Optional.of(id + reference);
    }
    return reference.contains(":") ? Optional.of(reference) : Optional.empty();
  }
}
