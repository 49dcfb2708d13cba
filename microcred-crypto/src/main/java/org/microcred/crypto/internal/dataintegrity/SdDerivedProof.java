package org.microcred.crypto.internal.dataintegrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.microcred.crypto.internal.cbor.CborWriter;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.model.Limits;

/**
 * The value of a derived proof (Data Integrity ECDSA Cryptosuites 1.0 §3.5.7): all that a verifier
 * needs.
 *
 * @param baseSignature the issuer's signature
 * @param publicKey the key that signed each quad, as Multikey without its multibase
 * @param signatures one for each disclosed quad that is not mandatory, in their order
 * @param labels the number of a canonical label to the label that was signed
 * @param mandatory which of the disclosed quads are mandatory, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record SdDerivedProof(
    byte[] baseSignature,
    byte[] publicKey,
    List<byte[]> signatures,
    Map<Integer, String> labels,
    List<Integer> mandatory) {
  private static final long TAG = 0x5d01;
  private static final int ITEMS = 5;

  byte[] toBytes() {
    CborWriter out = new CborWriter().tag(TAG).array(ITEMS);
    out.bytes(baseSignature).bytes(publicKey);
    SdCoding.signatures(out, signatures);
    out.map(labels.size());
    new TreeMap<>(labels)
        .forEach(
            (number, label) ->
                out.integer(number).bytes(Base64Url.decode(label.substring(1)).orElseThrow()));
    out.array(mandatory.size());
    mandatory.forEach(out::integer);
    return out.toBytes();
  }

  /** Empty when it is no derived proof. */
  static Optional<SdDerivedProof> read(byte[] value, Limits limits) {
    return SdCoding.items(value, TAG, ITEMS, limits).flatMap(SdDerivedProof::read);
  }

  private static Optional<SdDerivedProof> read(List<?> items) {
    if (items.get(0) instanceof byte[] signature
        && signature.length == SdCoding.SIGNATURE_BYTES
        && items.get(1) instanceof byte[] key
        && items.get(3) instanceof Map<?, ?> map
        && items.get(4) instanceof List<?> indexes) {
      Optional<List<byte[]>> signatures = SdCoding.signatures(items.get(2));
      Optional<Map<Integer, String>> labels = labels(map);
      Optional<List<Integer>> mandatory = ascending(indexes);
      if (signatures.isPresent() && labels.isPresent() && mandatory.isPresent()) {
        return Optional.of(
            new SdDerivedProof(signature, key, signatures.get(), labels.get(), mandatory.get()));
      }
    }
    return Optional.empty();
  }

  /** No two labels are the same, or two nodes would become one. */
  private static Optional<Map<Integer, String>> labels(Map<?, ?> map) {
    Map<Integer, String> labels = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof Long number)
          || number < 0
          || number > Integer.MAX_VALUE
          || !(entry.getValue() instanceof byte[] hash)
          || hash.length != SdLabels.KEY_BYTES) {
        return Optional.empty();
      }
      String label = 'u' + Base64Url.encode(hash);
      if (!seen.add(label)) {
        return Optional.empty();
      }
      labels.put(number.intValue(), label);
    }
    return Optional.of(labels);
  }

  private static Optional<List<Integer>> ascending(List<?> items) {
    List<Integer> numbers = new ArrayList<>();
    long last = -1;
    for (Object item : items) {
      if (!(item instanceof Long number) || number <= last || number > Integer.MAX_VALUE) {
        return Optional.empty();
      }
      last = number;
      numbers.add(number.intValue());
    }
    return Optional.of(numbers);
  }
}
