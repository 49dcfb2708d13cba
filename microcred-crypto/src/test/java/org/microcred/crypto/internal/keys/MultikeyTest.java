package org.microcred.crypto.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.Multibase;
import org.microcred.model.Violation;

/** CID 1.0 §2.2.2 Multikey. */
class MultikeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void readsTheEllipticKeysThatItWrote(String curve) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    for (int i = 0; i < 4; i++) {
      roundTrip(generator.generateKeyPair().getPublic());
    }
  }

  @Test
  void readsTheEdwardsAndRsaKeysThatItWrote() throws Exception {
    roundTrip(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    roundTrip(rsa.generateKeyPair().getPublic());
  }

  private static void roundTrip(PublicKey key) {
    String text = Multikey.encode(key);
    assertThat(Multikey.decode(text).key()).contains(key);
    assertThat(Multikey.isForKeyAgreement(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ed01, key.malformed", // no key
    "ed0100, key.malformed", // short
    "ed, key.malformed", // truncated codec
    "ed8000, key.malformed", // codec not in its shortest form
    "808080, key.malformed", // a codec of more than three bytes
    "8024, key.malformed",
    "802404ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, key.malformed",
    "802403ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff, key.malformed",
    "852430030101ff, key.malformed",
    "8026, key.private-material", // ed25519-priv
    "8626, key.private-material", // p256-priv
    "e701, key.unsupported", // secp256k1-pub
    "ec01, key.unsupported", // x25519-pub
    "7b, key.unsupported", // nobody's codec
  })
  void refuses(String hex, String code) {
    String text = Multibase.base58btc(HexFormat.of().parseHex(hex));
    assertThat(Multikey.decode(text).key()).isEmpty();
    assertThat(code(text)).isEqualTo(code);
  }

  @Test
  void refusesPointsOfSmallOrderAndThoseNotOnTheCurve() {
    // y of the points of order 1, 2, 4, 8, 8 (RFC 7748 §6.1 and RFC 8032 §5.1.7 leave them in).
    String[] small = {
      "0100000000000000000000000000000000000000000000000000000000000000",
      "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
      "0000000000000000000000000000000000000000000000000000000000000000",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"
    };
    for (String point : small) {
      assertThat(code(ed25519(point))).as(point).isEqualTo("key.weak");
    }
    String[] malformed = {
      "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // y = p + 1
      "0100000000000000000000000000000000000000000000000000000000000080", // x = 0 and odd
      "0200000000000000000000000000000000000000000000000000000000000000" // x² has no root
    };
    for (String point : malformed) {
      assertThat(code(ed25519(point))).as(point).isEqualTo("key.malformed");
    }
  }

  @Test
  void refusesOtherBasesThanBase58() {
    PublicKey key = Ed25519.decode(HexFormat.of().parseHex("58" + "66".repeat(31))).key().get();
    String canonical = Multikey.encode(key);
    byte[] bytes = Multibase.decode(canonical).orElseThrow();
    assertThat(Multikey.decode(canonical).key()).contains(key);
    assertThat(code(Multibase.base64url(bytes))).isEqualTo("key.malformed");
    assertThat(code("")).isEqualTo("key.malformed");
    assertThat(code(canonical + "0")).isEqualTo("key.malformed");
  }

  @Test
  void saysWhatIsForKeyAgreement() {
    assertThat(Multikey.isForKeyAgreement("z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F"))
        .isTrue();
    assertThat(Multikey.isForKeyAgreement("x")).isFalse();
  }

  @Test
  void writesNoWeakOrUnknownKeys() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    PublicKey weak = rsa.generateKeyPair().getPublic();
    PublicKey ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic();
    assertThatIllegalArgumentException().isThrownBy(() -> Multikey.encode(weak));
    assertThatIllegalArgumentException().isThrownBy(() -> Multikey.encode(ed448));
  }

  private static String ed25519(String point) {
    return Multibase.base58btc(HexFormat.of().parseHex("ed01" + point));
  }

  private static String code(String multikey) {
    DecodedKey decoded = Multikey.decode(multikey);
    return decoded.findings().failures().stream()
        .findFirst()
        .or(() -> decoded.findings().unknowns().stream().findFirst())
        .map(Violation::code)
        .orElse("");
  }
}
