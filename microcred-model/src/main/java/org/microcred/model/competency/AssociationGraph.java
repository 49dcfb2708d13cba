package org.microcred.model.competency;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The associations of a framework as a graph of numbers: node 0 is the document, the items follow
 * in their order, then whatever else associations lead to. Cycles are walked once. Immutable.
 */
final class AssociationGraph {
  static final int DOCUMENT = 0;

  private final int[] origins;
  private final int[] destinations;
  private final Kind[] kinds;
  private final int items;
  private final Rows children;
  private final Rows ends;

  /** What an association means for the graph. */
  enum Kind {
    CHILD,
    MATCH,
    OTHER;

    static Kind of(AssociationType type) {
      if (type.equals(AssociationType.IS_CHILD_OF)) {
        return CHILD;
      }
      boolean match =
          type.equals(AssociationType.EXACT_MATCH_OF)
              || type.equals(AssociationType.IS_TRANSLATION_OF);
      return match ? MATCH : OTHER;
    }
  }

  /**
   * Makes the graph.
   *
   * @param items how many items there are
   * @param nodes how many nodes
   * @param origins the node at which each association starts
   * @param destinations the node to which it leads
   * @param kinds what it means
   * @param sequence its place among the children of its destination
   */
  AssociationGraph(
      int items, int nodes, int[] origins, int[] destinations, Kind[] kinds, int[] sequence) {
    this.items = items;
    this.origins = origins;
    this.destinations = destinations;
    this.kinds = kinds;
    int[] ordered =
        IntStream.range(0, kinds.length)
            .filter(a -> kinds[a] == Kind.CHILD && origins[a] != destinations[a])
            .filter(a -> isItem(origins[a]))
            .mapToLong(a -> ((long) sequence[a] << 32) | a)
            .sorted()
            .mapToInt(packed -> (int) packed)
            .toArray();
    children =
        Rows.of(
            nodes,
            Arrays.stream(ordered).map(a -> destinations[a]).toArray(),
            Arrays.stream(ordered).map(a -> origins[a]).toArray());
    int[] both =
        IntStream.range(0, kinds.length)
            .flatMap(
                a ->
                    origins[a] == destinations[a]
                        ? IntStream.of(2 * a)
                        : IntStream.of(2 * a, 2 * a + 1))
            .toArray();
    ends =
        Rows.of(
            nodes,
            Arrays.stream(both)
                .map(e -> (e & 1) == 0 ? origins[e / 2] : destinations[e / 2])
                .toArray(),
            Arrays.stream(both).map(e -> e / 2).toArray());
  }

  private boolean isItem(int node) {
    return node > DOCUMENT && node <= items;
  }

  /** {@return the items directly below a node} */
  IntStream children(int node) {
    return children.row(node).distinct();
  }

  /** {@return the items directly above a node} */
  IntStream parents(int node) {
    return ends.row(node)
        .filter(a -> kinds[a] == Kind.CHILD && origins[a] == node && destinations[a] != node)
        .map(a -> destinations[a])
        .filter(this::isItem)
        .distinct();
  }

  /** {@return the associations that start at a node or lead to it} */
  IntStream associations(int node) {
    return ends.row(node);
  }

  /** {@return the items directly below the document, then those that are below nothing here} */
  IntStream roots() {
    BitSet top = new BitSet();
    children(DOCUMENT).forEach(top::set);
    return IntStream.concat(
        children(DOCUMENT),
        IntStream.rangeClosed(1, items)
            .filter(node -> !top.get(node) && parents(node).findAny().isEmpty()));
  }

  /** {@return the items below a node, each once, as a reader meets them} */
  int[] descendants(int node) {
    return walk(node, this::children);
  }

  /** {@return the items above a node, each once, the nearest of each line first} */
  int[] ancestors(int node) {
    return walk(node, this::parents);
  }

  /** Depth first, without recursion: no depth of a hostile tree ends the stack. */
  private static int[] walk(int start, IntFunction<IntStream> next) {
    BitSet seen = new BitSet();
    seen.set(start);
    IntList found = new IntList();
    IntList open = new IntList();
    open.addReversed(next.apply(start).toArray());
    while (open.size() > 0) {
      int node = open.removeLast();
      if (!seen.get(node)) {
        seen.set(node);
        found.add(node);
        open.addReversed(next.apply(node).toArray());
      }
    }
    return found.toArray();
  }

  /**
   * {@return the ends that mean the same as a node, each once, the nearest first: twice the number
   * of an association, plus one when its destination is meant}
   */
  int[] equivalents(int node) {
    BitSet seen = new BitSet();
    seen.set(node);
    IntList found = new IntList();
    IntList nodes = new IntList();
    nodes.add(node);
    for (int i = 0; i < nodes.size(); i++) {
      int at = nodes.get(i);
      ends.row(at)
          .filter(a -> kinds[a] == Kind.MATCH)
          .forEach(
              a -> {
                boolean forth = origins[a] == at;
                int other = forth ? destinations[a] : origins[a];
                if (!seen.get(other)) {
                  seen.set(other);
                  nodes.add(other);
                  found.add(2 * a + (forth ? 1 : 0));
                }
              });
    }
    return found.toArray();
  }
}
