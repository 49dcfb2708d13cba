package org.microcred.examples.service;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one way in: bounds, headers that every answer has, and a line of log. */
final class Front implements HttpHandler {
  private static final int BUSY_MILLIS = 2_000;

  /** What answers a request that was read. */
  @FunctionalInterface
  interface Work {
    Reply answer(Request request) throws Refusal;
  }

  private final Work work;
  private final Options options;
  private final Semaphore free;
  private final Consumer<String> log;

  Front(Work work, Options options, Consumer<String> log) {
    this.work = work;
    this.options = options;
    this.free = new Semaphore(options.requests());
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    Reply reply;
    String route = Routes.label(exchange.getRequestURI().getPath());
    try {
      reply = answer(Request.read(exchange, options.bodyBytes()));
    } catch (Refusal e) {
      e.allow().ifPresent(methods -> exchange.getResponseHeaders().set("Allow", methods));
      reply = e.toReply();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reply = Refusal.busy().toReply();
    } catch (RuntimeException e) {
      log.accept("failed " + route + " " + e.getClass().getName() + " at " + e.getStackTrace()[0]);
      reply = Refusal.internal().toReply();
    }
    send(exchange, reply);
    // No address, no query, no id: nothing that is about a person.
    log.accept(
        Instant.now()
            + " "
            + (exchange.getRequestMethod().matches("[A-Z]{1,10}")
                ? exchange.getRequestMethod()
                : "?")
            + " "
            + route
            + " "
            + reply.status()
            + " "
            + Duration.ofNanos(System.nanoTime() - start).toMillis()
            + " ms");
  }

  /** Work is bounded, reading a body is not: a slow client holds up nobody but itself. */
  private Reply answer(Request request) throws Refusal, InterruptedException {
    if (!free.tryAcquire(BUSY_MILLIS, TimeUnit.MILLISECONDS)) {
      throw Refusal.busy();
    }
    try {
      return work.answer(request);
    } finally {
      free.release();
    }
  }

  private void send(HttpExchange exchange, Reply reply) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", reply.mediaType());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    headers.set("Content-Security-Policy", Page.POLICY);
    if (options.conformance()) {
      headers.set("Microcred-Mode", "conformance: issuer and trust do not count");
    }
    if (reply.status() == 503) {
      headers.set("Retry-After", "2");
    }
    if (reply.status() == 413) {
      headers.set("Connection", "close");
    }
    try (exchange) {
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }
}
