package org.microcred.stacking.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds circles of needs. */
public final class Cycles {
  private Cycles() {}

  /**
   * {@return circles, each once, beginning at its smallest name; every name that needs itself is on
   * one of them}
   *
   * @param needs what each name needs
   */
  public static List<List<String>> in(Map<String, Set<String>> needs) {
    List<List<String>> cycles = new ArrayList<>();
    Set<String> told = new TreeSet<>();
    for (String name : new TreeSet<>(needs.keySet())) {
      if (!told.contains(name)) {
        List<String> cycle = shortest(name, needs);
        told.addAll(cycle);
        if (!cycle.isEmpty()) {
          cycles.add(fromSmallest(cycle));
        }
      }
    }
    return cycles;
  }

  private static List<String> fromSmallest(List<String> cycle) {
    int start = cycle.indexOf(new TreeSet<>(cycle).first());
    List<String> turned = new ArrayList<>(cycle.subList(start, cycle.size()));
    turned.addAll(cycle.subList(0, start));
    return turned;
  }

  /** The shortest way from a name back to it, breadth first; empty when there is none. */
  private static List<String> shortest(String name, Map<String, Set<String>> needs) {
    Map<String, String> before = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String at = open.remove();
      for (String next : needs.getOrDefault(at, Set.of())) {
        if (next.equals(name)) {
          return way(name, at, before);
        }
        if (before.putIfAbsent(next, at) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<String> way(String from, String to, Map<String, String> before) {
    Deque<String> way = new ArrayDeque<>();
    String at = to;
    while (!at.equals(from)) {
      way.push(at);
      at = before.getOrDefault(at, from);
    }
    way.push(from);
    return List.copyOf(way);
  }
}
