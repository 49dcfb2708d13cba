package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonString;

/** The command line as a contract: exit status, one line a problem, never a stack trace. */
class MicrocredTest {
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
         "criteria": {"narrative": "An assessed project."}, "creditsAvailable": 5}}}
      """;

  private static final String POLICY =
      """
      {"id": "https://uni.example/stacks/python", "version": "1",
       "award": {"id": "https://uni.example/python", "type": ["Achievement"], "name": "Python",
                 "description": "Python.", "criteria": {"narrative": "One badge."}},
       "rule": {"id": "one", "hold": {"achievement": "https://uni.example/python-101"}}}
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

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** A key, and a badge signed with it. */
  private String issued() throws IOException {
    assertThat(run("keygen", "--out", path("key.json"))).isEqualTo(ExitStatus.OK);
    String unsigned = file("unsigned.json", BADGE.replace("ISSUER", out.toString().strip()));
    assertThat(
            run(
                "issue",
                "--key",
                path("key.json"),
                "--format",
                "eddsa-rdfc-2022",
                "--out",
                path("signed.json"),
                unsigned))
        .as(err.toString())
        .isEqualTo(ExitStatus.OK);
    return path("signed.json");
  }

  @Test
  void showsPartsOfACredential() throws IOException {
    assertThat(run("keygen", "--algorithm", "ES256", "--out", path("key.json"))).isZero();
    String unsigned = file("unsigned.json", BADGE.replace("ISSUER", out.toString().strip()));
    String base = path("base.json");
    String key = path("key.json");
    assertThat(run("issue", "--key", key, "--format", "ecdsa-sd-2023", "--out", base, unsigned))
        .as(err.toString())
        .isEqualTo(ExitStatus.OK);
    assertThat(run("verify", "--trust-anyone", base)).isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("proof.underived");
    String shown = path("shown.json");
    assertThat(run("derive", "--pointers", "/credentialSubject", "--out", shown, base))
        .as(err.toString())
        .isEqualTo(ExitStatus.OK);
    assertThat(run("verify", "--trust-anyone", shown)).as(out.toString()).isEqualTo(ExitStatus.OK);
    assertThat(run("derive", "--pointers", "/nothing", base)).isEqualTo(ExitStatus.USAGE);
    assertThat(run("derive", "--pointers", "nothing", base)).isEqualTo(ExitStatus.USAGE);
    assertThat(run("derive", "--pointers", "/credentialSubject", shown)).isEqualTo(ExitStatus.NO);
  }

  @Test
  void writesAPageForPeople() throws IOException {
    String signed = issued();
    String page = path("report.html");
    assertThat(run("verify", "--trust-anyone", "--language", "de", "--html", page, signed))
        .isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).contains("BESTÄTIGT: urn:uuid:8e1a5b5e");
    assertThat(Files.readString(folder.resolve("report.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("lang=\"de\"", "<bdi>Python 101</bdi>");
    assertThat(run("verify", "--trust-anyone", "--html", page, signed))
        .as("what is there is not overwritten")
        .isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(run("verify", "--trust-anyone", "--html", path("2.html"), signed, signed))
        .isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void issuesAndVerifies() throws Exception {
    String signed = issued();
    assertThat(run("verify", "--trust-anyone", signed)).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).contains("VERIFIED: urn:uuid:8e1a5b5e");
    assertThat(run("verify", "--json", "--trust-anyone", signed, signed)).isEqualTo(ExitStatus.OK);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(
            Json.readObject(
                    lines.get(0).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Limits.defaults())
                .get("file"))
        .contains(new JsonString(signed));
  }

  @Test
  void bytesGoIntoAFileOnly() throws IOException {
    issued();
    String[] issue = {
      "issue", "--key", path("key.json"), "--format", "vc-cose", path("unsigned.json")
    };
    assertThat(run(issue)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("--out");
    String[] toFile = Arrays.copyOf(issue, issue.length + 2);
    toFile[issue.length] = "--out";
    toFile[issue.length + 1] = path("signed.cose");
    assertThat(run(toFile)).as(err.toString()).isEqualTo(ExitStatus.OK);
    assertThat(run("verify", "--trust-anyone", path("signed.cose"))).isEqualTo(ExitStatus.OK);
  }

  @Test
  void givesTheWorstVerdictAsExitStatus() throws IOException {
    String signed = issued();
    String junk = file("junk", "%PDF-1.7");
    String deep = file("deep", "{\"a\":".repeat(100));
    assertThat(run("verify", "--trust-anyone", signed, deep)).isEqualTo(ExitStatus.UNKNOWN);
    assertThat(run("verify", "--trust-anyone", signed, deep, junk)).isEqualTo(ExitStatus.NO);
    assertThat(run("verify", "--trust-anyone", path("nothing"))).isEqualTo(ExitStatus.NO_INPUT);
    assertThat(err.toString()).startsWith("microcred: cannot read ").hasLineCount(1);
  }

  @Test
  void believesWhomTheTrustFileNames() throws IOException {
    String signed = issued();
    String id =
        Files.readString(Path.of(signed))
            .replaceAll("(?s).*\"id\":\\s*\"(did:key:[^\"#]+)\".*", "$1");
    assertThat(run("verify", "--trust", file("trust", "# ours\n" + id + "\n"), signed))
        .as(out.toString())
        .isEqualTo(ExitStatus.OK);
    assertThat(run("verify", "--trust", file("trust2", "did:example:other"), signed))
        .isEqualTo(ExitStatus.NO);
    String registry = "{\"registry\": {\"" + id + "\": {\"name\": \"Ours\"}}}";
    assertThat(run("verify", "--trust", file("registry", registry), signed))
        .isEqualTo(ExitStatus.OK);
    assertThat(run("verify", "--trust", file("registry2", "{\"registry\": {}}"), signed))
        .isEqualTo(ExitStatus.NO);
    assertThat(run("verify", "--trust", file("registry3", "{\"issuers\": []}"), signed))
        .isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void refusesBadUsageInOneLine() throws IOException {
    String signed = issued();
    for (String[] args :
        List.of(
            new String[] {},
            new String[] {"verify"},
            new String[] {"verify", signed},
            new String[] {"verify", "--trust-anyone", "--at", "never", signed},
            new String[] {"verify", "--trust-anyone", "--advisory", "key", signed},
            new String[] {"verify", "--trust-anyone", "--recipient", "a", signed},
            new String[] {"verify", "--trust-anyone", "--online", "--documents", "x", "y"},
            new String[] {"keygen", "--algorithm", "HS256"},
            new String[] {"issue", "--key", path("key.json"), "--format", "pgp", signed},
            new String[] {"stack", "--policy", signed})) {
      assertThat(run(args)).as(String.join(" ", args)).isEqualTo(ExitStatus.USAGE);
      assertThat(err.toString()).startsWith("microcred: ").hasLineCount(1);
    }
  }

  @Test
  void doesNotReplaceFiles() throws IOException {
    issued();
    assertThat(run("keygen", "--out", path("key.json"))).isEqualTo(ExitStatus.NO_OUTPUT);
  }

  @Test
  void decidesAStack() throws IOException {
    String signed = issued();
    String policy = file("policy.json", POLICY);
    assertThat(
            run(
                "stack",
                "--policy",
                policy,
                "--wallet",
                signed,
                "--subject",
                "did:example:learner",
                "--trust-anyone"))
        .as(out + err.toString())
        .isEqualTo(ExitStatus.OK);
    assertThat(
            run(
                "stack",
                "--policy",
                policy,
                "--wallet",
                signed,
                "--subject",
                "did:example:else",
                "--trust-anyone",
                "--json"))
        .isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("UNVERIFIED").hasLineCount(1);
    assertThat(run("stack", "--policy", policy, "--wallet", path("unsigned.json"), "--unverified"))
        .isEqualTo(ExitStatus.OK);
    assertThat(run("stack", "--policy", policy, "--wallet", signed, "--trust-anyone"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(run("stack", "--policy", signed, "--wallet", signed, "--unverified"))
        .isEqualTo(ExitStatus.NO);
  }

  @Test
  void plansFromACatalogue() throws IOException {
    String signed = issued();
    String policy =
        file(
            "policy.json",
            POLICY.replace(
                "{\"id\": \"one\", \"hold\": {\"achievement\":"
                    + " \"https://uni.example/python-101\"}}",
                "{\"id\": \"two\", \"count\": {}, \"atLeast\": 2}"));
    String catalogue =
        file(
            "catalogue.json",
            "{\"unit\": \"hour\", \"items\": [{\"id\": \"urn:java\", \"achievement\": \"java\","
                + " \"costs\": {\"hour\": 30}}]}");
    assertThat(
            run(
                "stack",
                "--policy",
                policy,
                "--plan",
                "--catalogue",
                catalogue,
                "--trust-anyone",
                "--subject",
                "did:example:learner",
                "--wallet",
                signed))
        .as(out + err.toString())
        .isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("Cheapest plan, 30 hour:\n  1. urn:java: 30 hour, for two");
    assertThat(
            run(
                "stack",
                "--policy",
                policy,
                "--plan",
                "--catalogue",
                policy,
                "--unverified",
                "--wallet",
                signed))
        .isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).contains("is no catalogue");
    String[] withoutPlan = {
      "stack", "--policy", policy, "--catalogue", catalogue, "--unverified", "--wallet", signed
    };
    assertThat(run(withoutPlan)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("--catalogue goes with --plan");
  }

  @Test
  void drawsADecision() throws IOException {
    issued();
    String policy = file("policy.json", POLICY);
    String[] stack = {
      "stack",
      "--policy",
      policy,
      "--wallet",
      path("unsigned.json"),
      "--unverified",
      "--picture",
      ""
    };
    stack[7] = "svg";
    assertThat(run(stack)).as(err.toString()).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("<svg ").endsWith("</svg>\n");
    stack[7] = "mermaid";
    assertThat(run(stack)).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("flowchart LR\n").contains("Python 101");
    stack[7] = "jpeg";
    assertThat(run(stack)).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void looksAtPolicies() throws IOException {
    String policy = file("policy.json", POLICY);
    assertThat(run("stack", "lint", policy, "--offered", "https://uni.example/java-101"))
        .as(out + err.toString())
        .isEqualTo(ExitStatus.OK);
    assertThat(out.toString())
        .contains("advice: one: few credentials can earn the award (1)")
        .contains("one: counting")
        .contains("https://uni.example/java-101: no policy of the set asks for it");
    String never =
        file(
            "never.json",
            POLICY.replace(
                "python-101\"}",
                "python-101\", \"issuer\": \"x\"," + " \"not\": {\"issuer\": \"x\"}}"));
    assertThat(run("stack", "lint", "--json", never)).isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("\"UNSATISFIABLE\"").hasLineCount(1);
    assertThat(run("stack", "lint", file("junk", "junk"))).isEqualTo(ExitStatus.NO);
    assertThat(run("stack", "lint")).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void inspectsWithoutBelieving() throws IOException {
    assertThat(run("inspect", issued())).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("unverified claims").contains("Python 101");
    assertThat(run("inspect", file("junk", "junk"))).isEqualTo(ExitStatus.NO);
  }

  @Test
  void bakesAndTakesOutAgain() throws IOException {
    String signed = issued();
    String picture = file("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
    String baked = path("baked.svg");
    assertThat(run("bake", picture, signed, "--out", baked)).isEqualTo(ExitStatus.OK);
    assertThat(run("verify", "--trust-anyone", baked)).as(out.toString()).isEqualTo(ExitStatus.OK);
    assertThat(run("unbake", baked, "--out", path("again.json"))).isEqualTo(ExitStatus.OK);
    assertThat(Path.of(path("again.json"))).hasSameBinaryContentAs(Path.of(signed));
    assertThat(err.toString()).contains("script").hasLineCount(1);
    assertThat(run("unbake", baked)).isEqualTo(ExitStatus.OK);
    assertThat(out.toString().strip()).isEqualTo(Files.readString(Path.of(signed)).strip());
    assertThat(run("inspect", baked)).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).contains("svg+json+eddsa-rdfc-2022");
  }

  @Test
  void saysWhyAPictureCannotBeBakedOrRead() throws IOException {
    String signed = issued();
    String picture = file("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'> </svg>");
    assertThat(run("unbake", picture)).isEqualTo(ExitStatus.NO);
    assertThat(run("unbake", signed)).isEqualTo(ExitStatus.NO);
    assertThat(run("bake", signed, signed, "--out", path("x"))).isEqualTo(ExitStatus.NO);
    assertThat(run("bake", picture, picture, "--out", path("x"))).isEqualTo(ExitStatus.NO);
    assertThat(err.toString()).startsWith("microcred: ").hasLineCount(1);
    assertThat(run("bake", picture, signed, "--out", picture)).isEqualTo(ExitStatus.NO_OUTPUT);
    assertThat(run("bake", picture, signed)).isEqualTo(ExitStatus.USAGE);
    assertThat(run("unbake", path("nothing"))).isEqualTo(ExitStatus.NO_INPUT);
  }
}
