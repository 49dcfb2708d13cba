package org.microcred.crypto.internal.cose;

import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;

/** Numbers of the IANA registry "COSE Algorithms" and their JOSE names. */
final class CoseAlgorithms {
  private static final Map<Long, SignatureAlgorithm> BUILT_IN =
      Map.of(
          -7L, SignatureAlgorithm.ES256,
          -8L, SignatureAlgorithm.EDDSA,
          -35L, SignatureAlgorithm.ES384);

  /** Digital signatures that are registered, sound, and not built in. */
  private static final Map<Long, String> OTHERS =
      Map.ofEntries(
          Map.entry(-9L, "ESP256"),
          Map.entry(-19L, "Ed25519"),
          Map.entry(-36L, "ES512"),
          Map.entry(-37L, "PS256"),
          Map.entry(-38L, "PS384"),
          Map.entry(-39L, "PS512"),
          Map.entry(-46L, "HSS-LMS"),
          Map.entry(-47L, "ES256K"),
          Map.entry(-48L, "ML-DSA-44"),
          Map.entry(-49L, "ML-DSA-65"),
          Map.entry(-50L, "ML-DSA-87"),
          Map.entry(-51L, "ESP384"),
          Map.entry(-52L, "ESP512"),
          Map.entry(-53L, "Ed448"),
          Map.entry(-257L, "RS256"),
          Map.entry(-258L, "RS384"),
          Map.entry(-259L, "RS512"));

  private CoseAlgorithms() {}

  /** The algorithm of that number, when it is built in. */
  static Optional<SignatureAlgorithm> builtIn(long number) {
    return Optional.ofNullable(BUILT_IN.get(number));
  }

  /** The name of a digital signature of that number, built in or not. */
  static Optional<String> name(long number) {
    return builtIn(number)
        .map(SignatureAlgorithm::jose)
        .or(() -> Optional.ofNullable(OTHERS.get(number)));
  }

  /** The number of an algorithm that is built in. */
  static long number(SignatureAlgorithm algorithm) {
    return BUILT_IN.entrySet().stream()
        .filter(entry -> entry.getValue() == algorithm)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("signer: COSE by " + algorithm.jose() + " is not"));
  }
}
