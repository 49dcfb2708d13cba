package org.microcred.examples.kms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs that make keys. */
final class Tool {
  private Tool() {}

  /** Runs a program to its good end; what it prints goes to a file. */
  static void run(Path folder, String... command) throws IOException, InterruptedException {
    Path printed = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
  }

  /** Makes a key pair and a certificate of itself with the JDK's keytool. */
  static void keytool(Path folder, String alias, String pin, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-storepass",
                pin,
                "-dname",
                "CN=x"));
    command.addAll(Arrays.asList(more));
    run(folder, command.toArray(String[]::new));
  }
}
