package org.microcred.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.microcred.model.InvalidDocumentException;
import org.microcred.verify.IssuerRegistry;
import org.microcred.verify.TrustPolicy;

/**
 * A list of issuers: one id a line, optionally followed by white space and the id of the controller
 * whose keys it signs with. Lines that start with {@code #} are comments. Or a registry of issuers
 * in JSON.
 */
final class TrustFile {
  private TrustFile() {}

  static TrustPolicy read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw Input.unreadable(file.toString(), e);
    }
    if (text.stripLeading().startsWith("{")) {
      return registry(text, file);
    }
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(TrustFile::entry)
        .reduce(TrustPolicy::or)
        .orElseThrow(() -> Refusal.usage("--trust: " + file + " names no issuer"));
  }

  private static TrustPolicy registry(String json, Path file) {
    try {
      return TrustPolicy.registry(IssuerRegistry.parse(json.getBytes(StandardCharsets.UTF_8)));
    } catch (InvalidDocumentException e) {
      throw Refusal.usage("--trust: " + file + " is no registry: " + e.getMessage());
    }
  }

  private static TrustPolicy entry(String line) {
    String[] words = line.split("\\s+");
    return words.length == 1
        ? TrustPolicy.issuers(words[0])
        : TrustPolicy.issuer(words[0], words[1]);
  }
}
