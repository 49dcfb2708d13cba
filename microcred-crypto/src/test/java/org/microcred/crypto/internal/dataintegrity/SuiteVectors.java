package org.microcred.crypto.internal.dataintegrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestContexts;
import org.microcred.crypto.TestKeys;
import org.microcred.crypto.WorkBudget;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.testing.Vectors;

/** A folder of W3C vectors of cryptosuites: every intermediate value has a file of its own. */
final class SuiteVectors {
  private final String folder;
  private final DocumentLoader contexts;
  private final Set<String> used = new TreeSet<>();

  SuiteVectors(String folder) throws Exception {
    this.folder = folder;
    this.contexts = TestContexts.supplied();
  }

  /** One suite on one document, step by step. */
  void steps(
      Suite suite,
      SignatureAlgorithm algorithm,
      String under,
      String tag,
      String unsignedFile,
      String keys)
      throws Exception {
    JsonObject unsigned = suite.withContext(json(unsignedFile));
    JsonObject options = json(under + "proofConfig" + tag + ".json");
    String digest = HashData.digest(algorithm);
    Transformed document = transformed(unsigned, suite, digest);
    Transformed proof =
        transformed(ProofOptions.of(options, unsigned, suite.transformation()), suite, digest);
    assertThat(options.get("@context")).isEqualTo(unsigned.get("@context"));
    assertThat(document.text()).contains(text(under + "canonDoc" + tag + ".txt"));
    assertThat(proof.text()).contains(text(under + "proofCanon" + tag + ".txt"));
    assertThat(hex(HashData.hash(document, digest)))
        .isEqualTo(text(under + "docHash" + tag + ".txt"));
    assertThat(hex(HashData.hash(proof, digest)))
        .isEqualTo(text(under + "proofHash" + tag + ".txt"));
    byte[] data = HashData.of(proof, document, digest);
    assertThat(hex(data)).isEqualTo(text(under + "combinedHash" + tag + ".txt"));

    JsonObject signed = json(under + "signed" + tag + ".json");
    String published = text(under + "sigBTC58" + tag + ".txt");
    assertThat(signed.object("proof").orElseThrow().string("proofValue")).contains(published);
    assertThat(hex(Multibase.decode(published).orElseThrow()))
        .isEqualTo(text(under + "sigHex" + tag + ".txt"));
    assertThat(verifies(signed)).isEqualTo(1);

    Signer signer = signer(json(keys), algorithm);
    Instant created = Instant.parse(options.string("created").orElseThrow());
    JsonObject ours = new ProofMaker(suite, signer, settings()).sign(json(unsignedFile), created);
    if (algorithm == SignatureAlgorithm.EDDSA) {
      assertThat(ours).isEqualTo(signed);
    } else {
      // ECDSA takes a new random number for each signature.
      assertThat(withoutValue(ours)).isEqualTo(withoutValue(signed));
      assertThat(verifies(ours)).isEqualTo(1);
    }
  }

  private static JsonObject withoutValue(JsonObject signed) {
    return signed.with("proof", signed.object("proof").orElseThrow().without("proofValue"));
  }

  /** Verifies every proof; how many there were is the answer. */
  int verifies(JsonObject signed) {
    SecuredDocument document = SecuredDocument.of(signed, settings());
    assertThat(document.shape()).isEqualTo(Findings.none());
    assertThat(document.context().passed()).as("" + document.context()).isTrue();
    for (EmbeddedProof proof : document.proofs()) {
      assertThat(document.verify(proof, TestKeys.named(proof.view()))).isEqualTo(Findings.none());
    }
    return document.proofs().size();
  }

  Transformed transformed(JsonObject document, Suite suite, String digest) {
    return Transformed.of(document, suite.transformation(), digest, settings());
  }

  InspectionSettings settings() {
    Limits limits = Limits.defaults();
    return new InspectionSettings(contexts, limits, WorkBudget.of(limits), Optional.empty());
  }

  /** The key pair of a file: multibase, a codec of two bytes in front of the private key. */
  static Signer signer(JsonObject pair, SignatureAlgorithm algorithm) throws Exception {
    String publicKey = pair.string("publicKeyMultibase").orElseThrow();
    byte[] tagged =
        Multibase.decode(
                pair.string("privateKeyMultibase")
                    .or(() -> pair.string("secretKeyMultibase"))
                    .orElseThrow())
            .orElseThrow();
    PrivateKey key = privateKey(Arrays.copyOfRange(tagged, 2, tagged.length), algorithm);
    KeyPair keys = new KeyPair(Multikey.decode(publicKey).key().orElseThrow(), key);
    return Signer.of(keys, algorithm, "did:key:" + publicKey + "#" + publicKey);
  }

  /** A key pair on P-256. */
  static KeyPair pair(JsonObject pair) throws Exception {
    byte[] secret = Multibase.decode(pair.string("secretKeyMultibase").orElseThrow()).orElseThrow();
    return new KeyPair(
        Multikey.decode(pair.string("publicKeyMultibase").orElseThrow()).key().orElseThrow(),
        privateKey(Arrays.copyOfRange(secret, 2, secret.length), SignatureAlgorithm.ES256));
  }

  private static PrivateKey privateKey(byte[] secret, SignatureAlgorithm algorithm)
      throws Exception {
    if (algorithm == SignatureAlgorithm.EDDSA) {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret));
    }
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(
        new ECGenParameterSpec(algorithm == SignatureAlgorithm.ES256 ? "secp256r1" : "secp384r1"));
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(
                new BigInteger(1, secret), curve.getParameterSpec(ECParameterSpec.class)));
  }

  JsonObject json(String file) throws Exception {
    used.add(file);
    return Json.readObject(Vectors.bytes(folder + file), Limits.defaults());
  }

  private String text(String file) {
    used.add(file);
    return new String(Vectors.bytes(folder + file), StandardCharsets.UTF_8);
  }

  /** The files that a step has used. */
  Set<String> used() {
    return used;
  }

  /** The files that no step has used. */
  Set<String> unused() throws Exception {
    Path root = Vectors.path(folder);
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
