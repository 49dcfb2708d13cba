package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.microcred.crypto.internal.keys.KeyTexts.pem;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.internal.keys.KeyTexts;
import org.microcred.crypto.internal.keys.SelfSigned;
import org.microcred.model.InvalidDocumentException;

class KeyFilesTest {
  private static final char[] PASSWORD = "correct horse".toCharArray();
  private static final KeyPair P256 = TestPairs.pair(SignatureAlgorithm.ES256);

  /** What is thrown, and nothing else may be. */
  private interface Reading {
    Object read() throws InvalidDocumentException;
  }

  private static String refusal(Reading reading, String... secrets) {
    InvalidDocumentException refusal =
        catchThrowableOfType(InvalidDocumentException.class, reading::read);
    assertThat(refusal).as("a refusal").isNotNull().hasNoCause();
    for (String secret : secrets) {
      assertThat(refusal).hasMessageNotContaining(secret);
    }
    return refusal.violations().get(0).code();
  }

  @Nested
  class PrivatePem {
    @ParameterizedTest
    @EnumSource(names = {"EDDSA", "ES256", "ES384", "ES512", "RS256"})
    void findsThePublicHalf(SignatureAlgorithm algorithm) throws Exception {
      KeyPair pair = TestPairs.pair(algorithm);
      KeyPair read = KeyFiles.parseKeyPair(KeyTexts.privateKey(pair));
      assertThat(read.getPublic()).isEqualTo(pair.getPublic());
      assertThat(Signer.didKey(read).controller()).isEqualTo(Signer.didKey(pair).controller());
    }

    @Test
    void findsThePublicHalfOfEveryKeyOnTheCurves() throws Exception {
      for (int i = 0; i < 40; i++) {
        for (SignatureAlgorithm algorithm :
            new SignatureAlgorithm[] {SignatureAlgorithm.EDDSA, SignatureAlgorithm.ES256}) {
          KeyPair pair = KeyPairs.generate(algorithm);
          assertThat(KeyFiles.parseKeyPair(KeyTexts.privateKey(pair)).getPublic())
              .isEqualTo(pair.getPublic());
        }
      }
    }

    @Test
    void readsRfc8410Section10() throws Exception {
      // RFC 8410 §10.3 and the public key of §10.1.
      String pem =
          pem(
              "PRIVATE KEY",
              Base64.getDecoder()
                  .decode("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC"));
      String publicPem =
          pem(
              "PUBLIC KEY",
              Base64.getDecoder()
                  .decode("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="));
      assertThat(KeyFiles.parseKeyPair(pem).getPublic())
          .isEqualTo(KeyFiles.parsePublicKey(publicPem));
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "ES384", "ES512"})
    void readsSec1(SignatureAlgorithm algorithm) throws Exception {
      KeyPair pair = TestPairs.pair(algorithm);
      for (boolean withPublicKey : new boolean[] {true, false}) {
        String text =
            "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                + pem("EC PRIVATE KEY", KeyTexts.sec1(pair, withPublicKey));
        assertThat(KeyFiles.parseKeyPair(text).getPublic()).isEqualTo(pair.getPublic());
      }
    }

    @Test
    void readsPkcs1() throws Exception {
      KeyPair pair = TestPairs.pair(SignatureAlgorithm.RS256);
      assertThat(KeyFiles.parseKeyPair(pem("RSA PRIVATE KEY", KeyTexts.pkcs1(pair))).getPublic())
          .isEqualTo(pair.getPublic());
    }

    @Test
    void passesOverWhatStandsBesideTheKey() throws Exception {
      String text =
          "Bag Attributes\r\n  friendlyName: badges\r\n"
              + KeyTexts.privateKey(P256).replace("\n", "\r\n")
              + pem("CERTIFICATE", SelfSigned.certificate(P256).getEncoded());
      assertThat(KeyFiles.parseKeyPair(text).getPublic()).isEqualTo(P256.getPublic());
    }

    @Test
    void refusesWeakKeysWithTheReason() throws Exception {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024);
      KeyPair weak = generator.generateKeyPair();
      InvalidDocumentException refusal =
          catchThrowableOfType(
              InvalidDocumentException.class,
              () -> KeyFiles.parseKeyPair(KeyTexts.privateKey(weak)));
      assertThat(refusal.violations().get(0).code()).isEqualTo("key.weak");
      assertThat(refusal).hasMessageContaining("2048 to 8192 bits, found 1024");
      assertThat(refusal(() -> KeyFiles.parsePublicKey(publicPem(weak)))).isEqualTo("key.weak");
    }

    @ParameterizedTest
    @CsvSource({"EdDSA,Ed448", "XDH,X25519", "RSASSA-PSS,", "DSA,"})
    void saysWhichKeysAreNotSupported(String algorithm, String curve) throws Exception {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (curve != null) {
        generator.initialize(new NamedParameterSpec(curve));
      } else {
        generator.initialize(2048);
      }
      KeyPair other = generator.generateKeyPair();
      assertThat(refusal(() -> KeyFiles.parseKeyPair(KeyTexts.privateKey(other))))
          .isEqualTo("key.unsupported");
      assertThat(refusal(() -> KeyFiles.parsePublicKey(publicPem(other))))
          .isEqualTo("key.unsupported");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'' | key.malformed | there is no private key",
          "key | key.malformed | BEGIN PRIVATE KEY",
          "-----BEGIN PRIVATE KEY----- | key.malformed | no END",
          "-----BEGIN PRIVATE KEY-----AA==-----END PUBLIC KEY----- | key.malformed | no END",
          "-----BEGIN PRIVATE KEY | key.malformed | no END",
          "-----BEGIN PRIVATE KEY-----!-----END PRIVATE KEY----- | key.malformed | not base64",
          "-----BEGIN PRIVATE KEY-----AA==-----END PRIVATE KEY----- | key.malformed | openssl pkey",
          "-----BEGIN EC PRIVATE KEY-----AA==-----END EC PRIVATE KEY----- | key.unsupported | P-256",
          "-----BEGIN RSA PRIVATE KEY-----AA==-----END RSA PRIVATE KEY----- | key.malformed | openssl pkey",
          "-----BEGIN ENCRYPTED PRIVATE KEY-----AA==-----END ENCRYPTED PRIVATE KEY----- | key.password | openssl pkey -in",
          "-----BEGIN RSA PRIVATE KEY-----Proc-Type: 4,ENCRYPTED-----END RSA PRIVATE KEY----- | key.password | openssl pkey -in",
          "-----BEGIN OPENSSH PRIVATE KEY-----AA==-----END OPENSSH PRIVATE KEY----- | key.unsupported | ssh-keygen -p -m PKCS8",
          "-----BEGIN DSA PRIVATE KEY-----AA==-----END DSA PRIVATE KEY----- | key.unsupported | openssl pkey",
        })
    void saysWhatToDo(String text, String code, String message) {
      InvalidDocumentException refusal =
          catchThrowableOfType(InvalidDocumentException.class, () -> KeyFiles.parseKeyPair(text));
      assertThat(refusal.violations()).extracting("code").containsExactly(code);
      assertThat(refusal).hasMessageContaining(message);
    }

    @Test
    void wantsOneKey() {
      String twice = KeyTexts.privateKey(P256) + KeyTexts.privateKey(P256);
      assertThat(refusal(() -> KeyFiles.parseKeyPair(twice))).isEqualTo("key.ambiguous");
    }

    @Test
    void refusesScalarsThatTheCurveDoesNotHave() {
      byte[] zero = KeyTexts.sec1(P256, false);
      Arrays.fill(zero, 7, 39, (byte) 0);
      byte[] order = KeyTexts.sec1(P256, false);
      Arrays.fill(order, 7, 39, (byte) 0xff);
      for (byte[] wrong : new byte[][] {zero, order}) {
        assertThat(refusal(() -> KeyFiles.parseKeyPair(pem("EC PRIVATE KEY", wrong))))
            .isEqualTo("key.malformed");
      }
    }

    @Test
    void refusesRsaNumbersThatDoNotBelongTogether() {
      byte[] pkcs1 = KeyTexts.pkcs1(TestPairs.pair(SignatureAlgorithm.RS256)).clone();
      pkcs1[60] ^= 1; // in the modulus
      assertThat(refusal(() -> KeyFiles.parseKeyPair(pem("RSA PRIVATE KEY", pkcs1))))
          .isEqualTo("key.malformed");
    }
  }

  @Nested
  class PublicPem {
    @ParameterizedTest
    @EnumSource(names = {"EDDSA", "ES256", "ES384", "ES512", "RS256"})
    void readsKeysAndCertificates(SignatureAlgorithm algorithm) throws Exception {
      KeyPair pair = TestPairs.pair(algorithm);
      assertThat(KeyFiles.parsePublicKey(publicPem(pair))).isEqualTo(pair.getPublic());
      String certificate = pem("CERTIFICATE", SelfSigned.certificate(pair).getEncoded());
      assertThat(KeyFiles.parsePublicKey(certificate)).isEqualTo(pair.getPublic());
    }

    @Test
    void readsPkcs1() throws Exception {
      KeyPair pair = TestPairs.pair(SignatureAlgorithm.RS256);
      assertThat(KeyFiles.parsePublicKey(pem("RSA PUBLIC KEY", KeyTexts.pkcs1Public(pair))))
          .isEqualTo(pair.getPublic());
    }

    @Test
    void refusesAPrivateKey() {
      assertThat(refusal(() -> KeyFiles.parsePublicKey(KeyTexts.privateKey(P256))))
          .isEqualTo("key.private-material");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "-----BEGIN PUBLIC KEY-----AA==-----END PUBLIC KEY-----",
          "-----BEGIN RSA PUBLIC KEY-----AA==-----END RSA PUBLIC KEY-----",
          "-----BEGIN CERTIFICATE-----AA==-----END CERTIFICATE-----"
        })
    void refusesWhatIsNone(String text) {
      assertThat(refusal(() -> KeyFiles.parsePublicKey(text))).isEqualTo("key.malformed");
    }

    @Test
    void refusesPointsThatAreNotOnTheCurve() {
      byte[] x509 = P256.getPublic().getEncoded().clone();
      x509[x509.length - 1] ^= 1;
      assertThat(refusal(() -> KeyFiles.parsePublicKey(pem("PUBLIC KEY", x509))))
          .isEqualTo("key.malformed");
      byte[] ed = TestPairs.pair(SignatureAlgorithm.EDDSA).getPublic().getEncoded().clone();
      Arrays.fill(ed, ed.length - 32, ed.length, (byte) 0);
      ed[ed.length - 32] = 1;
      assertThat(refusal(() -> KeyFiles.parsePublicKey(pem("PUBLIC KEY", ed))))
          .isEqualTo("key.weak");
    }

    @Test
    void wantsOneKey() {
      String twice = publicPem(P256) + publicPem(P256);
      assertThat(refusal(() -> KeyFiles.parsePublicKey(twice))).isEqualTo("key.ambiguous");
    }
  }

  @Nested
  class KeyStores {
    @ParameterizedTest
    @EnumSource(names = {"EDDSA", "ES256", "ES384", "ES512", "RS256"})
    void readsTheOnlyKey(SignatureAlgorithm algorithm) throws Exception {
      KeyPair pair = TestPairs.pair(algorithm);
      byte[] file = store(pair, SelfSigned.certificate(pair), "badges");
      for (KeyPair read :
          new KeyPair[] {
            KeyFiles.parsePkcs12(file, PASSWORD), KeyFiles.parsePkcs12(file, PASSWORD, "badges")
          }) {
        assertThat(read.getPublic()).isEqualTo(pair.getPublic());
      }
    }

    @Test
    void wantsAnAliasWhenThereIsMoreThanOneKey() throws Exception {
      byte[] file = store(P256, SelfSigned.certificate(P256), "a", "b");
      InvalidDocumentException refusal =
          catchThrowableOfType(
              InvalidDocumentException.class, () -> KeyFiles.parsePkcs12(file, PASSWORD));
      assertThat(refusal.violations()).extracting("code").containsExactly("key.ambiguous");
      assertThat(refusal).hasMessageContaining("\"a\", \"b\"");
      assertThat(KeyFiles.parsePkcs12(file, PASSWORD, "b").getPublic()).isEqualTo(P256.getPublic());
      assertThat(refusal(() -> KeyFiles.parsePkcs12(file, PASSWORD, "c")))
          .isEqualTo("key.not-found");
      byte[] empty = store(P256, SelfSigned.certificate(P256));
      assertThat(refusal(() -> KeyFiles.parsePkcs12(empty, PASSWORD))).isEqualTo("key.ambiguous");
    }

    @Test
    void refusesAnotherPasswordAndDoesNotShowIt() throws Exception {
      byte[] file = store(P256, SelfSigned.certificate(P256), "badges");
      assertThat(
              refusal(() -> KeyFiles.parsePkcs12(file, "wrong horse".toCharArray()), "wrong horse"))
          .isEqualTo("key.password");
      assertThat(refusal(() -> KeyFiles.parsePkcs12(file, new char[0]))).isEqualTo("key.password");
      assertThat(PASSWORD).containsExactly("correct horse".toCharArray());
    }

    @Test
    void refusesTheCertificateOfAnotherKey() throws Exception {
      KeyPair other = KeyPairs.generate(SignatureAlgorithm.ES256);
      byte[] file = store(P256, SelfSigned.certificate(other), "badges");
      assertThat(refusal(() -> KeyFiles.parsePkcs12(file, PASSWORD), "correct horse"))
          .isEqualTo("key.malformed");
    }

    private byte[] store(KeyPair pair, Certificate certificate, String... aliases)
        throws Exception {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (String alias : aliases) {
        store.setKeyEntry(alias, pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      store.store(file, PASSWORD);
      return file.toByteArray();
    }
  }

  @Nested
  class FilesOfStrangers {
    @Test
    void throwNothingElse() throws Exception {
      Random random = new Random(7);
      byte[][] seeds = {
        P256.getPrivate().getEncoded(),
        TestPairs.pair(SignatureAlgorithm.EDDSA).getPrivate().getEncoded(),
        TestPairs.pair(SignatureAlgorithm.RS256).getPrivate().getEncoded(),
        P256.getPublic().getEncoded(),
        SelfSigned.certificate(P256).getEncoded(),
        KeyTexts.sec1(P256, true),
      };
      String[] labels = {
        "PRIVATE KEY",
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "PUBLIC KEY",
        "CERTIFICATE",
        "EC PRIVATE KEY"
      };
      int read = 0;
      int refused = 0;
      for (int i = 0; i < 600; i++) {
        byte[] bytes = seeds[i % seeds.length].clone();
        for (int j = random.nextInt(3); j >= 0; j--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? bytes.length / 2 : bytes.length);
        String text = pem(labels[i % labels.length], cut);
        for (Reading reading :
            new Reading[] {
              () -> KeyFiles.parseKeyPair(text),
              () -> KeyFiles.parsePublicKey(text),
              () -> KeyFiles.parsePkcs12(cut, PASSWORD)
            }) {
          try {
            reading.read();
            read++;
          } catch (InvalidDocumentException e) {
            refused++;
          }
        }
      }
      assertThat(refused).isGreaterThan(read).isGreaterThan(1000);
    }
  }

  private static String publicPem(KeyPair pair) {
    return pem("PUBLIC KEY", pair.getPublic().getEncoded());
  }
}
