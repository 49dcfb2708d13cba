package org.microcred.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a credential into a picture. */
@Command(
    name = "bake",
    description = "Put a credential into a PNG or SVG picture, in place of the one that is there.",
    mixinStandardHelpOptions = true)
final class BakeCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the file for the picture with the credential")
  Path out = Path.of("");

  @Parameters(index = "0", paramLabel = "IMAGE", description = "the picture")
  String image = "";

  @Parameters(index = "1", paramLabel = "CREDENTIAL", description = "the signed credential")
  String credential = "";

  @Override
  public Integer call() {
    BadgeImage picture = UnbakeCommand.read(image);
    try {
      SecuredCredential badge = SecuredCredential.of(new Input(credential).bytes());
      Output.write(out, picture.bake(badge).toBytes());
      return ExitStatus.OK;
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(credential) + " cannot be baked: " + e.getMessage());
    }
  }
}
