package org.microcred.examples.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.microcred.model.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: picocli reads the line, a command does the work, an exit status comes out. */
@Command(
    name = "microcred",
    description = "Issue, bake, inspect, verify, stack and audit micro-credentials.",
    mixinStandardHelpOptions = true,
    version = "microcred 0.1.0-SNAPSHOT",
    subcommands = {
      VerifyCommand.class,
      BulkCommand.class,
      StackCommand.class,
      AuditCommand.class,
      IssueCommand.class,
      InspectCommand.class,
      BakeCommand.class,
      DeriveCommand.class,
      UnbakeCommand.class,
      KeygenCommand.class,
      StatusListCommand.class
    })
public final class Microcred {
  private Microcred() {}

  /**
   * Runs the command and ends the process.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    // The libraries below may log the values of a credential; a command line prints its answer
    // only.
    Logger.getLogger("").setLevel(Level.OFF);
    System.exit(run(args, utf8(System.out), utf8(System.err)));
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Microcred());
    line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (wrong, arguments) -> {
          err.println(
              "microcred: "
                  + SafeText.of(String.valueOf(wrong.getMessage()))
                  + " (microcred "
                  + wrong.getCommandLine().getCommandName()
                  + " --help tells more)");
          return ExitStatus.USAGE;
        });
    line.setExecutionExceptionHandler(
        (thrown, command, arguments) -> {
          if (thrown instanceof Refusal refusal) {
            err.println("microcred: " + refusal.getMessage());
            return refusal.exitStatus();
          }
          err.println(
              "microcred: something went wrong inside ("
                  + SafeText.of(String.valueOf(thrown))
                  + "); please report it");
          return ExitStatus.INTERNAL;
        });
    line.setExecutionStrategy(
        parsed -> {
          if (!parsed.hasSubcommand()
              && !parsed.isUsageHelpRequested()
              && !parsed.isVersionHelpRequested()) {
            err.println("microcred: say what to do: " + line.getSubcommands().keySet());
            return ExitStatus.USAGE;
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    return line.execute(args);
  }
}
