package org.microcred.crypto.status;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.random.RandomGenerator;

/**
 * Which places of a list are given out. New ones are drawn evenly from all that are free, so that a
 * place tells neither when it was given out nor how many there are. Not thread-safe.
 */
final class IndexPool {
  private final int size;
  private final long[] taken;
  private int free;

  IndexPool(int size) {
    this.size = size;
    this.taken = new long[(size + Long.SIZE - 1) / Long.SIZE];
    this.free = size;
    // What is behind the end of the list is never free.
    for (int index = size; index < taken.length * Long.SIZE; index++) {
      taken[index / Long.SIZE] |= bit(index);
    }
  }

  /** A pool with the places that {@link #toBytes} of another one tells. */
  IndexPool(int size, byte[] bytes) {
    this(size);
    LongBuffer words = ByteBuffer.wrap(bytes).asLongBuffer();
    for (int i = 0; i < taken.length; i++) {
      taken[i] |= words.get(i);
    }
    int count = 0;
    for (long word : taken) {
      count += Long.bitCount(~word);
    }
    free = count;
  }

  /** How many bytes {@link #toBytes} has for a list of that size. */
  static int bytes(int size) {
    return (size + Long.SIZE - 1) / Long.SIZE * Long.BYTES;
  }

  byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(taken.length * Long.BYTES);
    bytes.asLongBuffer().put(taken);
    return bytes.array();
  }

  int free() {
    return free;
  }

  boolean isTaken(int index) {
    return index >= 0 && index < size && (taken[index / Long.SIZE] & bit(index)) != 0;
  }

  int take(RandomGenerator random) {
    if (free == 0) {
      throw new IllegalStateException("the list is full; begin another one");
    }
    int index = freeAt(random.nextInt(free));
    taken[index / Long.SIZE] |= bit(index);
    free--;
    return index;
  }

  void release(int index) {
    taken[index / Long.SIZE] &= ~bit(index);
    free++;
  }

  /** The free place that has so many free ones before it. */
  private int freeAt(int rank) {
    int left = rank;
    int word = 0;
    int here = Long.bitCount(~taken[word]);
    while (left >= here) {
      left -= here;
      word++;
      here = Long.bitCount(~taken[word]);
    }
    long rest = ~taken[word];
    for (int i = 0; i < left; i++) {
      rest &= rest - 1;
    }
    return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
  }

  private static long bit(int index) {
    return 1L << (index % Long.SIZE);
  }
}
