package org.microcred.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.TrustPolicy;
import org.microcred.verify.VerificationReport;

/** The smallest program that verifies badges. */
public final class FirstVerification {
  private FirstVerification() {}

  /**
   * Verifies.
   *
   * @param files badges that must be verified
   * @throws IOException when one cannot be read
   */
  public static void main(String... files) throws IOException {
    for (String file : files) {
      Quiet.please();
      VerificationReport report =
          CredentialVerifier.builder(TrustPolicy.anyone())
              .build()
              .verify(Files.readAllBytes(Path.of(file)));
      if (!(report instanceof VerificationReport.Verified)) {
        throw new IllegalStateException(report.explain());
      }
    }
  }
}
