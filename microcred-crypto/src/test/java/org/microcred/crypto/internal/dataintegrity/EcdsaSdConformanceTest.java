package org.microcred.crypto.internal.dataintegrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.TestKeys;
import org.microcred.crypto.internal.jsonld.SkolemQuads;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** The published base proofs of {@code ecdsa-sd-2023}, every intermediate value of them. */
class EcdsaSdConformanceTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void everyStepOfABaseProofIsEqual() throws Exception {
    Set<String> used = new TreeSet<>();
    for (SdVector vector : SdVector.values()) {
      SdVector.Files files = new SdVector.Files(vector);
      base(new SuiteVectors(SdVector.FOLDER), files);
      used.addAll(files.used());
    }
    System.out.printf("vc-di-ecdsa, base proofs of ecdsa-sd-2023: %d files used%n", used.size());
    assertThat(used).hasSize(25);
  }

  private static void base(SuiteVectors vectors, SdVector.Files files) throws Exception {
    JsonObject unsigned = files.signedDocument();
    // The residence card was published with another description than was signed.
    JsonString description = new JsonString("");
    assertThat(files.unsigned().with("description", description))
        .isEqualTo(unsigned.with("description", description));
    for (JsonValue item : ((JsonArray) files.value("addPointerValues.json")).items()) {
      JsonObject pointer = (JsonObject) item;
      assertThat(JsonPointer.parse(pointer.string("pointer").orElseThrow()).in(unsigned))
          .isEqualTo(pointer.get("value"));
    }
    List<JsonPointer> mandatory = files.mandatory();
    JsonObject keys = files.keys();
    byte[] hmacKey = HEX.parseHex(keys.string("hmacKeyString").orElseThrow());

    SkolemQuads quads = files.quads(vectors);
    List<String> lines = quads.lines(SdLabels.of(hmacKey));
    assertThat(quads.lines(label -> label)).isEqualTo(files.texts("addBaseDocCanon.json"));
    assertThat(lines).isEqualTo(files.texts("addBaseDocHMACCanon.json"));
    Set<String> always =
        Set.copyOf(
            quads.lines(
                JsonSelection.of(quads.skolemized(), mandatory).orElseThrow(),
                SdLabels.of(hmacKey)));
    JsonObject transform = files.object("addBaseTransform.json");
    assertThat(SdVector.numbered(lines, always, true))
        .isEqualTo(SdVector.numbered(transform.object("mandatory").orElseThrow()));
    assertThat(SdVector.numbered(lines, always, false))
        .isEqualTo(SdVector.numbered(transform.object("nonMandatory").orElseThrow()));

    JsonObject options = files.object("addProofConfig.json");
    Transformed proof =
        vectors.transformed(
            ProofOptions.of(options, unsigned, Suite.Transformation.RDFC),
            Suite.ECDSA_SD_2023,
            "SHA-256");
    assertThat(proof.text()).contains(files.text("addProofConfigCanon.txt"));
    JsonObject raw = files.object("addRawBaseSignatureInfo.json");
    byte[] quadKey = Multibase.decode(raw.string("publicKey").orElseThrow()).orElseThrow();
    byte[] data = SdData.of(proof, quadKey, lines.stream().filter(always::contains).toList());
    JsonObject hashes = files.object("addHashData.json");
    assertThat(HEX.formatHex(data))
        .isEqualTo(
            hashes.string("proofHash").orElseThrow()
                + HEX.formatHex(quadKey)
                + hashes.string("mandatoryHash").orElseThrow());

    JsonObject signed = files.object("addSignedSDBase.json");
    SdBaseProof base =
        SdBaseProof.read(SdVector.proofValue(signed), Limits.defaults()).orElseThrow();
    assertThat(HEX.formatHex(base.baseSignature()))
        .isEqualTo(raw.string("baseSignature").orElseThrow());
    assertThat(base.publicKey()).isEqualTo(quadKey);
    assertThat(base.hmacKey()).isEqualTo(hmacKey);
    assertThat(base.mandatory()).isEqualTo(mandatory);
    assertThat(base.signatures().stream().map(HEX::formatHex).toList())
        .isEqualTo(SdVector.texts(raw.get("signatures").orElseThrow()));
    assertThat(base.toBytes()).isEqualTo(SdVector.proofValue(signed));

    String method = options.string("verificationMethod").orElseThrow();
    PublicKey issuer =
        TestKeys.of(method, method.substring(method.indexOf('#') + 1)).publicKey().orElseThrow();
    assertThat(holds(issuer, data, base.baseSignature())).isTrue();
    PublicKey one = Multikey.decode(Multibase.base58btc(quadKey)).key().orElseThrow();
    List<String> others = lines.stream().filter(line -> !always.contains(line)).toList();
    for (int i = 0; i < others.size(); i++) {
      byte[] line = others.get(i).getBytes(StandardCharsets.UTF_8);
      assertThat(holds(one, line, base.signatures().get(i))).isTrue();
    }
    assertThat(SecuredDocument.of(signed, vectors.settings()).shape().failures())
        .extracting("code")
        .containsExactly("proof.underived");
    ours(vectors, files, proof, options);
  }

  /** ECDSA takes a new random number for each signature, so ours are others, and hold as well. */
  private static void ours(
      SuiteVectors vectors, SdVector.Files files, Transformed proof, JsonObject options)
      throws Exception {
    JsonObject keys = files.keys();
    byte[] value =
        new SdProofMaker(
                SuiteVectors.signer(
                    keys.object("baseKeyPair").orElseThrow(), SignatureAlgorithm.ES256),
                vectors.settings(),
                files.mandatory(),
                SuiteVectors.pair(keys.object("proofKeyPair").orElseThrow()),
                HEX.parseHex(keys.string("hmacKeyString").orElseThrow()))
            .sign(files.signedDocument(), proof);
    JsonString text = new JsonString(Multibase.base64url(value));
    JsonObject base =
        files.signedDocument().with("proof", options.without("@context").with("proofValue", text));
    assertThat(vectors.verifies(SdDerivation.derive(base, files.selective(), vectors.settings())))
        .isEqualTo(1);
  }

  private static boolean holds(PublicKey key, byte[] data, byte[] signature) {
    return Signatures.verify(SignatureAlgorithm.ES256, key, data, signature, Optional.empty());
  }
}
