package org.microcred.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.microcred.crypto.SignatureAlgorithm;

/** What a signature alone costs with each provider, held against the JDK's. */
final class Providers {
  private Providers() {}

  static List<Row> rows(String method, SignatureAlgorithm algorithm, RawBenchmark.Message message) {
    List<Row> rows = new ArrayList<>();
    Work jdk = raw(method, algorithm, Jca.JDK, message);
    for (Jca jca : Jca.values()) {
      String what =
          String.format(Locale.ROOT, "Signature alone: %s %s, %s", method, algorithm.jose(), jca);
      rows.add(
          jca.offers(algorithm)
              ? Row.beside(jdk, what, raw(method, algorithm, jca, message))
              : Row.missing(what + ": not offered, so the JDK calculates"));
    }
    return rows;
  }

  static Work raw(
      String method, SignatureAlgorithm algorithm, Jca jca, RawBenchmark.Message message) {
    return Work.of(RawBenchmark.class, method)
        .with("algorithm", algorithm)
        .with("jca", jca)
        .with("message", message);
  }
}
