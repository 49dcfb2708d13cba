package org.microcred.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.PresentationSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class VerifierServiceTest {
  private static final int MOST_BYTES = 200_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());
  private static final Signer LEARNER = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));

  private static final String BADGE =
      """
      {"@context": ["https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
       "id": "urn:uuid:8e1a5b5e-3a53-4c27-8f46-1f6a9bd0a001",
       "type": ["VerifiableCredential", "OpenBadgeCredential"],
       "name": "Python 101",
       "validFrom": "2026-01-01T00:00:00Z",
       "credentialSubject": {
         "id": "LEARNER", "type": ["AchievementSubject"],
         "identifier": [{"type": "IdentityObject", "hashed": false,
                         "identityHash": "a@learner.example", "identityType": "emailAddress"}],
         "achievement": {"id": "https://uni.example/python-101", "type": ["Achievement"],
           "name": "Python 101", "description": "Small programs.",
           "criteria": {"narrative": "A project."}}}}
      """
          .replace("LEARNER", LEARNER.controller());

  private static VerifierService service;

  @BeforeAll
  static void start() throws Exception {
    service = start("--trust-anyone", "--max-body", Integer.toString(MOST_BYTES));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static VerifierService start(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--port", "0"));
    return VerifierService.start(Options.parse(all.toArray(new String[0])), LOG::add);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(service.base() + path));
  }

  private static HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  private static JsonObject json(HttpResponse<String> response) throws InvalidDocumentException {
    return Json.readObject(response.body(), Limits.defaults());
  }

  private static void assertProblem(HttpResponse<String> response, int status) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonObject problem = json(response);
    assertThat(problem.string("title")).isPresent();
    assertThat(problem.string("detail")).isPresent();
    assertThat(Json.write(problem.get("status").orElseThrow())).isEqualTo("" + status);
  }

  /** A badge as this service issues it. */
  private static String issued(Suite suite, String options) throws Exception {
    HttpResponse<String> response =
        post(
            "/" + suite.path() + "/credentials/issue",
            "{\"credential\":" + BADGE + ",\"options\":" + options + "}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return Json.write(json(response).object("verifiableCredential").orElseThrow());
  }

  private static String issued() throws Exception {
    return issued(Suite.EDDSA_RDFC, "{}");
  }

  private static HttpResponse<String> verify(String credential) throws Exception {
    return post("/credentials/verify", "{\"verifiableCredential\":" + credential + "}");
  }

  @Nested
  class VcApi {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void issuesAndVerifiesInEverySuite(Suite suite) throws Exception {
      String credential = issued(suite, "{}");
      if (suite == Suite.ECDSA_SD) {
        HttpResponse<String> derived =
            post(
                IssueApi.DERIVE,
                "{\"verifiableCredential\":"
                    + credential
                    + ",\"options\":{\"selectivePointers\":[\"/credentialSubject\",\"/validFrom\"]}}");
        assertThat(derived.statusCode()).as(derived.body()).isEqualTo(201);
        assertThat(verify(credential).statusCode()).as("a base proof").isEqualTo(400);
        credential = Json.write(json(derived).object("verifiableCredential").orElseThrow());
      }
      HttpResponse<String> verified = verify(credential);
      assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
      assertThat(json(verified).object("report").orElseThrow().string("outcome"))
          .contains("VERIFIED");

      HttpResponse<String> changed = verify(flipped(credential));
      assertThat(changed.statusCode()).as(changed.body()).isEqualTo(400);
      assertThat(json(changed).list("problemDetails")).isNotEmpty();
    }

    private String flipped(String credential) {
      return credential.contains("Small programs.")
          ? credential.replace("Small programs.", "Large programs.")
          : credential.substring(0, credential.lastIndexOf('.') + 5)
              + (credential.charAt(credential.lastIndexOf('.') + 5) == 'A' ? 'B' : 'A')
              + credential.substring(credential.lastIndexOf('.') + 6);
    }

    @Test
    void wrapsATokenInAnEnvelope() throws Exception {
      JsonObject envelope = Json.readObject(issued(Suite.ENVELOPED, "{}"), Limits.defaults());
      assertThat(envelope.string("id").orElseThrow()).startsWith("data:application/vc+jwt,ey");
      assertThat(envelope.string("type")).contains("EnvelopedVerifiableCredential");
    }

    @Test
    void servesTheListOfWhatItIssued() throws Exception {
      JsonObject badge = Json.readObject(issued(Suite.BITSTRING, "{}"), Limits.defaults());
      JsonObject entry = badge.object("credentialStatus").orElseThrow();
      assertThat(entry.string("statusListCredential")).contains(service.base() + "/status/1");
      HttpResponse<String> list = send(to("/status/1").GET());
      assertThat(list.statusCode()).isEqualTo(200);
      assertThat(json(list).string("id")).contains(service.base() + "/status/1");
      assertThat(verify(list.body()).statusCode()).isEqualTo(200);
      assertProblem(send(to("/status/2").GET()), 404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsWhatIsMandatoryInEveryDerivation(boolean mandatory) throws Exception {
      String base =
          issued(Suite.ECDSA_SD, mandatory ? "{\"mandatoryPointers\":[\"/name\"]}" : "{}");
      HttpResponse<String> derived =
          post(
              IssueApi.DERIVE,
              "{\"verifiableCredential\":"
                  + base
                  + ",\"options\":{\"selectivePointers\":[\"/credentialSubject\"]}}");
      assertThat(derived.statusCode()).as(derived.body()).isEqualTo(201);
      JsonObject shown = json(derived).object("verifiableCredential").orElseThrow();
      assertThat(shown.has("name")).isEqualTo(mandatory);
    }

    @Test
    void verifiesPresentationsForTheirRequestAlone() throws Exception {
      SecuredCredential badge = SecuredCredential.of(issued());
      String shown =
          PresentationSigner.of(LEARNER, ProofFormat.EDDSA_JCS_2022)
              .sign(List.of(badge), "c0ffee", "https://employer.example")
              .toText()
              .orElseThrow();
      String start = "{\"verifiablePresentation\":" + shown;
      String options = ",\"options\":{\"challenge\":\"c0ffee\",\"domain\":\"%s\"}}";
      HttpResponse<String> verified =
          post("/presentations/verify", start + String.format(options, "https://employer.example"));
      assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
      assertThat(
              post("/presentations/verify", start + String.format(options, "https://x.example"))
                  .statusCode())
          .isEqualTo(400);
      assertProblem(post("/presentations/verify", start + "}"), 400);
    }

    @Test
    void signsInItsOwnNameOnly() throws Exception {
      JsonObject foreign =
          Json.readObject(BADGE, Limits.defaults())
              .with("issuer", new JsonString("did:web:uni.example"));
      assertProblem(
          post("/eddsa-rdfc-2022/credentials/issue", "{\"credential\":" + foreign + "}"), 400);
    }

    @Test
    void ignoresIssuerAndTrustInConformanceTestsAndSaysSo() throws Exception {
      try (VerifierService other = start("--trust-anyone", "--conformance")) {
        String unsigned =
            "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],"
                + "\"type\":[\"VerifiablePresentation\"],\"verifiableCredential\":["
                + issued()
                + "]}";
        HttpResponse<String> response =
            send(
                HttpRequest.newBuilder(URI.create(other.base() + "/presentations/verify"))
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString("{\"verifiablePresentation\":" + unsigned + "}")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json(response).string("mode").orElseThrow()).startsWith("conformance");
        assertThat(response.headers().firstValue("Microcred-Mode")).isPresent();
      }
    }
  }

  @Nested
  class ForPeople {
    @Test
    void hasAFormInTwoLanguages() throws Exception {
      assertThat(send(to("/").GET()).body()).contains("<h1>Verify a badge</h1>", "<label for=");
      assertThat(send(to("/").header("Accept-Language", "de-AT,de;q=0.9").GET()).body())
          .contains("lang=\"de\"", "Ein Badge prüfen");
      assertThat(send(to("/style.css").GET()).headers().firstValue("Content-Type"))
          .contains("text/css;charset=utf-8");
    }

    @Test
    void reportsOnAPastedBadge() throws Exception {
      HttpResponse<String> page =
          send(multipart("de", part("file", "", new byte[0]), part("credential", "", issued())));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'");
      assertThat(page.body()).contains("Bestätigt", "<bdi>Python 101</bdi>");
    }

    @Test
    void reportsOnAPictureThatIsUploaded() throws Exception {
      byte[] pixel =
          HexFormat.of()
              .parseHex(
                  "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
                      + "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082");
      byte[] baked = BadgeImage.read(pixel).bake(SecuredCredential.of(issued())).toBytes();
      HttpResponse<String> page =
          send(multipart("en", part("file", "; filename=\"a.png\"", baked)));
      assertThat(page.body()).contains("</span> Verified").contains("png+json");
      HttpResponse<String> raw =
          send(
              to("/verify")
                  .header("Content-Type", "image/png")
                  .header("Accept", "application/json")
                  .POST(BodyPublishers.ofByteArray(baked)));
      assertThat(json(raw).string("outcome")).contains("VERIFIED");
    }

    @Test
    void saysWhetherItIsAboutThePersonNamed() throws Exception {
      HttpResponse<String> theirs =
          send(
              multipart(
                  "en", part("credential", "", issued()), part("person", "", "a@learner.example")));
      assertThat(theirs.body()).contains("It is about the person named.");
      HttpResponse<String> other =
          send(
              multipart(
                  "en", part("credential", "", issued()), part("person", "", "b@learner.example")));
      assertThat(other.body()).contains("</span> Rejected", "What it claims (not confirmed)");
    }

    @Test
    void takesAFormWithoutFiles() throws Exception {
      HttpResponse<String> page =
          send(
              to("/verify")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Accept", "application/json")
                  .POST(BodyPublishers.ofString("credential=%7B%22a%22%3A+1%7D")));
      assertThat(json(page).string("outcome")).contains("REJECTED");
    }

    private byte[] part(String name, String more, String content) {
      return part(name, more, content.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] part(String name, String more, byte[] content) {
      byte[] head =
          ("--xYzZY\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8);
      byte[] all = Arrays.copyOf(head, head.length + content.length + 2);
      System.arraycopy(content, 0, all, head.length, content.length);
      all[all.length - 2] = '\r';
      all[all.length - 1] = '\n';
      return all;
    }

    private HttpRequest.Builder multipart(String language, byte[]... parts) {
      List<byte[]> all = new ArrayList<>(List.of(parts));
      all.add("--xYzZY--\r\n".getBytes(StandardCharsets.UTF_8));
      BodyPublisher body = BodyPublishers.ofByteArrays(all);
      return to("/verify")
          .header("Content-Type", "multipart/form-data; boundary=xYzZY")
          .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
          .header("Accept-Language", language)
          .POST(body);
    }
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "{}",
          "{\"credential\": 1}",
          "{\"credential\": {}}",
          "\u0000",
          "{\"credential\": {\"type\": \"VerifiableCredential\"}}"
        })
    void junk(String body) throws Exception {
      assertProblem(post("/eddsa-rdfc-2022/credentials/issue", body), 400);
      assertProblem(post("/credentials/verify", body), 400);
      assertProblem(post("/presentations/verify", body), 400);
      assertProblem(post(IssueApi.DERIVE, body), 400);
    }

    @Test
    void pointersThatAreNone() throws Exception {
      for (String pointers : List.of("[1]", "[\"x\"]", "[\"/nothing\"]")) {
        assertProblem(
            post(
                "/ecdsa-sd-2023/credentials/issue",
                "{\"credential\":"
                    + BADGE
                    + ",\"options\":{\"mandatoryPointers\":"
                    + pointers
                    + "}}"),
            400);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /verify, POST", "GET, /credentials/verify, POST", "PUT, /presentations/verify, POST",
      "GET, /eddsa-rdfc-2022/credentials/issue, POST", "POST, /, GET", "DELETE, /status/1, GET"
    })
    void aMethodThatAPathDoesNotTake(String method, String path, String allowed) throws Exception {
      HttpResponse<String> response = send(to(path).method(method, BodyPublishers.noBody()));
      assertProblem(response, 405);
      assertThat(response.headers().firstValue("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x", "/x/credentials/issue", "/status/x", "/..%2f", "/credentials"})
    void aPathThatIsNotThere(String path) throws Exception {
      assertProblem(post(path, "{}"), 404);
    }

    @Test
    void aMediaTypeThatAPathDoesNotTake() throws Exception {
      assertProblem(
          send(
              to("/credentials/verify")
                  .header("Content-Type", "text/plain")
                  .POST(BodyPublishers.ofString("{}"))),
          415);
      assertProblem(
          send(
              to("/verify").header("Content-Type", "video/mp4").POST(BodyPublishers.ofString("x"))),
          415);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "multipart/form-data", "multipart/form-data; boundary=",
          "multipart/form-data; boundary=a", "application/x-www-form-urlencoded"
        })
    void aFormThatIsNone(String type) throws Exception {
      for (String body :
          List.of("", "--a", "--a\r\n\r\n--a--", "credential=%zz", "--a\r\n--a\r\n")) {
        assertProblem(
            send(to("/verify").header("Content-Type", type).POST(BodyPublishers.ofString(body))),
            400);
      }
    }

    @Test
    void aBodyThatIsTooLarge() throws Exception {
      assertProblem(post("/credentials/verify", " ".repeat(MOST_BYTES + 1)), 413);
      assertThat(post("/credentials/verify", " ".repeat(MOST_BYTES)).statusCode()).isEqualTo(400);
    }

    @Test
    void toWaitForABodyThatDrips() throws Exception {
      URI base = URI.create(service.base());
      long start = System.nanoTime();
      try (Socket socket = new Socket(base.getHost(), base.getPort())) {
        socket.setSoTimeout(20_000);
        socket
            .getOutputStream()
            .write(
                "POST /verify HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
        int read;
        try {
          read = socket.getInputStream().read();
        } catch (IOException e) {
          read = -1;
        }
        assertThat(read).as("the connection ends without an answer").isEqualTo(-1);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void logsNothingThatIsPersonal() throws Exception {
    verify(issued());
    send(to("/a@learner.example?q=a@learner.example").GET());
    assertThat(LOG)
        .anyMatch(line -> line.matches("\\S+ POST /credentials/verify 200 \\d+ ms"))
        .anyMatch(line -> line.matches("\\S+ GET \\(other\\) 404 \\d+ ms"))
        .noneMatch(line -> line.contains("learner") || line.contains(LEARNER.controller()));
  }

  @Test
  void refusesACommandLineThatMakesNoSense() {
    for (List<String> words :
        List.of(
            List.<String>of(),
            List.of("--trust-anyone", "--port"),
            List.of("--trust-anyone", "--port", "x"),
            List.of("--trust-anyone", "--x"),
            List.of("--trust-anyone", "--address", "0.0.0.0"))) {
      assertThatThrownBy(() -> Options.parse(words.toArray(new String[0])))
          .isInstanceOf(Options.UsageException.class);
    }
  }
}
