package org.microcred.verify.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The inputs that fuzzing starts from, and those that it found. */
final class Seeds {
  private Seeds() {}

  /** The seeds of a target by name; there are some. */
  static Map<String, byte[]> of(FuzzTarget target) {
    try (Stream<Path> files = Files.list(folder(target))) {
      List<Path> sorted = files.sorted().toList();
      if (sorted.isEmpty()) {
        throw new AssertionError("no seeds for " + target);
      }
      Map<String, byte[]> seeds = new LinkedHashMap<>();
      for (Path file : sorted) {
        seeds.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
      return seeds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path folder(FuzzTarget target) {
    URL url =
        Objects.requireNonNull(
            Seeds.class.getResource("/fuzz/" + target.folder()), target.folder());
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
