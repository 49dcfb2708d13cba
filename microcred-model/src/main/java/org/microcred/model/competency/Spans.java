package org.microcred.model.competency;

import java.util.Arrays;

/** Stretches of a byte array, in order. Grows while a package is scanned, then changes no more. */
final class Spans {
  private final IntList bounds = new IntList();

  void add(int start, int end) {
    bounds.add(start);
    bounds.add(end);
  }

  void trim() {
    bounds.trim();
  }

  int size() {
    return bounds.size() / 2;
  }

  byte[] of(byte[] source, int index) {
    return Arrays.copyOfRange(source, bounds.get(2 * index), bounds.get(2 * index + 1));
  }
}
