package org.microcred.examples.cli;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyFiles;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.Signer;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import picocli.CommandLine.Option;

/** The key of an issuer, from a file; the first bytes tell which of three kinds it is. */
final class KeyFile {
  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEYFILE",
      description = "a private key: a JWK as keygen makes it, PEM, or PKCS #12")
  String file = "";

  @Option(
      names = "--key-id",
      paramLabel = "URL",
      description =
          "under which verifiers find the public key; the JWK's kid by default, else did:key")
  @Nullable String keyId;

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description = "which key of a PKCS #12 file, when it has more than one")
  @Nullable String alias;

  @Option(
      names = "--password-env",
      paramLabel = "VARIABLE",
      description =
          "the environment variable with the password of a PKCS #12 file; else it is asked for")
  @Nullable String passwordVariable;

  /** Who signs with the key. */
  Signer signer() {
    byte[] bytes = new Input(file).bytes();
    try {
      Jwk key = key(bytes);
      Optional<String> id = Optional.ofNullable(keyId).or(key::keyId);
      return id.isPresent()
          ? Signer.of(key.keyPair().orElseThrow(), key.algorithm(), id.get())
          : Signer.didKey(key);
    } catch (InvalidDocumentException e) {
      throw Refusal.usage(
          "--key: " + SafeText.of(file) + " is no private key to be used: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--key-id: " + e.getMessage());
    }
  }

  private Jwk key(byte[] bytes) throws InvalidDocumentException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.stripLeading().startsWith("{")) {
      return Jwk.parseKeyPair(text);
    }
    // A SEQUENCE in DER, of more than 127 bytes: a key store.
    boolean isKeyStore = bytes.length > 1 && bytes[0] == 0x30 && bytes[1] < 0;
    return Jwk.of(isKeyStore ? keyStore(bytes) : KeyFiles.parseKeyPair(text));
  }

  private KeyPair keyStore(byte[] bytes) throws InvalidDocumentException {
    char[] password = password();
    try {
      return alias == null
          ? KeyFiles.parsePkcs12(bytes, password)
          : KeyFiles.parsePkcs12(bytes, password, alias);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  /** Never from the command line, which every user of the machine can read. */
  @SuppressWarnings("SystemConsoleNull") // JDK 22 has one that reads nothing
  private char[] password() {
    if (passwordVariable != null) {
      String value = System.getenv(passwordVariable);
      if (value == null) {
        throw Refusal.usage(
            "--password-env: there is no variable " + SafeText.quote(passwordVariable));
      }
      return value.toCharArray();
    }
    Console console = System.console();
    char[] typed =
        console == null ? null : console.readPassword("Password of %s: ", SafeText.of(file));
    if (typed == null) {
      throw Refusal.usage(
          "--password-env: "
              + SafeText.of(file)
              + " needs a password, and nobody is there to type it");
    }
    return typed;
  }

  /** Who signs credentials with the key in a format. */
  CredentialSigner signer(String format) {
    ProofFormat proofFormat =
        Arrays.stream(ProofFormat.values())
            .filter(f -> letters(f.name()).equals(letters(format)))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.usage(
                        "--format: none of "
                            + Arrays.stream(ProofFormat.values())
                                .map(KeyFile::name)
                                .collect(Collectors.joining(", "))
                            + ": "
                            + SafeText.quote(format)));
    Signer signer = signer();
    try {
      return CredentialSigner.of(signer, proofFormat);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--format: " + format + " does not go with this key: " + e.getMessage());
    }
  }

  private static String name(ProofFormat format) {
    return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Formats are written in many ways: ed25519signature2020 is Ed25519-Signature-2020. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
