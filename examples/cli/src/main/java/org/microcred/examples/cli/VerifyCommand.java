package org.microcred.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonString;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.Recipient;
import org.microcred.verify.VerificationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies files, one report each, in the order of the command line. */
@Command(
    name = "verify",
    description =
        "Verify credentials. Exit status: 0 all verified, 1 some rejected, 2 some undetermined.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--json", description = "print one JSON report a line")
  boolean json;

  @Mixin VerifierOptions options = new VerifierOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files; - is standard input")
  List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CredentialVerifier verifier = options.verifier();
    Optional<Recipient> recipient = options.recipient();
    boolean rejected = false;
    boolean undetermined = false;
    for (String file : files) {
      SecuredCredential credential = SecuredCredential.of(new Input(file).bytes());
      VerificationReport report =
          recipient.isPresent()
              ? verifier.verify(credential, recipient.get())
              : verifier.verify(credential);
      out.println(json ? withFile(file, report) : SafeText.of(file) + "\n" + report.explain());
      rejected |= report.outcome() == VerificationReport.Outcome.REJECTED;
      undetermined |= report.outcome() == VerificationReport.Outcome.UNDETERMINED;
    }
    return rejected ? ExitStatus.NO : undetermined ? ExitStatus.UNKNOWN : ExitStatus.OK;
  }

  /** The report with the file's name as its first member. */
  private static String withFile(String file, VerificationReport report) {
    return "{\"file\":" + new JsonString(file) + "," + report.toJson().substring(1);
  }
}
