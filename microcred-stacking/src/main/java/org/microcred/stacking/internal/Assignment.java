package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which holding serves which leaf. */
final class Assignment {
  /**
   * One holding serving one leaf.
   *
   * @param leaf the leaf
   * @param row the holding
   */
  record Service(int leaf, Row row) {
    long amount() {
      return row.amount(leaf);
    }
  }

  final List<Service> services = new ArrayList<>();

  void add(int leaf, Row row) {
    services.add(new Service(leaf, row));
  }

  void addAll(Assignment other) {
    services.addAll(other.services);
  }

  /** In the order of the leaves, then of the holdings. */
  List<Service> sorted() {
    return services.stream()
        .sorted(Comparator.comparingInt(Service::leaf).thenComparingInt(s -> s.row().holding()))
        .toList();
  }

  long total(int leaf) {
    long total = 0;
    for (Service service : services) {
      if (service.leaf() == leaf) {
        total = Decimals.add(total, service.amount());
      }
    }
    return total;
  }
}
