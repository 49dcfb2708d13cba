package org.microcred.examples.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.microcred.verify.TrustPolicy;

/** What the command line says. */
record Options(
    String address,
    int port,
    TrustPolicy trust,
    boolean online,
    boolean conformance,
    List<Path> keys,
    Optional<Path> keyStore,
    Optional<String> baseUrl,
    int bodyBytes,
    int requests) {
  static final String PASSWORD = "MICROCRED_KEY_STORE_PASSWORD";

  static final String USAGE =
      """
      verifier-service (--trust FILE | --trust-anyone) [--port N] [--online] [--conformance]
                       [--key JWK-FILE]... [--key-store FILE.p12 [--address IP]] [--base-url URL]
                       [--max-body BYTES] [--max-requests N]
        --trust          one issuer id a line, optionally followed by that of its key's controller
        --online         ask the network, https on public addresses, for what is not at hand
        --conformance    issuer and trust do not count, presentations may be unsigned
        --key            a private key of the issuer as a JWK; those that lack are made at start
        --key-store      serve https with this PKCS #12; its password is in the variable
                         MICROCRED_KEY_STORE_PASSWORD. Without it: http, on this machine only
        --base-url       how others reach the service, for the URL of its status list
      """;

  /** Thrown when the command line makes no sense. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  static Options parse(String... args) throws UsageException, IOException {
    String address = "127.0.0.1";
    int port = 8080;
    Optional<TrustPolicy> trust = Optional.empty();
    boolean online = false;
    boolean conformance = false;
    List<Path> keys = new ArrayList<>();
    Optional<Path> keyStore = Optional.empty();
    Optional<String> baseUrl = Optional.empty();
    int bodyBytes = 8 << 20;
    int requests = 2 * Runtime.getRuntime().availableProcessors();
    Iterator<String> words = Arrays.asList(args).iterator();
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--trust" -> trust = Optional.of(trusted(Path.of(value(option, words))));
        case "--trust-anyone" -> trust = Optional.of(TrustPolicy.anyone());
        case "--port" -> port = number(option, words, 0, 65_535);
        case "--address" -> address = value(option, words);
        case "--online" -> online = true;
        case "--conformance" -> conformance = true;
        case "--key" -> keys.add(Path.of(value(option, words)));
        case "--key-store" -> keyStore = Optional.of(Path.of(value(option, words)));
        case "--base-url" -> baseUrl = Optional.of(value(option, words));
        case "--max-body" -> bodyBytes = number(option, words, 1, 1 << 28);
        case "--max-requests" -> requests = number(option, words, 1, 10_000);
        default -> throw new UsageException("no option " + option);
      }
    }
    if (keyStore.isEmpty() && !address.equals("127.0.0.1")) {
      throw new UsageException("--address needs --key-store: http is for this machine only");
    }
    return new Options(
        address,
        port,
        trust.orElseThrow(() -> new UsageException("give --trust FILE or --trust-anyone")),
        online,
        conformance,
        List.copyOf(keys),
        keyStore,
        baseUrl,
        bodyBytes,
        requests);
  }

  private static String value(String option, Iterator<String> words) throws UsageException {
    if (!words.hasNext()) {
      throw new UsageException(option + " needs a value");
    }
    return words.next();
  }

  private static int number(String option, Iterator<String> words, int least, int most)
      throws UsageException {
    String value = value(option, words);
    int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new UsageException(option + ": a number from " + least + " to " + most);
    }
    return number;
  }

  private static TrustPolicy trusted(Path file) throws UsageException, IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> line.split("\\s+"))
        .map(
            words ->
                words.length == 1
                    ? TrustPolicy.issuers(words[0])
                    : TrustPolicy.issuer(words[0], words[1]))
        .reduce(TrustPolicy::or)
        .orElseThrow(() -> new UsageException("--trust: the file names no issuer"));
  }
}
