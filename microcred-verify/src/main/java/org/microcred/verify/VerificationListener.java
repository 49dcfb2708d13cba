package org.microcred.verify;

/**
 * Is told what a verifier does, for metrics and tracing. Nothing that it is told is personal.
 *
 * <pre>{@code
 * var verifier = CredentialVerifier.builder(trust)
 *     .listener(event -> {
 *       if (event instanceof VerificationEvent.Verified verified) {
 *         metrics.timer("verify", "outcome", verified.outcome().name()).record(verified.took());
 *       }
 *     })
 *     .build();
 * }</pre>
 *
 * <p>It is called on the thread that verifies, which waits for it, and by many threads at once.
 * What it throws at run time is ignored: it has no part in the answer.
 */
@FunctionalInterface
public interface VerificationListener {
  /**
   * Takes note.
   *
   * @param event what happened
   */
  void on(VerificationEvent event);
}
