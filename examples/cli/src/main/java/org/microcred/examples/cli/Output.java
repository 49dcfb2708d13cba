package org.microcred.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where a result goes: a file that must not exist yet, or standard output. */
final class Output {
  private Output() {}

  static void write(@Nullable Path file, String text, PrintWriter standard) {
    if (file == null) {
      standard.println(text);
      return;
    }
    try {
      Files.writeString(file, text + "\n", StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * As {@link #write}, into a file that only its owner can read, where the file system knows of
   * such.
   */
  static void writeSecret(Path file, String text) {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + "\n", StandardOpenOption.WRITE);
      } else {
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static Refusal unwritable(Path file, IOException why) {
    return Refusal.noOutput("cannot write " + file + ": " + Input.reason(why));
  }
}
