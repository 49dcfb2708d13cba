package org.microcred.crypto.internal.jsonld;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * RDF Dataset Canonicalization, RDFC-1.0 (§4.4): collects quads, then labels their blank nodes by
 * what is said of them. Every step is a tick of the meter. Not thread-safe, for one dataset.
 */
final class Rdfc implements RdfQuadConsumer {
  private final MessageDigest digest;
  private final Meter meter;
  private final Set<Quad> quads = new LinkedHashSet<>();
  private final Map<String, List<Quad>> quadsOf = new LinkedHashMap<>();
  private final Map<String, String> firstDegree = new HashMap<>();
  private final IdentifierIssuer canonical = new IdentifierIssuer("_:c14n");

  Rdfc(String hashAlgorithm, Meter meter) {
    try {
      this.digest = MessageDigest.getInstance(hashAlgorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + hashAlgorithm, e);
    }
    this.meter = meter;
  }

  /** Adds a quad; the direction must be null. A quad counts once, however often it is added. */
  @Override
  public RdfQuadConsumer quad(
      String subject,
      String predicate,
      String object,
      @Nullable String datatype,
      @Nullable String language,
      @Nullable String direction,
      @Nullable String graph) {
    if (direction != null) {
      throw new IllegalArgumentException("direction is not supported");
    }
    Quad quad = new Quad(subject, predicate, object, datatype, language, graph);
    if (quads.add(quad)) {
      index(quad.blankSubject(), quad);
      index(quad.blankObject(), quad);
      index(quad.blankGraph(), quad);
    }
    return this;
  }

  private void index(@Nullable String node, Quad quad) {
    if (node != null) {
      List<Quad> mentions = quadsOf.computeIfAbsent(node, n -> new ArrayList<>());
      if (mentions.isEmpty() || !mentions.get(mentions.size() - 1).equals(quad)) {
        mentions.add(quad);
      }
    }
  }

  /** The canonical form of all quads (§4.4.3). */
  String canonicalise() {
    SortedMap<String, List<String>> nodesByHash = new TreeMap<>();
    for (String node : quadsOf.keySet()) {
      nodesByHash.computeIfAbsent(firstDegreeHash(node), h -> new ArrayList<>()).add(node);
    }
    // Step 4: what is said of a node names it.
    nodesByHash.values().stream()
        .filter(nodes -> nodes.size() == 1)
        .forEach(nodes -> canonical.issue(nodes.get(0)));
    // Step 5: what is said of the nodes around it has to.
    for (List<String> nodes : nodesByHash.values()) {
      if (nodes.size() > 1) {
        label(nodes);
      }
    }
    return String.join("", written(canonical::issue));
  }

  /** The canonical form line by line, its labels replaced; canonicalise first. */
  List<String> lines(UnaryOperator<String> relabel) {
    return written(node -> relabel.apply(canonical.issue(node)));
  }

  /** The quads in order, their blank nodes named by what is given. */
  List<String> written(UnaryOperator<String> name) {
    List<String> lines = new ArrayList<>(quads.size());
    quads.forEach(quad -> lines.add(quad.write(name)));
    lines.sort(Rdfc::compareCodePoints);
    return lines;
  }

  /** Blank node labels as they came to those of the canonical form. */
  Map<String, String> labels() {
    return Map.copyOf(canonical.labels());
  }

  private void label(List<String> nodes) {
    List<NDegree.Result> results = new ArrayList<>();
    for (String node : nodes) {
      if (canonical.get(node) == null) {
        IdentifierIssuer temporary = new IdentifierIssuer("_:b");
        temporary.issue(node);
        results.add(new NDegree(this).hash(node, temporary));
      }
    }
    results.sort((a, b) -> a.hash().compareTo(b.hash()));
    for (NDegree.Result result : results) {
      result.issuer().nodes().forEach(canonical::issue);
    }
  }

  /** Hash First Degree Quads (§4.6.3). It depends on nothing but the quads, so once is enough. */
  String firstDegreeHash(String node) {
    String known = firstDegree.get(node);
    if (known == null) {
      List<String> lines = new ArrayList<>();
      for (Quad quad : quadsOf(node)) {
        meter.tick();
        lines.add(quad.write(label -> label.equals(node) ? "_:a" : "_:z"));
      }
      lines.sort(Rdfc::compareCodePoints);
      known = hash(String.join("", lines));
      firstDegree.put(node, known);
    }
    return known;
  }

  /** The quads that mention that node. */
  List<Quad> quadsOf(String node) {
    return quadsOf.getOrDefault(node, List.of());
  }

  /** The canonical label of that node, when it has one already. */
  @Nullable String canonicalLabel(String node) {
    return canonical.get(node);
  }

  Meter meter() {
    return meter;
  }

  /** The hash of the text in lower-case hex. */
  String hash(String text) {
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** §2.1: by code points, where Java compares UTF-16 units. */
  static int compareCodePoints(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
        return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
