package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** Entries of Bitstring Status List 1.0 §2.1 and Status List 2021. */
class StatusListEntryTest {
  private static final String LIST = "https://uni.example/status/1";

  private static StatusListEntry sized(int bits, List<StatusMessage> messages) {
    return new StatusListEntry(
        StatusListEntry.BITSTRING, StatusPurpose.MESSAGE, 7, LIST, bits, messages, List.of());
  }

  @Test
  void areReadAsTheyAreWritten() throws Exception {
    List<StatusMessage> messages =
        List.of(
            new StatusMessage(0, "pending"),
            new StatusMessage(1, "accepted"),
            new StatusMessage(2, "rejected"),
            new StatusMessage(3, "undefined"));
    for (StatusListEntry entry :
        List.of(
            StatusListEntry.of(StatusPurpose.REVOCATION, 94_567, LIST),
            sized(2, messages),
            new StatusListEntry(
                StatusListEntry.STATUS_LIST_2021,
                new StatusPurpose("own"),
                0,
                LIST,
                1,
                List.of(),
                List.of("https://uni.example/a", "https://uni.example/b")))) {
      CredentialStatus status = entry.toStatus();
      assertThat(StatusListEntry.isIn(status)).isTrue();
      assertThat(StatusListEntry.read(status)).isEqualTo(entry);
    }
    assertThat(sized(2, messages).message(2)).contains("rejected");
    assertThat(StatusListEntry.of(StatusPurpose.REVOCATION, 1, LIST).message(1)).isEmpty();
  }

  @Test
  void areWrittenAsTheSpecificationShows() {
    assertThat(StatusListEntry.of(StatusPurpose.REVOCATION, 94_567, LIST).toStatus().toJson())
        .hasToString(
            "{\"id\":\"https://uni.example/status/1#94567\",\"type\":\"BitstringStatusListEntry\","
                + "\"statusPurpose\":\"revocation\",\"statusListIndex\":\"94567\","
                + "\"statusListCredential\":\"https://uni.example/status/1\"}");
  }

  @Test
  void tellAllOfTheirFaultsInBothLanguages() throws Exception {
    CredentialStatus status =
        new CredentialStatus(
            Optional.empty(),
            List.of(StatusListEntry.BITSTRING),
            Json.readObject(
                "{\"statusListIndex\": 7, \"statusSize\": 1.5, \"statusMessage\": \"set\","
                    + " \"statusReference\": \"here\"}",
                Limits.defaults()));
    InvalidDocumentException refused =
        catchThrowableOfType(InvalidDocumentException.class, () -> StatusListEntry.read(status));
    assertThat(refused.violations())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly(
            "status.malformed /statusPurpose",
            "status.malformed /statusListIndex",
            "status.malformed /statusListCredential",
            "status.malformed /statusSize",
            "status.malformed /statusMessage",
            "status.malformed /statusReference");
    assertThat(refused.violations())
        .allSatisfy(v -> assertThat(v.message(Locale.GERMAN)).isNotEqualTo(v.message()));
  }

  @Test
  void haveOneMessageForEachValueOrNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> sized(2, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sized(1, List.of(new StatusMessage(0, "a"), new StatusMessage(0, "b"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sized(1, List.of(new StatusMessage(0, "a"), new StatusMessage(2, "b"))));
    assertThatIllegalArgumentException().isThrownBy(() -> sized(0, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> sized(17, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new StatusMessage(-1, "a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatusListEntry.of(StatusPurpose.REVOCATION, -1, LIST));
  }

  @Test
  void areToldFromOtherKinds() {
    for (List<String> types :
        List.of(
            List.of("1EdTechRevocationList"),
            List.of(StatusListEntry.BITSTRING, StatusListEntry.STATUS_LIST_2021))) {
      assertThat(
              StatusListEntry.isIn(new CredentialStatus(Optional.empty(), types, JsonObject.EMPTY)))
          .isFalse();
    }
  }
}
