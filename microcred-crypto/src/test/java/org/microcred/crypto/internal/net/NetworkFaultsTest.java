package org.microcred.crypto.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.crypto.internal.net.FaultyServer.HOST;
import static org.microcred.crypto.internal.net.FaultyServer.ok;
import static org.microcred.crypto.internal.net.FaultyServer.write;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.crypto.DocumentGoneException;
import org.microcred.crypto.HttpsPolicy;

/** What servers can do wrong or on purpose: each is told, within its bounds. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class NetworkFaultsTest {
  private static final FaultyServer SERVER = new FaultyServer(true);
  private static final Duration TIME = Duration.ofMillis(900);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String HEAD = "HTTP/1.1 200 OK\r\n";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static HttpsPolicy.Builder policy() {
    return HttpsPolicy.builder()
        .tls(FaultyServer.context())
        .allowPrivate(HOST)
        .exchangeTime(PATIENCE)
        .bodyBytes(10_000);
  }

  private static HttpsLoader loader(HttpsPolicy policy) {
    return new HttpsLoader(policy, host -> List.of(InetAddress.getLoopbackAddress()));
  }

  private static FaultyServer.Answer dripping(String start, String drip) {
    return (out, before) -> {
      write(out, start);
      while (true) {
        write(out, drip);
        Thread.sleep(100);
      }
    };
  }

  private static Arguments fault(String name, String answer, String reason, int tries) {
    return fault(name, (out, before) -> write(out, answer), reason, tries);
  }

  private static Arguments fault(
      String name, FaultyServer.Answer answer, String reason, int tries) {
    return Arguments.of(name, answer, reason, tries);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("not-found", "HTTP/1.1 404 Not Found\r\n\r\n", "status 404", 1),
        fault("gone", "HTTP/1.1 410 Gone\r\n\r\n", "status 410", 1),
        fault("forbidden", "HTTP/1.1 403 Forbidden\r\n\r\n", "status 403", 1),
        fault("nothing", "HTTP/1.1 204 No Content\r\n\r\n", "status 204", 1),
        fault("part", "HTTP/1.1 206 Partial Content\r\n\r\n{", "status 206", 1),
        fault("broken", "HTTP/1.1 500 Oops\r\n\r\n", "status 500", 3),
        fault("busy", "HTTP/1.1 503 Busy\r\n\r\n", "status 503", 3),
        fault("too-many", "HTTP/1.1 429 Too Many Requests\r\n\r\n", "status 429", 3),
        fault("hung", (out, before) -> Thread.sleep(5_000), "in time", 1),
        fault("slow-headers", dripping(HEAD, "X: y\r\n"), "in time", 1),
        fault("slow-line", dripping("HTTP/1.1 200 ", "O"), "in time", 1),
        fault("dripping-body", dripping(HEAD + "Content-Length: 9000\r\n\r\n", "x"), "in time", 1),
        fault("closed", (out, before) -> {}, "too early", 2),
        fault("cut-headers", HEAD + "Content-Le", "too early", 2),
        fault("cut-body", HEAD + "Content-Length: 100\r\n\r\n{", "too early", 2),
        fault("cut-chunk", HEAD + "Transfer-Encoding: chunked\r\n\r\nff\r\n{", "too early", 2),
        fault("bad-chunk", HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "chunk", 1),
        fault(
            "long-chunk",
            HEAD + "Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n",
            "chunk",
            1),
        fault("announced-huge", HEAD + "Content-Length: 99999999999\r\n\r\n", "10000 bytes", 1),
        fault("endless", flood(HEAD + "\r\n"), "10000 bytes", 1),
        fault(
            "endless-chunks",
            HEAD
                + "Transfer-Encoding: chunked\r\n\r\n"
                + "400\r\n".concat("x".repeat(1024)).concat("\r\n").repeat(20),
            "10000 bytes",
            1),
        fault("endless-headers", flood(HEAD + "X: "), "headers of more", 1),
        fault("endless-interim", "HTTP/1.1 100 Continue\r\n\r\n".repeat(50), "interim answer", 1),
        fault(
            "compressed",
            HEAD + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
            "compressed",
            1),
        fault(
            "two-lengths",
            HEAD + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
            "where the answer ends",
            1),
        fault(
            "length-and-chunks",
            HEAD + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "where the answer ends",
            1),
        fault("no-http", "SSH-2.0-OpenSSH_9.9\r\n\r\n", "status line", 1),
        fault("no-header", HEAD + "what is this\r\n\r\n", "header without", 1),
        fault(
            "page",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Sign in</p>",
            "page for people",
            1),
        fault("redirect-nowhere", "HTTP/1.1 302 Found\r\n\r\n", "redirected to", 1),
        fault(
            "redirect-loop",
            "HTTP/1.1 302 Found\r\nLocation: /redirect-loop\r\n\r\n",
            "3 redirects",
            4),
        fault(
            "redirect-to-http",
            "HTTP/1.1 302 Found\r\nLocation: http://badges.example/x\r\n\r\n",
            "no https URL",
            1),
        fault(
            "redirect-to-file",
            "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n",
            "no https URL",
            1),
        fault(
            "redirect-inside",
            "HTTP/1.1 307 Moved\r\nLocation: https://intranet.example/\r\n\r\n",
            "not a public one",
            1));
  }

  private static FaultyServer.Answer flood(String start) {
    return (out, before) -> {
      write(out, start);
      while (true) {
        write(out, "x".repeat(1024));
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isToldInTime(String name, FaultyServer.Answer answer, String reason, int tries) {
    SERVER.on("/" + name, answer);
    Duration time = reason.equals("in time") ? TIME : PATIENCE;
    long start = System.nanoTime();
    assertThatThrownBy(
            () -> loader(policy().exchangeTime(time).build()).load(SERVER.url("/" + name)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(time.plusSeconds(3));
    if (!reason.equals("in time")) {
      assertThat(SERVER.asked("/" + name)).isEqualTo(tries);
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    SERVER.on("/x", ok("{}"));
    HttpsPolicy strangers = HttpsPolicy.builder().allowPrivate(HOST).build();
    assertThatThrownBy(() -> loader(strangers).load(SERVER.url("/x"))).hasMessageContaining("TLS");
    assertThat(SERVER.asked("/x")).isZero();
  }

  @Test
  void aCertificateForAnotherHostIsRefused() {
    SERVER.on("/y", ok("{}"));
    URI other = URI.create(SERVER.url("/y").toString().replace(HOST, "other.example"));
    assertThatThrownBy(() -> loader(policy().allowPrivate("other.example").build()).load(other))
        .hasMessageContaining("TLS");
    assertThat(SERVER.asked("/y")).isZero();
  }

  @Test
  void aServerWithoutTlsIsRefused() {
    try (FaultyServer plain = new FaultyServer(false)) {
      plain.on("/x", ok("{}"));
      assertThatThrownBy(() -> loader(policy().build()).load(plain.url("/x")))
          .isInstanceOf(IOException.class);
      assertThat(plain.asked("/x")).isZero();
    }
  }

  @Test
  void aClosedPortIsTriedTwice() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(
            () -> loader(policy().build()).load(URI.create("https://" + HOST + ":" + port + "/")))
        .hasMessageContaining("no connection")
        .hasMessageContaining("(2 tries)");
  }

  @Test
  void anUnknownHostIsNotAskedForAgain() {
    HttpsLoader loader =
        new HttpsLoader(
            policy().build(),
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> loader.load(SERVER.url("/x")))
        .hasMessageContaining("nobody knows the host")
        .hasMessageContaining("(1 try)");
  }

  @Test
  void aNameServerThatHangsDoesNotHoldUpTheCall() {
    HttpsLoader loader =
        new HttpsLoader(
            policy().exchangeTime(TIME).build(),
            host -> {
              try {
                Thread.sleep(5_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            });
    long start = System.nanoTime();
    assertThatThrownBy(() -> loader.load(SERVER.url("/x"))).hasMessageContaining("in time");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME.plusSeconds(3));
  }

  @Test
  void whatWasWithdrawnIsToldApartFromWhatIsMissing() {
    SERVER.on("/withdrawn", "HTTP/1.1 410 Gone\r\n\r\n");
    SERVER.on("/missing", "HTTP/1.1 404 Not Found\r\n\r\n");
    HttpsLoader loader = loader(policy().build());
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> loader.load(SERVER.url("/withdrawn")))
          .isInstanceOf(DocumentGoneException.class);
      assertThatThrownBy(() -> loader.load(SERVER.url("/missing")))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(DocumentGoneException.class);
    }
    assertThat(SERVER.asked("/withdrawn")).isEqualTo(1);
  }

  @Test
  void aFailureIsRememberedForAMoment() {
    SERVER.on("/again", "HTTP/1.1 404 Not Found\r\n\r\n");
    HttpsLoader loader = loader(policy().build());
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> loader.load(SERVER.url("/again"))).hasMessageContaining("404");
    }
    assertThat(SERVER.asked("/again")).isEqualTo(1);
  }

  @Test
  void usersInUrlsAndOddPortsAreRefused() {
    for (String url :
        List.of("https://user@badges.example/", "https://badges.example:99999/", "https:///x")) {
      assertThatThrownBy(() -> loader(policy().build()).load(URI.create(url)))
          .isInstanceOf(IOException.class);
    }
  }
}
