package org.microcred.crypto.internal.dataintegrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.internal.cbor.CborReader;
import org.microcred.crypto.internal.cbor.CborWriter;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.JsonPointer;

/** What the values of base and derived proofs have in common: a tag, then an array, in CBOR. */
final class SdCoding {
  /** ECDSA on P-256: r and s. */
  static final int SIGNATURE_BYTES = 64;

  private SdCoding() {}

  /** What a {@code proofValue} holds: base64url, led by u. */
  static Optional<byte[]> octets(String proofValue) {
    return proofValue.startsWith("u") ? Multibase.decode(proofValue) : Optional.empty();
  }

  /** The elements, when there are as many and the tag is that one. */
  static Optional<List<?>> items(byte[] value, long tag, int count, Limits limits) {
    try {
      return CborReader.read(value, limits) instanceof CborReader.Tagged tagged
              && tagged.tag() == tag
              && tagged.item() instanceof List<?> list
              && list.size() == count
          ? Optional.of(list)
          : Optional.empty();
    } catch (InvalidDocumentException e) {
      return Optional.empty();
    }
  }

  static void signatures(CborWriter out, List<byte[]> signatures) {
    out.array(signatures.size());
    signatures.forEach(out::bytes);
  }

  static Optional<List<byte[]>> signatures(Object item) {
    if (!(item instanceof List<?> list)) {
      return Optional.empty();
    }
    List<byte[]> signatures = new ArrayList<>();
    for (Object element : list) {
      if (!(element instanceof byte[] signature) || signature.length != SIGNATURE_BYTES) {
        return Optional.empty();
      }
      signatures.add(signature);
    }
    return Optional.of(signatures);
  }

  static Optional<JsonPointer> pointer(String text) {
    try {
      return Optional.of(JsonPointer.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
