package org.microcred.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.Optional;

/**
 * The hash functions that digests of resources are computed with: those of CID 1.0 §2.5 and of
 * Subresource Integrity, from weak to strong within each family.
 */
public enum DigestAlgorithm {
  /** SHA-2 with 32 octets of output. */
  SHA2_256("sha2-256", "SHA-256", 0x12, 32, Optional.of("sha256")),
  /** SHA-2 with 48 octets of output, the least that VC 2.0 §5.3 recommends. */
  SHA2_384("sha2-384", "SHA-384", 0x20, 48, Optional.of("sha384")),
  /** SHA-2 with 64 octets of output. */
  SHA2_512("sha2-512", "SHA-512", 0x13, 64, Optional.of("sha512")),
  /** SHA-3 with 32 octets of output. */
  SHA3_256("sha3-256", "SHA3-256", 0x16, 32, Optional.empty()),
  /** SHA-3 with 48 octets of output. */
  SHA3_384("sha3-384", "SHA3-384", 0x15, 48, Optional.empty()),
  /** SHA-3 with 64 octets of output. */
  SHA3_512("sha3-512", "SHA3-512", 0x14, 64, Optional.empty());

  private final String identifier;
  private final String jcaName;
  private final int multihashHeader;
  private final int length;
  private final Optional<String> sriName;

  DigestAlgorithm(
      String identifier,
      String jcaName,
      int multihashHeader,
      int length,
      Optional<String> sriName) {
    this.identifier = identifier;
    this.jcaName = jcaName;
    this.multihashHeader = multihashHeader;
    this.length = length;
    this.sriName = sriName;
  }

  /** {@return the name of the table of multihash identifiers, such as {@code sha2-256}} */
  public String identifier() {
    return identifier;
  }

  /** {@return the number of octets of a digest} */
  public int length() {
    return length;
  }

  int multihashHeader() {
    return multihashHeader;
  }

  /** {@return the token in Subresource Integrity; empty when it knows no such function} */
  Optional<String> sriName() {
    return sriName;
  }

  static Optional<DigestAlgorithm> ofMultihashHeader(int header) {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.multihashHeader == header) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  static Optional<DigestAlgorithm> ofSriName(String name) {
    for (DigestAlgorithm algorithm : values()) {
      if (algorithm.sriName.filter(name::equals).isPresent()) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** {@return the digest, or empty when this Java platform lacks the function} */
  Optional<byte[]> hash(byte[] content) {
    Objects.requireNonNull(content, "content");
    try {
      return Optional.of(MessageDigest.getInstance(jcaName).digest(content));
    } catch (NoSuchAlgorithmException e) {
      return Optional.empty();
    }
  }
}
