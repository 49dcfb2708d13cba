package org.microcred.crypto.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.TestPairs;

class SignaturesTest {
  private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @EnumSource
  void refusesEveryOtherLength(SignatureAlgorithm algorithm) throws Exception {
    byte[] good = sign(algorithm);
    assertThat(verify(algorithm, good)).isTrue();
    for (int length : new int[] {0, 1, good.length - 1, good.length + 1, 2 * good.length}) {
      assertThat(verify(algorithm, Arrays.copyOf(good, length))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesKeysOfAnotherKind(SignatureAlgorithm algorithm) throws Exception {
    byte[] good = sign(algorithm);
    for (SignatureAlgorithm other : SignatureAlgorithm.values()) {
      if (TestPairs.pair(other) != TestPairs.pair(algorithm)) {
        PublicKey key = TestPairs.pair(other).getPublic();
        assertThat(Signatures.verify(algorithm, key, DATA, good, Optional.empty())).isFalse();
        assertThatExceptionOfType(InvalidKeyException.class)
            .isThrownBy(
                () ->
                    Signatures.sign(
                        algorithm, TestPairs.pair(other).getPrivate(), DATA, Optional.empty()));
      } else if (other != algorithm) {
        // The same key signed by another algorithm.
        PublicKey key = TestPairs.pair(other).getPublic();
        assertThat(Signatures.verify(other, key, DATA, good, Optional.empty())).isFalse();
      }
    }
  }

  @Test
  void refusesTheIdentityAsKeyWhichVerifiesAnything() throws Exception {
    // With A = R = identity and S = 0 the equation holds for every message.
    byte[] forged = new byte[64];
    forged[0] = 1;
    PublicKey identity = edwards(BigInteger.ONE);
    assertThat(
            Signatures.verify(SignatureAlgorithm.EDDSA, identity, DATA, forged, Optional.empty()))
        .isFalse();
  }

  @Test
  void refusesEdwardsPointsThatAreNotOnTheCurve() throws Exception {
    assertThat(
            Signatures.verify(
                SignatureAlgorithm.EDDSA,
                edwards(BigInteger.TWO),
                DATA,
                sign(SignatureAlgorithm.EDDSA),
                Optional.empty()))
        .isFalse();
  }

  @Test
  void refusesZeroAndTheOrderAsEcdsaScalars() throws Exception {
    byte[] good = sign(SignatureAlgorithm.ES256);
    byte[] order = Octets.fixed(NistCurve.P256.params().getOrder(), 32);
    for (byte[] scalar : new byte[][] {new byte[32], order}) {
      for (int at : new int[] {0, 32}) {
        byte[] changed = good.clone();
        System.arraycopy(scalar, 0, changed, at, 32);
        assertThat(verify(SignatureAlgorithm.ES256, changed)).isFalse();
      }
    }
  }

  @Test
  void refusesPointsThatAreNotOnTheCurveAndCurvesThatOnlyLookAlike() throws Exception {
    ECPublicKey good = (ECPublicKey) TestPairs.pair(SignatureAlgorithm.ES256).getPublic();
    ECParameterSpec params = good.getParams();
    ECParameterSpec otherGenerator =
        new ECParameterSpec(params.getCurve(), good.getW(), params.getOrder(), 1);
    byte[] signature = sign(SignatureAlgorithm.ES256);
    assertThat(es256(new FakeKey(params, good.getW()), signature)).isTrue();
    assertThat(es256(new FakeKey(otherGenerator, good.getW()), signature)).isFalse();
    assertThat(es256(new FakeKey(params, ECPoint.POINT_INFINITY), signature)).isFalse();
    assertThat(es256(new FakeKey(params, new ECPoint(BigInteger.ONE, BigInteger.ONE)), signature))
        .isFalse();
  }

  @Test
  void refusesWeakRsaKeys() throws Exception {
    BigInteger n = BigInteger.ONE.shiftLeft(2047).setBit(0);
    BigInteger e = BigInteger.valueOf(65537);
    assertThat(RsaKeys.key(n, e).key()).isPresent();
    assertThat(rs256(n, BigInteger.valueOf(3))).isFalse();
    assertThat(rs256(n, BigInteger.valueOf(65538))).isFalse();
    assertThat(rs256(n, BigInteger.ONE.shiftLeft(256).setBit(0))).isFalse();
    assertThat(rs256(n.clearBit(0).setBit(1), e)).isFalse();
    assertThat(rs256(n.shiftRight(1).setBit(0), e)).isFalse();
    assertThat(rs256(BigInteger.ONE.shiftLeft(8192).setBit(0), e)).isFalse();
  }

  @Test
  void saysWhenTheRuntimeRefusesAnRsaKey() {
    DecodedKey decoded =
        RsaKeys.key(
            BigInteger.ONE.shiftLeft(4095).setBit(0), BigInteger.ONE.shiftLeft(200).setBit(0));
    assertThat(decoded.findings().failures()).extracting("code").containsExactly("key.weak");
  }

  @Nested
  class WithAProvider {
    @ParameterizedTest
    @EnumSource
    void whatItCannotDoIsDoneByTheRuntime(SignatureAlgorithm algorithm) throws Exception {
      byte[] good = sign(algorithm);
      for (Class<?> spi : new Class<?>[] {Picky.class, Void.class}) {
        Provider provider = new TestProvider(algorithm, spi);
        assertThat(verify(algorithm, good, provider)).isTrue();
        good[good.length - 1] ^= 1;
        assertThat(verify(algorithm, good, provider)).isFalse();
        good[good.length - 1] ^= 1;
      }
    }

    @Test
    void itsAccidentsAreNeverAYes() throws Exception {
      Provider clumsy = new TestProvider(SignatureAlgorithm.EDDSA, Clumsy.class);
      assertThat(verify(SignatureAlgorithm.EDDSA, sign(SignatureAlgorithm.EDDSA), clumsy))
          .isFalse();
    }

    @Test
    void itsAnswerIsNotAskedForWhatIsMalformed() throws Exception {
      Provider gullible = new TestProvider(SignatureAlgorithm.EDDSA, Gullible.class);
      byte[] good = sign(SignatureAlgorithm.EDDSA);
      assertThat(verify(SignatureAlgorithm.EDDSA, good, gullible)).isTrue();
      assertThat(verify(SignatureAlgorithm.EDDSA, Arrays.copyOf(good, 65), gullible)).isFalse();
      byte[] large = good.clone();
      large[63] = (byte) 0xff; // S is not below L
      assertThat(verify(SignatureAlgorithm.EDDSA, large, gullible)).isFalse();
      byte[] nonCanonical = good.clone();
      Arrays.fill(nonCanonical, 0, 32, (byte) 0xff); // R is not below p
      assertThat(verify(SignatureAlgorithm.EDDSA, nonCanonical, gullible)).isFalse();
    }

    @Test
    void theJdksOwnAnswersAlike() throws Exception {
      assertThat(
              verify(
                  SignatureAlgorithm.EDDSA,
                  sign(SignatureAlgorithm.EDDSA),
                  Security.getProvider("SunEC")))
          .isTrue();
    }
  }

  private static byte[] sign(SignatureAlgorithm algorithm) throws Exception {
    KeyPair pair = TestPairs.pair(algorithm);
    return Signatures.sign(algorithm, pair.getPrivate(), DATA, Optional.empty());
  }

  private static boolean verify(SignatureAlgorithm algorithm, byte[] signature) {
    return Signatures.verify(
        algorithm, TestPairs.pair(algorithm).getPublic(), DATA, signature, Optional.empty());
  }

  private static boolean verify(SignatureAlgorithm algorithm, byte[] signature, Provider provider) {
    return Signatures.verify(
        algorithm, TestPairs.pair(algorithm).getPublic(), DATA, signature, Optional.of(provider));
  }

  private static boolean es256(PublicKey key, byte[] signature) {
    return Signatures.verify(SignatureAlgorithm.ES256, key, DATA, signature, Optional.empty());
  }

  private static PublicKey edwards(BigInteger y) throws Exception {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(false, y)));
  }

  /** With the signature 1, which a key that is usable refuses and that of e = 1 would take. */
  private static boolean rs256(BigInteger n, BigInteger e) throws Exception {
    PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
    assertThat(KeyChecks.isUsable(SignatureAlgorithm.RS256, key)).isFalse();
    byte[] signature = Octets.fixed(BigInteger.ONE, (n.bitLength() + 7) / 8);
    return Signatures.verify(SignatureAlgorithm.RS256, key, DATA, signature, Optional.empty());
  }

  /** A key that says of itself what it likes. */
  @SuppressWarnings("serial") // never serialised
  private static final class FakeKey implements ECPublicKey {
    private static final long serialVersionUID = 1L;

    private final ECParameterSpec params;
    private final ECPoint point;

    FakeKey(ECParameterSpec params, ECPoint point) {
      this.params = params;
      this.point = point;
    }

    @Override
    public ECPoint getW() {
      return point;
    }

    @Override
    public ECParameterSpec getParams() {
      return params;
    }

    @Override
    public String getAlgorithm() {
      return "EC";
    }

    @Override
    public String getFormat() {
      return "X.509";
    }

    @Override
    public byte[] getEncoded() {
      return TestPairs.pair(SignatureAlgorithm.ES256).getPublic().getEncoded();
    }
  }

  /** Has one algorithm, or none for {@code Void}. */
  private static final class TestProvider extends Provider {
    private static final long serialVersionUID = 1L;

    TestProvider(SignatureAlgorithm algorithm, Class<?> spi) {
      super("Test", "1", "for tests");
      if (spi != Void.class) {
        put("Signature." + algorithm.jca(), spi.getName());
      }
    }
  }

  /** Takes everything for true. */
  public static class Gullible extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] b, int off, int len) {}

    @Override
    protected byte[] engineSign() {
      return new byte[0];
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException(name);
    }
  }

  /** Knows its own keys only. */
  public static final class Picky extends Gullible {
    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      throw new InvalidKeyException("not one of mine");
    }
  }

  /** Trips over signatures. */
  public static final class Clumsy extends Gullible {
    @Override
    protected boolean engineVerify(byte[] signature) {
      throw new IllegalStateException("oops");
    }
  }
}
