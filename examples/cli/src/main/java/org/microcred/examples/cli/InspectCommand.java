package org.microcred.examples.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Secured;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a credential or presentation says, believed or not. */
@Command(
    name = "inspect",
    description = "Show what a credential or presentation claims, without verifying anything.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      arity = "1",
      paramLabel = "FILE",
      description = "a credential or presentation; - is standard input")
  String file = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Inspection inspection =
          Inspection.open(
              Secured.sniff(new Input(file).bytes(), Limits.defaults()),
              InspectionSettings.defaults());
      out.println("unverified claims in the form " + SafeText.of(inspection.form()));
      for (Proof proof : inspection.proofs()) {
        out.println(
            "proof "
                + SafeText.of(proof.format())
                + proof.verificationMethod().map(id -> " by " + SafeText.of(id)).orElse("")
                + proof.created().map(at -> ", made " + at).orElse(""));
      }
      out.println(Output.harmless(Json.writePretty(inspection.unverifiedDocument())));
      return ExitStatus.OK;
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + " cannot be read: " + e.getMessage());
    }
  }
}
