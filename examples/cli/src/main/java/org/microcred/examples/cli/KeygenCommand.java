package org.microcred.examples.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key pair and says under which DID verifiers find its public half. */
@Command(
    name = "keygen",
    description = "Make a key pair: a private JWK whose kid is the DID URL of the public key.",
    mixinStandardHelpOptions = true)
final class KeygenCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--algorithm",
      paramLabel = "ALG",
      description = "EdDSA, ES256, ES384, ES512, RS256…RS512 or PS256…PS512; EdDSA by default")
  String algorithm = SignatureAlgorithm.EDDSA.jose();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the file for the private key, readable by its owner; else it is printed")
  @Nullable Path out;

  @Override
  public Integer call() {
    SignatureAlgorithm known =
        SignatureAlgorithm.ofJose(algorithm)
            .orElseThrow(
                () ->
                    Refusal.usage(
                        "--algorithm: one of "
                            + Arrays.stream(SignatureAlgorithm.values())
                                .map(SignatureAlgorithm::jose)
                                .collect(Collectors.joining(", "))
                            + ", not "
                            + SafeText.quote(algorithm)));
    Jwk key = Jwk.of(KeyPairs.generate(known)).withAlgorithm(known);
    Signer signer = known.keyType().equals("RSA") ? Signer.didJwk(key) : Signer.didKey(key);
    String secret = key.withKeyId(signer.verificationMethod()).toJson();
    if (out == null) {
      spec.commandLine().getOut().println(secret);
    } else {
      Output.writeSecret(out, secret);
      spec.commandLine().getOut().println(signer.controller());
    }
    return ExitStatus.OK;
  }
}
