package org.microcred.crypto.internal.sdjwt;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A test case in YAML, whose tag {@code !sd} marks what can be withheld. Nothing is constructed:
 * the nodes are walked, and the only tag of the file's own that is known is that one.
 */
final class YamlCase {
  private static final Tag HIDDEN = new Tag("!sd");
  private static final Resolver RESOLVER = new Resolver();

  private final List<JsonPointer> hidden = new ArrayList<>();
  private final JsonObject document;

  private YamlCase(Node root) {
    this.document = (JsonObject) value(root, JsonPointer.ROOT);
  }

  static YamlCase of(String yaml) {
    return new YamlCase(
        new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml)));
  }

  JsonObject document() {
    return document;
  }

  Optional<JsonObject> object(String name) {
    return document.object(name);
  }

  boolean is(String name) {
    return document.get(name).filter(value -> value.equals(JsonBoolean.TRUE)).isPresent();
  }

  /** The marked places in a member, seen from there. */
  List<JsonPointer> hiddenIn(String name) {
    return hidden.stream()
        .filter(pointer -> pointer.tokens().get(0).equals(name))
        .map(pointer -> new JsonPointer(pointer.tokens().subList(1, pointer.tokens().size())))
        .toList();
  }

  private JsonValue value(Node node, JsonPointer at) {
    if (node instanceof MappingNode mapping) {
      requireKnown(node, Tag.MAP);
      JsonObject.Builder object = JsonObject.builder();
      for (NodeTuple tuple : mapping.getValue()) {
        ScalarNode key = (ScalarNode) tuple.getKeyNode();
        JsonPointer place = at.child(key.getValue());
        if (key.getTag().equals(HIDDEN)) {
          hidden.add(place);
        }
        object.put(key.getValue(), value(tuple.getValueNode(), place));
      }
      return object.build();
    }
    if (node instanceof SequenceNode sequence) {
      requireKnown(node, Tag.SEQ);
      List<JsonValue> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        JsonPointer place = at.child(items.size());
        if (item.getTag().equals(HIDDEN)) {
          hidden.add(place);
        }
        items.add(value(item, place));
      }
      return new JsonArray(items);
    }
    return scalar((ScalarNode) node);
  }

  private static JsonValue scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = RESOLVER.resolve(NodeId.scalar, text, node.isPlain());
    if (tag.equals(Tag.NULL)) {
      return JsonNull.NULL;
    }
    if (tag.equals(Tag.BOOL)) {
      return JsonBoolean.of(Boolean.parseBoolean(text));
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
        ? new JsonNumber(text)
        : new JsonString(text);
  }

  private static void requireKnown(Node node, Tag usual) {
    if (!node.getTag().equals(usual) && !node.getTag().equals(HIDDEN)) {
      throw new IllegalArgumentException("unknown tag " + node.getTag());
    }
  }
}
