package org.microcred.examples.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.Secured;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonString;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.PresentationRequest;
import org.microcred.verify.Recipient;
import org.microcred.verify.Report;
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
        "Verify credentials and presentations. Exit status: 0 all verified, 1 some rejected, 2 some undetermined.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--json", description = "print one JSON report a line")
  boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write the report as a page for people, too; for one document")
  @Nullable Path html;

  @Mixin Language language = new Language();

  @Mixin VerifierOptions options = new VerifierOptions();

  @Mixin PresentationOptions presentations = new PresentationOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files; - is standard input")
  List<String> files = new ArrayList<>();

  @Override
  public Integer call() {
    if (html != null && files.size() > 1) {
      throw Refusal.usage("--html: a page is about one document; give one FILE");
    }
    PrintWriter out = spec.commandLine().getOut();
    Locale locale = language.locale();
    CredentialVerifier verifier = options.verifier();
    Optional<PresentationRequest> request = presentations.request();
    boolean rejected = false;
    boolean undetermined = false;
    for (String file : files) {
      Report report = report(file, verifier, request);
      out.println(
          json ? withFile(file, report) : SafeText.of(file) + "\n" + report.explain(locale));
      if (html != null) {
        Output.write(html, report.toHtml(locale).getBytes(StandardCharsets.UTF_8));
      }
      rejected |= report.outcome() == VerificationReport.Outcome.REJECTED;
      undetermined |= report.outcome() == VerificationReport.Outcome.UNDETERMINED;
    }
    return rejected ? ExitStatus.NO : undetermined ? ExitStatus.UNKNOWN : ExitStatus.OK;
  }

  /**
   * Whoever was asked for a presentation must not get by with a bare credential, so with a request
   * every file is one. {@code --allow-replay} asks for nothing.
   */
  private Report report(
      String file, CredentialVerifier verifier, Optional<PresentationRequest> request) {
    byte[] content = new Input(file).bytes();
    Optional<Recipient> recipient = options.recipient();
    Secured secured = Secured.sniff(content, Limits.defaults());
    boolean isPresentation =
        secured instanceof SecuredPresentation
            || (request.isPresent() && !presentations.allowReplay)
            || (presentations.requireKeyBinding && secured.form() == Secured.Form.SD_JWT);
    if (isPresentation) {
      PresentationRequest asked =
          request.orElseThrow(
              () ->
                  Refusal.usage(
                      SafeText.of(file) + " is a presentation: " + PresentationOptions.HOW));
      return verifier.verifyPresentation(content, recipient.map(asked::about).orElse(asked));
    }
    SecuredCredential credential = SecuredCredential.of(content);
    return recipient.isPresent()
        ? verifier.verify(credential, recipient.get())
        : verifier.verify(credential);
  }

  /** The report with the file's name as its first member. */
  private static String withFile(String file, Report report) {
    return "{\"file\":" + new JsonString(file) + "," + report.toJson().substring(1);
  }
}
