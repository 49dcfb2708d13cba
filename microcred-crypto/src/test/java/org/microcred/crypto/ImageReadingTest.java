package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;

/** What an inspection makes of pictures. */
class ImageReadingTest {
  private static final String ASSERTION =
      """
      {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
       "id": "https://uni.example/assertions/1", "verification": {"type": "hosted"}}
      """;

  private final Signer key = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));

  static Stream<byte[]> pictures() {
    return Stream.of(
        Pictures.png(),
        Pictures.utf8(Pictures.svg("<script/>")),
        Pictures.utf8("\uFEFF<svg> </svg>"));
  }

  private static Inspection open(byte[] bytes) throws InvalidDocumentException {
    return Inspection.open(SecuredCredential.of(bytes), InspectionSettings.defaults());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void readsTheBadgeAsIfItCameByItself(byte[] picture) throws Exception {
    JsonObject badge = Credentials.badge(key.controller());
    for (ProofFormat format : new ProofFormat[] {ProofFormat.OB_JWT, ProofFormat.EDDSA_RDFC_2022}) {
      SecuredCredential signed = CredentialSigner.of(key, format).sign(badge);
      BadgeImage image = BadgeImage.read(picture).bake(signed);
      Inspection alone = open(signed.toBytes());
      Inspection baked = open(image.toBytes());
      assertThat(baked.form()).isEqualTo(image.form().label() + "+" + alone.form());
      assertThat(baked.unverifiedDocument()).isEqualTo(alone.unverifiedDocument());
      assertThat(baked.proofs()).isEqualTo(alone.proofs());
      assertThat(baked.context()).isEqualTo(alone.context());
      assertThat(baked.shape().passed()).isTrue();
      assertThat(baked.shape().warnings()).isEqualTo(image.warnings());
      Proof proof = baked.proofs().get(0);
      VerificationMethod method =
          KeyResolver.offline()
              .resolve(key.controller())
              .orElseThrow()
              .methodFor(proof)
              .orElseThrow();
      assertThat(baked.verify(proof, method).passed()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void readsAssertionsOfOpenBadges2LikeThoseThatComeByThemselves(byte[] picture) throws Exception {
    String token =
        "eyJhbGciOiJSUzI1NiJ9."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(Pictures.utf8(ASSERTION))
            + ".c2ln";
    for (String assertion : new String[] {ASSERTION, token}) {
      BadgeImage baked = BadgeImage.read(picture).bake(SecuredCredential.of(assertion));
      Inspection inside = open(baked.toBytes());
      Inspection alone = open(Pictures.utf8(assertion));
      assertThat(inside.assertion()).isPresent().isEqualTo(alone.assertion());
      assertThat(inside.form()).isEqualTo(baked.form().label() + "+" + alone.form());
      assertThat(inside.unverifiedDocument()).isEqualTo(alone.unverifiedDocument());
      assertThat(inside.proofs()).isEqualTo(alone.proofs());
      assertThat(inside.context()).isEqualTo(alone.context());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://uni.example/assertions/1", "http://uni.example/1"})
  void takesTheUrlOfAnAssertionForNoMoreThanItIs(String url) throws Exception {
    for (byte[] picture :
        new byte[][] {
          Pictures.pngWith(Pictures.tExt("openbadges", url)),
          Pictures.pngWith(Pictures.iTxt("openbadges", url)),
          Pictures.utf8(Pictures.svg(Pictures.assertion("verify='" + url + "'", "")))
        }) {
      Inspection inspection = open(picture);
      assertThat(inspection.assertion()).contains(AssertionForm.URL);
      assertThat(inspection.unverifiedDocument().string("id")).contains(url);
      assertThat(inspection.unverifiedDocument().members()).hasSize(3);
      assertThat(inspection.proofs()).isEmpty();
    }
  }
}
