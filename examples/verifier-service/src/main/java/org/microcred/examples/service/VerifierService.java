package org.microcred.examples.service;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.HttpsPolicy;
import org.microcred.model.InvalidDocumentException;
import org.microcred.verify.Check;
import org.microcred.verify.CredentialVerifier;

/** The verifier behind HTTP, on the JDK's own server. */
public final class VerifierService implements AutoCloseable {
  /** Clients that are being read or written at once; who comes later waits. */
  private static final int CLIENTS = 64;

  private static final int REQUEST_SECONDS = 10;
  private static final int STOP_SECONDS = 10;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final String base;

  private VerifierService(Options options, Consumer<String> log)
      throws IOException, GeneralSecurityException, InvalidDocumentException {
    // How long a client may take to send a request; the JDK's server then ends the connection.
    if (System.getProperty("sun.net.httpserver.maxReqTime") == null) {
      System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS));
    }
    this.server = server(options);
    this.base = options.baseUrl().orElseGet(() -> base(options, server.getAddress().getPort()));
    Keys keys = Keys.read(options.keys());
    IssueApi issuing = new IssueApi(keys, base);
    CredentialVerifier verifier = verifier(options, issuing);
    Routes routes =
        new Routes(issuing, new VerifyApi(verifier, options.conformance()), new Page(verifier));
    server.createContext("/", new Front(routes::answer, options, log));
    server.setExecutor(threads);
    server.start();
    keys.issuers().forEach(issuer -> log.accept("issuer " + issuer));
    log.accept("listening on " + base + (options.conformance() ? ", for conformance tests" : ""));
  }

  /** Starts with these options; {@code log} gets one line a request. */
  static VerifierService start(Options options, Consumer<String> log)
      throws IOException, GeneralSecurityException, InvalidDocumentException {
    return new VerifierService(options, log);
  }

  /** How it is reached. */
  String base() {
    return base;
  }

  private static CredentialVerifier verifier(Options options, IssueApi issuing) {
    DocumentLoader documents = issuing.lists();
    if (options.online()) {
      documents = documents.or(DocumentLoader.https(HttpsPolicy.defaults()));
    }
    CredentialVerifier.Builder builder =
        CredentialVerifier.builder(options.trust()).documents(documents);
    if (options.conformance()) {
      builder.advisory(Check.Id.ISSUER, Check.Id.TRUST);
    }
    return builder.build();
  }

  private static HttpServer server(Options options) throws IOException, GeneralSecurityException {
    InetSocketAddress address = new InetSocketAddress(options.address(), options.port());
    Optional<Path> keyStore = options.keyStore();
    if (keyStore.isEmpty()) {
      return HttpServer.create(address, 0);
    }
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(keyStore.get())));
    return server;
  }

  private static SSLContext tls(Path file) throws IOException, GeneralSecurityException {
    String given = System.getenv(Options.PASSWORD);
    char[] password =
        (given == null ? System.getProperty(Options.PASSWORD, "") : given).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  private static String base(Options options, int port) {
    return (options.keyStore().isPresent() ? "https://" : "http://")
        + options.address()
        + ":"
        + port;
  }

  /** Lets what is being answered be answered, for a while. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
  }

  /** Serves until the process is told to end. */
  public static void main(String[] args) throws Exception {
    try {
      VerifierService service = start(Options.parse(args), System.err::println);
      Runtime.getRuntime().addShutdownHook(new Thread(service::close));
      Thread.currentThread().join();
    } catch (Options.UsageException e) {
      System.err.println("verifier-service: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(64);
    }
  }
}
