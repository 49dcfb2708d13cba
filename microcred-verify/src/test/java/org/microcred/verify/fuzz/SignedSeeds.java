package org.microcred.verify.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.microcred.verify.EveryForm;

/** Writes the signed seeds of {@link FuzzTarget#VERIFY} anew, with keys that it forgets. */
public final class SignedSeeds {
  private SignedSeeds() {}

  /** One small credential of every form, and a further one where it has something special. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Set<String> families = new HashSet<>();
    for (EveryForm.Sample sample : EveryForm.samples()) {
      if (families.add(sample.family()) || sample.name().contains(" ")) {
        String name =
            (sample.family() + ' ' + sample.name())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        Files.write(folder.resolve("signed-" + name), sample.wire().toBytes());
      }
    }
  }
}
