package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microcred.stacking.DistinctBy;

/** How policies write what makes two holdings count once. */
final class DistinctByName {
  private DistinctByName() {}

  static Optional<DistinctBy> of(String name) {
    return Arrays.stream(DistinctBy.values()).filter(by -> of(by).equals(name)).findFirst();
  }

  static String of(DistinctBy by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  static String all() {
    return Arrays.stream(DistinctBy.values())
        .map(DistinctByName::of)
        .collect(Collectors.joining(", "));
  }
}
