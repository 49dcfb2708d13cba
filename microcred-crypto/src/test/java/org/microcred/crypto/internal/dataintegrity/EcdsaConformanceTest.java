package org.microcred.crypto.internal.dataintegrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.crypto.SignatureAlgorithm.ES256;
import static org.microcred.crypto.SignatureAlgorithm.ES384;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SignatureAlgorithm;

/**
 * The published vectors of Data Integrity ECDSA Cryptosuites 1.0, byte for byte at every step. The
 * files of {@code ecdsa-sd-2023} are used by the two tests named after it.
 */
class EcdsaConformanceTest {
  /** What only the suite for selective disclosure uses. */
  private static final Set<String> SELECTIVE_DISCLOSURE =
      Set.of(
          "employMandatory.json",
          "employSelective.json",
          "prCredMandatory.json",
          "prCredSelective.json",
          "prCredUnsigned.json");

  @Test
  void everyStepIsByteEqual() throws Exception {
    SuiteVectors vectors = new SuiteVectors("vc-di-ecdsa/");
    both(vectors, ES256, "p256");
    both(vectors, ES384, "p384");
    Set<String> unused = new TreeSet<>(vectors.unused());
    System.out.printf(
        "vc-di-ecdsa: %d of %d files used, the others are ecdsa-sd-2023's%n",
        vectors.used().size(), vectors.used().size() + unused.size());
    unused.removeIf(file -> file.startsWith("ecdsa-sd-2023/"));
    assertThat(unused).isEqualTo(SELECTIVE_DISCLOSURE);
    assertThat(vectors.used()).hasSize(58);
  }

  private static void both(SuiteVectors vectors, SignatureAlgorithm algorithm, String curve)
      throws Exception {
    String keys = curve + "KeyPair.json";
    String tag = "ECDSA" + curve.replace('p', 'P');
    String rdfc = "ecdsa-rdfc-2019-" + curve + "/";
    String jcs = "ecdsa-jcs-2019-" + curve + "/";
    vectors.steps(Suite.ECDSA_RDFC_2019, algorithm, rdfc, tag, "unsigned.json", keys);
    vectors.steps(
        Suite.ECDSA_RDFC_2019, algorithm, rdfc + "employ/", tag, "employmentAuth.json", keys);
    vectors.steps(Suite.ECDSA_JCS_2019, algorithm, jcs, "JCS" + tag, "unsigned.json", keys);
  }
}
