package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A status list from its making to the verdict, by the command line alone. */
class StatusListCommandTest {
  private static final String URL = "https://uni.example/status/1";
  private static final Pattern INDEX =
      Pattern.compile("(?:\"statusListIndex\": \"|\"idx\": )(\\d+)");
  private static final String BADGE =
      """
      {"@context": ["https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
       "id": "urn:uuid:8e1a5b5e-44cf-4ab5-8f7a-6f5f3bcd1c01",
       "type": ["VerifiableCredential", "OpenBadgeCredential"],
       "issuer": {"id": "ISSUER", "type": ["Profile"], "name": "Example University"},
       "validFrom": "2026-01-01T00:00:00Z", "name": "Python 101",
       "credentialSubject": {"id": "did:example:learner", "type": ["AchievementSubject"],
        "achievement": {"id": "https://uni.example/python-101", "type": ["Achievement"],
         "name": "Python 101", "description": "Reads and writes small programs.",
         "criteria": {"narrative": "An assessed project."}}}}
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int status = Microcred.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(err.toString()).doesNotContain("\tat ");
    return status;
  }

  private void done(String... args) {
    assertThat(run(args)).as(err.toString()).isEqualTo(ExitStatus.OK);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private int verify() throws IOException {
    Files.deleteIfExists(folder.resolve("published"));
    done("status-list", "sign", "--key", path("key"), "--out", path("published"), path("list"));
    Files.writeString(folder.resolve("index.tsv"), "url\tfile\n" + URL + "\tpublished\n");
    return run("verify", "--trust-anyone", "--documents", folder.toString(), path("badge"));
  }

  @ParameterizedTest
  @CsvSource({
    "BitstringStatusList, eddsa-rdfc-2022",
    "StatusList2021, eddsa-rdfc-2022",
    "statuslist+jwt, vc-jwt"
  })
  void revokesABadge(String kind, String format) throws IOException {
    done("keygen", "--out", path("key"));
    Files.writeString(folder.resolve("plain"), BADGE.replace("ISSUER", out.toString().strip()));
    done("status-list", "create", "--url", URL, "--kind", kind, path("list"));
    done("status-list", "add", "--out", path("unsigned"), path("list"), path("plain"));
    Matcher index = INDEX.matcher(Files.readString(folder.resolve("unsigned")));
    assertThat(index.find()).isTrue();
    done(
        "issue",
        "--key",
        path("key"),
        "--format",
        format,
        "--out",
        path("badge"),
        path("unsigned"));
    assertThat(verify()).as(out.toString()).isEqualTo(ExitStatus.OK);
    done("status-list", "set", path("list"), index.group(1));
    assertThat(verify()).isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("status.revoked");
  }

  @Test
  void refusesInOneLine() throws IOException {
    assertThat(run("status-list", "create", "--url", URL, "--kind", "x", path("list")))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(run("status-list", "create", "--url", URL, "--entries", "7", path("list")))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(run("status-list", "set", path("list"), "1")).isEqualTo(ExitStatus.NO_INPUT);
    done("status-list", "create", "--url", URL, "--entries", "8", path("list"));
    assertThat(run("status-list", "create", "--url", URL, path("list")))
        .isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(run("status-list", "set", path("list"), "one")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("status-list", "set", path("list"), "1")).isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).contains("not given out").contains("nothing was changed");
    Files.writeString(folder.resolve("junk"), "junk");
    assertThat(run("status-list", "add", path("list"), path("junk"))).isEqualTo(ExitStatus.NO);
    assertThat(run("status-list", "set", path("junk"), "1")).isEqualTo(ExitStatus.NO);
    done("keygen", "--out", path("key"));
    assertThat(run("status-list", "sign", "--key", path("key"), "--days", "0", path("list")))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(run("status-list")).isEqualTo(ExitStatus.USAGE);
    assertThat(run("verify", "--trust-anyone", "--status-min-entries", "0", path("junk")))
        .isEqualTo(ExitStatus.USAGE);
  }
}
