package org.microcred.stacking.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes out of an assignment what no leaf needs, the holdings to be given up first. */
final class Trim {
  private final Instance instance;
  private final List<Assignment.Service> services;
  private final long[] totals;
  private final long[] loads;

  /** The leaves that each holding serves. */
  private final Map<Integer, BitSet> served = new HashMap<>();

  Trim(Instance instance, Assignment assignment) {
    this.instance = instance;
    services = new ArrayList<>(assignment.services);
    totals = new long[instance.policy().leaves.size()];
    loads = new long[instance.limits().size()];
    for (Assignment.Service service : services) {
      totals[service.leaf()] = Decimals.add(totals[service.leaf()], service.amount());
      BitSet leaves = leaves(service);
      for (int i = 0; i < service.row().limits().length; i++) {
        Limit limit = instance.limits().get(service.row().limits()[i]);
        if (limit.leaves().get(service.leaf()) && !limit.leaves().intersects(leaves)) {
          loads[limit.index()] = Decimals.add(loads[limit.index()], weight(service, limit));
        }
      }
      leaves.set(service.leaf());
    }
  }

  private static long weight(Assignment.Service service, Limit limit) {
    return service.row().weight(limit, service.leaf(), service.amount());
  }

  private BitSet leaves(Assignment.Service service) {
    return served.computeIfAbsent(service.row().holding(), h -> new BitSet());
  }

  Assignment surplus(Comparator<Row> givenUpFirst) {
    services.sort(Comparator.comparing(Assignment.Service::row, givenUpFirst));
    Assignment trimmed = new Assignment();
    for (Assignment.Service service : services) {
      long without = totals[service.leaf()] - service.amount();
      long need = instance.policy().leaves.get(service.leaf()).need();
      if (without >= need && relieves(service)) {
        totals[service.leaf()] = without;
      } else {
        trimmed.services.add(service);
      }
    }
    return trimmed;
  }

  /** Takes a service off the limits, when they allow it. */
  private boolean relieves(Assignment.Service service) {
    Row row = service.row();
    BitSet others = (BitSet) leaves(service).clone();
    others.clear(service.leaf());
    List<Limit> relieved = new ArrayList<>();
    for (int i = 0; i < row.limits().length; i++) {
      Limit limit = instance.limits().get(row.limits()[i]);
      if (limit.leaves().get(service.leaf()) && !limit.leaves().intersects(others)) {
        long weight = weight(service, limit);
        if (weight < 0 && loads[limit.index()] - weight > limit.atMost()) {
          return false;
        }
        relieved.add(limit);
      }
    }
    relieved.forEach(limit -> loads[limit.index()] -= weight(service, limit));
    leaves(service).clear(service.leaf());
    return true;
  }
}
