package org.microcred.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A modular program verifies with the library's jars on the module path, as README says. */
@Timeout(120)
class ModulePathTest {
  private static final String PROGRAM =
      """
      package consumer;

      import java.nio.file.Files;
      import java.nio.file.Path;
      import org.microcred.crypto.SecuredCredential;
      import org.microcred.verify.CredentialVerifier;
      import org.microcred.verify.TrustPolicy;

      public final class Main {
        public static void main(String[] args) throws Exception {
          var verifier = CredentialVerifier.builder(TrustPolicy.anyone()).build();
          var credential = SecuredCredential.of(Files.readAllBytes(Path.of(args[0])));
          System.out.println(verifier.verify(credential).outcome() + " in " + Main.class.getModule());
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aModularProgramVerifies() throws Exception {
    String modules = modulePath();
    Path source = folder.resolve("Main.java");
    Path description = folder.resolve("module-info.java");
    Path classes = folder.resolve("classes");
    Files.writeString(source, PROGRAM);
    Files.writeString(
        description,
        "module consumer { requires org.microcred.crypto; requires org.microcred.verify; }");
    run(
        "javac",
        "-p",
        modules,
        "-d",
        classes.toString(),
        description.toString(),
        source.toString());
    String said =
        run(
            "java",
            "-p",
            modules + File.pathSeparator + classes,
            "--add-modules",
            "ALL-MODULE-PATH",
            "-m",
            "consumer/consumer.Main",
            "src/main/resources/published/verified.json");
    assertThat(said).contains("VERIFIED in module consumer");
  }

  /** What this test runs with, without what only tests need. */
  private static String modulePath() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> jars =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(classPath)
            .filter(entry -> entry.endsWith(".jar") && !entry.contains("-tests"))
            .filter(
                jar -> !jar.matches(".*(junit|assertj|opentest4j|jqwik|apiguardian|byte-buddy).*"))
            .toList();
    assumeTrue(
        jars.stream().filter(jar -> jar.contains("microcred-")).count() == 4,
        "the library is not packaged in this build");
    return jars.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static String run(String tool, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
