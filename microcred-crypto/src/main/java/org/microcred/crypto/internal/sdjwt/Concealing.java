package org.microcred.crypto.internal.sdjwt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Puts digests in the places of claims that the holder may withhold (RFC 9901 §4.2). Used once, by
 * one thread.
 */
final class Concealing {
  /** 128 bits (RFC 9901 §9.3). */
  private static final int SALT_BYTES = 16;

  private static final DigestName DIGEST = DigestName.SHA_256;

  private final Set<JsonPointer> places;
  private final int decoys;
  private final RandomGenerator random;
  private final List<String> disclosures = new ArrayList<>();

  private Concealing(Frame frame, RandomGenerator random) {
    this.places = new HashSet<>(frame.pointers());
    this.decoys = frame.decoys();
    this.random = random;
  }

  /** What the issuer signs, and the disclosures for the holder. */
  record Result(JsonObject payload, List<String> disclosures) {}

  /**
   * Conceals.
   *
   * @throws IllegalArgumentException when there is nothing in a place, or a member has a name that
   *     RFC 9901 reserves
   */
  static Result of(JsonObject claims, Frame frame, RandomGenerator random) {
    for (JsonPointer place : frame.pointers()) {
      if (place.in(claims).isEmpty()) {
        throw new IllegalArgumentException(
            "pointers: there is nothing at " + SafeText.quote(place.toString()));
      }
    }
    Concealing concealing = new Concealing(frame, random);
    JsonObject payload = concealing.object(claims, JsonPointer.ROOT);
    return new Result(
        payload.with(DigestName.CLAIM, new JsonString(DIGEST.claim())),
        List.copyOf(concealing.disclosures));
  }

  private JsonValue value(JsonValue value, JsonPointer at) {
    if (value instanceof JsonObject object) {
      return object(object, at);
    }
    return value instanceof JsonArray array ? array(array, at) : value;
  }

  private JsonObject object(JsonObject object, JsonPointer at) {
    JsonObject.Builder payload = JsonObject.builder();
    List<String> digests = new ArrayList<>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      String name = member.getKey();
      if (Disclosure.RESERVED.contains(name)) {
        throw new IllegalArgumentException(
            "credential: the name " + name + " is reserved in this form");
      }
      JsonPointer place = at.child(name);
      JsonValue value = value(member.getValue(), place);
      if (places.contains(place)) {
        digests.add(conceal(Optional.of(name), value));
      } else {
        payload.put(name, value);
      }
    }
    if (!digests.isEmpty()) {
      for (int i = 0; i < decoys; i++) {
        digests.add(decoy());
      }
      // In an order that tells nothing of the members.
      digests.sort(null);
      payload.put(Disclosure.DIGESTS, JsonArray.ofStrings(digests));
    }
    return payload.build();
  }

  private JsonArray array(JsonArray array, JsonPointer at) {
    List<JsonValue> items = new ArrayList<>();
    boolean concealed = false;
    for (int i = 0; i < array.items().size(); i++) {
      JsonPointer place = at.child(i);
      JsonValue value = value(array.items().get(i), place);
      if (places.contains(place)) {
        concealed = true;
        items.add(element(conceal(Optional.empty(), value)));
      } else {
        items.add(value);
      }
    }
    for (int i = 0; concealed && i < decoys; i++) {
      items.add(random.nextInt(items.size() + 1), element(decoy()));
    }
    return new JsonArray(items);
  }

  private String conceal(Optional<String> name, JsonValue value) {
    Disclosure disclosure = Disclosure.of(bytes(SALT_BYTES), name, value);
    disclosures.add(disclosure.encoded());
    return DIGEST.of(disclosure.encoded());
  }

  private String decoy() {
    return DIGEST.of(Base64Url.encode(bytes(2 * SALT_BYTES)));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static JsonObject element(String digest) {
    return JsonObject.builder().put(Disclosure.ELEMENT, digest).build();
  }
}
