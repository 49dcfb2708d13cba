package org.microcred.crypto.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.microcred.crypto.internal.net.FaultyServer.HOST;
import static org.microcred.crypto.internal.net.FaultyServer.ok;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.HttpsPolicy;
import org.microcred.crypto.LoadedDocument;

/** What the network door does with servers that behave. */
class HttpsLoaderTest {
  private static final NameService LOOPBACK = host -> List.of(InetAddress.getLoopbackAddress());

  private final FaultyServer server = new FaultyServer(true);

  @AfterEach
  void stop() {
    server.close();
  }

  private static HttpsLoader loader() {
    return new HttpsLoader(
        HttpsPolicy.builder().tls(FaultyServer.context()).allowPrivate(HOST).build(), LOOPBACK);
  }

  private static String text(LoadedDocument document) {
    return new String(document.content(), StandardCharsets.UTF_8);
  }

  @Test
  void bringsADocument() throws IOException {
    server.on("/did.json?v=1", ok("{}"));
    LoadedDocument document = loader().load(server.url("/did.json?v=1")).orElseThrow();
    assertThat(text(document)).isEqualTo("{}");
    assertThat(document.url()).isEqualTo(server.url("/did.json?v=1"));
    assertThat(document.contentType()).contains("application/json");
    assertThat(document.source()).isEqualTo(LoadedDocument.Source.NETWORK);
    assertThat(document.age()).isZero();
  }

  @Test
  void readsAnswersInPiecesAndUntilTheEnd() throws IOException {
    server
        .on(
            "/chunked",
            """
            HTTP/1.1 200 OK
            Transfer-Encoding: chunked

            3;x=y
            {"a
            4
            ":1}
            0
            Trailer: x

            """
                .replace("\n", "\r\n"))
        .on("/close", "HTTP/1.0 200 OK\r\n\r\n{}")
        .on("/interim", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok("{}"));
    assertThat(text(loader().load(server.url("/chunked")).orElseThrow())).isEqualTo("{\"a\":1}");
    assertThat(text(loader().load(server.url("/close")).orElseThrow())).isEqualTo("{}");
    assertThat(text(loader().load(server.url("/interim")).orElseThrow())).isEqualTo("{}");
  }

  @Test
  void followsRedirectsAndSaysWhereItEnded() throws IOException {
    server
        .on("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n")
        .on("/b", "HTTP/1.1 308 Moved\r\nLocation: " + server.url("/c") + "\r\n\r\n")
        .on("/c", ok("{}"));
    assertThat(loader().load(server.url("/a")).orElseThrow().url()).isEqualTo(server.url("/c"));
  }

  @Test
  void sendsNothingThatTellsWhoAsks() throws Exception {
    StringBuilder seen = new StringBuilder();
    try (FaultyServer echo = new FaultyServer(true)) {
      echo.on("/x", ok("{}"));
      loader().load(echo.url("/x"));
      seen.append(echo.lastRequest());
    }
    assertThat(seen.toString().lines().map(line -> line.split(":")[0]).toList())
        .containsExactly(
            "GET /x HTTP/1.1", "Host", "Accept", "Accept-Encoding", "User-Agent", "Connection");
  }

  @Test
  void asksAgainWhenTheServerIsBusyOrTheConnectionBreaks() throws IOException {
    server
        .on(
            "/busy",
            (out, before) ->
                FaultyServer.write(
                    out, before < 2 ? "HTTP/1.1 503 Busy\r\n\r\n" : ok("{\"n\":" + before + "}")))
        .on(
            "/broken",
            (out, before) ->
                FaultyServer.write(
                    out,
                    before == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}" : ok("{}")));
    assertThat(text(loader().load(server.url("/busy")).orElseThrow())).isEqualTo("{\"n\":2}");
    assertThat(text(loader().load(server.url("/broken")).orElseThrow())).isEqualTo("{}");
    assertThat(server.asked("/busy")).isEqualTo(3);
    assertThat(server.asked("/broken")).isEqualTo(2);
  }

  @Test
  void keepsOnlyWhatProvedRight() throws IOException {
    server.on("/x", ok("{}"));
    HttpsLoader loader = loader();
    loader.load(server.url("/x"));
    LoadedDocument document = loader.load(server.url("/x")).orElseThrow();
    assertThat(server.asked("/x")).isEqualTo(2);
    loader.keep(server.url("/x"), document, Duration.ofMinutes(1));
    LoadedDocument kept = loader.load(server.url("/x")).orElseThrow();
    assertThat(server.asked("/x")).isEqualTo(2);
    assertThat(text(kept)).isEqualTo("{}");
    assertThat(kept.age()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-store", "max-age=0", "private, no-cache", "max-age=60, no-store"})
  void keepsNothingThatItsServerForbids(String control) throws IOException {
    server.on(
        "/x", ok("{}").replace("Content-Type", "Cache-Control: " + control + "\r\nContent-Type"));
    HttpsLoader loader = loader();
    LoadedDocument document = loader.load(server.url("/x")).orElseThrow();
    loader.keep(server.url("/x"), document, Duration.ofMinutes(1));
    loader.load(server.url("/x"));
    assertThat(server.asked("/x")).isEqualTo(2);
  }

  @Test
  void aSharedAnswerIsAskedForOnce() throws Exception {
    server.on(
        "/list",
        (out, before) -> {
          Thread.sleep(500);
          FaultyServer.write(out, ok("{}"));
        });
    HttpsLoader loader = loader();
    ExecutorService threads = Executors.newFixedThreadPool(200);
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      calls.add(() -> text(loader.load(server.url("/list")).orElseThrow()));
    }
    for (Future<String> answer : threads.invokeAll(calls)) {
      assertThat(answer.get()).isEqualTo("{}");
    }
    threads.shutdown();
    assertThat(server.asked("/list")).isEqualTo(1);
  }

  @Test
  void anInterruptEndsTheCallAtOnceAndStays() throws Exception {
    server.on("/hung", (out, before) -> Thread.sleep(20_000));
    HttpsLoader loader = loader();
    AtomicInteger seen = new AtomicInteger();
    Thread caller =
        new Thread(
            () -> {
              try {
                loader.load(server.url("/hung"));
              } catch (InterruptedIOException e) {
                seen.set(Thread.currentThread().isInterrupted() ? 1 : 2);
              } catch (IOException e) {
                seen.set(3);
              }
            });
    caller.start();
    Thread.sleep(300);
    caller.interrupt();
    caller.join(1_000);
    assertThat(seen.get()).isEqualTo(1);
  }

  @Test
  void leavesOtherSchemesToOtherLoaders() throws IOException {
    assertThat(loader().load(URI.create("urn:x:y"))).isEmpty();
    assertThat(loader().load(URI.create("did:web:uni.example"))).isEmpty();
    assertThatThrownBy(() -> loader().load(URI.create("http://uni.example/")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("https");
  }

  @Test
  void aHostWhoseAddressIsNotPublicIsNeverConnectedTo() throws Exception {
    server.on("/x", ok("{}"));
    URI url = server.url("/x");
    HttpsLoader strict =
        new HttpsLoader(HttpsPolicy.builder().tls(FaultyServer.context()).build(), LOOPBACK);
    assertThatThrownBy(() -> strict.load(url))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("public");
    // One of several addresses is enough to refuse, whatever its place.
    HttpsLoader rebound =
        new HttpsLoader(
            HttpsPolicy.builder().tls(FaultyServer.context()).build(),
            host -> List.of(InetAddress.getByName("192.0.43.8"), InetAddress.getLoopbackAddress()));
    assertThatThrownBy(() -> rebound.load(url)).hasMessageContaining("public");
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://127.1/x",
        "https://2130706433/x",
        "https://0x7f000001/x",
        "https://[::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[64:ff9b::7f00:1]/x",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/x",
        "https://0/x"
      })
  void oddSpellingsOfThisMachineAreRefused(String url) {
    HttpsLoader real = new HttpsLoader(HttpsPolicy.defaults());
    assertThatThrownBy(() -> real.load(URI.create(url))).isInstanceOf(IOException.class);
  }

  @Test
  void theAddressThatWasLookedAtIsTheOneThatIsConnectedTo() throws IOException {
    server.on("/x", ok("{}"));
    AtomicInteger lookups = new AtomicInteger();
    HttpsLoader loader =
        new HttpsLoader(
            HttpsPolicy.builder().tls(FaultyServer.context()).allowPrivate(HOST).build(),
            host -> {
              if (lookups.getAndIncrement() > 0) {
                throw new UnknownHostException("asked twice");
              }
              return List.of(InetAddress.getLoopbackAddress());
            });
    assertThat(loader.load(server.url("/x"))).isPresent();
    assertThat(lookups.get()).isEqualTo(1);
  }

  @Test
  void policiesRefuseNonsense() {
    HttpsPolicy.Builder builder = HttpsPolicy.builder();
    for (Runnable nonsense :
        List.<Runnable>of(
            () -> builder.exchangeTime(Duration.ZERO),
            () -> builder.connectTime(Duration.ofSeconds(-1)),
            () -> builder.handshakeTime(Duration.ofMinutes(2)),
            () -> builder.bodyBytes(0),
            () -> builder.redirects(-1),
            () -> builder.retries(-1),
            () -> builder.cacheTime(Duration.ofSeconds(-1)),
            () -> builder.cache(-1, 0))) {
      assertThatThrownBy(nonsense::run).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
