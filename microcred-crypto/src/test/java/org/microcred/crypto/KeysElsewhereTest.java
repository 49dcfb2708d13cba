package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.internal.keys.CheckedSignature;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;

/** Keys in hardware and behind a KMS: whatever comes back, no wrong credential leaves the house. */
class KeysElsewhereTest {
  private static final KeyPair PAIR = TestPairs.pair(SignatureAlgorithm.ES256);
  private static final String METHOD = "did:web:uni.example#badges";

  @Nested
  class Hardware {
    @ParameterizedTest
    @EnumSource
    void signsWithAKeyThatDoesNotShowItself(SignatureAlgorithm algorithm) throws Exception {
      KeyPair pair = TestPairs.pair(algorithm);
      KeyPair hidden = HiddenKeys.hide(pair);
      for (String name : List.of(algorithm.jca(), algorithm.jca().replace("inP1363Format", ""))) {
        Provider token = new HiddenKeys(HiddenKeys.Token.class, name);
        Signer signer = Signer.of(hidden, algorithm, METHOD, token);
        JsonObject badge = Credentials.badge(signer.controller());
        SecuredCredential signed = CredentialSigner.of(signer, ProofFormat.VC_JWT).sign(badge);
        assertThat(verifies(signed, pair.getPublic())).isTrue();
      }
    }

    @Test
    void namesAKeyThatDoesNotShowItself() {
      KeyPair hidden = HiddenKeys.hide(PAIR);
      assertThat(Signer.didKey(hidden).controller()).isEqualTo(Signer.didKey(PAIR).controller());
      assertThat(Signer.didJwk(hidden).controller()).isEqualTo(Signer.didJwk(PAIR).controller());
    }

    @Test
    void saysThatNoProviderTakesTheKey() {
      Provider none = new Provider("None", "1", "has no signatures") {};
      assertFails(
          Signer.of(HiddenKeys.hide(PAIR), SignatureAlgorithm.ES256, METHOD, none), "did not sign");
      assertFails(
          Signer.of(HiddenKeys.hide(PAIR), SignatureAlgorithm.ES256, METHOD), "did not sign");
    }

    @Test
    void saysThatTheTokenIsGone() {
      Provider gone = new HiddenKeys(HiddenKeys.Gone.class, "SHA256withECDSA");
      assertFails(
          Signer.of(HiddenKeys.hide(PAIR), SignatureAlgorithm.ES256, METHOD, gone), "did not sign");
    }

    @Test
    void noticesThatTheHandleIsThatOfAnotherKey() {
      KeyPair other = HiddenKeys.hide(KeyPairs.generate(SignatureAlgorithm.ES256));
      KeyPair mixed = new KeyPair(PAIR.getPublic(), other.getPrivate());
      Provider token = new HiddenKeys(HiddenKeys.Token.class, "SHA256withECDSA");
      assertFails(
          Signer.of(mixed, SignatureAlgorithm.ES256, METHOD, token), "no signature by ES256");
    }
  }

  @Nested
  class Kms {
    @Test
    void signs() throws Exception {
      Signer kms = new FakeKms(data -> signature(PAIR, data));
      SecuredCredential signed = signer(kms).sign(Credentials.badge(kms.controller()));
      assertThat(verifies(signed, PAIR.getPublic())).isTrue();
    }

    @Test
    void thatFailsIsPassedOn() {
      assertFails(
          new FakeKms(
              data -> {
                throw new IOException("503 after 3 tries");
              }),
          "503 after 3 tries");
    }

    @Test
    void thatBreaksIsAFailureToo() {
      assertFails(
          new FakeKms(
              data -> {
                throw new IllegalStateException("no credentials configured");
              }),
          "failed");
    }

    @Test
    void thatAnswersNothingIsAFailure() {
      assertFails(new FakeKms(data -> null), "no answer");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 71, 1000})
    void thatAnswersWithTheWrongLengthIsNoticed(int length) {
      assertFails(
          new FakeKms(data -> Arrays.copyOf(signature(PAIR, data), length)), length + " bytes");
    }

    @Test
    void thatAnswersInDerIsNoticed() {
      assertFails(
          new FakeKms(
              data -> {
                try {
                  java.security.Signature der =
                      java.security.Signature.getInstance("SHA256withECDSA");
                  der.initSign(PAIR.getPrivate());
                  der.update(data);
                  return der.sign();
                } catch (java.security.GeneralSecurityException e) {
                  throw new IOException(e);
                }
              }),
          "not DER");
    }

    @Test
    void thatAnswersWithAnotherKeyIsNoticed() {
      KeyPair other = KeyPairs.generate(SignatureAlgorithm.ES256);
      assertFails(new FakeKms(data -> signature(other, data)), "no signature by ES256");
    }

    @Test
    void thatAnswersForOtherDataIsNoticed() {
      assertFails(new FakeKms(data -> signature(PAIR, new byte[] {1})), "no signature by ES256");
      assertFails(
          new FakeKms(
              data -> {
                Arrays.fill(data, (byte) 0);
                return signature(PAIR, data);
              }),
          "no signature by ES256");
    }

    @Test
    void cannotChangeItsAnswerAfterwards() throws Exception {
      AtomicReference<byte[]> answer = new AtomicReference<>(new byte[0]);
      Signer kms =
          new FakeKms(
              data -> {
                answer.set(signature(PAIR, data));
                return answer.get();
              });
      byte[] signature = CheckedSignature.of(new byte[] {1}, kms);
      Arrays.fill(answer.get(), (byte) 0);
      assertThat(signature).isNotEqualTo(answer.get());
    }

    @Test
    void thatHangsEndsWhenTheCallerInterrupts() throws Exception {
      CountDownLatch asked = new CountDownLatch(1);
      Signer hanging =
          new FakeKms(
              data -> {
                asked.countDown();
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                  throw new InterruptedIOException("interrupted");
                }
                return data;
              });
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>(false);
      Thread caller =
          new Thread(
              () -> {
                try {
                  signer(hanging).sign(Credentials.badge(hanging.controller()));
                } catch (Exception e) {
                  thrown.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      caller.interrupt();
      caller.join(20_000);
      assertThat(thrown.get()).isInstanceOf(InterruptedIOException.class);
      assertThat(flag).hasValue(true);
    }

    @Test
    void isNotBelievedAboutTheHoldersKeyEither() throws Exception {
      Signer issuer = Signer.didKey(TestPairs.pair(SignatureAlgorithm.EDDSA));
      SecuredCredential signed =
          CredentialSigner.of(issuer, ProofFormat.VC_SD_JWT)
              .withHolderKey(PAIR.getPublic())
              .sign(Credentials.badge(issuer.controller()));
      SdJwt shown = SdJwt.parse(signed, Limits.defaults());
      Signer lying = new FakeKms(data -> new byte[64]);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> shown.withKeyBinding(lying, "verifier", "nonce", Instant.EPOCH))
          .withMessageContaining("no signature by ES256");
    }
  }

  /** In every kind of format. */
  private static void assertFails(Signer signer, String message) {
    for (ProofFormat format :
        List.of(
            ProofFormat.ECDSA_RDFC_2019,
            ProofFormat.ECDSA_JCS_2019,
            ProofFormat.VC_JWT,
            ProofFormat.VC_SD_JWT,
            ProofFormat.VC_COSE,
            ProofFormat.ECDSA_SD_2023)) {
      assertThatExceptionOfType(IOException.class)
          .as(format.name())
          .isThrownBy(
              () ->
                  CredentialSigner.of(signer, format).sign(Credentials.badge(signer.controller())))
          .withMessageContaining(message);
    }
  }

  private static CredentialSigner signer(Signer signer) {
    return CredentialSigner.of(signer, ProofFormat.VC_JWT);
  }

  private static byte[] signature(KeyPair pair, byte[] data) throws IOException {
    return Signer.of(pair, SignatureAlgorithm.ES256, METHOD).sign(data);
  }

  private static boolean verifies(SecuredCredential signed, PublicKey key) throws Exception {
    Inspection inspection = Inspection.open(signed, InspectionSettings.defaults());
    return inspection
        .verify(inspection.proofs().get(0), EnvelopeKeys.method(key))
        .failures()
        .isEmpty();
  }

  /** What a KMS answers. */
  private interface Answer {
    byte @Nullable [] to(byte[] data) throws IOException;
  }

  private record FakeKms(Answer answer) implements Signer {
    @Override
    public SignatureAlgorithm algorithm() {
      return SignatureAlgorithm.ES256;
    }

    @Override
    public String verificationMethod() {
      return METHOD;
    }

    @Override
    public PublicKey publicKey() {
      return PAIR.getPublic();
    }

    @Override
    @SuppressWarnings("NullAway") // what a KMS without null checks does
    public byte[] sign(byte[] data) throws IOException {
      return answer.to(data);
    }
  }
}
