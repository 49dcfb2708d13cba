package org.microcred.model.competency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Finds the positions at which a text stands, in twelve bytes a position: the texts stay in the
 * package, here are 64 bits of their SHA-256, which nobody can make collide at will to slow it
 * down. Immutable.
 */
final class KeyIndex {
  /** The key of a position without a text. */
  static final long NONE = 0;

  /** Positions have 24 bits, which {@link FrameworkLimits#MAX_OBJECTS} ensures. */
  private static final long POSITION = (1 << 24) - 1;

  private final long[] keys;
  private final int[] sorted;

  private KeyIndex(long[] keys, int[] sorted) {
    this.keys = keys;
    this.sorted = sorted;
  }

  /** {@return the index of the keys, each at its position in the array} */
  static KeyIndex of(long[] keys) {
    long[] packed =
        IntStream.range(0, keys.length)
            .filter(position -> keys[position] != NONE)
            .mapToLong(position -> prefix(keys[position]) | position)
            .toArray();
    Arrays.sort(packed);
    int[] sorted = new int[packed.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = (int) (packed[i] & POSITION);
    }
    return new KeyIndex(keys, sorted);
  }

  /** {@return the key of a text} */
  static long key(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@return the positions of that key, ascending} */
  IntStream find(long key) {
    int first = firstOf(prefix(key));
    return IntStream.range(first, sorted.length)
        .map(i -> sorted[i])
        .takeWhile(position -> prefix(keys[position]) == prefix(key))
        .filter(position -> keys[position] == key);
  }

  /** Names each position whose key stands at an earlier position, too. */
  void duplicates(IntConsumer duplicate) {
    for (int i = 1; i < sorted.length; i++) {
      long key = keys[sorted[i]];
      int earlier = i - 1;
      while (earlier >= 0
          && prefix(keys[sorted[earlier]]) == prefix(key)
          && keys[sorted[earlier]] != key) {
        earlier--;
      }
      if (earlier >= 0 && keys[sorted[earlier]] == key) {
        duplicate.accept(sorted[i]);
      }
    }
  }

  private int firstOf(long prefix) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (prefix(keys[sorted[middle]]) < prefix) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long prefix(long key) {
    return key & ~POSITION;
  }
}
