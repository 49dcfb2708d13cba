package org.microcred.examples.cli;

import java.util.concurrent.Callable;
import org.microcred.crypto.SecuredCredential;
import org.microcred.verify.AuditReport;
import org.microcred.verify.StackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks whether the award of a stack held when it was decided, and whether it holds now. */
@Command(
    name = "audit",
    description =
        "Audit the award of a stack against its record and components. Exit status: 0 it held and"
            + " holds, 1 it did not or does not, 2 not found out.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "the stack policy that the award was decided by")
  String policy = "";

  @Option(
      names = "--record",
      required = true,
      paramLabel = "FILE",
      description = "the decision record, as stack --record wrote it")
  String record = "";

  @Mixin WalletFiles wallet = new WalletFiles();

  @Mixin Language language = new Language();

  @Mixin SurroundingFiles files = new SurroundingFiles();

  @Option(names = "--json", description = "print one line of JSON")
  boolean json;

  @Mixin VerifierOptions options = new VerifierOptions();

  @Parameters(arity = "1", paramLabel = "BADGE", description = "the award, a badge")
  String badge = "";

  @Override
  public Integer call() {
    AuditReport report =
        options
            .verifier()
            .auditStack(
                SecuredCredential.of(new Input(badge).bytes()),
                new Input(record).bytes(),
                StackRequest.of(LintCommand.policy(policy), options.person(), wallet.credentials())
                    .withFrameworks(files.frameworks())
                    .withEarlier(files.earlier()));
    spec.commandLine().getOut().println(json ? report.toJson() : report.explain(language.locale()));
    return switch (report.outcome()) {
      case VERIFIED -> ExitStatus.OK;
      case REJECTED -> ExitStatus.NO;
      case UNDETERMINED -> ExitStatus.UNKNOWN;
    };
  }
}
