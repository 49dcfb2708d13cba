package org.microcred.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.Secured;
import org.microcred.crypto.SecuredCredential;

/** Where a result goes: a file that must not exist yet, or standard output. */
final class Output {
  private Output() {}

  /** A credential as it travels: text with a line break behind it; bytes go into a file only. */
  static void write(@Nullable Path file, SecuredCredential credential, PrintWriter standard) {
    boolean isText = credential.form() != Secured.Form.COSE;
    String text = isText ? credential.toText().orElseThrow() : "";
    if (file == null) {
      if (!isText) {
        throw Refusal.usage("--out: this format is bytes; name a file for them");
      }
      standard.println(text);
      return;
    }
    byte[] content = isText ? (text + "\n").getBytes(StandardCharsets.UTF_8) : credential.toBytes();
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW);
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

  /** Bytes in the place of those that are in a file: the old ones or the new ones, never a part. */
  static void replace(Path file, byte[] content) {
    try {
      Path next = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".new");
      Files.write(next, content);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Bytes as they are, into a file that must not exist yet. */
  static void write(Path file, byte[] content) {
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * The same JSON, with every character escaped that steers a terminal or the direction of text.
   */
  static String harmless(String json) {
    StringBuilder text = new StringBuilder();
    json.chars()
        .forEach(
            c -> {
              int type = Character.getType(c);
              if (c != '\n' && (type == Character.CONTROL || type == Character.FORMAT)) {
                text.append(String.format("\\u%04x", c));
              } else {
                text.append((char) c);
              }
            });
    return text.toString();
  }

  private static Refusal unwritable(Path file, IOException why) {
    return Refusal.noOutput("cannot write " + file + ": " + Input.reason(why));
  }
}
