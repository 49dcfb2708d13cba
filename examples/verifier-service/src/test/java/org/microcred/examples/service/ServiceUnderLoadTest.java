package org.microcred.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More work than there may be, the end of the process, and TLS. */
@Timeout(60)
class ServiceUnderLoadTest {
  private static final Reply DONE =
      new Reply(200, "text/plain", "done".getBytes(StandardCharsets.US_ASCII));

  @TempDir Path folder;

  private static Options options(String... more) throws Exception {
    String[] all = new String[more.length + 3];
    System.arraycopy(new String[] {"--trust-anyone", "--port", "0"}, 0, all, 0, 3);
    System.arraycopy(more, 0, all, 3, more.length);
    return Options.parse(all);
  }

  private static HttpRequest get(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
  }

  @Test
  void whoCannotBeServedInTimeIsToldWhenToComeBack() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Front.Work slow =
        request -> {
          begun.countDown();
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return DONE;
        };
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      server.createContext("/", new Front(slow, options("--max-requests", "1"), line -> {}));
      server.setExecutor(threads);
      server.start();
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request = get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      CompletableFuture<HttpResponse<String>> first =
          client.sendAsync(request, BodyHandlers.ofString());
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      HttpResponse<String> second = client.send(request, BodyHandlers.ofString());
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("Retry-After")).contains("2");
      assertThat(second.headers().firstValue("Content-Type")).contains("application/problem+json");
      mayEnd.countDown();
      assertThat(first.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    } finally {
      mayEnd.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }

  @Test
  void whatWasBegunIsAnsweredBeforeItStops() throws Exception {
    VerifierService service = VerifierService.start(options(), line -> {});
    URI base = URI.create(service.base());
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(ascii("POST /credentials/verify HTTP/1.1\r\nHost: x\r\n"));
      out.write(ascii("Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{"));
      out.flush();
      Thread.sleep(500);
      CompletableFuture<Void> closed = CompletableFuture.runAsync(service::close);
      Thread.sleep(500);
      assertThat(closed).isNotDone();
      out.write(ascii("}"));
      out.flush();
      assertThat(firstLine(socket.getInputStream())).isEqualTo("HTTP/1.1 400 Bad Request");
      closed.get(20, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> new Socket(base.getHost(), base.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void servesHttpsWithAKeyStore() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "correct-horse",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-keyalg",
                "EC")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    System.setProperty(Options.PASSWORD, "correct-horse");
    try (VerifierService service =
        VerifierService.start(options("--key-store", keys.toString()), line -> {})) {
      assertThat(service.base()).startsWith("https://127.0.0.1:");
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(keys)).build();
      HttpResponse<String> page = client.send(get(service.base() + "/"), BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<form");
      assertThatThrownBy(
              () ->
                  HttpClient.newHttpClient()
                      .send(get(service.base() + "/"), BodyHandlers.ofString()))
          .as("a client that does not know the certificate")
          .isInstanceOf(IOException.class);
    } finally {
      System.clearProperty(Options.PASSWORD);
    }
  }

  private static SSLContext trusting(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "correct-horse".toCharArray());
    }
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("service", store.getCertificate(store.aliases().nextElement()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
