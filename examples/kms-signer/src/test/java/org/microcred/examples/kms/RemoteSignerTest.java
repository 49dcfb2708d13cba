package org.microcred.examples.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.verify.VerificationReport;

/** A KMS that works, and one that hangs, drips, fails and lies. */
@Timeout(60)
class RemoteSignerTest {
  private static final KeyPair PAIR = KeyPairs.generate(SignatureAlgorithm.ES256);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  /** What the KMS does with a request. */
  private interface Behaviour {
    void answer(HttpExchange exchange, byte[] data) throws Exception;
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private Signer kms(Behaviour behaviour, Duration patience) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            behaviour.answer(exchange, exchange.getRequestBody().readAllBytes());
          } catch (IOException e) {
            throw e;
          } catch (Exception e) {
            throw new IOException(e);
          }
        });
    return signer(server.getAddress().getPort(), patience);
  }

  private static Signer signer(int port, Duration patience) {
    return new RemoteSigner(
        HttpClient.newHttpClient(),
        URI.create("http://localhost:" + port + "/sign"),
        PAIR.getPublic(),
        SignatureAlgorithm.ES256,
        KmsSigner.KEY,
        patience);
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static void assertFails(Signer signer, String message) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> KmsSigner.issue(signer, ProofFormat.VC_JWT))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @EnumSource(names = {"ECDSA_RDFC_2019", "ECDSA_JCS_2019", "VC_JWT", "OB_JWT", "VC_COSE"})
  void signsBadgesThatVerify(ProofFormat format) throws Exception {
    try (LoopbackKms kms = new LoopbackKms(SignatureAlgorithm.ES256)) {
      Signer signer = KmsSigner.remote(kms, Duration.ofSeconds(20));
      VerificationReport report = KmsSigner.verify(KmsSigner.issue(signer, format), signer);
      assertThat(report.outcome())
          .as(report.explain())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  @Test
  void theProgramPrintsTheReportAndTheDidDocument() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      KmsSigner.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("VERIFIED: ")
        .contains("\"kty\":\"EC\"")
        .doesNotContain("\"d\":");
  }

  @Test
  void hangs() {
    long start = System.nanoTime();
    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(
            () -> KmsSigner.issue(kms((exchange, data) -> end.await(), SHORT), ProofFormat.VC_JWT))
        .withMessageContaining("did not answer within PT0.3S");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void drips() {
    Behaviour dripping =
        (exchange, data) -> {
          exchange.sendResponseHeaders(200, 64);
          while (!end.await(20, TimeUnit.MILLISECONDS)) {
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
          }
        };
    assertFails(kms(dripping, SHORT), "did not answer within");
  }

  @Test
  void endsWhenTheCallerIsInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Signer signer =
        kms(
            (exchange, data) -> {
              asked.countDown();
              end.await();
            },
            Duration.ofSeconds(50));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    Thread caller =
        new Thread(
            () -> {
              try {
                KmsSigner.issue(signer, ProofFormat.VC_JWT);
              } catch (Exception e) {
                thrown.set(e);
              }
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    caller.join(20_000);
    assertThat(thrown.get()).isInstanceOf(InterruptedIOException.class);
    assertThat(flag).hasValue(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 429, 500, 503})
  void fails(int status) {
    assertFails(
        kms((exchange, data) -> respond(exchange, status, new byte[0]), Duration.ofSeconds(20)),
        "answered " + status);
  }

  @Test
  void isNotThere() {
    int port = server.getAddress().getPort();
    server.stop(0);
    assertFails(signer(port, Duration.ofSeconds(20)), "could not be reached");
  }

  @Test
  void signsWithAnotherKey() {
    Signer other =
        Signer.of(
            KeyPairs.generate(SignatureAlgorithm.ES256), SignatureAlgorithm.ES256, KmsSigner.KEY);
    assertFails(
        kms((exchange, data) -> respond(exchange, 200, other.sign(data)), Duration.ofSeconds(20)),
        "no signature by ES256");
  }

  @Test
  void signsSomethingElse() {
    Signer mine = Signer.of(PAIR, SignatureAlgorithm.ES256, KmsSigner.KEY);
    assertFails(
        kms(
            (exchange, data) -> respond(exchange, 200, mine.sign(new byte[] {1})),
            Duration.ofSeconds(20)),
        "no signature by ES256");
  }

  @Test
  void answersWithAPage() {
    byte[] page = "<html>maintenance</html>".getBytes(StandardCharsets.UTF_8);
    assertFails(
        kms((exchange, data) -> respond(exchange, 200, page), Duration.ofSeconds(20)), "24 bytes");
  }
}
