package org.microcred.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SelectiveDisclosure;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows parts of a credential. */
@Command(
    name = "derive",
    description =
        "Show parts of a credential with a base proof of ecdsa-sd-2023, and what its issuer made"
            + " mandatory.",
    mixinStandardHelpOptions = true)
final class DeriveCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--pointers",
      required = true,
      split = ",",
      paramLabel = "POINTER",
      description = "what to show, as JSON pointers: /credentialSubject/achievement/name")
  List<String> pointers = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the file for the result; else it is printed")
  @Nullable Path out;

  @Parameters(arity = "1", paramLabel = "FILE", description = "the credential as it was issued")
  String credential = "";

  @Override
  public Integer call() {
    List<JsonPointer> reveal;
    try {
      reveal = pointers.stream().map(JsonPointer::parse).toList();
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--pointers: " + SafeText.of(String.valueOf(e.getMessage())));
    }
    try {
      SecuredCredential base = SecuredCredential.of(new Input(credential).bytes());
      Output.write(
          out,
          SelectiveDisclosure.derive(base, reveal, DocumentLoader.none()),
          spec.commandLine().getOut());
      return ExitStatus.OK;
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(credential) + " cannot be shown in parts: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--pointers: " + SafeText.of(String.valueOf(e.getMessage())));
    }
  }
}
