package org.microcred.examples.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.microcred.crypto.DocumentLoader;
import org.microcred.model.SafeText;

/**
 * The outside world as a table: a TSV file with the columns {@code url} and {@code file}, files
 * relative to it; a folder stands for its {@code index.tsv}.
 */
final class DocumentIndex {
  private DocumentIndex() {}

  static DocumentLoader read(Path given) {
    Path table = Files.isDirectory(given) ? given.resolve("index.tsv") : given;
    List<String> lines;
    try {
      lines = Files.readAllLines(table);
    } catch (IOException e) {
      throw Input.unreadable(table.toString(), e);
    }
    List<String> columns = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t", -1));
    int url = columns.indexOf("url");
    int file = columns.indexOf("file");
    if (url < 0 || file < 0) {
      throw Refusal.usage(
          "--documents: the first line of " + table + " does not name the columns url and file");
    }
    Map<URI, byte[]> documents = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (cells.length <= Math.max(url, file)) {
        throw Refusal.usage("--documents: a line has too few columns: " + SafeText.quote(line));
      }
      documents.put(url(cells[url]), content(table.resolveSibling(cells[file])));
    }
    return DocumentLoader.of(documents);
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw Refusal.usage("--documents: not a URL: " + SafeText.quote(text));
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Input.unreadable(file.toString(), e);
    }
  }
}
