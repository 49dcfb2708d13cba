package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;

/** {@code issue --key} with the files that other tools write. */
class KeyFileTest {
  /** Set on every system, and here the password. */
  private static final String VARIABLE = "PATH";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int issue(Path key, String... more) throws IOException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> args =
        new ArrayList<>(List.of("issue", "--key", key.toString(), "--format", "vc-jwt"));
    args.addAll(List.of(more));
    args.add(folder.resolve("unsigned.json").toString());
    int status =
        Microcred.run(
            args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(err.toString())
        .doesNotContain("\tat ")
        .doesNotContain(String.valueOf(System.getenv(VARIABLE)));
    return status;
  }

  private void unsigned(String issuer) throws IOException {
    Files.writeString(
        folder.resolve("unsigned.json"),
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
         "issuer": "%s", "credentialSubject": {"id": "did:example:learner"}}
        """
            .formatted(issuer));
  }

  private Path pem(KeyPair pair) throws IOException {
    return Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  /** A key store as the JDK's own tool makes it. */
  private Path keyStore(String... aliases) throws Exception {
    Path file = folder.resolve("keys.p12");
    for (String alias : aliases) {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keystore",
                  file.toString(),
                  "-storetype",
                  "PKCS12",
                  "-storepass:env",
                  VARIABLE,
                  "-alias",
                  alias,
                  "-dname",
                  "CN=x",
                  "-keyalg",
                  "EC",
                  "-groupname",
                  "secp256r1")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("keytool.txt").toFile())
              .start();
      assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(keytool.exitValue()).as(Files.readString(folder.resolve("keytool.txt"))).isZero();
    }
    return file;
  }

  @Test
  void signsWithPemUnderItsDidKey() throws Exception {
    KeyPair pair = KeyPairs.generate(SignatureAlgorithm.EDDSA);
    unsigned(Signer.didKey(pair).controller());
    assertThat(issue(pem(pair))).as(err.toString()).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("eyJ");
  }

  @Test
  void signsUnderTheNameOfTheKey() throws Exception {
    KeyPair pair = KeyPairs.generate(SignatureAlgorithm.ES256);
    unsigned("did:web:uni.example");
    assertThat(issue(pem(pair), "--key-id", "did:web:uni.example#badges"))
        .as(err.toString())
        .isEqualTo(ExitStatus.OK);
    Path jwk =
        Files.writeString(
            folder.resolve("key.json"), Jwk.of(pair).withKeyId("did:web:other.example#1").toJson());
    assertThat(issue(jwk, "--key-id", "did:web:uni.example#badges")).isEqualTo(ExitStatus.OK);
    assertThat(issue(jwk)).isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).contains("issuer");
    assertThat(issue(jwk, "--key-id", "badges")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).startsWith("microcred: --key-id: ").hasLineCount(1);
  }

  @Test
  void signsWithAKeyStoreWhosePasswordIsInTheEnvironment() throws Exception {
    Path file = keyStore("a", "b");
    unsigned("did:web:uni.example");
    String[] named = {"--key-id", "did:web:uni.example#a", "--password-env", VARIABLE};
    assertThat(issue(file, named)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("\"a\", \"b\"").hasLineCount(1);
    assertThat(issue(file, named[0], named[1], named[2], named[3], "--alias", "a"))
        .as(err.toString())
        .isEqualTo(ExitStatus.OK);
    assertThat(issue(file, "--password-env", "NO_SUCH_VARIABLE")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("NO_SUCH_VARIABLE").hasLineCount(1);
  }

  @Test
  void saysWhatIsWrongWithAKeyInOneLine() throws Exception {
    unsigned("did:web:uni.example");
    Path locked =
        Files.writeString(
            folder.resolve("locked.pem"),
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----\n");
    assertThat(issue(locked)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("openssl pkey -in").hasLineCount(1);
    Path junk = Files.write(folder.resolve("junk"), new byte[] {1, 2, 3});
    assertThat(issue(junk)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("BEGIN PRIVATE KEY").hasLineCount(1);
    Path almost = Files.write(folder.resolve("almost.p12"), new byte[] {0x30, (byte) 0x82, 0, 0});
    assertThat(issue(almost, "--password-env", VARIABLE)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("PKCS #12").hasLineCount(1);
  }
}
