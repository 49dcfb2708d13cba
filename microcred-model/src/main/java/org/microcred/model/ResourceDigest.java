package org.microcred.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.microcred.model.DigestComparison.Outcome;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * The digests that a document states of one resource (VC 2.0 §5.3, Data Integrity 1.0 §2.6). Any
 * object with an id can have them, beside the id.
 *
 * <pre>{@code
 * ResourceDigest.sri(DigestAlgorithm.SHA2_384, video).toJson(); // {"digestSRI":"sha384-…"}
 * ResourceDigest.of(evidence.more()).check(video).passed();
 * }</pre>
 *
 * @param digestSRI integrity metadata of Subresource Integrity: texts with one or more expressions,
 *     separated by blanks
 * @param digestMultibase multihashes in a multibase
 */
public record ResourceDigest(List<String> digestSRI, List<String> digestMultibase) {
  /** No digest at all. */
  public static final ResourceDigest NONE = new ResourceDigest(List.of(), List.of());

  private static final String SRI = "digestSRI";
  private static final String MULTIBASE = "digestMultibase";

  public ResourceDigest {
    digestSRI = List.copyOf(digestSRI);
    digestMultibase = List.copyOf(digestMultibase);
  }

  /**
   * {@return what an object states of the resource that its id names; {@link #isEmpty} when it
   * states nothing}
   *
   * <p>What is no text is kept as the empty text, which is no digest.
   *
   * @param annotated an object with {@code digestSRI}, {@code digestMultibase}, both or neither
   */
  public static ResourceDigest of(JsonObject annotated) {
    return new ResourceDigest(texts(annotated, SRI), texts(annotated, MULTIBASE));
  }

  /**
   * {@return the digest of a resource as {@code digestSRI}}
   *
   * @param algorithm one of SHA-2
   * @param content the whole resource
   * @throws IllegalArgumentException when Subresource Integrity knows no such function
   */
  public static ResourceDigest sri(DigestAlgorithm algorithm, byte[] content) {
    String name =
        algorithm
            .sriName()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "digestSRI has no name for " + algorithm.identifier()));
    return new ResourceDigest(
        List.of(SubresourceIntegrity.encode(name, hash(algorithm, content))), List.of());
  }

  /**
   * {@return the digest of a resource as {@code digestMultibase} in base64url}
   *
   * @param algorithm any
   * @param content the whole resource
   * @throws UnsupportedOperationException when this Java platform lacks the function
   */
  public static ResourceDigest multibase(DigestAlgorithm algorithm, byte[] content) {
    return new ResourceDigest(
        List.of(), List.of(Multihash.encode(algorithm, hash(algorithm, content))));
  }

  private static byte[] hash(DigestAlgorithm algorithm, byte[] content) {
    return algorithm
        .hash(content)
        .orElseThrow(
            () ->
                new UnsupportedOperationException(
                    "this Java platform lacks " + algorithm.identifier()));
  }

  /** {@return what several places state of the same resource, each digest once} */
  static ResourceDigest all(List<ResourceDigest> stated) {
    return new ResourceDigest(
        stated.stream().flatMap(digest -> digest.digestSRI.stream()).distinct().toList(),
        stated.stream().flatMap(digest -> digest.digestMultibase.stream()).distinct().toList());
  }

  /** {@return whether no digest is stated} */
  public boolean isEmpty() {
    return digestSRI.isEmpty() && digestMultibase.isEmpty();
  }

  /**
   * {@return whether that content is the resource}
   *
   * <p>Of the expressions of {@code digestSRI} with the strongest function that is known one must
   * match (Subresource Integrity §3.3); each {@code digestMultibase} whose function is known must
   * match. A digest that differs ({@code digest.mismatch}) or is none ({@code digest.malformed}) is
   * a no. When nothing that is stated can be computed ({@code digest.unsupported}), or nothing is
   * stated ({@code digest.missing}), it could not be found out. Pointers begin at the object that
   * states the digests.
   *
   * @param content the octets that were had for the resource
   */
  public Findings check(byte[] content) {
    Map<JsonPointer, Outcome> outcomes = outcomes(new DigestComparison(content));
    List<Violation> failures = new ArrayList<>();
    List<Violation> unknowns = new ArrayList<>();
    outcomes.forEach(
        (place, outcome) -> {
          switch (outcome) {
            case MATCH -> {}
            case MISMATCH -> failures.add(Messages.violation("digest.mismatch", place));
            case MALFORMED -> failures.add(Messages.violation("digest.malformed", place));
            case UNSUPPORTED -> unknowns.add(Messages.violation("digest.unsupported", place));
          }
        });
    if (isEmpty()) {
      unknowns.add(Messages.violation("digest.missing", JsonPointer.ROOT));
    }
    // One that matches is enough, whatever else could not be computed.
    boolean matched = outcomes.containsValue(Outcome.MATCH);
    return new Findings(failures, matched ? List.of() : unknowns, List.of());
  }

  private Map<JsonPointer, Outcome> outcomes(DigestComparison comparison) {
    Map<JsonPointer, Outcome> outcomes = new LinkedHashMap<>();
    if (!digestSRI.isEmpty()) {
      outcomes.put(
          JsonPointer.ROOT.child(SRI), SubresourceIntegrity.compare(digestSRI, comparison));
    }
    JsonPointer multibase = JsonPointer.ROOT.child(MULTIBASE);
    for (int i = 0; i < digestMultibase.size(); i++) {
      outcomes.put(
          digestMultibase.size() == 1 ? multibase : multibase.child(Integer.toString(i)),
          Multihash.compare(digestMultibase.get(i), comparison));
    }
    return outcomes;
  }

  /** {@return the digests that an object states, both members read} */
  static ResourceDigest read(Cursor in) {
    check(in);
    return new ResourceDigest(in.texts(SRI), in.texts(MULTIBASE));
  }

  /** Holds what an object may state beside its id against its grammar (VC 2.0 §5.3). */
  static void check(Cursor in) {
    check(in, SRI, SubresourceIntegrity::isWellFormed);
    check(in, MULTIBASE, Multihash::isWellFormed);
  }

  private static void check(Cursor in, String name, Predicate<String> isWellFormed) {
    in.refuseEmpty(name);
    int index = 0;
    for (JsonValue value : in.object().list(name)) {
      if (value instanceof JsonString text && !isWellFormed.test(text.value())) {
        JsonPointer pointer = in.pointer().child(name);
        boolean many = in.object().get(name).filter(JsonArray.class::isInstance).isPresent();
        in.fail("digest.malformed", many ? pointer.child(index) : pointer);
      }
      index++;
    }
  }

  /** {@return these digests as the members of the object that states them} */
  public JsonObject toJson() {
    return in(JsonObject.EMPTY);
  }

  /** {@return an object with these digests in place of its own} */
  JsonObject in(JsonObject object) {
    JsonObject.Builder json = object.without(SRI).without(MULTIBASE).toBuilder();
    put(json, SRI, digestSRI);
    put(json, MULTIBASE, digestMultibase);
    return json.build();
  }

  private static void put(JsonObject.Builder json, String name, List<String> texts) {
    if (texts.size() == 1) {
      json.put(name, texts.get(0));
    } else if (!texts.isEmpty()) {
      json.put(name, JsonArray.ofStrings(texts));
    }
  }

  private static List<String> texts(JsonObject annotated, String name) {
    return annotated.list(name).stream()
        .map(value -> value instanceof JsonString text ? text.value() : "")
        .toList();
  }
}
