package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.util.BitSet;

/**
 * Recognises RSA moduli of a chip library whose primes are powers of 65537 modulo a product of
 * small primes, and which can be factored (CVE-2017-15361, "ROCA", Nemec et al. 2017 §2.2). Modulo
 * each of these small primes such a modulus is a power of 65537, too; others are so by accident
 * about four times in a billion. Modulo the primes left out here, every number is such a power.
 */
final class Roca {
  private static final int GENERATOR = 65537;
  private static final int[] PRIMES = {
    11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157
  };
  private static final BitSet[] POWERS = new BitSet[PRIMES.length];

  static {
    for (int i = 0; i < PRIMES.length; i++) {
      POWERS[i] = powers(PRIMES[i]);
    }
  }

  private Roca() {}

  static boolean isLikely(BigInteger modulus) {
    for (int i = 0; i < PRIMES.length; i++) {
      int rest = modulus.mod(BigInteger.valueOf(PRIMES[i])).intValueExact();
      if (!POWERS[i].get(rest)) {
        return false;
      }
    }
    return true;
  }

  private static BitSet powers(int prime) {
    BitSet powers = new BitSet(prime);
    int power = 1;
    while (!powers.get(power)) {
      powers.set(power);
      power = power * (GENERATOR % prime) % prime;
    }
    return powers;
  }
}
