package org.microcred.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the credential out of a picture, believed or not. */
@Command(
    name = "unbake",
    description = "Take the credential out of a PNG or SVG picture, without verifying anything.",
    mixinStandardHelpOptions = true)
final class UnbakeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the file for the credential, byte for byte; else it is printed")
  @Nullable Path out;

  @Parameters(arity = "1", paramLabel = "IMAGE", description = "the picture; - is standard input")
  String image = "";

  @Override
  public Integer call() {
    BadgeImage picture = read(image);
    SecuredCredential badge =
        picture
            .unbake()
            .orElseThrow(() -> Refusal.no(SafeText.of(image) + " holds no credential"))
            .content();
    for (Violation warning : picture.warnings()) {
      spec.commandLine().getErr().println("microcred: " + warning.message());
    }
    if (out == null) {
      spec.commandLine().getOut().println(Output.harmless(badge.toText().orElseThrow()));
    } else {
      Output.write(out, badge.toBytes());
    }
    return ExitStatus.OK;
  }

  static BadgeImage read(String file) {
    try {
      return BadgeImage.read(new Input(file).bytes());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + " cannot be read: " + e.getMessage());
    }
  }
}
