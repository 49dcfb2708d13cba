package org.microcred.examples.kms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.PublicKey;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;

/**
 * A stand-in for a KMS: one key, which signs whatever is posted to this machine's own interface.
 */
final class LoopbackKms implements AutoCloseable {
  private final KeyPair pair;
  private final Signer signer;
  private final HttpServer server;

  LoopbackKms(SignatureAlgorithm algorithm) throws IOException {
    this.pair = KeyPairs.generate(algorithm);
    this.signer = Signer.of(pair, algorithm, "urn:example:kms-key");
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/keys/badges/sign", this::sign);
    server.start();
  }

  URI key() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/keys/badges/sign");
  }

  PublicKey publicKey() {
    return pair.getPublic();
  }

  private void sign(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] signature = signer.sign(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(200, signature.length);
      exchange.getResponseBody().write(signature);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
