package org.microcred.model;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.microcred.model.DigestComparison.Outcome;

/** Digests that name their hash function (CID 1.0 §2.5), as text in a multibase. */
final class Multihash {
  /** A header and the length, each a varint of one octet for every function that is known. */
  private static final int PREFIX = 2;

  private Multihash() {}

  static String encode(DigestAlgorithm algorithm, byte[] digest) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.write(algorithm.multihashHeader());
    octets.write(algorithm.length());
    octets.writeBytes(digest);
    return Multibase.base64url(octets.toByteArray());
  }

  static Outcome compare(String text, DigestComparison comparison) {
    if (!isKnownBase(text)) {
      return isOtherBase(text) ? Outcome.UNSUPPORTED : Outcome.MALFORMED;
    }
    byte[] octets = Multibase.decode(text).orElse(new byte[0]);
    if (octets.length < PREFIX) {
      return Outcome.MALFORMED;
    }
    return DigestAlgorithm.ofMultihashHeader(octets[0])
        .map(
            algorithm ->
                octets[1] == algorithm.length()
                    ? comparison.compare(
                        algorithm, Arrays.copyOfRange(octets, PREFIX, octets.length))
                    : Outcome.MALFORMED)
        .orElse(Outcome.UNSUPPORTED);
  }

  /** {@return whether the text is a digest, or may be one in a base or of a function not known} */
  static boolean isWellFormed(String text) {
    return compare(text, new DigestComparison(new byte[0])) != Outcome.MALFORMED;
  }

  private static boolean isKnownBase(String text) {
    return text.startsWith("z") || text.startsWith("u");
  }

  /** CID 1.0 §2.4 allows other bases without saying which: any visible text may be one. */
  private static boolean isOtherBase(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
