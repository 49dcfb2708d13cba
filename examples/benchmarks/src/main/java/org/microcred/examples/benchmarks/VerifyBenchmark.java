package org.microcred.examples.benchmarks;

import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.TrustPolicy;
import org.microcred.verify.VerificationReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a stranger to the report with the typed credential. */
@State(Scope.Thread)
public class VerifyBenchmark {
  @Param("EDDSA_RDFC_2022")
  ProofFormat format;

  @Param("EDDSA")
  SignatureAlgorithm algorithm;

  @Param("JDK")
  Jca jca;

  private byte[] badge;
  private CredentialVerifier verifier;

  /** Signs a badge. */
  @Setup
  public void setUp() {
    badge = Issuer.of(algorithm).badge(format).toBytes();
    CredentialVerifier.Builder builder = CredentialVerifier.builder(TrustPolicy.anyone());
    jca.provider().ifPresent(builder::provider);
    verifier = builder.build();
    if (!(verify() instanceof VerificationReport.Verified)) {
      throw new IllegalStateException(verify().explain());
    }
  }

  /** What an application calls. */
  @Benchmark
  public VerificationReport verify() {
    return verifier.verify(SecuredCredential.of(badge));
  }
}
