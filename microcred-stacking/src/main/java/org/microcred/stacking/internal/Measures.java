package org.microcred.stacking.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.stacking.Rule;

/**
 * What shortages can be added up: those of leaves that count holdings, and those of one amount in
 * one unit. What a leaf and its minima lack may be brought by the same holdings, so of shortages in
 * one measure only the largest is told.
 */
final class Measures {
  private final int[] ofLeaf;
  private final int[] ofLimit;
  private final int[] leafOf;
  private final int count;

  Measures(List<Leaf> leaves, List<Limit> limits) {
    Map<List<Object>, Integer> numbers = new LinkedHashMap<>();
    numbers.put(List.of(), 0);
    ofLeaf = new int[leaves.size()];
    for (int l = 0; l < ofLeaf.length; l++) {
      ofLeaf[l] = number(leaves.get(l).sum(), leaves.get(l).unit(), numbers);
    }
    ofLimit = new int[limits.size()];
    leafOf = new int[limits.size()];
    for (int i = 0; i < ofLimit.length; i++) {
      Limit limit = limits.get(i);
      ofLimit[i] =
          limit.soft()
              ? number(
                  limit.portion().flatMap(Portion::sum),
                  limit.portion().flatMap(Portion::unit),
                  numbers)
              : -1;
      for (int l = 0; l < ofLeaf.length; l++) {
        if (limit.soft() && limit.leaves().get(leaves.get(l).index())) {
          leafOf[i] = l;
        }
      }
    }
    count = numbers.size();
  }

  private static int number(
      Optional<Rule.Sum> sum, Optional<String> unit, Map<List<Object>, Integer> numbers) {
    List<Object> measure = sum.map(s -> List.<Object>of(s.of(), unit)).orElse(List.of());
    return numbers.computeIfAbsent(measure, m -> numbers.size());
  }

  /** How many measures there are; the first is that of leaves that count holdings. */
  int count() {
    return count;
  }

  int ofLeaf(int leaf) {
    return ofLeaf[leaf];
  }

  /** What is missing per measure: of leaves, and of limits that are minima. */
  long[] missing(long[] leaves, long[] limits) {
    long[] missing = new long[count];
    for (int l = 0; l < leaves.length; l++) {
      long most = leaves[l];
      for (int i = 0; i < limits.length; i++) {
        if (ofLimit[i] == ofLeaf[l] && leafOf[i] == l) {
          most = Math.max(most, limits[i]);
        }
      }
      missing[ofLeaf[l]] = Decimals.add(missing[ofLeaf[l]], most);
    }
    for (int i = 0; i < limits.length; i++) {
      if (ofLimit[i] >= 0 && ofLimit[i] != ofLeaf[leafOf[i]]) {
        missing[ofLimit[i]] = Decimals.add(missing[ofLimit[i]], limits[i]);
      }
    }
    return missing;
  }

  /** What is missing per measure, then by itself in every leaf and in every minimum. */
  long[] all(long[] leaves, long[] limits) {
    long[] all = Arrays.copyOf(missing(leaves, limits), count + leaves.length + limits.length);
    System.arraycopy(leaves, 0, all, count, leaves.length);
    System.arraycopy(limits, 0, all, count + leaves.length, limits.length);
    return all;
  }

  /** How many there are of {@link #all}. */
  int all() {
    return count + ofLeaf.length + ofLimit.length;
  }

  /** Whether nothing of {@link #all} is missing more than may be. */
  boolean isWithin(long[] leaves, long[] limits, long[] slack) {
    long[] missing = all(leaves, limits);
    for (int g = 0; g < missing.length; g++) {
      if (missing[g] > slack[g]) {
        return false;
      }
    }
    return true;
  }
}
