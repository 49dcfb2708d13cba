package org.microcred.crypto.internal.dataintegrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.internal.cbor.CborWriter;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonPointer;

/**
 * The value of a base proof (Data Integrity ECDSA Cryptosuites 1.0 §3.4.16): all that the holder
 * needs to disclose parts.
 *
 * @param baseSignature the issuer's signature
 * @param publicKey the key that signed each quad, as Multikey without its multibase
 * @param hmacKey what hides the order of blank nodes
 * @param signatures one for each quad that is not mandatory, in their order
 * @param mandatory what every derived proof discloses
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record SdBaseProof(
    byte[] baseSignature,
    byte[] publicKey,
    byte[] hmacKey,
    List<byte[]> signatures,
    List<JsonPointer> mandatory) {
  private static final long TAG = 0x5d00;
  private static final int ITEMS = 5;

  byte[] toBytes() {
    CborWriter out = new CborWriter().tag(TAG).array(ITEMS);
    out.bytes(baseSignature).bytes(publicKey).bytes(hmacKey);
    SdCoding.signatures(out, signatures);
    out.array(mandatory.size());
    mandatory.forEach(pointer -> out.text(pointer.toString()));
    return out.toBytes();
  }

  /** Empty when it is no base proof. */
  static Optional<SdBaseProof> read(byte[] value, Limits limits) {
    return SdCoding.items(value, TAG, ITEMS, limits).flatMap(SdBaseProof::read);
  }

  private static Optional<SdBaseProof> read(List<?> items) {
    if (items.get(0) instanceof byte[] signature
        && signature.length == SdCoding.SIGNATURE_BYTES
        && items.get(1) instanceof byte[] key
        && items.get(2) instanceof byte[] hmac
        && hmac.length == SdLabels.KEY_BYTES
        && items.get(4) instanceof List<?> texts) {
      List<JsonPointer> pointers = new ArrayList<>();
      for (Object text : texts) {
        Optional<JsonPointer> pointer =
            text instanceof String string ? SdCoding.pointer(string) : Optional.empty();
        if (pointer.isEmpty()) {
          return Optional.empty();
        }
        pointers.add(pointer.get());
      }
      return SdCoding.signatures(items.get(3))
          .map(signatures -> new SdBaseProof(signature, key, hmac, signatures, pointers));
    }
    return Optional.empty();
  }
}
