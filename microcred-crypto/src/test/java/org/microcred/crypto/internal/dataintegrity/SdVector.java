package org.microcred.crypto.internal.dataintegrity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.SkolemQuads;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** One of the two published examples of {@code ecdsa-sd-2023}, and which of its files were used. */
enum SdVector {
  RESIDENCE_CARD("prc", "prCredUnsigned.json", "prCredMandatory.json", "prCredSelective.json"),
  EMPLOYMENT("employ", "employmentAuth.json", "employMandatory.json", "employSelective.json");

  static final String FOLDER = "vc-di-ecdsa/";
  static final String KEYS = "ecdsa-sd-2023/SDKeyMaterial.json";

  private final String name;
  private final String unsigned;
  private final String mandatory;
  private final String selective;

  SdVector(String name, String unsigned, String mandatory, String selective) {
    this.name = name;
    this.unsigned = unsigned;
    this.mandatory = mandatory;
    this.selective = selective;
  }

  /** Reads files and remembers which. */
  static final class Files {
    private final SdVector vector;
    private final Set<String> used = new TreeSet<>();

    Files(SdVector vector) {
      this.vector = vector;
    }

    Set<String> used() {
      return used;
    }

    /** The document that was signed, without its proof. */
    JsonObject signedDocument() throws Exception {
      return object("addSignedSDBase.json").without("proof");
    }

    JsonObject unsigned() throws Exception {
      return (JsonObject) shared(vector.unsigned);
    }

    List<JsonPointer> mandatory() throws Exception {
      return pointers(shared(vector.mandatory));
    }

    List<JsonPointer> selective() throws Exception {
      return pointers(shared(vector.selective));
    }

    JsonObject keys() throws Exception {
      return (JsonObject) shared(KEYS);
    }

    SkolemQuads quads(SuiteVectors vectors) throws Exception {
      return SkolemQuads.of(
          signedDocument(),
          new ContextSource(vectors.settings().contexts(), Limits.defaults()),
          vectors.settings().budget());
    }

    JsonObject object(String file) throws Exception {
      return (JsonObject) value(file);
    }

    List<String> texts(String file) throws Exception {
      return SdVector.texts(value(file));
    }

    JsonValue value(String file) throws Exception {
      return shared(path(file));
    }

    String text(String file) {
      used.add(path(file));
      return new String(Vectors.bytes(FOLDER + path(file)), StandardCharsets.UTF_8);
    }

    private String path(String file) {
      return "ecdsa-sd-2023/" + vector.name + "/" + file;
    }

    private JsonValue shared(String file) throws Exception {
      used.add(file);
      return Json.read(Vectors.bytes(FOLDER + file), Limits.defaults());
    }
  }

  static List<String> texts(JsonValue array) {
    return array(array).stream().map(item -> ((JsonString) item).value()).toList();
  }

  private static List<JsonValue> array(JsonValue value) {
    return ((JsonArray) value).items();
  }

  static List<JsonPointer> pointers(JsonValue array) {
    return texts(array).stream().map(JsonPointer::parse).toList();
  }

  static List<Integer> numbers(JsonObject object, String name) {
    return object.list(name).stream().map(SdVector::number).toList();
  }

  static byte[] proofValue(JsonObject signed) {
    return Multibase.decode(signed.object("proof").orElseThrow().string("proofValue").orElseThrow())
        .orElseThrow();
  }

  /** A JavaScript map as it was published: pairs of a number and a text. */
  static Map<Integer, String> numbered(JsonObject map) {
    Map<Integer, String> numbered = new TreeMap<>();
    for (JsonValue pair : map.list("value")) {
      List<JsonValue> both = array(pair);
      numbered.put(number(both.get(0)), ((JsonString) both.get(1)).value());
    }
    return numbered;
  }

  /** A JavaScript map as it was published, or its pairs of two texts. */
  static Map<String, String> named(JsonValue map) {
    Map<String, String> named = new TreeMap<>();
    for (JsonValue pair : map instanceof JsonObject object ? object.list("value") : array(map)) {
      List<String> both = texts(pair);
      named.put(both.get(0), both.get(1));
    }
    return named;
  }

  /** The lines that are in a set, or those that are not, by their places. */
  static Map<Integer, String> numbered(List<String> lines, Set<String> in, boolean wanted) {
    Map<Integer, String> numbered = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (in.contains(lines.get(i)) == wanted) {
        numbered.put(i, lines.get(i));
      }
    }
    return numbered;
  }

  private static int number(JsonValue value) {
    return ((JsonNumber) value).value().intValueExact();
  }
}
