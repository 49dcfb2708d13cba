package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which holding serves which leaf. */
final class Assignment {
  /**
   * One holding serving one leaf.
   *
   * @param leaf the leaf
   * @param row the holding
   * @param amount what it gives to it
   */
  record Service(int leaf, Row row, long amount) {}

  final List<Service> services = new ArrayList<>();

  void add(int leaf, Row row) {
    add(leaf, row, row.amount(leaf));
  }

  void add(int leaf, Row row, long amount) {
    services.add(new Service(leaf, row, amount));
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

  /** What the holdings that serve its leaves use up of a limit. */
  long load(Limit limit) {
    long load = 0;
    Set<Integer> seen = new HashSet<>();
    for (Service service : services) {
      if (limit.leaves().get(service.leaf()) && seen.add(service.row().holding())) {
        load = Decimals.add(load, service.row().weight(limit, service.leaf(), service.amount()));
      }
    }
    return load;
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
