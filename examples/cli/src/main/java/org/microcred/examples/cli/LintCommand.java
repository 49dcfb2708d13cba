package org.microcred.examples.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonString;
import org.microcred.stacking.Lint;
import org.microcred.stacking.PolicySet;
import org.microcred.stacking.StackPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells authors of stack policies what to look at. */
@Command(
    name = "lint",
    description =
        "Look at stack policies as their authors should. Exit status: 0 nothing is wrong, 1 something"
            + " can never be earned, or a file is no policy.",
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "stack policies")
  List<String> files = new ArrayList<>();

  @Option(names = "--json", description = "print one line of JSON a policy")
  boolean json;

  @Option(
      names = "--offered",
      paramLabel = "ID",
      description =
          "an achievement that is offered for stacking: is there a policy that asks for it?")
  List<String> offered = new ArrayList<>();

  @Mixin Language language = new Language();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean sound = true;
    List<StackPolicy> policies = new ArrayList<>();
    for (String file : files) {
      StackPolicy policy = policy(file);
      policies.add(policy);
      Lint lint = policy.lint();
      sound &= lint.isSound();
      if (json) {
        out.println(lint.toJson().with("policy", new JsonString(policy.id())));
      } else {
        out.println(SafeText.of(file) + ":");
        lint.explain(language.locale()).lines().forEach(line -> out.println("  " + line));
      }
    }
    Lint together = new Lint(PolicySet.of(policies).lint(offered), List.of());
    if (json && !together.findings().isEmpty()) {
      out.println(together.toJson());
    } else {
      out.print(together.explain(language.locale()));
    }
    out.flush();
    return sound && together.isSound() ? ExitStatus.OK : ExitStatus.NO;
  }

  static StackPolicy policy(String file) {
    try {
      return StackPolicy.parse(new Input(file).bytes());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + " is no stack policy: " + e.getMessage());
    }
  }
}
