package org.microcred.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The public test vectors, in the folder that the system property {@code microcred.vectors} names.
 * Without the folder a test is skipped, and reported as skipped.
 */
public final class Vectors {
  private Vectors() {}

  /** The file or folder of that name; skips the calling test when the vectors are not here. */
  public static Path path(String name) {
    Path root = Path.of(System.getProperty("microcred.vectors", "../../shared/vectors"));
    assumeTrue(Files.isDirectory(root), "no test vectors: set -Dmicrocred.vectors=<folder>");
    return root.resolve(name);
  }

  /** The bytes of that file. */
  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of that file. */
  public static String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
