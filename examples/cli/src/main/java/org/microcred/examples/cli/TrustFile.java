package org.microcred.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.microcred.verify.TrustPolicy;

/**
 * A list of issuers: one id a line, optionally followed by white space and the id of the controller
 * whose keys it signs with. Lines that start with {@code #} are comments.
 */
final class TrustFile {
  private TrustFile() {}

  static TrustPolicy read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw Input.unreadable(file.toString(), e);
    }
    if (!lines.isEmpty() && lines.get(0).stripLeading().startsWith("{")) {
      throw Refusal.usage(
          "--trust: registries in JSON are not read by this version; give one issuer id a line");
    }
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(TrustFile::entry)
        .reduce(TrustPolicy::or)
        .orElseThrow(() -> Refusal.usage("--trust: " + file + " names no issuer"));
  }

  private static TrustPolicy entry(String line) {
    String[] words = line.split("\\s+");
    return words.length == 1
        ? TrustPolicy.issuers(words[0])
        : TrustPolicy.issuer(words[0], words[1]);
  }
}
