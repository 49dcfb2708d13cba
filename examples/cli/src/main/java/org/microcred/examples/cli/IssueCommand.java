package org.microcred.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.CredentialSigner;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs an unsigned credential. */
@Command(
    name = "issue",
    description = "Sign a credential. Its issuer has to be the controller of the key.",
    mixinStandardHelpOptions = true)
final class IssueCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Mixin KeyFile key = new KeyFile();

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description =
          "eddsa-rdfc-2022, eddsa-jcs-2022, ecdsa-rdfc-2019, ecdsa-jcs-2019, ecdsa-sd-2023,"
              + " ed25519-signature-2020, vc-jwt, ob-jwt, ob-jwt-vc-1-1, vc-sd-jwt, vc-cose")
  String format = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the file for the result; else it is printed")
  @Nullable Path out;

  @Parameters(arity = "1", paramLabel = "UNSIGNED.json", description = "the credential")
  String unsigned = "";

  @Override
  public Integer call() throws IOException {
    CredentialSigner signer = key.signer(format);
    try {
      Credential credential = Credential.parse(new Input(unsigned).bytes());
      Output.write(out, signer.sign(credential), spec.commandLine().getOut());
      return ExitStatus.OK;
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(unsigned) + " cannot be issued:" + lines(e));
    } catch (IllegalArgumentException e) {
      throw Refusal.no(
          SafeText.of(unsigned)
              + " cannot be issued in this format: "
              + SafeText.of(String.valueOf(e.getMessage())));
    }
  }

  private static String lines(InvalidDocumentException e) {
    return e.violations().stream()
        .map(Violation::toString)
        .collect(Collectors.joining("\n  ", "\n  ", ""));
  }
}
