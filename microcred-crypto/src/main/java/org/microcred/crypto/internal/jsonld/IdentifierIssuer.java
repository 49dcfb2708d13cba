package org.microcred.crypto.internal.jsonld;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives out labels for blank nodes, in order (RDFC-1.0 §4.5). */
final class IdentifierIssuer {
  private final String prefix;
  private final Map<String, String> issued;

  IdentifierIssuer(String prefix) {
    this(prefix, new LinkedHashMap<>());
  }

  private IdentifierIssuer(String prefix, Map<String, String> issued) {
    this.prefix = prefix;
    this.issued = issued;
  }

  /** The label of that node, a new one the first time. */
  String issue(String node) {
    return issued.computeIfAbsent(node, n -> prefix + issued.size());
  }

  /** The label of that node; null when it has none yet. */
  @Nullable String get(String node) {
    return issued.get(node);
  }

  /** The nodes that have labels, in the order in which they got them. */
  Set<String> nodes() {
    return issued.keySet();
  }

  /** Node to label, a view. */
  Map<String, String> labels() {
    return issued;
  }

  /** An issuer that goes on from here by itself. */
  IdentifierIssuer copy() {
    return new IdentifierIssuer(prefix, new LinkedHashMap<>(issued));
  }
}
