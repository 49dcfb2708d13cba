package org.microcred.crypto.internal.dataintegrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.SkolemQuads;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Multibase;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/**
 * Makes derived proofs of {@code ecdsa-sd-2023}: the holder shows parts (Data Integrity ECDSA
 * Cryptosuites 1.0 §3.6.5 to §3.6.7).
 */
public final class SdDerivation {
  private static final int CANONICAL_PREFIX = "c14n".length();

  private SdDerivation() {}

  /**
   * Discloses parts of a document.
   *
   * @param document with a base proof as its only proof
   * @param selective what to show beside what the issuer made mandatory
   * @return the parts, with a derived proof
   * @throws InvalidDocumentException {@code proof.*} when there is no base proof, or when the
   *     document cannot be taken apart
   * @throws IllegalArgumentException when a pointer leads nowhere or nothing would be shown
   */
  public static JsonObject derive(
      JsonObject document, List<JsonPointer> selective, InspectionSettings settings)
      throws InvalidDocumentException {
    JsonObject proof = document.object("proof").orElse(JsonObject.EMPTY);
    SdBaseProof base =
        proof
            .string("proofValue")
            .filter(
                text ->
                    proof.string("cryptosuite").equals(Optional.of(Suite.ECDSA_SD_2023.label())))
            .flatMap(SdCoding::octets)
            .flatMap(value -> SdBaseProof.read(value, settings.limits()))
            .orElseThrow(SdDerivation::noBaseProof);
    JsonObject unsecured = document.without("proof");
    if (!base.mandatory().stream().allMatch(pointer -> pointer.in(unsecured).isPresent())) {
      throw noBaseProof();
    }
    SkolemQuads quads =
        SkolemQuads.of(
            unsecured,
            new ContextSource(settings.contexts(), settings.limits()),
            settings.budget());
    List<JsonPointer> combined = new ArrayList<>(base.mandatory());
    combined.addAll(selective);
    JsonObject shown =
        JsonSelection.of(unsecured, combined)
            .orElseThrow(
                () -> new IllegalArgumentException("pointers: name something to disclose"));
    SdDerivedProof derived = derived(base, quads, selective, combined);
    JsonString value = new JsonString(Multibase.base64url(derived.toBytes()));
    return shown.with("proof", proof.with("proofValue", value));
  }

  private static SdDerivedProof derived(
      SdBaseProof base, SkolemQuads quads, List<JsonPointer> selective, List<JsonPointer> combined)
      throws InvalidDocumentException {
    UnaryOperator<String> label = SdLabels.of(base.hmacKey());
    Set<String> mandatory = lines(quads, base.mandatory(), label);
    Set<String> wanted = lines(quads, selective, label);
    Set<String> shown = lines(quads, combined, label);
    List<byte[]> signatures = new ArrayList<>();
    List<Integer> mandatoryIndexes = new ArrayList<>();
    int signature = 0;
    int index = 0;
    for (String line : quads.lines(label)) {
      boolean always = mandatory.contains(line);
      if (!always) {
        if (signature >= base.signatures().size()) {
          throw noBaseProof();
        }
        if (wanted.contains(line)) {
          signatures.add(base.signatures().get(signature));
        }
        signature++;
      }
      if (shown.contains(line)) {
        if (always) {
          mandatoryIndexes.add(index);
        }
        index++;
      }
    }
    Map<Integer, String> labels = new TreeMap<>();
    JsonObject selection = JsonSelection.of(quads.skolemized(), combined).orElseThrow();
    quads
        .labelsIn(selection)
        .forEach(
            (own, whole) ->
                labels.put(Integer.parseInt(own.substring(CANONICAL_PREFIX)), label.apply(whole)));
    return new SdDerivedProof(
        base.baseSignature(), base.publicKey(), signatures, labels, mandatoryIndexes);
  }

  private static Set<String> lines(
      SkolemQuads quads, List<JsonPointer> pointers, UnaryOperator<String> label)
      throws InvalidDocumentException {
    Optional<JsonObject> selection = JsonSelection.of(quads.skolemized(), pointers);
    return selection.isEmpty() ? Set.of() : new HashSet<>(quads.lines(selection.get(), label));
  }

  private static InvalidDocumentException noBaseProof() {
    return InvalidDocumentException.of(
        "proof.base",
        JsonPointer.ROOT.child("proof"),
        "there is no base proof of ecdsa-sd-2023, from which parts could be disclosed");
  }
}
