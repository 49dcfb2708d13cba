package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;

class JwkTest {
  // RFC 8037 appendix A.
  private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  private static final String D = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
  private static final String ED25519 = "{'kty':'OKP','crv':'Ed25519','x':'" + X + "'%s}";
  // RFC 7515 appendix A.3.
  private static final String EC_X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
  private static final String EC_Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
  private static final String EC_D = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";

  @ParameterizedTest
  @EnumSource
  void readsTheKeyPairThatItWrote(SignatureAlgorithm algorithm) throws Exception {
    Jwk jwk =
        Jwk.of(TestPairs.pair(algorithm)).withAlgorithm(algorithm).withKeyId("did:example:a#1");
    Jwk read = Jwk.parseKeyPair(jwk.toJson());
    assertThat(read).isEqualTo(jwk).hasSameHashCodeAs(jwk);
    assertThat(read.toJson()).isEqualTo(jwk.toJson());
    assertThat(read.algorithm()).isEqualTo(algorithm);
    assertThat(read.keyId()).contains("did:example:a#1");
    assertThat(read.keyPair()).map(KeyPair::getPublic).contains(read.publicKey());
  }

  @ParameterizedTest
  @EnumSource
  void readsThePublicKeyThatItWrote(SignatureAlgorithm algorithm) throws Exception {
    KeyPair pair = TestPairs.pair(algorithm);
    Jwk jwk = Jwk.of(pair.getPublic());
    assertThat(Jwk.parsePublicKey(jwk.toJson())).isEqualTo(jwk);
    assertThat(Jwk.of(pair).toPublicKey()).isEqualTo(jwk).isNotEqualTo(Jwk.of(pair));
    assertThat(jwk.keyPair()).isEmpty();
  }

  @Test
  void showsThePrivatePartOnlyWhenAskedForJson() {
    Jwk jwk = Jwk.of(TestPairs.pair(SignatureAlgorithm.EDDSA));
    assertThat(jwk.toJson()).contains("\"d\":");
    assertThat(jwk.toString()).doesNotContain("\"d\":");
    assertThat(jwk.toPublicKey().toJson()).doesNotContain("\"d\":").isEqualTo(jwk.toString());
  }

  @Test
  void refusesKeysItCannotWrite() throws Exception {
    KeyPair ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
    assertThatIllegalArgumentException().isThrownBy(() -> Jwk.of(ed448));
    assertThatIllegalArgumentException().isThrownBy(() -> Jwk.of(ed448.getPublic()));
  }

  @Nested
  class Rfc8037AppendixA {
    @Test
    void keyPair() throws Exception {
      assertThat(Jwk.parseKeyPair(json(ED25519, ",'d':'" + D + "'")).toJson())
          .isEqualTo(
              ("{'crv':'Ed25519','kty':'OKP','x':'" + X + "','d':'" + D + "','alg':'EdDSA'}")
                  .replace('\'', '"'));
    }

    @Test
    void thumbprint() throws Exception {
      assertThat(Jwk.parsePublicKey(json(ED25519, "")).thumbprint())
          .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }
  }

  @Nested
  class Rfc7638Section3 {
    @Test
    void thumbprintOfTheRsaExample() throws Exception {
      String n =
          "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_"
              + "BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YG"
              + "jQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrd"
              + "kt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzK"
              + "nqDKgw";
      String json = "{'kty':'RSA','n':'" + n + "','e':'AQAB','alg':'RS256','kid':'2011-04-29'}";
      Jwk jwk = Jwk.parsePublicKey(json.replace('\'', '"'));
      assertThat(jwk.thumbprint()).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
      assertThat(jwk.keyId()).contains("2011-04-29");
    }
  }

  @Nested
  class Rfc7517Section4 {
    @ParameterizedTest
    @ValueSource(
        strings = {
          ",'use':'sig'",
          ",'key_ops':['verify']",
          ",'key_ops':['sign','verify']",
          ",'alg':'EdDSA'",
          ",'alg':'Ed25519'",
          ",'kid':'a','x5t':'ignored','unknown':1"
        })
    void acceptsMembersThatFit(String members) throws Exception {
      assertThat(Jwk.parsePublicKey(json(ED25519, members)).algorithm())
          .isEqualTo(SignatureAlgorithm.EDDSA);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          ",'use':'enc'            | key.use",
          ",'use':1                | key.use",
          ",'key_ops':['sign']     | key.use",
          ",'key_ops':'verify'     | key.use",
          ",'key_ops':['verify',1] | key.use",
          ",'key_ops':['verify','verify'] | key.use",
          ",'alg':'ES256'          | key.algorithm",
          ",'alg':'HS256'          | key.algorithm",
          ",'alg':'none'           | key.algorithm",
          ",'alg':7                | key.algorithm",
          ",'alg':'PS256'          | key.algorithm",
          ",'alg':'ES256K'         | key.unsupported",
          ",'d':'AA'               | key.private-material",
          ",'d':null               | key.private-material",
          ",'k':'AA'               | key.private-material",
        })
    void refusesMembersThatDoNotFit(String members, String code) {
      assertThat(code(json(ED25519, members))).isEqualTo(code);
    }
  }

  @Nested
  class Rfc7518Section6 {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'kty':'OKP','crv':'Ed25519'} | key.malformed",
          "{'kty':'OKP','crv':'Ed25519','x':7} | key.malformed",
          "{'kty':'OKP','crv':'Ed25519','x':'AA'} | key.malformed",
          "{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo='} | key.malformed",
          "{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp'} | key.malformed",
          "{'kty':'OKP','crv':'Ed25519','x':'11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo'} | key.malformed",
          "{'kty':'OKP','crv':'Ed25519','x':'AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'} | key.malformed",
          "{'kty':'OKP','crv':'Ed25519','x':'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'} | key.weak",
          "{'kty':'OKP','crv':'P-256','x':'AA'} | key.malformed",
          "{'kty':'EC','crv':'Ed25519','x':'AA'} | key.malformed",
          "{'kty':'OKP','crv':'X25519','x':'AA'} | key.unsupported",
          "{'kty':'EC','crv':'secp256k1','x':'AA','y':'AA'} | key.unsupported",
          "{'kty':'EC','crv':'P-256','x':'AA','y':'AA'} | key.malformed",
          "{'kty':'EC','crv':'P-256','x':'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU','y':'AA'} | key.malformed",
          "{'kty':'EC','crv':'P-256','x':'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU','y':'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU'} | key.malformed",
          "{'kty':'RSA','n':'AQAB'} | key.malformed",
          "{'kty':'RSA','n':'AQAB','e':'AAEAAQ'} | key.malformed",
          "{'kty':'RSA','n':'AQAB','e':'AQAB'} | key.weak",
          "{'kty':'oct'} | key.private-material",
          "{'kty':'AKP'} | key.unsupported",
          "{'kty':7} | key.malformed",
          "{} | key.malformed",
          "[] | json.type",
          "{'kty':'OKP','kty':'OKP'} | json.duplicate-member",
        })
    void refuses(String json, String code) {
      assertThat(code(json.replace('\'', '"'))).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "'d':7",
          "'d':'AA'",
          "'d':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'",
          "'d':'_____wAAAAD__________7zm-q2nF56E87nKwvxjJVE'",
          "'d':'ipsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI'"
        })
    void refusesPrivatePartsThatAreNotThoseOfThePublicKey(String d) {
      InvalidDocumentException refusal =
          catchThrowableOfType(InvalidDocumentException.class, () -> Jwk.parseKeyPair(ec(d)));
      assertThat(refusal.violations())
          .singleElement()
          .extracting("code")
          .isEqualTo("key.malformed");
      assertThat(refusal).hasNoCause().hasMessageNotContaining("QnnG");
    }

    @Test
    void readsTheKeyPairOfRfc7515AppendixA3() throws Exception {
      assertThat(Jwk.parseKeyPair(ec("'d':'" + EC_D + "'")).algorithm())
          .isEqualTo(SignatureAlgorithm.ES256);
    }

    private String ec(String d) {
      String json = "{'kty':'EC','crv':'P-256','x':'" + EC_X + "','y':'" + EC_Y + "'";
      return (json + (d.isEmpty() ? "" : "," + d) + "}").replace('\'', '"');
    }
  }

  private static String code(String json) {
    InvalidDocumentException refusal =
        catchThrowableOfType(InvalidDocumentException.class, () -> Jwk.parsePublicKey(json));
    return refusal.violations().get(0).code();
  }

  private static String json(String template, String members) {
    return String.format(template, members).replace('\'', '"');
  }
}
