package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
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
    Signer signer =
        Signer.of(pair.getPrivate(), SignatureAlgorithm.EDDSA, "did:example:a#k", provider);
    assertThat(
            Signatures.verify(
                SignatureAlgorithm.EDDSA,
                pair.getPublic(),
                DATA,
                signer.sign(DATA),
                Optional.of(provider)))
        .isTrue();
  }

  @Test
  void saysWhenTheProviderCannotSign() {
    Signer signer =
        Signer.of(
            TestPairs.pair(SignatureAlgorithm.EDDSA).getPrivate(),
            SignatureAlgorithm.EDDSA,
            "did:example:a#k",
            Security.getProvider("SunRsaSign"));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> signer.sign(DATA))
        .withMessageContaining("did:example:a#k");
  }

  @Test
  void refusesAKeyOfAnotherKind() throws Exception {
    PrivateKey p256 = TestPairs.pair(SignatureAlgorithm.ES256).getPrivate();
    PrivateKey p384 = pair("EC", "secp384r1").getPrivate();
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    PrivateKey weak = rsa.generateKeyPair().getPrivate();
    PrivateKey x25519 = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate();
    PrivateKey ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPrivate();
    assertThatIllegalArgumentException().isThrownBy(() -> of(p256, SignatureAlgorithm.EDDSA));
    assertThatIllegalArgumentException().isThrownBy(() -> of(p256, SignatureAlgorithm.RS256));
    assertThatIllegalArgumentException().isThrownBy(() -> of(p384, SignatureAlgorithm.ES256));
    assertThatIllegalArgumentException().isThrownBy(() -> of(weak, SignatureAlgorithm.RS256));
    assertThatIllegalArgumentException().isThrownBy(() -> of(x25519, SignatureAlgorithm.EDDSA));
    assertThatIllegalArgumentException().isThrownBy(() -> of(ed448, SignatureAlgorithm.EDDSA));
    Jwk onP256 = Jwk.of(TestPairs.pair(SignatureAlgorithm.ES256));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onP256.withAlgorithm(SignatureAlgorithm.ES384))
        .withMessageContaining("ES384");
    assertThatIllegalArgumentException().isThrownBy(() -> Signer.didKey(onP256.toPublicKey()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signer.didKey(KeyPairGenerator.getInstance("Ed448").generateKeyPair()));
  }

  @Test
  void refusesARelativeVerificationMethod() {
    PrivateKey key = TestPairs.pair(SignatureAlgorithm.EDDSA).getPrivate();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signer.of(key, SignatureAlgorithm.EDDSA, "#key-1"))
        .withMessageContaining("verificationMethod");
  }

  private static Signer of(PrivateKey key, SignatureAlgorithm algorithm) {
    return Signer.of(key, algorithm, "did:example:a#k");
  }

  private static KeyPair pair(String algorithm, String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }
}
