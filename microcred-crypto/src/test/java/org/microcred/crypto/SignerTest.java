package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.crypto.internal.keys.Signatures;

class SignerTest {
  private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource
  void signsWhatItsPublicKeyVerifies(SignatureAlgorithm algorithm) throws Exception {
    KeyPair pair = TestPairs.pair(algorithm);
    Signer signer = Signer.didKey(Jwk.of(pair).withAlgorithm(algorithm));
    byte[] signature = signer.sign(DATA);
    assertThat(signer.algorithm()).isEqualTo(algorithm);
    assertThat(Signatures.verify(algorithm, pair.getPublic(), DATA, signature, Optional.empty()))
        .isTrue();
    algorithm.signatureLength().ifPresent(length -> assertThat(signature).hasSize(length));
  }

  @Test
  void newKeysAreNewAndAsStrongAsTheCurves() {
    KeyPair pair = KeyPairs.generate(SignatureAlgorithm.RS256);
    assertThat(((RSAPublicKey) pair.getPublic()).getModulus().bitLength()).isEqualTo(3072);
    assertThat(KeyPairs.generate(SignatureAlgorithm.ES256).getPublic())
        .isNotEqualTo(KeyPairs.generate(SignatureAlgorithm.ES256).getPublic());
  }

  @Test
  void namesTheKeyAsDidKeyWithItselfAsFragment() {
    Signer signer = Signer.didKey(TestPairs.pair(SignatureAlgorithm.EDDSA));
    assertThat(signer.verificationMethod()).matches("did:key:(z6Mk\\w{44})#\\1");
    assertThat(signer.verificationMethod()).startsWith(signer.controller() + "#");
    assertThat(signer).hasToString("EdDSA " + signer.verificationMethod());
  }

  @Test
  void namesTheKeyAsDidJwk() throws Exception {
    KeyPair pair = TestPairs.pair(SignatureAlgorithm.ES256);
    Signer signer = Signer.didJwk(pair);
    assertThat(signer.verificationMethod()).startsWith("did:jwk:").endsWith("#0");
    String json =
        new String(
            Base64Url.decode(signer.controller().substring("did:jwk:".length())).orElseThrow(),
            StandardCharsets.UTF_8);
    assertThat(Jwk.parsePublicKey(json).publicKey()).isEqualTo(pair.getPublic());
  }

  @Test
  void letsAProviderCalculate() throws Exception {
    KeyPair pair = TestPairs.pair(SignatureAlgorithm.EDDSA);
    Provider provider = Security.getProvider("SunEC");
    Signer signer = Signer.of(pair, SignatureAlgorithm.EDDSA, "did:example:a#k", provider);
    assertThat(
            Signatures.verify(
                SignatureAlgorithm.EDDSA,
                pair.getPublic(),
                DATA,
                signer.sign(DATA),
                Optional.of(provider)))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheProviderCannotDoIsDoneByTheRuntime(SignatureAlgorithm algorithm) throws Exception {
    KeyPair pair = TestPairs.pair(algorithm);
    Provider none = new Provider("None", "1", "has no signatures") {};
    Signer signer = Signer.of(pair, algorithm, "did:example:a#k", none);
    byte[] signature = signer.sign(DATA);
    assertThat(Signatures.verify(algorithm, pair.getPublic(), DATA, signature, Optional.of(none)))
        .isTrue();
  }

  @Test
  void refusesAKeyOfAnotherKind() throws Exception {
    KeyPair p256 = TestPairs.pair(SignatureAlgorithm.ES256);
    KeyPair p384 = pair("EC", "secp384r1");
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    KeyPair weak = rsa.generateKeyPair();
    KeyPair x25519 = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    KeyPair ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
    assertThatIllegalArgumentException().isThrownBy(() -> of(p256, SignatureAlgorithm.EDDSA));
    assertThatIllegalArgumentException().isThrownBy(() -> of(p256, SignatureAlgorithm.RS256));
    assertThatIllegalArgumentException().isThrownBy(() -> of(p384, SignatureAlgorithm.ES256));
    assertThatIllegalArgumentException().isThrownBy(() -> of(weak, SignatureAlgorithm.RS256));
    assertThatIllegalArgumentException().isThrownBy(() -> of(x25519, SignatureAlgorithm.EDDSA));
    assertThatIllegalArgumentException().isThrownBy(() -> of(ed448, SignatureAlgorithm.EDDSA));
    assertThatIllegalArgumentException().isThrownBy(() -> Signer.didKey(ed448));
    assertThatIllegalArgumentException().isThrownBy(() -> Signer.didJwk(x25519));
    Jwk onP256 = Jwk.of(p256);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onP256.withAlgorithm(SignatureAlgorithm.ES384))
        .withMessageContaining("ES384");
    assertThatIllegalArgumentException().isThrownBy(() -> Signer.didKey(onP256.toPublicKey()));
  }

  @ParameterizedTest
  @EnumSource(names = {"EDDSA", "ES256", "ES384", "ES512", "PS256"})
  void refusesThePublicHalfOfAnotherPair(SignatureAlgorithm algorithm) {
    KeyPair mixed =
        new KeyPair(
            KeyPairs.generate(algorithm).getPublic(), TestPairs.pair(algorithm).getPrivate());
    assertThatIllegalArgumentException().isThrownBy(() -> of(mixed, algorithm));
  }

  @Test
  void refusesARelativeVerificationMethod() {
    KeyPair pair = TestPairs.pair(SignatureAlgorithm.EDDSA);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signer.of(pair, SignatureAlgorithm.EDDSA, "#key-1"))
        .withMessageContaining("verificationMethod");
  }

  private static Signer of(KeyPair pair, SignatureAlgorithm algorithm) {
    return Signer.of(pair, algorithm, "did:example:a#k");
  }

  private static KeyPair pair(String algorithm, String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }
}
