package org.microcred.crypto.internal.sdjwt;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonPointer;

/**
 * What an issuer hides for the holder to disclose.
 *
 * @param pointers the places, in the credential as it is signed
 * @param decoys how many digests of nothing stand beside those in each place (RFC 9901 §4.2.5)
 * @param holderKey whose signature binds presentations
 */
public record Frame(List<JsonPointer> pointers, int decoys, Optional<PublicKey> holderKey) {
  /** Nothing is hidden. */
  public static final Frame NONE = new Frame(List.of(), 0, Optional.empty());

  public Frame {
    pointers = List.copyOf(pointers);
    if (decoys < 0) {
      throw new IllegalArgumentException("decoys is negative");
    }
  }

  /** {@return the same with other places} */
  public Frame withPointers(List<JsonPointer> places) {
    return new Frame(places, decoys, holderKey);
  }

  /** {@return the same with another number of decoys} */
  public Frame withDecoys(int count) {
    return new Frame(pointers, count, holderKey);
  }

  /** {@return the same with the key of a holder} */
  public Frame withHolderKey(PublicKey key) {
    return new Frame(pointers, decoys, Optional.of(key));
  }
}
