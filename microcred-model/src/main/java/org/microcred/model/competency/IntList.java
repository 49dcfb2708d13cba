package org.microcred.model.competency;

import java.util.Arrays;

/** A list of numbers that grows and shrinks at its end. */
final class IntList {
  private int[] values = new int[16];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2 + 1);
    }
    values[size++] = value;
  }

  /** Adds the last value first. */
  void addReversed(int[] more) {
    for (int i = more.length - 1; i >= 0; i--) {
      add(more[i]);
    }
  }

  int get(int index) {
    return values[index];
  }

  int removeLast() {
    return values[--size];
  }

  int size() {
    return size;
  }

  void trim() {
    values = toArray();
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
