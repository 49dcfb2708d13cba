package org.microcred.crypto.internal.jsonld;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All orders of a list, each once, also when elements repeat; in lexicographic order. */
final class Permutations {
  private final String[] items;

  Permutations(List<String> items) {
    this.items = items.stream().sorted().toArray(String[]::new);
  }

  /** The current order, the sorted one at first. */
  List<String> current() {
    return List.of(items);
  }

  /** Goes on to the next order, or answers that there is none. */
  boolean next() {
    int rise = items.length - 2;
    while (rise >= 0 && items[rise].compareTo(items[rise + 1]) >= 0) {
      rise--;
    }
    if (rise < 0) {
      return false;
    }
    int above = items.length - 1;
    while (items[above].compareTo(items[rise]) <= 0) {
      above--;
    }
    swap(rise, above);
    Collections.reverse(Arrays.asList(items).subList(rise + 1, items.length));
    return true;
  }

  private void swap(int i, int j) {
    String item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}
