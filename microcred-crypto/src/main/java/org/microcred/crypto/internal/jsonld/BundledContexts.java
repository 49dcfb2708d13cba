package org.microcred.crypto.internal.jsonld;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.LoadedDocument;

/**
 * The standard contexts and one of our own, as {@code contexts.tsv} lists them: byte for byte what
 * their owners published, each held against its SHA-256 digest when it is read.
 */
public final class BundledContexts {
  private static final String FOLDER = "/org/microcred/crypto/contexts/";
  private static final List<Entry> TABLE = readTable();
  private static final Map<URI, Entry> SERVED = served();

  /**
   * One row of the table.
   *
   * @param url where the context is published
   * @param served whether this body is the one served; else it is another known body of that URL
   * @param file its file in the folder of the table
   * @param sha256 its digest in lower-case hex
   * @param source where the JSON was taken from
   * @param licence under which it is distributed
   */
  public record Entry(
      URI url, boolean served, String file, String sha256, String source, String licence) {

    /** The bytes of this context, as many as the digest vouches for. */
    public byte[] content() {
      byte[] bytes = resource(file);
      if (!digest(bytes).equals(sha256)) {
        throw new IllegalStateException(
            "the bundled context " + file + " is not the one that was published: damaged jar?");
      }
      return bytes;
    }
  }

  private BundledContexts() {}

  /** Every row of the table. */
  public static List<Entry> table() {
    return TABLE;
  }

  /** The context that is served for that URL. */
  public static Optional<LoadedDocument> load(URI url) {
    return Optional.ofNullable(SERVED.get(url)).map(BundledContexts::document);
  }

  /** Whether that URL has a bundled context. */
  static boolean has(URI url) {
    return SERVED.containsKey(url);
  }

  /** Whether that URL has been seen with more than one body. */
  static boolean hasOtherBodies(URI url) {
    return TABLE.stream().anyMatch(entry -> !entry.served() && entry.url().equals(url));
  }

  /** Whether these bytes are a known body of that URL. */
  static boolean isKnownBody(URI url, byte[] content) {
    String digest = digest(content);
    return TABLE.stream()
        .anyMatch(entry -> entry.url().equals(url) && entry.sha256().equals(digest));
  }

  private static LoadedDocument document(Entry entry) {
    return new LoadedDocument(
        entry.url(),
        Optional.of("application/ld+json"),
        entry.content(),
        LoadedDocument.Source.BUNDLED);
  }

  private static Map<URI, Entry> served() {
    Map<URI, Entry> served = new LinkedHashMap<>();
    TABLE.stream().filter(Entry::served).forEach(entry -> served.put(entry.url(), entry));
    return Map.copyOf(served);
  }

  private static List<Entry> readTable() {
    List<Entry> entries = new ArrayList<>();
    for (String row :
        new String(resource("contexts.tsv"), StandardCharsets.UTF_8)
            .lines()
            .skip(1) // the names of the columns
            .toList()) {
      String[] cells = row.split("\t", -1);
      entries.add(
          new Entry(
              URI.create(cells[0]),
              cells[1].equals("served"),
              cells[2],
              cells[3],
              cells[4],
              cells[5]));
    }
    return List.copyOf(entries);
  }

  private static byte[] resource(String file) {
    try (InputStream in = BundledContexts.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks its context " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
