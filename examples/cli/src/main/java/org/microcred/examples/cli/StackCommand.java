package org.microcred.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Profile;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.Catalogue;
import org.microcred.stacking.Decision;
import org.microcred.stacking.Plan;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;
import org.microcred.verify.StackAward;
import org.microcred.verify.StackReport;
import org.microcred.verify.StackRequest;
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

  @Mixin WalletFiles wallet = new WalletFiles();

  @Option(
      names = "--plan",
      description = "print what would complete the award instead, from a catalogue if there is one")
  boolean plan;

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "with --plan: what is on offer and what it costs, for the cheapest plan")
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

  @Option(
      names = "--learner",
      paramLabel = "ID",
      description = "of tables, only the rows of this learner")
  @Nullable String learner;

  @Option(
      names = "--started",
      paramLabel = "DATE",
      description = "the day on which the learner started; today unless given")
  @Nullable LocalDate started;

  @Mixin Language language = new Language();

  @Mixin SurroundingFiles files = new SurroundingFiles();

  @Option(names = "--json", description = "print one line of JSON")
  boolean json;

  @Option(
      names = "--unverified",
      description = "take the credentials at their word, signed or not: for analyses and trials")
  boolean unverified;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "a value for a parameter of the policy; may be repeated")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "write the decision record, to be kept for audits")
  @Nullable Path record;

  @Option(
      names = "--award",
      paramLabel = "FILE",
      description = "write the badge of an award that is earned, to be signed with issue")
  @Nullable Path award;

  @Option(names = "--issuer", paramLabel = "ID", description = "who issues the award")
  @Nullable String issuer;

  @Option(names = "--issuer-name", paramLabel = "NAME", description = "the name of the issuer")
  @Nullable String issuerName;

  @Mixin VerifierOptions options = new VerifierOptions();

  @Override
  public Integer call() {
    if (policy.isEmpty() || wallet.isEmpty()) {
      throw Refusal.usage("name the policy with --policy FILE and the credentials with --wallet");
    }
    if (unverified && (record != null || award != null || !files.earlier.isEmpty())) {
      throw Refusal.usage(
          "--record, --award and --earlier are about credentials that are verified; leave out"
              + " --unverified");
    }
    if (!catalogue.isEmpty() && !plan) {
      throw Refusal.usage("--catalogue goes with --plan");
    }
    if (award != null && (issuer == null || issuerName == null || options.subjects.isEmpty())) {
      throw Refusal.usage("--award needs --issuer ID, --issuer-name NAME and --subject ID");
    }
    PrintWriter out = spec.commandLine().getOut();
    Locale locale = language.locale();
    StackPolicy rules = LintCommand.policy(policy);
    Optional<StackReport> report = unverified ? Optional.empty() : Optional.of(verified(rules));
    StackCase stackCase = report.map(StackReport::stackCase).orElseGet(this::taken);
    Decision decision =
        report.map(StackReport::decision).orElseGet(() -> decide(() -> rules.decide(stackCase)));
    report.ifPresent(this::keep);
    if (!catalogue.isEmpty()) {
      Plan cheapest = rules.plan(stackCase, catalogue());
      out.println(json ? cheapest.toJson() : cheapest.explain(locale));
    } else if (plan) {
      out.println(json ? missing(decision) : decision.explainMissing(locale));
    } else if (picture.isPresent()) {
      out.print(picture.get() == Picture.SVG ? decision.toSvg() : decision.toMermaid());
      out.flush();
    } else if (json) {
      out.println(report.map(StackReport::toJson).orElseGet(() -> Json.write(decision.toJson())));
    } else {
      out.println(report.map(r -> r.explain(locale)).orElseGet(() -> decision.explain(locale)));
    }
    return switch (decision.outcome()) {
      case EARNED -> ExitStatus.OK;
      case NOT_EARNED -> ExitStatus.NO;
      case UNDETERMINED, BUDGET_EXCEEDED -> ExitStatus.UNKNOWN;
    };
  }

  /** Of a decision, what is missing. */
  private static JsonObject missing(Decision decision) {
    JsonObject all = decision.toJson();
    JsonObject.Builder some = JsonObject.builder();
    for (String name : List.of("policy", "at", "outcome", "unknown", "impossible", "missing")) {
      all.get(name).ifPresent(value -> some.put(name, value));
    }
    return some.build();
  }

  private Catalogue catalogue() {
    try {
      return Catalogue.parse(new Input(catalogue).bytes());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(catalogue) + " is no catalogue: " + e.getMessage());
    }
  }

  private StackReport verified(StackPolicy rules) {
    StackRequest request =
        StackRequest.of(rules, options.person(), wallet.credentials())
            .withParameters(parameters)
            .withFrameworks(files.frameworks())
            .withEarlier(files.earlier());
    StackRequest dated = started == null ? request : request.withStarted(started);
    return decide(() -> options.verifier().verifyStack(dated));
  }

  /** The record, and the award when it is earned. */
  private void keep(StackReport report) {
    if (record != null) {
      Output.write(record, report.record().toBytes());
    }
    Optional<StackAward> earned = report.award();
    if (award != null && earned.isPresent()) {
      Profile by = Profile.of(Objects.requireNonNull(issuer), Objects.requireNonNull(issuerName));
      try {
        Output.write(award, Json.writeBytes(earned.get().toCredential(by).json()));
      } catch (IllegalArgumentException e) {
        throw Refusal.usage("--issuer: " + SafeText.of(String.valueOf(e.getMessage())));
      }
    }
  }

  /** What the policy cannot do without is asked for on the command line. */
  private static <T> T decide(Supplier<T> question) {
    try {
      return question.get();
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--param: " + SafeText.of(String.valueOf(e.getMessage())));
    }
  }

  private StackCase taken() {
    StackCase.Builder builder = StackCase.builder(options.clock().instant());
    parameters.forEach(builder::parameter);
    wallet.files().forEach(file -> UnverifiedHoldings.of(file, learner).forEach(builder::holding));
    if (started != null) {
      builder.started(started);
    }
    files.frameworks().forEach(builder::framework);
    return builder.build();
  }
}
