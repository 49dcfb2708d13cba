package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.microcred.crypto.SecuredCredential;

/** However many threads work, the answers are those of one thread, in its order. */
class BulkProperties {
  private static final ExecutorService POOL = Executors.newFixedThreadPool(8);
  private static final List<SecuredCredential> CREDENTIALS =
      EveryForm.samples().stream().map(EveryForm.Sample::wire).toList();
  private static final CredentialVerifier VERIFIER =
      CredentialVerifier.builder(TrustPolicy.anyone()).clock(Badges.CLOCK).build();

  @AfterContainer
  static void end() {
    POOL.shutdownNow();
  }

  @Property(tries = 25)
  void parallelIsSequential(
      @ForAll @Size(max = 60) List<@IntRange(max = 10_000) Integer> picks,
      @ForAll @IntRange(min = 1, max = 70) int window) {
    List<SecuredCredential> wallet = picks.stream().map(BulkProperties::credential).toList();
    List<String> one =
        Bulk.sequential().map(wallet.stream(), VERIFIER::verify).map(Report::toJson).toList();
    List<String> many =
        Bulk.parallel(POOL, window)
            .map(wallet.stream(), VERIFIER::verify)
            .map(Report::toJson)
            .toList();
    assertThat(many).hasSize(picks.size()).isEqualTo(one);
  }

  /** Every third one is damaged. */
  private static SecuredCredential credential(int pick) {
    SecuredCredential whole = CREDENTIALS.get(pick % CREDENTIALS.size());
    byte[] bytes = whole.toBytes();
    if (pick % 3 == 0) {
      bytes[pick % bytes.length] ^= 1;
    }
    return SecuredCredential.of(bytes);
  }
}
