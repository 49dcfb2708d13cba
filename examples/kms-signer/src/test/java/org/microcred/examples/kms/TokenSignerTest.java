package org.microcred.examples.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.verify.VerificationReport;

/** Keys in PKCS #11: in SoftHSM where it is installed, and in a stand-in everywhere. */
@Timeout(180)
class TokenSignerTest {
  private static final String PIN = "a-pin-1234";

  @TempDir Path folder;

  private static void assertSigns(Provider token, String alias, SignatureAlgorithm algorithm)
      throws Exception {
    Signer signer = TokenSigner.of(token, PIN.toCharArray(), alias, algorithm, KmsSigner.KEY);
    for (ProofFormat format :
        algorithm == SignatureAlgorithm.ES256
            ? List.of(ProofFormat.ECDSA_RDFC_2019, ProofFormat.VC_JWT)
            : List.of(ProofFormat.VC_JWT)) {
      VerificationReport report = KmsSigner.verify(KmsSigner.issue(signer, format), signer);
      assertThat(report.outcome())
          .as(report.explain())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  @Test
  void signsInAStandInForAToken() throws Exception {
    assertSigns(standIn(), "badges", SignatureAlgorithm.ES256);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Provider token = standIn();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                TokenSigner.of(
                    token,
                    "wrong".toCharArray(),
                    "badges",
                    SignatureAlgorithm.ES256,
                    KmsSigner.KEY))
        .withMessageContaining("PIN");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                TokenSigner.of(
                    token, PIN.toCharArray(), "other", SignatureAlgorithm.ES256, KmsSigner.KEY))
        .withMessageContaining("other");
  }

  private Provider standIn() throws Exception {
    Path file = folder.resolve("keys.p12");
    Tool.keytool(
        folder,
        "badges",
        PIN,
        "-keystore",
        file.toString(),
        "-storetype",
        "PKCS12",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1");
    return new StandInToken(
        KeyStore.getInstance(file.toFile(), PIN.toCharArray()), PIN.toCharArray());
  }

  @Test
  void signsInSoftHsm() throws Exception {
    Optional<Path> library =
        Stream.of(
                "/usr/lib/softhsm/libsofthsm2.so",
                "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst();
    assumeTrue(library.isPresent(), "SoftHSM is not installed (apt-get install softhsm2)");
    String settings = Optional.ofNullable(System.getenv("SOFTHSM2_CONF")).orElse("");
    assumeTrue(
        !settings.isEmpty(), "SOFTHSM2_CONF does not say where the test may keep its tokens");
    Path configuration = token(library.get(), Path.of(settings));

    Tool.keytool(
        folder,
        "badges",
        PIN,
        "-keystore",
        "NONE",
        "-storetype",
        "PKCS11",
        "-addprovider",
        "SunPKCS11",
        "-providerarg",
        configuration.toString(),
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1");
    Tool.keytool(
        folder,
        "rsa",
        PIN,
        "-keystore",
        "NONE",
        "-storetype",
        "PKCS11",
        "-addprovider",
        "SunPKCS11",
        "-providerarg",
        configuration.toString(),
        "-keyalg",
        "RSA",
        "-keysize",
        "2048");

    Provider provider = TokenSigner.provider(configuration);
    KeyStore keys = KeyStore.getInstance("PKCS11", provider);
    keys.load(null, PIN.toCharArray());
    assertThat(((PrivateKey) keys.getKey("badges", null)).getEncoded()).isNull();
    assertSigns(provider, "badges", SignatureAlgorithm.ES256);
    assertSigns(provider, "rsa", SignatureAlgorithm.RS256);
    assertSigns(provider, "rsa", SignatureAlgorithm.PS256);
  }

  /** A new token; its keys cannot be read. */
  private Path token(Path library, Path settings) throws Exception {
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "directories.tokendir = " + tokens + "\n");
    Tool.run(
        folder,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "badges",
        "--pin",
        PIN,
        "--so-pin",
        PIN);
    return Files.writeString(
        folder.resolve("token.cfg"),
        """
        name = SoftHSM
        library = %s
        slotListIndex = 0
        attributes(generate, CKO_PRIVATE_KEY, *) = {
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = false
        }
        """
            .formatted(library));
  }
}
