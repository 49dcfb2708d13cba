package org.microcred.crypto.internal.sdjwt;

import java.util.List;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonPointer;

/**
 * The compact serialisation, taken apart (RFC 9901 §4).
 *
 * @param jwt what the issuer signed
 * @param disclosures each as its text
 * @param keyBinding what the holder signed, at the end
 */
record SdJwtText(String jwt, List<String> disclosures, Optional<String> keyBinding) {
  private static final char SEPARATOR = '~';

  static SdJwtText parse(String text, Limits limits) throws InvalidDocumentException {
    if (text.length() > limits.documentBytes()) {
      throw refused("limit.document", "the token is longer than the limit for documents");
    }
    long separators = text.chars().filter(c -> c == SEPARATOR).count();
    if (separators == 0) {
      throw refused("sd-jwt.syntax", "a tilde is expected behind the issuer's token");
    }
    if (separators - 1 > limits.disclosures()) {
      throw refused(
          "limit.disclosures", "there are more than " + limits.disclosures() + " disclosures");
    }
    List<String> parts = List.of(text.split(String.valueOf(SEPARATOR), -1));
    int last = parts.size() - 1;
    return new SdJwtText(
        parts.get(0),
        parts.subList(1, last),
        parts.get(last).isEmpty() ? Optional.empty() : Optional.of(parts.get(last)));
  }

  /** All but the key binding: what a holder binds (RFC 9901 §4.3.1). */
  String bound() {
    StringBuilder text = new StringBuilder(jwt).append(SEPARATOR);
    disclosures.forEach(disclosure -> text.append(disclosure).append(SEPARATOR));
    return text.toString();
  }

  @Override
  public String toString() {
    return bound() + keyBinding.orElse("");
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }
}
