package org.microcred.crypto.status;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * Where a token's status stands: the member {@code status_list} of its claim {@code status} (Token
 * Status List §6.2).
 *
 * @param index {@code idx}, the place in the list, from 0
 * @param uri the URL of the status list token
 */
public record StatusListInfo(long index, String uri) {
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  public StatusListInfo {
    if (index < 0) {
      throw new IllegalArgumentException("index is negative");
    }
    Objects.requireNonNull(uri, "uri");
  }

  /**
   * Reads a claim {@code status}.
   *
   * @param status its value, untrusted
   * @return what it says
   * @throws InvalidDocumentException {@code status.unsupported} when it names other ways of telling
   *     the status only, {@code status.malformed} when it is not as the specification wants it;
   *     pointers begin at the claim
   */
  public static StatusListInfo read(JsonValue status) throws InvalidDocumentException {
    if (!(status instanceof JsonObject claim)) {
      throw malformed(JsonPointer.ROOT, "must be an object");
    }
    JsonPointer place = JsonPointer.ROOT.child("status_list");
    Optional<JsonValue> list = claim.get("status_list");
    if (list.isEmpty()) {
      throw InvalidDocumentException.of(
          "status.unsupported", JsonPointer.ROOT, "only the member status_list is understood here");
    }
    if (!(list.get() instanceof JsonObject info)) {
      throw malformed(place, "must be an object");
    }
    String index = info.get("idx").orElse(info) instanceof JsonNumber n ? n.literal() : "";
    if (!INDEX.matcher(index).matches()) {
      throw malformed(place.child("idx"), "must be a whole number that is not negative");
    }
    String uri =
        info.string("uri").orElseThrow(() -> malformed(place.child("uri"), "must be a URI"));
    return new StatusListInfo(Long.parseLong(index), uri);
  }

  /** {@return the claim {@code status}} */
  public JsonObject toClaim() {
    JsonObject info = JsonObject.builder().put("idx", JsonNumber.of(index)).put("uri", uri).build();
    return JsonObject.builder().put("status_list", info).build();
  }

  private static InvalidDocumentException malformed(JsonPointer place, String message) {
    return InvalidDocumentException.of("status.malformed", place, message);
  }
}
