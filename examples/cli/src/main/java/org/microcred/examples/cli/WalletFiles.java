package org.microcred.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.microcred.crypto.SecuredCredential;
import picocli.CommandLine.Option;

/** The credentials of one person, in files. */
final class WalletFiles {
  @Option(
      names = "--wallet",
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description =
          "credentials; a folder stands for the files in it. With --unverified also tables, .csv or"
              + " .ndjson, whose columns are named id, learner, achievement, credits and so on")
  List<String> wallet = new ArrayList<>();

  boolean isEmpty() {
    return wallet.isEmpty();
  }

  List<SecuredCredential> credentials() {
    return files().map(file -> SecuredCredential.of(new Input(file).bytes())).toList();
  }

  Stream<String> files() {
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
