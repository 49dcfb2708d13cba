package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes out of an assignment what no leaf needs, the holdings to be given up first. */
final class Trim {
  private Trim() {}

  static Assignment surplus(
      CompiledPolicy policy, Assignment assignment, Comparator<Row> givenUpFirst) {
    List<Assignment.Service> services = new ArrayList<>(assignment.services);
    services.sort(Comparator.comparing(Assignment.Service::row, givenUpFirst));
    long[] totals = new long[policy.leaves.size()];
    services.forEach(s -> totals[s.leaf()] = Decimals.add(totals[s.leaf()], s.amount()));
    Assignment trimmed = new Assignment();
    for (Assignment.Service service : services) {
      long without = totals[service.leaf()] - service.amount();
      if (without >= policy.leaves.get(service.leaf()).need()) {
        totals[service.leaf()] = without;
      } else {
        trimmed.services.add(service);
      }
    }
    return trimmed;
  }
}
