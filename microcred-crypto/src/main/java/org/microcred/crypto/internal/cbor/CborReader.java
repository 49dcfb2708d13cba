package org.microcred.crypto.internal.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonPointer;

/**
 * Reads one CBOR item from untrusted bytes: definite and shortest lengths only (RFC 8949 §4.2.1),
 * labels that are integers or texts, no label twice, nothing behind the item. Other CBOR can be
 * sound as well and is answered {@code cbor.unsupported}.
 *
 * <p>Items become {@link Long}, {@code byte[]}, {@link String}, {@link List}, {@link Map}, {@link
 * Tagged} and {@link Simple}.
 */
public final class CborReader {
  private static final int INDEFINITE = 31;

  private final byte[] in;
  private final Limits limits;
  private int at;
  private int nodes;

  private CborReader(byte[] in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** An item with a tag before it. */
  public record Tagged(long tag, Object item) {}

  /** A float or simple value, by its first byte: none is ever looked at, but for null. */
  public record Simple(int initial) {
    static final Simple NULL = new Simple(0xF6);
  }

  public static Object read(byte[] bytes, Limits limits) throws InvalidDocumentException {
    CborReader reader = new CborReader(bytes, limits);
    Object item = reader.item(limits.depth());
    if (reader.at != bytes.length) {
      throw syntax("there is something behind its item");
    }
    return item;
  }

  private Object item(int depth) throws InvalidDocumentException {
    if (depth == 0) {
      throw refused("limit.depth", "nested more than " + limits.depth() + " levels deep");
    }
    if (++nodes > limits.nodes()) {
      throw refused("limit.nodes", "more than " + limits.nodes() + " values");
    }
    int initial = next();
    int info = initial & 0x1F;
    int major = initial >>> 5;
    if (major == 7) {
      return simple(initial, info);
    }
    long argument = argument(info);
    return switch (major) {
      case 0 -> argument;
      case 1 -> -1 - argument;
      case 2 -> bytes(argument);
      case 3 -> text(argument);
      case 4 -> array(argument, depth);
      case 5 -> map(argument, depth);
      default -> new Tagged(argument, item(depth - 1));
    };
  }

  private List<Object> array(long length, int depth) throws InvalidDocumentException {
    int count = fitting(length);
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item(depth - 1));
    }
    return items;
  }

  private Map<Object, Object> map(long length, int depth) throws InvalidDocumentException {
    int count = fitting(length);
    Map<Object, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Object label = item(depth - 1);
      if (!(label instanceof Long) && !(label instanceof String)) {
        throw syntax("a label is an integer or a text");
      }
      if (members.put(label, item(depth - 1)) != null) {
        throw refused("cbor.duplicate-label", "a label is there twice");
      }
    }
    return members;
  }

  private byte[] bytes(long length) throws InvalidDocumentException {
    int count = fitting(length);
    at += count;
    return Arrays.copyOfRange(in, at - count, at);
  }

  private String text(long length) throws InvalidDocumentException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(length))).toString();
    } catch (CharacterCodingException e) {
      throw syntax("a text is not UTF-8");
    }
  }

  private Simple simple(int initial, int info) throws InvalidDocumentException {
    if (info == INDEFINITE) {
      throw syntax("an end where nothing began");
    }
    if (info >= 24) {
      number(info);
    }
    return new Simple(initial);
  }

  private long argument(int info) throws InvalidDocumentException {
    if (info < 24) {
      return info;
    }
    if (info == INDEFINITE) {
      throw unsupported("an indefinite length");
    }
    long value = number(info);
    if (value < 0) {
      throw unsupported("a number of 64 bits");
    }
    long shorter = info == 24 ? 23 : (1L << (4 << (info - 24))) - 1;
    if (value <= shorter) {
      throw unsupported("a number that is not in its shortest form");
    }
    return value;
  }

  /** 1, 2, 4 or 8 bytes for 24 to 27. */
  private long number(int info) throws InvalidDocumentException {
    if (info > 27) {
      throw syntax("a byte that CBOR does not know");
    }
    long value = 0;
    for (int i = 0; i < 1 << (info - 24); i++) {
      value = value << 8 | next();
    }
    return value;
  }

  private int next() throws InvalidDocumentException {
    fitting(1);
    return in[at++] & 0xFF;
  }

  /** Every item has a byte at least, so this bounds what is made ready for it. */
  private int fitting(long length) throws InvalidDocumentException {
    if (length > in.length - at) {
      throw syntax("it ends too early");
    }
    return (int) length;
  }

  private static InvalidDocumentException syntax(String why) {
    return refused("cbor.syntax", "this CBOR cannot be read: " + why);
  }

  private static InvalidDocumentException unsupported(String what) {
    return refused("cbor.unsupported", what + " in CBOR is not supported");
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }
}
