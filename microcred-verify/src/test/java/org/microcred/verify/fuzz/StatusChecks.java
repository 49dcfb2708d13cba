package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.microcred.crypto.status.StatusList;
import org.microcred.crypto.status.StatusListInfo;
import org.microcred.crypto.status.StatusListIssuer;
import org.microcred.crypto.status.StatusListToken;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Status lists in every encoding, and what issuers keep of them. */
final class StatusChecks {
  private static final int MOST = 1 << 20;

  private StatusChecks() {}

  /** One way of reading. */
  @FunctionalInterface
  private interface Reader {
    void read() throws InvalidDocumentException;
  }

  /** The bytes are text, or what the text encodes; nothing is larger than allowed. */
  static void list(byte[] data) {
    String text = TextChecks.text(data);
    String encoded = TokenChecks.encoded(data);
    attempt(() -> isWithinBounds(StatusList.ofBitstring(text, MOST)));
    attempt(() -> isWithinBounds(StatusList.ofBitstring('u' + encoded, MOST)));
    attempt(() -> isWithinBounds(StatusList.ofStatusList2021(text, MOST)));
    attempt(() -> isWithinBounds(StatusList.ofStatusList2021(encoded, MOST)));
    for (int bits : new int[] {1, 2, 3, 4, 8}) {
      JsonObject claim =
          JsonObject.EMPTY.with("bits", JsonNumber.of(bits)).with("lst", new JsonString(encoded));
      attempt(() -> isWithinBounds(StatusList.ofToken(claim, MOST)));
    }
    attempt(() -> isWithinBounds(StatusListToken.read(text, Limits.defaults()).list(MOST)));
    attempt(
        () -> {
          StatusListInfo info = StatusListInfo.read(Json.read(data, Limits.defaults()));
          assertThat(info.index()).isNotNegative();
          assertThat(StatusListInfo.read(info.toClaim())).isEqualTo(info);
        });
    attempt(
        () -> {
          byte[] kept = StatusListIssuer.fromBytes(data).toBytes();
          assertThat(StatusListIssuer.fromBytes(kept).toBytes()).isEqualTo(kept);
        });
  }

  private static void isWithinBounds(StatusList list) {
    assertThat(list.size()).isLessThanOrEqualTo(MOST);
    for (int bits = 1; bits <= 16; bits++) {
      StatusList again = list.withBits(bits);
      assertThat(again.get(-1)).isEmpty();
      assertThat(again.get(again.entries())).isEmpty();
      assertThat(again.get(Long.MAX_VALUE)).isEmpty();
      if (again.entries() > 0) {
        assertThat(again.get(again.entries() - 1).orElseThrow()).isBetween(0, (1 << bits) - 1);
      }
    }
  }

  private static void attempt(Reader reader) {
    try {
      reader.read();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
  }
}
