package org.microcred.examples.benchmarks;

import static org.microcred.crypto.SignatureAlgorithm.EDDSA;
import static org.microcred.crypto.SignatureAlgorithm.ES256;
import static org.microcred.crypto.SignatureAlgorithm.RS256;
import static org.microcred.examples.benchmarks.RawBenchmark.Message.DIGESTS;
import static org.microcred.examples.benchmarks.RawBenchmark.Message.TOKEN;

import java.util.ArrayList;
import java.util.List;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;

/** Signing: the signatures of all providers, and every format beside the signature inside. */
final class SignRows {
  private static final Jca FASTEST = Jca.fastest();

  static final List<Row> ROWS = rows();

  private SignRows() {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(Providers.rows("sign", EDDSA, DIGESTS));
    rows.addAll(Providers.rows("sign", ES256, DIGESTS));
    rows.addAll(Providers.rows("sign", RS256, TOKEN));
    rows.add(sign(ProofFormat.EDDSA_RDFC_2022, EDDSA, DIGESTS).atMost(3));
    rows.add(sign(ProofFormat.ECDSA_RDFC_2019, ES256, DIGESTS).atMost(3));
    rows.add(sign(ProofFormat.EDDSA_JCS_2022, EDDSA, DIGESTS).atMost(3));
    rows.add(sign(ProofFormat.ECDSA_SD_2023, ES256, DIGESTS));
    rows.add(sign(ProofFormat.VC_JWT, EDDSA, TOKEN).atMost(1.3));
    rows.add(sign(ProofFormat.VC_JWT, ES256, TOKEN).atMost(1.3));
    rows.add(sign(ProofFormat.VC_JWT, RS256, TOKEN).atMost(1.3));
    rows.add(sign(ProofFormat.VC_SD_JWT, EDDSA, TOKEN));
    rows.add(sign(ProofFormat.VC_COSE, EDDSA, TOKEN));
    return List.copyOf(rows);
  }

  private static Row sign(
      ProofFormat format, SignatureAlgorithm algorithm, RawBenchmark.Message message) {
    return Row.beside(
        Providers.raw("sign", algorithm, FASTEST, message),
        "Sign " + format + ", " + algorithm.jose() + ", " + FASTEST,
        Work.of(SignBenchmark.class, "sign")
            .with("format", format)
            .with("algorithm", algorithm)
            .with("jca", FASTEST));
  }
}
