package org.microcred.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;

/**
 * A file, or standard input under the name {@code -}; never more of it than a credential, or the
 * picture that holds one, may have.
 *
 * @param name as it stands on the command line
 */
record Input(String name) {
  byte[] bytes() {
    try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
      Limits limits = Limits.defaults();
      return in.readNBytes(Math.max(limits.documentBytes(), limits.imageBytes()) + 1);
    } catch (IOException | InvalidPathException e) {
      throw unreadable(name, e);
    }
  }

  /** The text of it, which may be as long as it likes: tables are read line by line. */
  Reader reader() {
    try {
      return Files.newBufferedReader(Path.of(name));
    } catch (IOException | InvalidPathException e) {
      throw unreadable(name, e);
    }
  }

  static Refusal unreadable(String name, Exception why) {
    return Refusal.noInput("cannot read " + SafeText.of(name) + ": " + reason(why));
  }

  /** Why a file could not be read or written, in words. */
  static String reason(Exception why) {
    if (why instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (why instanceof FileAlreadyExistsException) {
      return "it is there already, and files are not replaced";
    }
    if (why instanceof AccessDeniedException) {
      return "permission denied";
    }
    return SafeText.of(String.valueOf(why.getMessage()));
  }
}
