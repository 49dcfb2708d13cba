package org.microcred.crypto.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/** The examples of the specifications, and both orders of bits. */
class StatusListTest {
  private static final int MAX = 16 << 20;

  // Token Status List, "Test vectors for Status List encoding"
  private static final String ONE_BIT =
      "eNrt3AENwCAMAEGogklACtKQPg9LugC9k_ACvreiogEAAKkeCQAAAAAAAAAAAAAAAAAAAIBylgQAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAXG9IAAAAAAAAAPwsJAAAAAAAAAAAAAAA"
          + "vhsSAAAAAAAAAAAA7KpLAAAAAAAAAAAAAAAAAAAAAJsLCQAAAAAAAAAAADjelAAAAAAAAAAAKjDMAQAA"
          + "AACAZC8L2AEb";
  private static final String FOUR_BITS =
      "eNrt0EENgDAQADAIHwImkIIEJEwCUpCEBBQRHOy35Li1EjoOQGabAgAAAAAAAAAAAAAAAAAAACC1SQEA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAABADrsCAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADoxaEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIIoCgAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACArpwKAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAGhqVkAzlwIAAAAAiGVRAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAABx3AoAgLpVAQAAAAAAAAAAAAAAwM89rwMAAAAAAAAAAAjsA9xMBMA";

  private static JsonObject token(int bits, String lst) {
    return JsonObject.builder().put("bits", JsonNumber.of(bits)).put("lst", lst).build();
  }

  @Test
  void readsTheOneBitVectorOfTokenStatusList() throws Exception {
    StatusList list = StatusList.ofToken(token(1, ONE_BIT), MAX);
    assertThat(list.entries()).isEqualTo(1 << 20);
    Map<Long, Integer> set = new HashMap<>();
    for (long i = 0; i < list.entries(); i++) {
      int value = list.get(i).getAsInt();
      if (value != 0) {
        set.put(i, value);
      }
    }
    assertThat(set.keySet())
        .containsExactlyInAnyOrder(
            0L, 1993L, 25460L, 159495L, 495669L, 554353L, 645645L, 723232L, 854545L, 934534L,
            1000345L);
  }

  @Test
  void readsTheFourBitVectorOfTokenStatusList() throws Exception {
    StatusList list = StatusList.ofToken(token(4, FOUR_BITS), MAX);
    long[] places = {
      0, 1993, 35460, 459495, 595669, 754353, 845645, 923232, 924445, 934534, 1004534, 1000345,
      1030203, 1030204, 1030205
    };
    for (int i = 0; i < places.length; i++) {
      assertThat(list.get(places[i])).as("status[%d]", places[i]).hasValue(i + 1);
    }
    assertThat(list.get(1)).hasValue(0);
  }

  @Test
  void readsTheTwoBitExampleOfTokenStatusList() throws Exception {
    StatusList list = StatusList.ofToken(token(2, "eNo76fITAAPfAgc"), MAX);
    int[] expected = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
    for (int i = 0; i < expected.length; i++) {
      assertThat(list.get(i)).hasValue(expected[i]);
    }
    assertThat(list.get(12)).isEmpty();
    assertThat(list.get(-1)).isEmpty();
    assertThat(list.get(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void readsTheExampleOfBitstringStatusList() throws Exception {
    StatusList list =
        StatusList.ofBitstring(
            "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA", MAX);
    assertThat(list.entries()).isEqualTo(131_072);
    assertThat(list.size()).isEqualTo(16_384);
    assertThat(list.bits()).isEqualTo(1);
    assertThat(list.get(94_567)).hasValue(0);
    assertThat(list.withBits(8).entries()).isEqualTo(16_384);
    assertThatIllegalArgumentException().isThrownBy(() -> list.withBits(0));
    assertThatIllegalArgumentException().isThrownBy(() -> list.withBits(17));
  }

  @Test
  void countsFromTheLeftInOneFamilyAndFromTheRightInTheOther() {
    byte[] octets = {(byte) 0b1010_0110, 0b0100_0001};
    StatusList left = new StatusList(octets, 3, true);
    StatusList right = new StatusList(octets, 2, false);
    assertThat(left.entries()).isEqualTo(5);
    assertThat(left.get(0)).hasValue(0b101);
    assertThat(left.get(2)).hasValue(0b100);
    assertThat(right.get(0)).hasValue(0b10);
    assertThat(right.get(3)).hasValue(0b10);
    assertThat(right.get(4)).hasValue(0b01);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"bits\": 1}",
        "{\"bits\": 3, \"lst\": \"eNo76fITAAPfAgc\"}",
        "{\"bits\": \"1\", \"lst\": \"eNo76fITAAPfAgc\"}",
        "{\"bits\": 1.0, \"lst\": \"eNo76fITAAPfAgc\"}",
        "{\"bits\": 1, \"lst\": 7}",
        "{\"bits\": 1, \"lst\": \"\"}",
        "{\"bits\": 1, \"lst\": \"eNo76fITAAPfAgc=\"}",
        "{\"bits\": 1, \"lst\": \"eNo76fITAAPfAg\"}",
        "{\"bits\": 1, \"lst\": \"eNo76fITAAPfAgcA\"}",
        "{\"bits\": 1, \"lst\": \"eNo76fITAAPfAgb_\"}",
        "{\"bits\": 1, \"lst\": \"eLs76fITAAPfAgc\"}"
      })
  void refusesWhatIsNoTokenStatusList(String json) throws Exception {
    JsonObject list = Json.readObject(json, Limits.defaults());
    assertThatThrownBy(() -> StatusList.ofToken(list, MAX))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e -> assertThat(e.violations().get(0).code()).isEqualTo("status.encoding"));
  }

  @Test
  void inflatesNothingBeyondTheBound() {
    String bomb =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Compressed.zlib(new byte[1 << 20]));
    assertThatThrownBy(() -> StatusList.ofToken(token(1, bomb), (1 << 20) - 1))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e -> assertThat(e.violations().get(0).code()).isEqualTo("limit.status-list"));
  }
}
