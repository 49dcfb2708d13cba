package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process of its own with 64 MiB meets a status list that inflates to 1 GiB. */
@Tag("hostile")
@Timeout(90)
class SmallMemoryTest {
  /** What the process does. */
  public static final class Bombs {
    private Bombs() {}

    /** Verifies credentials whose list is a bomb, honest about its size or not. */
    public static void main(String[] args) {
      for (int size : new int[] {1 << 30, 16 << 20, StatusLists.BYTES}) {
        StatusLists lists = new StatusLists();
        String bomb = HostileStatusListsTest.encode(HostileStatusListsTest.bomb(1024, size));
        lists.publish(lists.list("revocation", bomb));
        VerificationReport report = lists.verify(StatusLists.entry("revocation", "7"));
        System.out.println(
            report.outcome() + " " + report.check(Check.Id.STATUS).problems().get(0).code());
      }
      System.out.println(Runtime.getRuntime().maxMemory() >> 20);
    }
  }

  @Test
  void aBombOfAGibibyteIsRefused() throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Xss512k",
                "-cp",
                classPath,
                Bombs.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(said.lines())
        .startsWith(
            "UNDETERMINED limit.status-list",
            "UNDETERMINED status.encoding",
            "UNDETERMINED status.encoding")
        .hasSize(4);
    assertThat(Integer.parseInt(said.lines().toList().get(3))).isLessThanOrEqualTo(64);
    assertThat(process.exitValue()).isZero();
  }
}
