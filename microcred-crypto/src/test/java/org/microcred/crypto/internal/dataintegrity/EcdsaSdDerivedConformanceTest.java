package org.microcred.crypto.internal.dataintegrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.internal.jsonld.CanonicalLines;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.SkolemQuads;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * The published derived proofs of {@code ecdsa-sd-2023}: the derived documents byte for byte, and
 * every intermediate value but the ids that nodes are given while it takes, which are random.
 */
class EcdsaSdDerivedConformanceTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void everyStepOfADerivedProofIsEqual() throws Exception {
    Set<String> used = new TreeSet<>();
    for (SdVector vector : SdVector.values()) {
      SdVector.Files files = new SdVector.Files(vector);
      SuiteVectors vectors = new SuiteVectors(SdVector.FOLDER);
      groups(vectors, files);
      document(vectors, files);
      proof(vectors, files);
      used.addAll(files.used());
    }
    System.out.printf("vc-di-ecdsa, derived proofs of ecdsa-sd-2023: %d files used%n", used.size());
    assertThat(used).hasSize(28);
  }

  private static void groups(SuiteVectors vectors, SdVector.Files files) throws Exception {
    JsonObject recovered = files.object("derivedRecoveredBaseData.json");
    UnaryOperator<String> label =
        SdLabels.of(HEX.parseHex(recovered.string("hmacKey").orElseThrow()));
    SkolemQuads quads = files.quads(vectors);
    List<String> lines = quads.lines(label);
    List<JsonPointer> combined = new ArrayList<>(files.mandatory());
    combined.addAll(files.selective());
    JsonObject data = files.object("derivedAllGroupData.json");
    assertThat(lines).isEqualTo(SdVector.texts(data.get("nquads").orElseThrow()));
    Map<String, String> labels = new TreeMap<>();
    quads.labels().forEach(canonical -> labels.put(canonical, label.apply(canonical)));
    assertThat(labels.values())
        .containsExactlyInAnyOrderElementsOf(
            SdVector.named(data.get("labelMap").orElseThrow()).values());

    JsonObject indexes = files.object("derivedGroupIndexes.json");
    Map<String, List<JsonPointer>> groups =
        Map.of(
            "mandatory", files.mandatory(), "selective", files.selective(), "combined", combined);
    for (Map.Entry<String, List<JsonPointer>> group : groups.entrySet()) {
      Set<String> selected =
          Set.copyOf(
              quads.lines(
                  JsonSelection.of(quads.skolemized(), group.getValue()).orElseThrow(), label));
      JsonObject expected =
          data.object("groups").flatMap(all -> all.object(group.getKey())).orElseThrow();
      Map<Integer, String> matching = SdVector.numbered(lines, selected, true);
      assertThat(matching).isEqualTo(SdVector.numbered(expected.object("matching").orElseThrow()));
      assertThat(SdVector.numbered(lines, selected, false))
          .isEqualTo(SdVector.numbered(expected.object("nonMatching").orElseThrow()));
      assertThat(matching.keySet())
          .containsExactlyElementsOf(SdVector.numbers(indexes, group.getKey() + "Indexes"));
    }
  }

  private static void document(SuiteVectors vectors, SdVector.Files files) throws Exception {
    JsonObject expected = files.object("derivedRevealDocument.json");
    JsonObject derived =
        SdDerivation.derive(
            files.object("addSignedSDBase.json"), files.selective(), vectors.settings());
    assertThat(Json.write(derived)).isEqualTo(Json.write(expected));
    assertThat(Json.write(derived.without("proof")))
        .isEqualTo(Json.write(files.object("derivedUnsignedReveal.json")));
    assertThat(SecuredDocument.of(expected, vectors.settings()).shape()).isEqualTo(Findings.none());
    assertThat(vectors.verifies(expected)).isEqualTo(1);
  }

  private static void proof(SuiteVectors vectors, SdVector.Files files) throws Exception {
    JsonObject expected = files.object("derivedRevealDocument.json");
    SdDerivedProof proof =
        SdDerivedProof.read(SdVector.proofValue(expected), Limits.defaults()).orElseThrow();
    List<String> signatures = proof.signatures().stream().map(HEX::formatHex).toList();
    JsonObject adjusted = files.object("derivedAdjSignatures.json");
    List<String> all =
        SdVector.texts(
            files.object("derivedRecoveredBaseData.json").get("signatures").orElseThrow());
    assertThat(signatures)
        .isEqualTo(SdVector.texts(adjusted.get("filteredSignatures").orElseThrow()))
        .isEqualTo(
            SdVector.numbers(adjusted, "adjSignatureIndexes").stream().map(all::get).toList());
    assertThat(proof.mandatory())
        .isEqualTo(
            SdVector.numbers(
                files.object("derivedAdjMandatoryIndexes.json"), "adjMandatoryIndexes"));
    Map<String, String> labels = new TreeMap<>();
    proof.labels().forEach((number, label) -> labels.put("c14n" + number, label));
    for (String file : List.of("derivedDisclosureData.json", "verifyDerivedProofValue.json")) {
      JsonObject published = files.object(file);
      assertThat(signatures).isEqualTo(SdVector.texts(published.get("signatures").orElseThrow()));
      assertThat(labels).isEqualTo(SdVector.named(published.get("labelMap").orElseThrow()));
      assertThat(proof.mandatory()).isEqualTo(SdVector.numbers(published, "mandatoryIndexes"));
    }

    List<String> lines =
        CanonicalLines.of(
                expected.without("proof"),
                new ContextSource(vectors.settings().contexts(), Limits.defaults()),
                vectors.settings().budget(),
                proof.labels())
            .orElseThrow();
    assertThat(lines).isEqualTo(files.texts("verifyNQuads.json"));
    JsonObject data = files.object("verifyCreateVerifyData.json");
    assertThat(HEX.formatHex(proof.baseSignature()))
        .isEqualTo(data.string("baseSignature").orElseThrow());
    assertThat(Multibase.base58btc(proof.publicKey()))
        .isEqualTo(data.string("publicKey").orElseThrow());
    List<String> mandatory = proof.mandatory().stream().map(lines::get).toList();
    assertThat(lines.stream().filter(line -> !mandatory.contains(line)).toList())
        .isEqualTo(SdVector.texts(data.get("nonMandatory").orElseThrow()));
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(String.join("", mandatory).getBytes(StandardCharsets.UTF_8));
    assertThat(HEX.formatHex(hash)).isEqualTo(data.string("mandatoryHash").orElseThrow());
  }
}
