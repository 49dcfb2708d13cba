package org.microcred.crypto.internal.jsonld;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hash N-Degree Quads (RDFC-1.0 §4.8): tells nodes apart of which the same is said, by the nodes
 * around them, trying all orders. This is what a document can be made to poison.
 */
final class NDegree {
  /** Documents nest lists and nodes far less; each level takes some stack. */
  private static final int DEEPEST = 500;

  private final Rdfc dataset;
  private final Meter meter;
  private int depth;

  NDegree(Rdfc dataset) {
    this.dataset = dataset;
    this.meter = dataset.meter();
  }

  /**
   * What a node hashes to.
   *
   * @param hash the hash
   * @param issuer the labels that were given out on the way there
   */
  record Result(String hash, IdentifierIssuer issuer) {}

  Result hash(String node, IdentifierIssuer issuer) {
    if (++depth > DEEPEST) {
      throw OverBudgetException.ticks();
    }
    StringBuilder data = new StringBuilder();
    IdentifierIssuer current = issuer;
    for (Map.Entry<String, List<String>> related : related(node, issuer).entrySet()) {
      Choice choice = new Choice();
      Permutations permutations = new Permutations(related.getValue());
      do {
        permute(permutations.current(), current, choice);
      } while (permutations.next());
      data.append(related.getKey()).append(choice.path);
      current = choice.issuer == null ? current : choice.issuer;
    }
    depth--;
    return new Result(dataset.hash(data.toString()), current);
  }

  /** The least path so far (step 5.4), and the labels that it took. */
  private static final class Choice {
    private String path = "";
    private @Nullable IdentifierIssuer issuer;

    boolean isBetterThan(CharSequence path) {
      return !this.path.isEmpty() && CharSequence.compare(path, this.path) > 0;
    }
  }

  /** Steps 5.4.1 to 5.4.6. */
  private void permute(List<String> order, IdentifierIssuer issuer, Choice choice) {
    meter.tick(1 + order.size() + issuer.nodes().size() / 16);
    IdentifierIssuer copy = issuer.copy();
    StringBuilder path = new StringBuilder();
    List<String> open = new ArrayList<>();
    for (String related : order) {
      String label = dataset.canonicalLabel(related);
      if (label == null) {
        if (copy.get(related) == null) {
          open.add(related);
        }
        label = copy.issue(related);
      }
      path.append(label);
      if (choice.isBetterThan(path)) {
        return;
      }
    }
    for (String related : open) {
      Result result = hash(related, copy);
      path.append(copy.issue(related)).append('<').append(result.hash()).append('>');
      copy = result.issuer();
      if (choice.isBetterThan(path)) {
        return;
      }
    }
    if (choice.issuer == null || CharSequence.compare(path, choice.path) < 0) {
      choice.path = path.toString();
      choice.issuer = copy;
    }
  }

  /**
   * Steps 1 to 3. A node that is related by several quads in the same way is listed as often: so
   * does the reference implementation, and it matters in graphs whose name is a blank node.
   */
  private SortedMap<String, List<String>> related(String node, IdentifierIssuer issuer) {
    SortedMap<String, List<String>> related = new TreeMap<>();
    for (Quad quad : dataset.quadsOf(node)) {
      meter.tick();
      relate(related, node, quad.blankSubject(), "s<" + quad.predicate() + ">", issuer);
      relate(related, node, quad.blankObject(), "o<" + quad.predicate() + ">", issuer);
      relate(related, node, quad.blankGraph(), "g", issuer);
    }
    return related;
  }

  /** Hash Related Blank Node (§4.7.3). */
  private void relate(
      Map<String, List<String>> to,
      String node,
      @Nullable String other,
      String position,
      IdentifierIssuer issuer) {
    if (other == null || other.equals(node)) {
      return;
    }
    String label = dataset.canonicalLabel(other);
    if (label == null) {
      label = issuer.get(other);
    }
    String hash = dataset.hash(position + (label == null ? dataset.firstDegreeHash(other) : label));
    to.computeIfAbsent(hash, h -> new ArrayList<>()).add(other);
  }
}
