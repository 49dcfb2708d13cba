package org.microcred.crypto.internal.dataintegrity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.Multibase;
import org.microcred.model.json.JsonObject;

/** The published vectors of Data Integrity EdDSA Cryptosuites 1.0, byte for byte at every step. */
class EddsaConformanceTest {
  private static final String KEYS = "keyPair.json";

  @Test
  void everyStepIsByteEqual() throws Exception {
    SuiteVectors vectors = new SuiteVectors("vc-di-eddsa/");
    steps(vectors, Suite.EDDSA_RDFC_2022, "eddsa-rdfc-2022/", "DataInt", "unsigned.json");
    steps(
        vectors,
        Suite.EDDSA_RDFC_2022,
        "eddsa-rdfc-2022/employ/",
        "DataInt",
        "employmentAuth.json");
    steps(vectors, Suite.EDDSA_JCS_2022, "eddsa-jcs-2022/", "JCS", "unsigned.json");
    steps(vectors, Suite.ED25519_SIGNATURE_2020, "Ed25519Signature2020/", "EdSig", "unsigned.json");
    proofSetsAndChains(vectors);
    System.out.printf(
        "vc-di-eddsa: %d of %d files used%n",
        vectors.used().size(), vectors.used().size() + vectors.unused().size());
    assertThat(vectors.unused()).isEmpty();
    assertThat(vectors.used()).hasSize(55);
  }

  private static void steps(
      SuiteVectors vectors, Suite suite, String under, String tag, String unsigned)
      throws Exception {
    vectors.steps(suite, SignatureAlgorithm.EDDSA, under, tag, unsigned, KEYS);
  }

  private static void proofSetsAndChains(SuiteVectors vectors) throws Exception {
    String folder = "proof-set-chain/";
    JsonObject keys = vectors.json(folder + "multiKeyPairs.json");
    assertThat(vectors.verifies(vectors.json(folder + "signedProofSet1.json"))).isEqualTo(1);
    assertThat(vectors.verifies(vectors.json(folder + "signedProofSet2.json"))).isEqualTo(2);
    assertThat(vectors.verifies(vectors.json(folder + "signedProofChain1.json"))).isEqualTo(3);
    assertThat(vectors.verifies(vectors.json(folder + "signedProofChain2.json"))).isEqualTo(4);
    for (int i = 1; i <= 2; i++) {
      JsonObject unsigned = vectors.json(folder + "unsigned.json");
      JsonObject key = keys.object("keyPair" + i).orElseThrow();
      proof(vectors, unsigned, folder + "proofSetConfig", i, key);
      JsonObject earlier = vectors.json(folder + "proofChainTempDoc" + i + ".json");
      key = keys.object("keyPair" + (i + 2)).orElseThrow();
      proof(vectors, earlier, folder + "proofChainConfig", i, key);
    }
  }

  /** A proof of a set or of a chain, over the document that the vectors give for it. */
  private static void proof(
      SuiteVectors vectors, JsonObject document, String file, int number, JsonObject key)
      throws Exception {
    JsonObject options = vectors.json(file + number + ".json");
    Suite suite = Suite.EDDSA_RDFC_2022;
    byte[] data =
        HashData.of(
            vectors.transformed(
                ProofOptions.of(options, document, suite.transformation()), suite, "SHA-256"),
            vectors.transformed(document, suite, "SHA-256"),
            "SHA-256");
    byte[] signature = SuiteVectors.signer(key, SignatureAlgorithm.EDDSA).sign(data);
    JsonObject expected = vectors.json(file.replace("Config", "ConfigSigned") + number + ".json");
    assertThat(expected.string("proofValue"))
        .as(file + number)
        .contains(Multibase.base58btc(signature));
  }
}
