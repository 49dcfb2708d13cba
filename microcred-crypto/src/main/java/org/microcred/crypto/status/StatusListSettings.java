package org.microcred.crypto.status;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.Multibase;
import org.microcred.model.StatusListEntry;
import org.microcred.model.StatusMessage;
import org.microcred.model.StatusPurpose;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/** What a list is, whatever its statuses: how its entries and its signed form are written. */
record StatusListSettings(
    String url,
    StatusListFormat format,
    StatusPurpose purpose,
    int entries,
    int bits,
    List<StatusMessage> messages,
    Optional<Duration> timeToLive) {
  /** A list of a mebibyte fits into the limits of verifiers even when it cannot be compressed. */
  static final int MAX_BITS = 8 << 20;

  private static final Set<Integer> TOKEN_BITS = Set.of(1, 2, 4, 8);

  StatusListSettings {
    messages = List.copyOf(messages);
    requireUrl(url);
    if (entries < 8 || entries % 8 != 0 || entries > MAX_BITS / Math.max(1, bits)) {
      throw new IllegalArgumentException(
          "entries: a multiple of 8 with at most " + MAX_BITS + " bits in all");
    }
    if (timeToLive.filter(ttl -> ttl.toSeconds() < 1).isPresent()) {
      throw new IllegalArgumentException("timeToLive is shorter than a second");
    }
    if (format == StatusListFormat.TOKEN) {
      if (!TOKEN_BITS.contains(bits) || !messages.isEmpty()) {
        throw new IllegalArgumentException("bits: 1, 2, 4 or 8 in a token, without messages");
      }
    } else {
      if (format == StatusListFormat.STATUS_LIST_2021 && (bits > 1 || !messages.isEmpty())) {
        throw new IllegalArgumentException("bits: Status List 2021 has one bit and no messages");
      }
      // Its constructor knows what goes together.
      new StatusListEntry(StatusListEntry.BITSTRING, purpose, 0, url, bits, messages, List.of());
    }
  }

  int octets() {
    return (int) ((long) entries * bits / Byte.SIZE);
  }

  boolean isFromTheLeft() {
    return format != StatusListFormat.TOKEN;
  }

  /** Bitstring Status List 1.0 §2.1. */
  boolean isIrreversible() {
    return format != StatusListFormat.TOKEN
        && (purpose.equals(StatusPurpose.REVOCATION) || purpose.equals(StatusPurpose.REFRESH));
  }

  StatusListEntry entry(int index) {
    if (format == StatusListFormat.TOKEN) {
      throw new IllegalStateException("a list for tokens has no entries, but claims");
    }
    String type =
        format == StatusListFormat.BITSTRING
            ? StatusListEntry.BITSTRING
            : StatusListEntry.STATUS_LIST_2021;
    return new StatusListEntry(type, purpose, index, url, bits, messages, List.of());
  }

  /** The list credential (Bitstring Status List 1.0 §2.2, Status List 2021 §4.2). */
  JsonObject credential(String issuer, byte[] octets, Instant from, Instant until) {
    if (format == StatusListFormat.TOKEN) {
      throw new IllegalStateException("a list for tokens is signed as a token");
    }
    boolean older = format == StatusListFormat.STATUS_LIST_2021;
    String encoded = Multibase.base64url(Compressed.gzip(octets));
    JsonObject.Builder subject =
        JsonObject.builder()
            .put("id", url + "#list")
            .put("type", format.label())
            .put("statusPurpose", purpose.value())
            .put("encodedList", older ? encoded.substring(1) : encoded);
    if (!older) {
      timeToLive.ifPresent(ttl -> subject.put("ttl", JsonNumber.of(ttl.toMillis())));
    }
    return JsonObject.builder()
        .put(
            "@context",
            JsonArray.ofStrings(
                older
                    ? List.of(StatusReference.VC_1_1, StatusReference.CONTEXT_2021)
                    : List.of(StatusReference.VC_2_0)))
        .put("id", url)
        .put(
            "type",
            JsonArray.ofStrings(List.of("VerifiableCredential", format.label() + "Credential")))
        .put("issuer", issuer)
        .put(older ? "issuanceDate" : "validFrom", seconds(from))
        .put(older ? "expirationDate" : "validUntil", seconds(until))
        .put("credentialSubject", subject.build())
        .build();
  }

  /** The claims of a status list token (Token Status List §5.1). */
  JsonObject claims(byte[] octets, Instant from, Instant until) {
    if (format != StatusListFormat.TOKEN) {
      throw new IllegalStateException("a " + format.label() + " is signed as a credential");
    }
    JsonObject list =
        JsonObject.builder()
            .put("bits", JsonNumber.of(bits))
            .put("lst", Multibase.base64url(Compressed.zlib(octets)).substring(1))
            .build();
    JsonObject.Builder claims =
        JsonObject.builder()
            .put("sub", url)
            .put("iat", JsonNumber.of(from.getEpochSecond()))
            .put("exp", JsonNumber.of(until.getEpochSecond()));
    timeToLive.ifPresent(ttl -> claims.put("ttl", JsonNumber.of(ttl.toSeconds())));
    return claims.put("status_list", list).build();
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void requireUrl(String url) {
    try {
      if (new URI(url).isAbsolute() && !url.contains("#")) {
        return;
      }
    } catch (URISyntaxException e) {
      // Refused below.
    }
    throw new IllegalArgumentException("url: an absolute URL without a fragment is needed");
  }
}
