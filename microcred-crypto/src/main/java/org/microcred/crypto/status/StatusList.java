package org.microcred.crypto.status;

import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Multibase;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/**
 * Statuses in a row, as a list holds them. Whether the list is to be believed is not answered here.
 *
 * <p>The two families count bits from opposite ends of a byte: Bitstring Status List and Status
 * List 2021 from the left, Token Status List from the right. Immutable and thread-safe.
 */
public final class StatusList {
  private final byte[] octets;
  private final int bits;
  private final boolean fromTheLeft;

  StatusList(byte[] octets, int bits, boolean fromTheLeft) {
    this.octets = octets;
    this.bits = bits;
    this.fromTheLeft = fromTheLeft;
  }

  /**
   * Reads the {@code encodedList} of a {@code BitstringStatusList}: multibase base64url of GZIP
   * (Bitstring Status List 1.0 §2.2).
   *
   * @param encodedList untrusted text
   * @param maxBytes how large it may be when it is inflated; nothing is inflated beyond that
   * @return the list, one bit a status; see {@link #withBits}
   * @throws InvalidDocumentException {@code status.encoding}, or {@code limit.status-list} when it
   *     is larger
   */
  public static StatusList ofBitstring(String encodedList, int maxBytes)
      throws InvalidDocumentException {
    // Multibase knows other bases; the specification allows this one.
    Optional<byte[]> file =
        encodedList.startsWith("u") ? Multibase.decode(encodedList) : Optional.empty();
    return new StatusList(gunzip(file, "u and base64url without padding", maxBytes), 1, true);
  }

  /**
   * Reads the {@code encodedList} of a {@code StatusList2021}: base64 or base64url of GZIP;
   * editions of the specification and implementations differ.
   *
   * @param encodedList untrusted text
   * @param maxBytes how large it may be when it is inflated; nothing is inflated beyond that
   * @return the list, one bit a status
   * @throws InvalidDocumentException as {@link #ofBitstring}
   */
  public static StatusList ofStatusList2021(String encodedList, int maxBytes)
      throws InvalidDocumentException {
    Optional<byte[]> file = Multibase.decode('u' + encodedList).or(() -> base64(encodedList));
    return new StatusList(gunzip(file, "base64", maxBytes), 1, true);
  }

  /**
   * Reads the claim {@code status_list} of a status list token (Token Status List §4.2).
   *
   * @param statusList untrusted JSON with {@code bits} and {@code lst}
   * @param maxBytes how large it may be when it is inflated; nothing is inflated beyond that
   * @return the list
   * @throws InvalidDocumentException as {@link #ofBitstring}
   */
  public static StatusList ofToken(JsonObject statusList, int maxBytes)
      throws InvalidDocumentException {
    int bits =
        switch (statusList.get("bits").orElse(statusList) instanceof JsonNumber n
            ? n.literal()
            : "") {
          case "1" -> 1;
          case "2" -> 2;
          case "4" -> 4;
          case "8" -> 8;
          default -> throw Compressed.malformed("bits must be 1, 2, 4 or 8");
        };
    byte[] data =
        statusList
            .string("lst")
            .flatMap(text -> Multibase.decode('u' + text))
            .orElseThrow(() -> Compressed.malformed("lst must be base64url without padding"));
    return new StatusList(Compressed.unzlib(data, maxBytes), bits, false);
  }

  /**
   * {@return the same octets with statuses of so many bits}
   *
   * @param size 1 to 16
   */
  public StatusList withBits(int size) {
    if (size < 1 || size > 16) {
      throw new IllegalArgumentException("size is not between 1 and 16");
    }
    return new StatusList(octets, size, fromTheLeft);
  }

  /** {@return the bits of a status} */
  public int bits() {
    return bits;
  }

  /** {@return how many statuses there are} */
  public long entries() {
    return octets.length * 8L / bits;
  }

  /** {@return the size when inflated, in bytes} */
  public int size() {
    return octets.length;
  }

  /**
   * {@return the status in a place, or empty when the list is too short}
   *
   * @param index from 0
   */
  public OptionalInt get(long index) {
    if (index < 0 || index >= entries()) {
      return OptionalInt.empty();
    }
    int value = 0;
    for (int i = 0; i < bits; i++) {
      long bit = index * bits + i;
      int octet = octets[(int) (bit >> 3)];
      int place = (int) (bit & 7);
      value |=
          fromTheLeft
              ? ((octet >> (7 - place)) & 1) << (bits - 1 - i)
              : ((octet >> place) & 1) << i;
    }
    return OptionalInt.of(value);
  }

  /** Writes a status into octets of the caller's own. */
  static void put(byte[] octets, int bits, boolean fromTheLeft, long index, int value) {
    for (int i = 0; i < bits; i++) {
      long bit = index * bits + i;
      int place = (int) (bit & 7);
      int mask = fromTheLeft ? 0x80 >> place : 1 << place;
      boolean set = (value >> (fromTheLeft ? bits - 1 - i : i) & 1) != 0;
      octets[(int) (bit >> 3)] =
          (byte) (set ? octets[(int) (bit >> 3)] | mask : octets[(int) (bit >> 3)] & ~mask);
    }
  }

  private static byte[] gunzip(Optional<byte[]> file, String expected, int maxBytes)
      throws InvalidDocumentException {
    return Compressed.gunzip(
        file.orElseThrow(() -> Compressed.malformed("it must be " + expected)), maxBytes);
  }

  private static Optional<byte[]> base64(String text) {
    try {
      byte[] octets = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(octets).equals(text)
          ? Optional.of(octets)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
