package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.lang.LanguageTag;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.microcred.model.json.Json;

/**
 * Writes an expanded document as quads (JSON-LD API 1.1 §8.1), in one pass over the tree and linear
 * in its size. It drops nothing: what cannot be written is an error, where the specification skips
 * it in silence.
 */
final class QuadEmitter {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String XSD_DOUBLE = XSD + "double";

  private final RdfQuadConsumer consumer;
  private final Meter meter;
  private int blankNodes;
  private int quads;

  QuadEmitter(RdfQuadConsumer consumer, Meter meter) {
    this.consumer = consumer;
    this.meter = meter;
  }

  /** Writes the nodes of a document. */
  void document(JsonArray nodes) throws LostDataException, RdfConsumerException {
    graph(nodes, null);
  }

  private void graph(JsonArray nodes, @Nullable String graph)
      throws LostDataException, RdfConsumerException {
    for (JsonValue value : nodes) {
      int before = quads;
      node(object(value), graph);
      if (quads == before) {
        throw new LostDataException("an object of which nothing is said");
      }
    }
  }

  /** Writes a node and all that is said of it; its label is the answer. */
  private String node(JsonObject node, @Nullable String graph)
      throws LostDataException, RdfConsumerException {
    String label =
        node.containsKey("@id") ? iri(String.valueOf(text(node.get("@id"))), "id") : blankNode();
    for (Map.Entry<String, JsonValue> member : new TreeMap<>(node).entrySet()) {
      switch (member.getKey()) {
        case "@id" -> {}
        case "@type" -> {
          Set<String> types = new HashSet<>();
          for (JsonValue type : array(member.getValue())) {
            distinct(types, quad(label, RDF + "type", iri(type, "type"), graph));
          }
        }
        case "@graph" -> graph(array(member.getValue()), label);
        default -> {
          String predicate = iri(member.getKey(), "property");
          Set<String> objects = new HashSet<>();
          for (JsonValue value : array(member.getValue())) {
            distinct(objects, property(label, predicate, object(value), graph));
          }
        }
      }
    }
    return label;
  }

  /** Quads are a set: the second of two equal ones would be gone. */
  private static void distinct(Set<String> seen, String object) throws LostDataException {
    if (!seen.add(object)) {
      throw new LostDataException("what stands in a list twice");
    }
  }

  /** Writes a value; how it is written is the answer. */
  private String property(
      String subject, String predicate, JsonObject value, @Nullable String graph)
      throws LostDataException, RdfConsumerException {
    if (value.containsKey("@value")) {
      return literal(subject, predicate, value, graph);
    }
    return value.containsKey("@list")
        ? list(subject, predicate, value, graph)
        : quad(subject, predicate, node(value, graph), graph);
  }

  private String list(String subject, String predicate, JsonObject list, @Nullable String graph)
      throws LostDataException, RdfConsumerException {
    if (list.size() != 1) {
      throw new LostDataException("what is said of a list");
    }
    String from = subject;
    String link = predicate;
    for (JsonValue item : array(list.get("@list"))) {
      String cell = blankNode();
      quad(from, link, cell, graph);
      property(cell, RDF + "first", object(item), graph);
      from = cell;
      link = RDF + "rest";
    }
    quad(from, link, RDF + "nil", graph);
    return from;
  }

  /** §8.2.2 steps 4 to 14. */
  private String literal(
      String subject, String predicate, JsonObject literal, @Nullable String graph)
      throws LostDataException, RdfConsumerException {
    String type = text(literal.get("@type"));
    String language = text(literal.get("@language"));
    int known = 1 + (type == null ? 0 : 1) + (language == null ? 0 : 1);
    if (literal.size() != known) {
      throw new LostDataException("what is said of a value");
    }
    JsonValue value = literal.get("@value");
    if (value == null) {
      throw new LostDataException("a literal without a value");
    }
    if ("@json".equals(type)) {
      return literal(
          subject,
          predicate,
          Json.writeCanonical(JakartaJson.back(value)),
          RDF + "JSON",
          null,
          graph);
    }
    String datatype = type == null ? null : iri(type, "datatype");
    return switch (value.getValueType()) {
      case TRUE, FALSE ->
          literal(subject, predicate, value.toString(), or(datatype, XSD + "boolean"), null, graph);
      case NUMBER -> {
        BigDecimal number = ((JsonNumber) value).bigDecimalValue();
        boolean asDouble =
            !Numbers.isInteger(number)
                || XSD_DOUBLE.equals(datatype)
                || (XSD + "float").equals(datatype);
        String natural = asDouble ? XSD_DOUBLE : XSD + "integer";
        yield literal(
            subject,
            predicate,
            Numbers.lexical(number, asDouble),
            or(datatype, natural),
            null,
            graph);
      }
      case STRING -> {
        if (language != null && !LanguageTag.isWellFormed(language)) {
          throw new LostDataException("a text whose language tag is not well formed");
        }
        yield literal(
            subject,
            predicate,
            ((JsonString) value).getString(),
            or(datatype, XSD + "string"),
            language,
            graph);
      }
      default -> throw new LostDataException("a value that is no literal");
    };
  }

  private String literal(
      String subject,
      String predicate,
      String lexical,
      String datatype,
      @Nullable String language,
      @Nullable String graph)
      throws RdfConsumerException {
    meter.tick();
    quads++;
    consumer.quad(subject, predicate, lexical, datatype, language, null, graph);
    return lexical + '"' + datatype + '@' + language;
  }

  private String quad(String subject, String predicate, String object, @Nullable String graph)
      throws RdfConsumerException {
    meter.tick();
    quads++;
    consumer.quad(subject, predicate, object, null, null, null, graph);
    return object;
  }

  private String blankNode() {
    return "_:b" + blankNodes++;
  }

  private static String iri(JsonValue value, String what) throws LostDataException {
    if (!(value instanceof JsonString string)) {
      throw new LostDataException("a " + what + " that is no text");
    }
    return iri(string.getString(), what);
  }

  private static String iri(String iri, String what) throws LostDataException {
    if (!Iris.isAbsolute(iri)) {
      throw new LostDataException("a " + what + " that is no absolute IRI");
    }
    return iri;
  }

  private static JsonObject object(JsonValue value) throws LostDataException {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new LostDataException("a value that is no object");
  }

  private static JsonArray array(@Nullable JsonValue value) throws LostDataException {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw new LostDataException("a value that is no list");
  }

  private static @Nullable String text(@Nullable JsonValue value) throws LostDataException {
    if (value == null || value instanceof JsonString) {
      return value == null ? null : ((JsonString) value).getString();
    }
    throw new LostDataException("a type or a language that is no text");
  }

  private static String or(@Nullable String datatype, String natural) {
    return datatype == null ? natural : datatype;
  }
}
