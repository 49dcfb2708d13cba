package org.microcred.crypto.internal.jsonld;

import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One statement. Terms are IRIs, or blank node labels with {@code _:} in front.
 *
 * @param subject an IRI or a label
 * @param predicate an IRI
 * @param object an IRI or a label, or the lexical form of a literal
 * @param datatype of a literal; null for IRIs and labels
 * @param language of a literal that has one
 * @param graph the name of the graph, an IRI or a label; null for the default graph
 */
record Quad(
    String subject,
    String predicate,
    String object,
    @Nullable String datatype,
    @Nullable String language,
    @Nullable String graph) {

  /** The object when it is a blank node's label. */
  @Nullable String blankObject() {
    return datatype == null && Iris.isBlankNode(object) ? object : null;
  }

  /** The subject when it is a blank node's label. */
  @Nullable String blankSubject() {
    return Iris.isBlankNode(subject) ? subject : null;
  }

  /** The graph's name when it is a blank node's label. */
  @Nullable String blankGraph() {
    return graph != null && Iris.isBlankNode(graph) ? graph : null;
  }

  /** The canonical N-Quads form with its line feed (RDFC-1.0 §5), labels renamed. */
  String write(UnaryOperator<String> rename) {
    StringBuilder out = new StringBuilder();
    out.append(resource(subject, rename)).append(" <").append(predicate).append("> ");
    out.append(
        datatype == null
            ? resource(object, rename)
            : NQuadsWriter.literal(object, datatype, language, null));
    if (graph != null) {
      out.append(' ').append(resource(graph, rename));
    }
    return out.append(" .\n").toString();
  }

  private static String resource(String term, UnaryOperator<String> rename) {
    return Iris.isBlankNode(term) ? rename.apply(term) : "<" + term + ">";
  }
}
