package org.microcred.crypto.internal.image;

import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonPointer;

/** What is refused in pictures; a place in a picture has no JSON pointer. */
final class Faults {
  private Faults() {}

  static InvalidDocumentException malformed(String message) {
    return of("image.malformed", message);
  }

  static InvalidDocumentException carrier(String message) {
    return of("image.carrier", message);
  }

  static InvalidDocumentException encoding(String message) {
    return of("image.encoding", message);
  }

  static InvalidDocumentException tooIntricate(String message) {
    return of("limit.image", message);
  }

  static InvalidDocumentException ambiguous(String message) {
    return of("image.ambiguous", message + "; nobody can tell which one is meant");
  }

  static InvalidDocumentException of(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }
}
