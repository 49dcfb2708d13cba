package org.microcred.verify.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.model.ResourceDigest;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * A resource whose digest a credential states (VC 2.0 §5.3).
 *
 * @param at the object that states it
 * @param id what the object is about; empty text when it does not say
 * @param digest what it states
 */
record StatedDigest(JsonPointer at, String id, ResourceDigest digest) {
  private static final JsonString CREDENTIAL = new JsonString("VerifiableCredential");

  /** All that a credential states; credentials inside answer for themselves. */
  static List<StatedDigest> all(JsonObject credential) {
    List<StatedDigest> found = new ArrayList<>();
    collect(credential, JsonPointer.ROOT, found);
    return found;
  }

  /** Where the resource is found; empty when the id is no absolute URL. */
  Optional<URI> url() {
    try {
      return Optional.of(new URI(id)).filter(URI::isAbsolute);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static void collect(JsonValue value, JsonPointer at, List<StatedDigest> found) {
    if (value instanceof JsonObject object) {
      if (!at.tokens().isEmpty() && object.list("type").contains(CREDENTIAL)) {
        return;
      }
      ResourceDigest digest = ResourceDigest.of(object);
      if (!digest.isEmpty()) {
        found.add(new StatedDigest(at, object.string("id").orElse(""), digest));
      }
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        collect(member.getValue(), at.child(member.getKey()), found);
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        collect(array.items().get(i), at.child(i), found);
      }
    }
  }
}
