package org.microcred.crypto;

import java.security.KeyPair;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One key pair for each kind of key, since making RSA keys takes long. */
public final class TestPairs {
  private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

  private TestPairs() {}

  /** The pair of that algorithm, the same in all tests of a run. */
  public static KeyPair pair(SignatureAlgorithm algorithm) {
    return PAIRS.computeIfAbsent(
        algorithm.keyType() + algorithm.curve().orElse(""), kind -> KeyPairs.generate(algorithm));
  }
}
