package org.microcred.examples.benchmarks;

import static org.microcred.crypto.ProofFormat.ECDSA_RDFC_2019;
import static org.microcred.crypto.ProofFormat.EDDSA_RDFC_2022;
import static org.microcred.crypto.ProofFormat.VC_JWT;
import static org.microcred.crypto.SignatureAlgorithm.EDDSA;
import static org.microcred.crypto.SignatureAlgorithm.ES256;
import static org.microcred.crypto.SignatureAlgorithm.RS256;
import static org.microcred.examples.benchmarks.RawBenchmark.Message.DIGESTS;
import static org.microcred.examples.benchmarks.RawBenchmark.Message.TOKEN;

import java.util.ArrayList;
import java.util.List;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;

/** Verifying: the signatures of all providers, and every format beside the signature inside. */
final class VerifyRows {
  private static final Jca FASTEST = Jca.fastest();
  private static final Work TITANIUM = Work.of(TitaniumBenchmark.class, "verify");
  private static final Work IRON = Work.of(IronBenchmark.class, "verify");

  static final List<Row> ROWS = rows();

  private VerifyRows() {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(Providers.rows("verify", EDDSA, DIGESTS));
    rows.addAll(Providers.rows("verify", ES256, DIGESTS));
    rows.addAll(Providers.rows("verify", RS256, TOKEN));
    for (ProofFormat format : List.of(EDDSA_RDFC_2022, ECDSA_RDFC_2019)) {
      SignatureAlgorithm algorithm = format == EDDSA_RDFC_2022 ? EDDSA : ES256;
      rows.add(embedded(format, algorithm, FASTEST).atMost(2));
      rows.add(embedded(format, algorithm, Jca.BOUNCY_CASTLE).atMost(1.5));
      rows.add(embedded(format, algorithm, Jca.JDK));
    }
    Work ours = verify(EDDSA_RDFC_2022, EDDSA, FASTEST);
    rows.add(
        Row.beside(raw(EDDSA, FASTEST, DIGESTS), "eddsa-rdfc-2022: what it allocates", ours)
            .atMostBytes(16 << 10));
    rows.add(embedded(ProofFormat.EDDSA_JCS_2022, EDDSA, FASTEST));
    rows.add(embedded(ProofFormat.ECDSA_JCS_2019, ES256, FASTEST));
    rows.add(embedded(ProofFormat.ED25519_SIGNATURE_2020, EDDSA, FASTEST));
    rows.add(embedded(ProofFormat.ECDSA_SD_2023, ES256, FASTEST));
    rows.add(token(VC_JWT, EDDSA).atMost(1.3));
    rows.add(token(VC_JWT, ES256).atMost(1.3));
    rows.add(token(VC_JWT, RS256).atMost(1.7));
    rows.add(token(ProofFormat.OB_JWT, EDDSA));
    rows.add(token(ProofFormat.VC_SD_JWT, EDDSA));
    rows.add(token(ProofFormat.VC_COSE, EDDSA));
    rows.add(Row.yardstick("Peer: titanium pipeline, eddsa-rdfc-2022, " + FASTEST, TITANIUM));
    rows.add(Row.beside(TITANIUM, "… microcred, 25 times as fast", ours).atMost(1 / 25.0));
    rows.add(Row.yardstick("Peer: Iron 0.14, eddsa-rdfc-2022, JDK", IRON));
    rows.add(
        Row.beside(IRON, "… microcred, 25 times as fast", verify(EDDSA_RDFC_2022, EDDSA, Jca.JDK))
            .atMost(1 / 25.0));
    for (SignatureAlgorithm algorithm : List.of(ES256, RS256)) {
      Work nimbus = Work.of(NimbusBenchmark.class, "verify").with("algorithm", algorithm);
      rows.add(Row.yardstick("Peer: Nimbus, VC-JWT " + algorithm.jose() + ", " + FASTEST, nimbus));
      rows.add(
          Row.beside(nimbus, "… microcred, 1.7 times as fast", verify(VC_JWT, algorithm, FASTEST))
              .atMost(1 / 1.7));
    }
    rows.add(Row.missing("Peer: @digitalbazaar/vc is for Node, not measured here"));
    rows.add(Row.missing("Bulk, NDJSON: not built yet"));
    return List.copyOf(rows);
  }

  private static Row embedded(ProofFormat format, SignatureAlgorithm algorithm, Jca jca) {
    return beside(format, algorithm, jca, DIGESTS);
  }

  private static Row token(ProofFormat format, SignatureAlgorithm algorithm) {
    return beside(format, algorithm, FASTEST, TOKEN);
  }

  private static Row beside(
      ProofFormat format, SignatureAlgorithm algorithm, Jca jca, RawBenchmark.Message message) {
    return Row.beside(
        raw(algorithm, jca, message),
        "Verify " + format + ", " + algorithm.jose() + ", " + jca,
        verify(format, algorithm, jca));
  }

  private static Work raw(SignatureAlgorithm algorithm, Jca jca, RawBenchmark.Message message) {
    return Providers.raw("verify", algorithm, jca, message);
  }

  private static Work verify(ProofFormat format, SignatureAlgorithm algorithm, Jca jca) {
    return Work.of(VerifyBenchmark.class, "verify")
        .with("format", format)
        .with("algorithm", algorithm)
        .with("jca", jca);
  }
}
