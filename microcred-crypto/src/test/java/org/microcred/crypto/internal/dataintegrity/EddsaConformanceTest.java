package org.microcred.crypto.internal.dataintegrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestContexts;
import org.microcred.crypto.TestKeys;
import org.microcred.crypto.WorkBudget;
import org.microcred.crypto.internal.jsonld.Canonical;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TitaniumCanonicaliser;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.testing.Vectors;

/**
 * The published vectors of Data Integrity EdDSA Cryptosuites 1.0, byte for byte at every step. Not
 * run: {@code eddsa-jcs-2022}, a suite that is not built in yet.
 */
class EddsaConformanceTest {
  private static final String FOLDER = "vc-di-eddsa/";
  private static final Set<String> EXCLUDED = Set.of("eddsa-jcs-2022");

  private DocumentLoader contexts = DocumentLoader.none();
  private final Set<String> used = new TreeSet<>();

  @BeforeEach
  void load() throws Exception {
    contexts = TestContexts.supplied();
  }

  @Test
  void everyStepIsByteEqual() throws Exception {
    steps(Suite.EDDSA_RDFC_2022, "eddsa-rdfc-2022/", "DataInt", "unsigned.json");
    steps(Suite.EDDSA_RDFC_2022, "eddsa-rdfc-2022/employ/", "DataInt", "employmentAuth.json");
    steps(Suite.ED25519_SIGNATURE_2020, "Ed25519Signature2020/", "EdSig", "unsigned.json");
    proofSetsAndChains();
    Set<String> files = files();
    System.out.printf(
        "vc-di-eddsa: %d of %d files used, excluded %s%n",
        used.size(), files.size() + used.size(), files);
    assertThat(files).allMatch(file -> EXCLUDED.contains(file.split("/", 2)[0]));
    assertThat(used).hasSize(46);
  }

  private void steps(Suite suite, String folder, String tag, String unsignedFile) throws Exception {
    JsonObject unsigned = suite.withContext(json(unsignedFile));
    JsonObject options = json(folder + "proofConfig" + tag + ".json");
    Canonical document = canonical(unsigned);
    Canonical proof = canonical(ProofOptions.of(options, unsigned));
    assertThat(options.get("@context")).isEqualTo(unsigned.get("@context"));
    assertThat(document.nquads()).contains(text(folder + "canonDoc" + tag + ".txt"));
    assertThat(proof.nquads()).contains(text(folder + "proofCanon" + tag + ".txt"));
    assertThat(hex(HashData.hash(document))).isEqualTo(text(folder + "docHash" + tag + ".txt"));
    assertThat(hex(HashData.hash(proof))).isEqualTo(text(folder + "proofHash" + tag + ".txt"));
    byte[] data = HashData.of(proof, document);
    assertThat(hex(data)).isEqualTo(text(folder + "combinedHash" + tag + ".txt"));

    Signer signer = signer(json("keyPair.json"));
    byte[] signature = signer.sign(data);
    assertThat(hex(signature)).isEqualTo(text(folder + "sigHex" + tag + ".txt"));
    assertThat(Multibase.base58btc(signature)).isEqualTo(text(folder + "sigBTC58" + tag + ".txt"));

    JsonObject signed = json(folder + "signed" + tag + ".json");
    Instant created = Instant.parse(options.string("created").orElseThrow());
    assertThat(new ProofMaker(suite, signer, settings()).sign(json(unsignedFile), created))
        .isEqualTo(signed);
    assertThat(verifies(signed)).isEqualTo(1);
  }

  private void proofSetsAndChains() throws Exception {
    String folder = "proof-set-chain/";
    JsonObject keys = json(folder + "multiKeyPairs.json");
    assertThat(verifies(json(folder + "signedProofSet1.json"))).isEqualTo(1);
    assertThat(verifies(json(folder + "signedProofSet2.json"))).isEqualTo(2);
    assertThat(verifies(json(folder + "signedProofChain1.json"))).isEqualTo(3);
    assertThat(verifies(json(folder + "signedProofChain2.json"))).isEqualTo(4);
    JsonObject unsigned = json(folder + "unsigned.json");
    proof(unsigned, folder + "proofSetConfig", "1", keys, "keyPair1");
    proof(unsigned, folder + "proofSetConfig", "2", keys, "keyPair2");
    proof(
        json(folder + "proofChainTempDoc1.json"),
        folder + "proofChainConfig",
        "1",
        keys,
        "keyPair3");
    proof(
        json(folder + "proofChainTempDoc2.json"),
        folder + "proofChainConfig",
        "2",
        keys,
        "keyPair4");
  }

  /** A proof of a set or of a chain, over the document that the vectors give for it. */
  private void proof(JsonObject document, String file, String number, JsonObject keys, String key)
      throws Exception {
    JsonObject options = json(file + number + ".json");
    byte[] data = HashData.of(canonical(ProofOptions.of(options, document)), canonical(document));
    byte[] signature = signer(keys.object(key).orElseThrow()).sign(data);
    JsonObject expected = json(file.replace("Config", "ConfigSigned") + number + ".json");
    assertThat(expected.string("proofValue"))
        .as(file + number)
        .contains(Multibase.base58btc(signature));
  }

  /** Verifies every proof; how many there were is the answer. */
  private int verifies(JsonObject signed) {
    SecuredDocument document = SecuredDocument.of(signed, settings());
    assertThat(document.shape()).isEqualTo(Findings.none());
    assertThat(document.context().passed()).isTrue();
    for (EmbeddedProof proof : document.proofs()) {
      assertThat(document.verify(proof, TestKeys.named(proof.view()))).isEqualTo(Findings.none());
    }
    return document.proofs().size();
  }

  private Canonical canonical(JsonObject document) {
    InspectionSettings settings = settings();
    return new TitaniumCanonicaliser()
        .canonicalise(document, new ContextSource(contexts, settings.limits()), settings.budget());
  }

  private InspectionSettings settings() {
    Limits limits = Limits.defaults();
    return new InspectionSettings(contexts, limits, WorkBudget.of(limits), Optional.empty());
  }

  private static Signer signer(JsonObject pair) throws Exception {
    String publicKey = pair.string("publicKeyMultibase").orElseThrow();
    byte[] tagged =
        Multibase.decode(pair.string("privateKeyMultibase").orElseThrow()).orElseThrow();
    byte[] seed = Arrays.copyOfRange(tagged, 2, tagged.length); // behind the codec ed25519-priv
    PrivateKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    return Signer.of(key, SignatureAlgorithm.EDDSA, "did:key:" + publicKey + "#" + publicKey);
  }

  private JsonObject json(String file) throws Exception {
    used.add(file);
    return Json.readObject(Vectors.bytes(FOLDER + file), Limits.defaults());
  }

  private String text(String file) {
    used.add(file);
    return new String(Vectors.bytes(FOLDER + file), StandardCharsets.UTF_8);
  }

  /** The files that no step has used. */
  private Set<String> files() throws Exception {
    Path root = Vectors.path(FOLDER);
    try (Stream<Path> found = Files.walk(root)) {
      Set<String> files = new TreeSet<>();
      found
          .filter(Files::isRegularFile)
          .forEach(path -> files.add(root.relativize(path).toString()));
      files.removeAll(used);
      return files;
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
