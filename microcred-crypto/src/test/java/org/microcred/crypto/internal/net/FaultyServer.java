package org.microcred.crypto.internal.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server on this machine that answers, byte by byte, whatever a test wants. */
final class FaultyServer implements AutoCloseable {
  /** The host in its certificate. */
  static final String HOST = "badges.example";

  private static final String PASSWORD = "changeit";
  private static final KeyStore KEYS = keys();

  private final ServerSocket server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String lastRequest = "";

  /** What is sent for a path; the number says how often it was asked for before. */
  interface Answer {
    void send(OutputStream out, int before) throws IOException, InterruptedException;
  }

  FaultyServer(boolean tls) {
    try {
      ServerSocketFactory factory =
          tls ? context().getServerSocketFactory() : ServerSocketFactory.getDefault();
      server = factory.createServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::serve);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "faulty-server");
    thread.setDaemon(true);
    thread.start();
  }

  FaultyServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  FaultyServer on(String path, String answer) {
    return on(path, (out, before) -> write(out, answer));
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  URI url(String path) {
    return URI.create("https://" + HOST + ":" + server.getLocalPort() + path);
  }

  int asked(String path) {
    AtomicInteger count = asked.get(path);
    return count == null ? 0 : count.get();
  }

  int connections() {
    return connections.get();
  }

  /** The lines of the last request. */
  String lastRequest() {
    return lastRequest;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        start(() -> answer(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String line = in.readLine();
      if (line == null || !line.startsWith("GET /")) {
        return;
      }
      String path = line.split(" ")[1];
      StringBuilder request = new StringBuilder();
      while (line != null && !line.isEmpty()) {
        request.append(line).append('\n');
        line = in.readLine();
      }
      lastRequest = request.toString();
      int before = asked.computeIfAbsent(path, p -> new AtomicInteger()).getAndIncrement();
      Objects.requireNonNull(answers.get(path), path).send(socket.getOutputStream(), before);
    } catch (IOException | InterruptedException e) {
      // the other side went away
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trusts the certificate of the server, and shows it. */
  static SSLContext context() {
    try {
      KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
      mine.init(KEYS, PASSWORD.toCharArray());
      TrustManagerFactory theirs = TrustManagerFactory.getInstance("PKIX");
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("server", KEYS.getCertificate("server"));
      theirs.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore keys() {
    try {
      Path folder = Files.createTempDirectory("faulty-server");
      Path file = folder.resolve("keys.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD,
                  "-alias",
                  "server",
                  "-keyalg",
                  "EC",
                  "-groupname",
                  "secp256r1",
                  "-dname",
                  "CN=" + HOST,
                  "-ext",
                  "san=dns:" + HOST)
              .redirectErrorStream(true)
              .start();
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException("keytool made no certificate");
      }
      KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      Files.delete(file);
      Files.delete(folder);
      return keys;
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
