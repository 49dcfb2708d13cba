package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.PresentationSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SdJwt;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.EnvelopedPresentation;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;

/** Changed bits and cut files: no presentation is verified that the holder did not make. */
@Tag("hostile")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresentationTamperingTest {
  private static final int TRIES = 40;

  private final Holders holders = new Holders();
  private final CredentialVerifier verifier = holders.uni.verifier().build();

  Stream<SecuredPresentation> presentations() throws Exception {
    SecuredPresentation token = holders.present(ProofFormat.VC_JWT, holders.mine());
    return Stream.concat(
        Holders.formats().map(this::shown),
        Stream.of(
            SecuredPresentation.of(
                EnvelopedPresentation.of("application/vp+jwt", token.toBytes()).json().toString()),
            keyBinding()));
  }

  private SecuredPresentation shown(ProofFormat format) {
    Signer key =
        format.accepts(SignatureAlgorithm.EDDSA)
            ? holders.key
            : Signer.didKey(KeyPairs.generate(SignatureAlgorithm.ES256));
    try {
      return PresentationSigner.of(key, format)
          .withClock(Badges.CLOCK)
          .sign(
              List.of(
                  Holders.sign(
                      CredentialSigner.of(holders.uni.key, ProofFormat.VC_JWT),
                      holders.badge(key.controller()))),
              Holders.CHALLENGE,
              Holders.DOMAIN);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private SecuredPresentation keyBinding() throws Exception {
    SdJwt sdJwt =
        SdJwt.parse(
            Holders.sign(
                CredentialSigner.of(holders.uni.key, ProofFormat.VC_SD_JWT)
                    .withHolderKey(holders.pair.publicKey()),
                holders.badge("did:example:someone")),
            Limits.defaults());
    return SecuredPresentation.of(
        sdJwt
            .withKeyBinding(holders.key, Holders.DOMAIN, Holders.CHALLENGE, Badges.NOW)
            .toSecuredCredential()
            .toBytes());
  }

  @ParameterizedTest
  @MethodSource("presentations")
  void aChangedBitNeverVerifiesWhatWasNotSigned(SecuredPresentation shown) {
    byte[] valid = shown.toBytes();
    JsonObject signed = content(answer(valid));
    new Random(valid.length)
        .ints(TRIES, 0, valid.length * Byte.SIZE)
        .forEach(
            bit -> {
              byte[] changed = valid.clone();
              changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
              PresentationReport report = answer(changed);
              if (report.outcome() == VerificationReport.Outcome.VERIFIED) {
                assertThat(content(report)).as(text(changed)).isEqualTo(signed);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("presentations")
  void aCutFileIsNeverVerified(SecuredPresentation shown) {
    byte[] valid = shown.toBytes();
    IntStream.concat(
            IntStream.range(valid.length - 8, valid.length),
            new Random(valid.length).ints(TRIES, 0, valid.length))
        .forEach(
            length -> {
              byte[] cut = Arrays.copyOf(valid, length);
              assertThat(answer(cut).outcome())
                  .as(text(cut))
                  .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
            });
  }

  @Test
  void anyBytesGetAReport() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (i % 3 == 0 && bytes.length > 0) {
        bytes[0] = (byte) 0xD2; // COSE_Sign1
      }
      assertThat(answer(bytes).outcome()).isNotEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  private PresentationReport answer(byte[] presentation) {
    PresentationReport report = verifier.verifyPresentation(presentation, Holders.REQUEST);
    assertThat(report.checks()).extracting(Check::id).containsExactly(Check.Id.values());
    assertThat(report.explain()).isNotEmpty();
    assertThat(report.toJson()).startsWith("{");
    return report;
  }

  private static JsonObject content(PresentationReport report) {
    assertThat(report).as(report.explain()).isInstanceOf(PresentationReport.Verified.class);
    return ((PresentationReport.Verified) report).presentation().json();
  }

  private static String text(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == (byte) 0xD2
        ? Base64.getEncoder().encodeToString(bytes)
        : new String(bytes, StandardCharsets.UTF_8);
  }
}
