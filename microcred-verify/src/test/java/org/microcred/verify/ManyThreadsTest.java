package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SecuredCredential;

/** One verifier and 64 threads: each gets the answers that one thread alone would get. */
class ManyThreadsTest {
  private static final int THREADS = 64;

  /** 1,000 with the profile deep. */
  private static final int EACH = Integer.getInteger("microcred.verifications", 10);

  @Test
  void answersAreThoseOfOneThread() throws Exception {
    CredentialVerifier verifier =
        CredentialVerifier.builder(TrustPolicy.anyone()).clock(Badges.CLOCK).build();
    List<SecuredCredential> mixed = new ArrayList<>();
    for (EveryForm.Sample sample : EveryForm.samples()) {
      mixed.add(sample.wire());
      byte[] damaged = sample.wire().toBytes();
      damaged[damaged.length / 2] ^= 1;
      mixed.add(SecuredCredential.of(damaged));
    }
    List<String> alone =
        mixed.stream().map(credential -> verifier.verify(credential).toJson()).toList();
    assertThat(alone).anyMatch(json -> json.startsWith("{\"outcome\":\"VERIFIED\""));
    assertThat(alone).anyMatch(json -> json.startsWith("{\"outcome\":\"REJECTED\""));

    List<Callable<Integer>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread;
      work.add(
          () -> {
            int equal = 0;
            for (int i = 0; i < EACH; i++) {
              int pick = (first * 31 + i) % mixed.size();
              equal += verifier.verify(mixed.get(pick)).toJson().equals(alone.get(pick)) ? 1 : 0;
            }
            return equal;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Integer> equal : threads.invokeAll(work)) {
        assertThat(equal.get()).isEqualTo(EACH);
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.println("ManyThreadsTest: " + THREADS + " threads, " + EACH + " verifications each");
  }
}
