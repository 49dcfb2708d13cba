package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.verify.VerificationReport.Outcome;

/** Badges inside pictures, from signing to the verdict. */
class BadgeImagesTest {
  /** One grey pixel. */
  private static final String PNG =
      "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
          + "3a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082";

  private final Badges uni = new Badges();
  private final CredentialVerifier verifier = uni.verifier().build();

  static Stream<byte[]> pictures() {
    return Stream.of(
        HexFormat.of().parseHex(PNG),
        "<svg xmlns='http://www.w3.org/2000/svg'><circle r='9'/></svg>"
            .getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void verifyLikeTheBadgeInside(byte[] picture) throws Exception {
    for (ProofFormat format : new ProofFormat[] {ProofFormat.OB_JWT, ProofFormat.EDDSA_RDFC_2022}) {
      SecuredCredential signed =
          CredentialSigner.of(uni.key, format).sign(uni.badge().id("urn:uuid:1").build());
      VerificationReport alone = verifier.verify(signed);
      BadgeImage image = BadgeImage.read(picture).bake(signed);
      VerificationReport baked = verifier.verify(image.toBytes());
      assertThat(baked).as(baked.explain()).isInstanceOf(VerificationReport.Verified.class);
      assertThat(baked.form()).isEqualTo(image.form().label() + "+" + alone.form());
      assertThat(((VerificationReport.Verified) baked).credential())
          .isEqualTo(((VerificationReport.Verified) alone).credential());
      assertThat(baked.checks()).isEqualTo(alone.checks());
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void neverVerifyWithAChangedBadge(byte[] picture) throws Exception {
    SecuredCredential signed = uni.sign(uni.badge());
    byte[] image = BadgeImage.read(picture).bake(signed).toBytes();
    Random random = new Random(11);
    for (int i = 0; i < 100; i++) {
      byte[] changed = image.clone();
      int place = random.nextInt(image.length);
      changed[place] ^= (byte) (1 << random.nextInt(8));
      VerificationReport report = verifier.verify(changed);
      if (report.outcome() == Outcome.VERIFIED) {
        // The bit was in the picture, or in a blank: what was signed is the same.
        assertThat(Badges.json(BadgeImage.read(changed).unbake().orElseThrow().content()))
            .isEqualTo(Badges.json(signed));
      }
    }
    String forged = signed.toText().orElseThrow().replace("Python 101", "Python 999");
    byte[] rebaked = BadgeImage.read(image).bake(SecuredCredential.of(forged)).toBytes();
    VerificationReport report = verifier.verify(rebaked);
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.check(Check.Id.PROOF).problems())
        .extracting(Problem::code)
        .containsExactly("proof.signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "<g onclick='alert(1)'/>"})
  void withActiveContentAreVerifiedWithAWarning(String active) throws Exception {
    byte[] picture = ("<svg>" + active + "</svg>").getBytes(StandardCharsets.UTF_8);
    SecuredCredential signed = uni.sign(uni.badge());
    VerificationReport report = verifier.verify(BadgeImage.read(picture).bake(signed).toBytes());
    assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(report.check(Check.Id.PROOF).warnings())
        .extracting(Problem::code)
        .containsExactly("image.active-content");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void withoutABadgeAreRejected(byte[] picture) {
    VerificationReport report = verifier.verify(picture);
    assertThat(report.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(report.check(Check.Id.STRUCTURE).problems())
        .extracting(Problem::code)
        .containsExactly("image.not-baked");
  }
}
