package org.microcred.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Reading;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Catalogue;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Plan;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;
import org.microcred.verify.Recipient;
import org.microcred.verify.StackReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides whether a wallet earns an award. */
@Command(
    name = "stack",
    description =
        "Decide whether credentials earn an award. Exit status: 0 earned, 1 not earned, 2 not"
            + " found out.",
    subcommands = LintCommand.class,
    mixinStandardHelpOptions = true)
final class StackCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--policy", paramLabel = "FILE", description = "the stack policy")
  String policy = "";

  @Option(
      names = "--wallet",
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = "credentials; a folder stands for the files in it")
  List<String> wallet = new ArrayList<>();

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "what is on offer: print the cheapest plan to complete the award instead")
  String catalogue = "";

  /** In which form a decision is drawn. */
  enum Picture {
    SVG,
    MERMAID
  }

  @Option(
      names = "--picture",
      paramLabel = "FORM",
      description = "draw the decision instead: svg or mermaid")
  Optional<Picture> picture = Optional.empty();

  @Option(names = "--json", description = "print one line of JSON")
  boolean json;

  @Option(
      names = "--unverified",
      description = "take the credentials at their word, signed or not: for analyses and trials")
  boolean unverified;

  @Mixin VerifierOptions options = new VerifierOptions();

  @Override
  public Integer call() {
    if (policy.isEmpty() || wallet.isEmpty()) {
      throw Refusal.usage("name the policy with --policy FILE and the credentials with --wallet");
    }
    PrintWriter out = spec.commandLine().getOut();
    StackPolicy rules = LintCommand.policy(policy);
    Decision decision;
    if (!catalogue.isEmpty()) {
      StackCase stackCase = unverified ? taken() : verified(rules).stackCase();
      Plan plan = rules.plan(stackCase, catalogue());
      decision = plan.today();
      out.println(json ? plan.toJson() : plan.explain());
    } else if (picture.isPresent()) {
      decision = unverified ? rules.decide(taken()) : verified(rules).decision();
      out.print(picture.get() == Picture.SVG ? decision.toSvg() : decision.toMermaid());
      out.flush();
    } else if (unverified) {
      decision = rules.decide(taken());
      out.println(json ? decision.toJson() : decision.explain());
    } else {
      StackReport report = verified(rules);
      decision = report.decision();
      out.println(json ? report.toJson() : report.explain());
    }
    return switch (decision.outcome()) {
      case EARNED -> ExitStatus.OK;
      case NOT_EARNED -> ExitStatus.NO;
      case UNDETERMINED, BUDGET_EXCEEDED -> ExitStatus.UNKNOWN;
    };
  }

  private Catalogue catalogue() {
    try {
      return Catalogue.parse(new Input(catalogue).bytes());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(catalogue) + " is no catalogue: " + e.getMessage());
    }
  }

  private StackReport verified(StackPolicy rules) {
    Recipient person =
        options
            .recipient()
            .orElseThrow(
                () -> Refusal.usage("name the person with --subject ID or --recipient TYPE:VALUE"));
    List<SecuredCredential> credentials =
        files().map(file -> SecuredCredential.of(new Input(file).bytes())).toList();
    return options.verifier().verifyStack(rules, person, credentials);
  }

  private StackCase taken() {
    StackCase.Builder builder = StackCase.builder(options.clock().instant());
    files().forEach(file -> holdings(file).forEach(builder::holding));
    return builder.build();
  }

  /** A file holds one credential, or an array of them. */
  private static List<Holding> holdings(String file) {
    try {
      JsonValue content = Json.read(new Input(file).bytes(), Limits.defaults());
      List<JsonValue> items = content instanceof JsonArray array ? array.items() : List.of(content);
      List<Holding> holdings = new ArrayList<>();
      for (JsonValue item : items) {
        holdings.add(holding(item));
      }
      return holdings;
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + ": " + e.getMessage());
    }
  }

  private static Holding holding(JsonValue item) throws InvalidDocumentException {
    if (!(item instanceof JsonObject object)) {
      throw InvalidDocumentException.of("json.type", JsonPointer.ROOT, "a credential is an object");
    }
    Reading reading = Credential.read(object);
    if (reading.credential().orElse(null) instanceof AchievementCredential badge) {
      return Holding.of(badge);
    }
    throw reading.findings().failures().isEmpty()
        ? InvalidDocumentException.of(
            "json.type",
            JsonPointer.ROOT,
            "the credential is no achievement, so no rule can use it")
        : new InvalidDocumentException(reading.findings().failures());
  }

  private Stream<String> files() {
    return wallet.stream()
        .flatMap(
            name -> {
              Path path = Path.of(name);
              return Files.isDirectory(path) ? inFolder(path) : Stream.of(name);
            });
  }

  private static Stream<String> inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(Path::toString).sorted().toList().stream();
    } catch (IOException e) {
      throw Input.unreadable(folder.toString(), e);
    }
  }
}
