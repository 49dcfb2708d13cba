package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;

/** From a wallet to a record, an award and its audit, on the command line alone. */
class AuditCommandTest {
  private static final String BADGE =
      """
      {"@context": ["https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
       "id": "urn:uuid:8e1a5b5e-44cf-4ab5-8f7a-6f5f3bcd1c01",
       "type": ["VerifiableCredential", "OpenBadgeCredential"],
       "issuer": {"id": "ISSUER", "type": ["Profile"], "name": "Example University"},
       "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2026-12-31T00:00:00Z",
       "name": "Python 101",
       "credentialSubject": {"id": "did:example:learner", "type": ["AchievementSubject"],
        "achievement": {"id": "https://uni.example/python-101", "type": ["Achievement"],
         "name": "Python 101", "description": "Reads and writes small programs.",
         "criteria": {"narrative": "An assessed project."}}}}
      """;

  private static final String POLICY =
      """
      {"id": "https://uni.example/stacks/python", "version": "1",
       "award": {"id": "https://uni.example/python", "type": ["Achievement"], "name": "Python",
                 "description": "Python.", "criteria": {"narrative": "Badges."}},
       "parameters": {"badges": {"type": "number"}},
       "rule": {"id": "some",
                "count": {"from": {"achievement": "https://uni.example/python-101"}},
                "atLeast": {"param": "badges"}}}
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String issuer = "";

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int status = Microcred.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(err.toString()).doesNotContain("\tat ");
    return status;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void issue(String unsigned, String signed) {
    assertThat(
            run(
                "issue",
                "--key",
                path("key.json"),
                "--format",
                "eddsa-rdfc-2022",
                "--out",
                path(signed),
                path(unsigned)))
        .as(err.toString())
        .isEqualTo(ExitStatus.OK);
  }

  private int stack(String... more) {
    return run(
        arguments(
            List.of(
                "stack",
                "--policy",
                path("policy.json"),
                "--wallet",
                path("python.json"),
                "--trust-anyone",
                "--subject",
                "did:example:learner",
                "--at",
                "2026-06-01"),
            more));
  }

  private int audit(String record, String at, String... more) {
    return run(
        arguments(
            List.of(
                "audit",
                "--policy",
                path("policy.json"),
                "--record",
                record,
                "--wallet",
                path("python.json"),
                "--trust-anyone",
                "--subject",
                "did:example:learner",
                "--at",
                at,
                path("award.json")),
            more));
  }

  private static String[] arguments(List<String> all, String... more) {
    List<String> arguments = new ArrayList<>(all);
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private void awarded() throws IOException {
    assertThat(run("keygen", "--out", path("key.json"))).isEqualTo(ExitStatus.OK);
    issuer = out.toString().strip();
    Files.writeString(folder.resolve("unsigned.json"), BADGE.replace("ISSUER", issuer));
    Files.writeString(folder.resolve("policy.json"), POLICY);
    issue("unsigned.json", "python.json");
    assertThat(
            stack(
                "--param",
                "badges=1",
                "--record",
                path("record.json"),
                "--award",
                path("unsigned-award.json"),
                "--issuer",
                issuer,
                "--issuer-name",
                "Example University"))
        .as(err.toString() + out)
        .isEqualTo(ExitStatus.OK);
    issue("unsigned-award.json", "award.json");
  }

  @Test
  void anAwardIsAuditedAgainstItsRecordAndComponents() throws Exception {
    awarded();
    assertThat(audit(path("record.json"), "2026-07-01"))
        .as(err.toString() + out)
        .isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("VERIFIED");
    assertThat(audit(path("record.json"), "2027-01-01", "--json")).isEqualTo(ExitStatus.NO);
    assertThat(Json.readObject(out.toString(), Limits.defaults()).string("outcome"))
        .contains("REJECTED");
    assertThat(out.toString()).contains("audit.component-expired");
    String altered = Files.readString(folder.resolve("record.json")).replace("ACTIVE", "REVOKED");
    Files.writeString(folder.resolve("altered.json"), altered);
    assertThat(audit(path("altered.json"), "2026-07-01")).isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("audit.record-digest");
    assertThat(
            run(
                "audit",
                "--policy",
                path("policy.json"),
                "--record",
                path("record.json"),
                "--trust-anyone",
                "--subject",
                "did:example:learner",
                "--at",
                "2026-07-01",
                path("award.json")))
        .isEqualTo(ExitStatus.UNKNOWN);
    assertThat(out.toString()).contains("audit.component-missing");
  }

  @Test
  void whatAnEarlierAwardUsedIsUsed() throws IOException {
    awarded();
    Files.writeString(
        folder.resolve("policy.json"),
        POLICY
            .replace("https://uni.example/stacks/python", "https://uni.example/stacks/more")
            .replace("https://uni.example/python\"", "https://uni.example/more\"")
            .replace(
                "\"parameters\"",
                "\"use\": {\"withAward\": [{\"award\": \"https://uni.example/python\","
                    + " \"atMost\": {\"count\": 0}}]}, \"parameters\""));
    assertThat(stack("--param", "badges=1")).as(err.toString() + out).isEqualTo(ExitStatus.OK);
    assertThat(stack("--param", "badges=1", "--earlier", path("record.json")))
        .as(err.toString() + out)
        .isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("ALREADY_USED");
    assertThat(stack("--param", "badges=1", "--earlier", path("policy.json")))
        .isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).contains("is no decision record");
  }

  @Test
  void whatIsNotEarnedIsRecordedAndNotAwarded() throws IOException {
    awarded();
    String[] more = {
      "--param",
      "badges=2",
      "--record",
      path("record-2.json"),
      "--award",
      path("award-2.json"),
      "--issuer",
      issuer,
      "--issuer-name",
      "Example University"
    };
    assertThat(stack(more)).isEqualTo(ExitStatus.NO);
    assertThat(folder.resolve("record-2.json")).exists();
    assertThat(folder.resolve("award-2.json")).doesNotExist();
  }

  @Test
  void saysWhatIsMissingOnTheCommandLine() throws IOException {
    awarded();
    assertThat(stack()).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("--param").contains("badges");
    assertThat(stack("--param", "badges=1", "--award", path("x.json"))).isEqualTo(ExitStatus.USAGE);
    assertThat(stack("--param", "badges=1", "--unverified", "--record", path("x.json")))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(stack("--param", "badges=1", "--record", path("record.json")))
        .isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(
            stack(
                "--param",
                "badges=1",
                "--award",
                path("x.json"),
                "--issuer",
                "no URI",
                "--issuer-name",
                "X"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(run("audit", path("award.json"))).isEqualTo(ExitStatus.USAGE);
  }
}
