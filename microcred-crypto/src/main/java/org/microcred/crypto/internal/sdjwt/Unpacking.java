package org.microcred.crypto.internal.sdjwt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Puts disclosed claims in the places of their digests (RFC 9901 §7.1 steps 3 to 5). The first
 * broken rule ends it. Used once, by one thread; linear in the size of payload and disclosures.
 */
final class Unpacking {
  private final Map<String, Disclosure> byDigest = new HashMap<>();
  private final Set<String> digests = new HashSet<>();
  private final List<Revealed> revealed = new ArrayList<>();
  private final Limits limits;

  private Unpacking(Limits limits) {
    this.limits = limits;
  }

  /** The processed payload, and where each disclosure went, in the order of the payload. */
  record Result(JsonObject payload, List<Revealed> revealed) {}

  static Result of(JsonObject payload, List<String> disclosures, Limits limits)
      throws InvalidDocumentException {
    Unpacking unpacking = new Unpacking(limits);
    unpacking.collect(payload, disclosures);
    JsonObject processed =
        unpacking.object(payload.without(DigestName.CLAIM), Place.ROOT, limits.depth());
    if (unpacking.revealed.size() != disclosures.size()) {
      throw refused(
          "sd-jwt.unreferenced",
          Place.ROOT,
          "there are "
              + (disclosures.size() - unpacking.revealed.size())
              + " disclosures that the issuer's signature does not cover");
    }
    return new Result(processed, List.copyOf(unpacking.revealed));
  }

  // Step 3.1. What is read counts as one document.
  private void collect(JsonObject payload, List<String> disclosures)
      throws InvalidDocumentException {
    DigestName digest = DigestName.of(payload);
    int nodes = limits.nodes() - nodes(payload);
    for (String encoded : disclosures) {
      Limits rest = limits.toBuilder().nodes(Math.max(nodes, 1)).build();
      Disclosure disclosure = Disclosure.read(encoded, rest);
      nodes -= nodes(disclosure.value());
      if (byDigest.put(digest.of(encoded), disclosure) != null) {
        throw refused("sd-jwt.duplicate", Place.ROOT, "a disclosure is there twice");
      }
    }
  }

  private JsonValue value(JsonValue value, Place at, int depth) throws InvalidDocumentException {
    if (value instanceof JsonObject object) {
      return object(object, at, depth);
    }
    return value instanceof JsonArray array ? array(array, at, depth) : value;
  }

  private JsonObject object(JsonObject object, Place at, int depth)
      throws InvalidDocumentException {
    requireDepth(depth, at);
    JsonObject.Builder processed = JsonObject.builder();
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      String name = member.getKey();
      if (name.equals(Disclosure.DIGESTS)) {
        continue;
      }
      if (Disclosure.RESERVED.contains(name)) {
        throw refused(
            "sd-jwt.reserved-name", at.child(name), "this name must not stand in this place");
      }
      names.add(name);
      processed.put(name, value(member.getValue(), at.child(name), depth - 1));
    }
    for (String digest : digests(object, at)) {
      Optional<Disclosure> found = find(digest, at);
      if (found.isEmpty()) {
        continue;
      }
      String name =
          found
              .get()
              .name()
              .orElseThrow(() -> wrongKind(at, "an element of an array is disclosed for a member"));
      // Step 3.3.2.3
      if (!names.add(name)) {
        throw refused(
            "sd-jwt.overwrite",
            at.child(name),
            "a disclosure would overwrite the claim " + SafeText.quote(name));
      }
      processed.put(name, reveal(found.get(), at.child(name), depth));
    }
    return processed.build();
  }

  private JsonArray array(JsonArray array, Place at, int depth) throws InvalidDocumentException {
    requireDepth(depth, at);
    List<JsonValue> processed = new ArrayList<>();
    for (JsonValue item : array.items()) {
      Place place = at.child(Integer.toString(processed.size()));
      if (!(item instanceof JsonObject object) || !object.has(Disclosure.ELEMENT)) {
        processed.add(value(item, place, depth - 1));
        continue;
      }
      Optional<String> digest = object.string(Disclosure.ELEMENT);
      if (digest.isEmpty() || object.members().size() != 1) {
        throw refused("sd-jwt.digest", place, "a digest, and nothing else, is expected here");
      }
      Optional<Disclosure> found = find(digest.get(), place);
      if (found.isPresent()) {
        if (found.get().name().isPresent()) {
          throw wrongKind(place, "a member of an object is disclosed for an element");
        }
        processed.add(reveal(found.get(), place, depth));
      }
    }
    return new JsonArray(processed);
  }

  private JsonValue reveal(Disclosure disclosure, Place at, int depth)
      throws InvalidDocumentException {
    revealed.add(new Revealed(at.pointer(), disclosure.encoded()));
    return value(disclosure.value(), at, depth - 1);
  }

  private static List<String> digests(JsonObject object, Place at) throws InvalidDocumentException {
    JsonValue value = object.get(Disclosure.DIGESTS).orElse(JsonArray.EMPTY);
    List<String> digests = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonValue item : array.items()) {
        if (item instanceof JsonString digest) {
          digests.add(digest.value());
        }
      }
      if (digests.size() == array.items().size()) {
        return digests;
      }
    }
    throw refused("sd-jwt.digest", at.child(Disclosure.DIGESTS), "an array of digests is expected");
  }

  // Steps 3.3.1 and 4: each digest stands in one place only.
  private Optional<Disclosure> find(String digest, Place at) throws InvalidDocumentException {
    if (!digests.add(digest)) {
      throw refused("sd-jwt.duplicate", at, "a digest is there twice");
    }
    return Optional.ofNullable(byDigest.get(digest));
  }

  // Disclosures nest in each other, beyond what any of them shows alone.
  private void requireDepth(int depth, Place at) throws InvalidDocumentException {
    if (depth <= 0) {
      throw refused("limit.depth", at, "nested more than " + limits.depth() + " levels deep");
    }
  }

  private static int nodes(JsonValue value) {
    int nodes = 1;
    if (value instanceof JsonObject object) {
      for (JsonValue member : object.members().values()) {
        nodes += nodes(member);
      }
    } else if (value instanceof JsonArray array) {
      for (JsonValue item : array.items()) {
        nodes += nodes(item);
      }
    }
    return nodes;
  }

  private static InvalidDocumentException wrongKind(Place at, String message) {
    return refused("sd-jwt.disclosure", at, message);
  }

  private static InvalidDocumentException refused(String code, Place at, String message) {
    return InvalidDocumentException.of(code, at.pointer(), message);
  }

  /** A place in the processed payload, made into a pointer only where somebody asks. */
  private record Place(@Nullable Place parent, String token) {
    static final Place ROOT = new Place(null, "");

    Place child(String name) {
      return new Place(this, name);
    }

    JsonPointer pointer() {
      Deque<String> tokens = new ArrayDeque<>();
      Place at = this;
      while (at.parent != null) {
        tokens.addFirst(at.token);
        at = at.parent;
      }
      return new JsonPointer(List.copyOf(tokens));
    }
  }
}
