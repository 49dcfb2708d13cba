package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.StatusLists.BYTES;
import static org.microcred.verify.StatusLists.URL;
import static org.microcred.verify.StatusLists.assertOpen;
import static org.microcred.verify.StatusLists.assertPassed;
import static org.microcred.verify.StatusLists.bits;
import static org.microcred.verify.StatusLists.encoded;
import static org.microcred.verify.StatusLists.entry;
import static org.microcred.verify.StatusLists.gzip;
import static org.microcred.verify.StatusLists.json;
import static org.microcred.verify.StatusLists.text;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Attacks on entries and lists. None is verified, and none makes a list say more than it says. */
@Tag("hostile")
class HostileStatusListsTest {
  private static final long MEBIBYTE = 1 << 20;

  private final StatusLists lists = new StatusLists();

  private VerificationReport withList(JsonObject list) {
    lists.publish(list);
    return lists.verify(entry("revocation", "7"));
  }

  private VerificationReport withEncoded(String encodedList) {
    return withList(lists.list("revocation", encodedList));
  }

  static String encode(byte[] file) {
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(file);
  }

  // --- entries ---

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 7",
        "7 ",
        "+7",
        "-7",
        "-0",
        "07",
        "7.0",
        "7e0",
        "0x7",
        "seven",
        "٧",
        "７",
        "7\u0000",
        "1000000000000000000",
        "99999999999999999999999999999999"
      })
  void anIndexIsDecimalDigitsOfAscii(String index) {
    lists.publish(lists.list("revocation", encoded(bits())));
    assertOpen(lists.verify(entry("revocation", index)), "status.malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"131072", "131073", "4294967303", "999999999999999999"})
  void anIndexBehindTheEndIsNoStatus(String index) {
    lists.publish(lists.list("revocation", encoded(bits())));
    assertOpen(lists.verify(entry("revocation", index)), "status.index");
  }

  @Test
  void anIndexBehindTheEndIsNoStatusWhateverItsSize() {
    lists.publish(lists.list("message", encoded(bits())));
    StringBuilder messages = new StringBuilder("[");
    for (int i = 0; i < 16; i++) {
      messages.append(i == 0 ? "" : ",");
      messages.append("{\"status\": \"0x%x\", \"message\": \"m\"}".formatted(i));
    }
    // Times four it overflows 64 bits to 28.
    JsonObject entry =
        entry("message", "500000000000000007")
            .with("statusSize", JsonNumber.of(4))
            .with("statusMessage", json(messages.append("]").toString()));
    assertOpen(
        lists
            .verifier()
            .status(StatusPolicy.strict().withMinimumEntries(1))
            .build()
            .verify(lists.badge(entry)),
        "status.index");
  }

  static List<JsonObject> malformedEntries() {
    JsonObject sound = entry("revocation", "7");
    return List.of(
        sound.without("statusPurpose"),
        sound.with("statusPurpose", text("")),
        sound.without("statusListIndex"),
        sound.without("statusListCredential"),
        sound.with("statusSize", JsonNumber.of(0)),
        sound.with("statusSize", JsonNumber.of(-1)),
        sound.with("statusSize", JsonNumber.of(2)),
        sound.with("statusSize", JsonNumber.of(33)),
        sound.with(
            "statusMessage",
            json(
                "[{\"status\": \"0x0\", \"message\": \"a\"}, {\"status\": \"0x0\", \"message\": \"b\"}]")),
        sound.with(
            "statusMessage",
            json(
                "[{\"status\": \"0x0\", \"message\": \"a\"}, {\"status\": \"1\", \"message\": \"b\"}]")),
        sound.with(
            "statusMessage",
            json(
                "[{\"status\": \"0x0\", \"message\": \"a\"}, {\"status\": \"0x2\", \"message\": \"b\"}]")));
  }

  @ParameterizedTest
  @MethodSource("malformedEntries")
  void aMalformedEntryIsNoStatus(JsonObject entry) {
    lists.publish(lists.list("revocation", encoded(bits())));
    assertOpen(lists.verify(entry), "status.malformed");
    assertThat(lists.verify(entry).fetched()).isEmpty();
  }

  @Test
  void aFloodOfEntriesAsksForNothing() {
    lists.publish(lists.list("revocation", encoded(bits())));
    JsonValue[] entries = new JsonValue[9];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = entry("revocation", Integer.toString(i));
    }
    VerificationReport report = lists.verify(JsonArray.of(entries));
    assertOpen(report, "limit.status-entries");
    assertThat(report.fetched()).isEmpty();
    assertPassed(lists.verify(JsonArray.of(Arrays.copyOf(entries, 8))));
  }

  // --- lists ---

  @Test
  void aListForAnotherPurposeSaysNothing() {
    assertOpen(withList(lists.list("suspension", encoded(bits(7)))), "status.list-purpose");
    assertOpen(
        withList(
            StatusLists.withSubject(
                lists.list("", encoded(bits())), "statusPurpose", JsonNumber.of(1))),
        "status.list-purpose");
  }

  @Test
  void aShortListSaysNothingUnlessAllowed() {
    byte[] shorter = new byte[BYTES - 1];
    assertOpen(withEncoded(encoded(shorter)), "status.list-length");
    assertPassed(
        lists
            .verifier()
            .status(StatusPolicy.strict().withMinimumEntries(8 * (BYTES - 1)))
            .build()
            .verify(lists.badge(entry("revocation", "7"))));
  }

  static List<String> wrongEncodings() throws IOException {
    byte[] file = gzip(bits());
    byte[] checksum = file.clone();
    checksum[file.length - 8] ^= 1;
    byte[] middle = file.clone();
    middle[12] ^= 0x55;
    byte[] longer = Arrays.copyOf(file, file.length + 1);
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(file);
    two.write(file);
    byte[] nameless = file.clone();
    nameless[3] = 0x08;
    byte[] reserved = file.clone();
    reserved[3] = (byte) 0x80;
    String zlib = StatusLists.zlib(bits());
    return List.of(
        "",
        "u",
        encode(file).substring(1),
        "z" + encode(file).substring(1),
        encode(file) + "=",
        encode(file).replaceFirst("A", " "),
        "u" + zlib,
        encode(bits()),
        encode(Arrays.copyOf(file, 17)),
        encode(Arrays.copyOf(file, file.length - 1)),
        encode(longer),
        encode(two.toByteArray()),
        encode(checksum),
        encode(middle),
        encode(nameless),
        encode(reserved),
        encode(sized(file, BYTES - 1)),
        encode(sized(file, BYTES + 1)),
        encode(sized(file, 0)));
  }

  /** The file with another length in its trailer. */
  private static byte[] sized(byte[] file, int size) {
    byte[] lie = file.clone();
    ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(lie.length - 4, size);
    return lie;
  }

  @ParameterizedTest
  @MethodSource("wrongEncodings")
  void aWronglyEncodedListSaysNothing(String encodedList) {
    assertOpen(withEncoded(encodedList), "status.encoding");
  }

  @Test
  void aListWithoutItsBitsOrOfAnotherTypeSaysNothing() {
    JsonObject list = lists.list("revocation", encoded(bits()));
    JsonObject subject = list.object("credentialSubject").orElseThrow();
    assertOpen(
        withList(list.with("credentialSubject", subject.without("encodedList"))),
        "status.encoding");
    assertOpen(withList(list.with("type", json("[\"VerifiableCredential\"]"))), "status.list");
    assertOpen(
        withList(
            list.with(
                "credentialSubject",
                JsonArray.of(subject, subject.with("id", new JsonString("urn:x:other"))))),
        "status.list");
  }

  // --- bombs ---

  /** GZIP of as many mebibytes of zeros, which says in its trailer that it has {@code size}. */
  static byte[] bomb(int mebibytes, int size) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0});
    try {
      byte[] block = new byte[8192];
      deflater.setInput(new byte[(int) MEBIBYTE]);
      int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
      for (int i = 0; i < mebibytes; i++) {
        out.write(block, 0, length);
      }
      deflater.finish();
      out.write(block, 0, deflater.deflate(block));
    } finally {
      deflater.end();
    }
    out.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(size).array());
    return out.toByteArray();
  }

  /** What the verification allocates besides, and whether it ends soon. */
  private VerificationReport measured(String encodedList) {
    lists.publish(lists.list("revocation", encodedList));
    SecuredCredential badge = lists.badge(entry("revocation", "7"));
    CredentialVerifier verifier = lists.verifier().build();
    verifier.verify(badge);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Instant start = Instant.now();
    VerificationReport report = verifier.verify(badge);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    // All that is allocated, most of it garbage at once: it never holds 64 MiB at a time.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(80 * MEBIBYTE);
    return report;
  }

  @Test
  void aBombOfAGibibyteIsNotLit() {
    assertOpen(measured(encode(bomb(1024, 1 << 30))), "limit.status-list");
  }

  @Test
  void aBombThatLiesAboutItsSizeIsStoppedWhereItSaidItWouldEnd() {
    assertOpen(measured(encode(bomb(1024, BYTES))), "status.encoding");
    assertOpen(measured(encode(bomb(1024, 16 << 20))), "status.encoding");
  }

  @Test
  void theListsOfOneCallAreBoundedTogether() {
    List<JsonValue> entries = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String url = "https://uni.example/status/" + i;
      lists.publish(
          url,
          lists.list("revocation", encoded(new byte[16 << 20])).with("id", new JsonString(url)));
      entries.add(entry("revocation", "7").with("statusListCredential", new JsonString(url)));
    }
    assertPassed(lists.verify(new JsonArray(entries.subList(0, 2))));
    assertOpen(lists.verify(new JsonArray(entries)), "limit.status-list");
  }

  // --- lists that are not what they seem ---

  @Test
  void aChangedListIsNotBelieved() {
    String text =
        lists
            .sign(lists.uni.signer, lists.list("revocation", encoded(bits(7))))
            .toText()
            .orElseThrow();
    lists.put(URL, text.replace(encoded(bits(7)), encoded(bits())));
    assertOpen(lists.verify(entry("revocation", "7")), "status.list-not-verified");
    lists.put(URL, Json.write(lists.list("revocation", encoded(bits()))));
    assertOpen(lists.verify(entry("revocation", "7")), "status.list-not-verified");
    lists.put(URL, "<html>not found</html>");
    assertOpen(lists.verify(entry("revocation", "7")), "status.list-not-verified");
  }

  @Test
  void aListSignedWithAnothersKeyIsNotBelieved() {
    StatusLists other = new StatusLists();
    JsonObject forged =
        Badges.json(other.sign(other.uni.signer, other.list("revocation", encoded(bits()))))
            .with("issuer", new JsonString(lists.uni.key.controller()));
    lists.put(URL, Json.write(forged));
    assertOpen(lists.verify(entry("revocation", "7")), "status.list-not-verified");
  }

  @Test
  void aListOutOfItsTimeIsNotBelieved() {
    JsonObject list = lists.list("revocation", encoded(bits()));
    assertOpen(
        withList(list.with("validUntil", new JsonString("2026-05-31T00:00:00Z"))),
        "status.list-not-verified");
    assertOpen(
        withList(list.with("validFrom", new JsonString("2026-06-02T00:00:00Z"))),
        "status.list-not-verified");
  }

  @Test
  void aListThatCannotBeHadLeavesTheStatusOpenAndIsNamed() {
    VerificationReport missing = lists.verify(entry("revocation", "7"));
    assertOpen(missing, "status.unavailable");
    assertThat(missing.explain()).contains(URL);
    DocumentLoader broken =
        url -> {
          throw new IOException("refused after 3 tries");
        };
    VerificationReport refused =
        lists
            .uni
            .verifier()
            .documents(broken)
            .build()
            .verify(lists.badge(entry("revocation", "7")));
    assertOpen(refused, "status.unavailable");
    assertThat(refused.explain()).contains(URL).contains("refused after 3 tries");
  }

  // --- lists that depend on lists ---

  @Test
  void aListMayHaveAStatusItself() {
    String above = "https://uni.example/status/2";
    lists.publish(
        above, lists.list("revocation", encoded(bits(6))).with("id", new JsonString(above)));
    JsonObject list = lists.list("revocation", encoded(bits()));
    JsonObject entry = entry("revocation", "7").with("statusListCredential", new JsonString(above));
    assertPassed(withList(list.with("credentialStatus", entry)));
    assertOpen(
        withList(list.with("credentialStatus", entry.with("statusListIndex", new JsonString("6")))),
        "status.list-not-verified");
  }

  @Test
  void aListThatDependsOnItselfIsNotBelieved() {
    assertOpen(
        withList(
            lists
                .list("revocation", encoded(bits()))
                .with("credentialStatus", entry("revocation", "7"))),
        "status.list-not-verified");
  }

  @Test
  void aListIsAskedForOnceHoweverManyCredentialsInsideReferToIt() {
    lists.publish(lists.list("revocation", encoded(bits(7))));
    List<URI> asked = Collections.synchronizedList(new ArrayList<>());
    DocumentLoader counting =
        url -> {
          asked.add(url);
          return DocumentLoader.of(lists.web).load(url);
        };
    JsonObject endorsement =
        (JsonObject)
            json(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:8ee7ce0a-6e8c-4b5f-a54a-1c1b29c6a1a5",
                 "type": ["VerifiableCredential", "EndorsementCredential"],
                 "name": "Endorsed", "issuer": {"id": "%s", "type": ["Profile"]},
                 "validFrom": "2026-01-01T00:00:00Z",
                 "credentialSubject": {"id": "https://uni.example/python-101",
                                       "type": ["EndorsementSubject"]}}
                """
                    .formatted(lists.uni.key.controller()));
    List<JsonValue> revoked = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsonObject another =
          endorsement
              .with("id", new JsonString("urn:x:endorsement:" + i))
              .with("credentialStatus", entry("revocation", "7"));
      revoked.add(Badges.json(lists.sign(lists.uni.signer, another)));
    }
    JsonObject badge =
        lists
            .uni
            .badge()
            .build()
            .json()
            .with("endorsement", new JsonArray(revoked))
            .with("credentialStatus", entry("revocation", "8"));
    VerificationReport report =
        lists
            .uni
            .verifier()
            .documents(counting)
            .build()
            .verify(lists.sign(lists.uni.signer, badge));
    // What is inside does not decide about the status of the whole.
    assertPassed(report);
    assertThat(report.embedded())
        .extracting(e -> e.report().check(Check.Id.STATUS).outcome())
        .containsOnly(Check.Outcome.FAILED);
    assertThat(asked).containsExactly(URI.create(URL));
  }

  @Test
  void textOfTheIssuerIsShownHarmlessly() {
    lists.publish(lists.list("message", encoded(bits(7))));
    JsonObject entry =
        entry("message", "7")
            .with(
                "statusMessage",
                json(
                    "[{\"status\": \"0x0\", \"message\": \"\"}, {\"status\": \"0x1\", \"message\": \"a\\u001b[31m\\nVERIFIED\"}]"));
    String text = lists.verify(entry).explain();
    assertThat(text).contains("\\u{1b}").contains("\\u{a}VERIFIED").doesNotContain("\u001b");
    assertThat(text.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }
}
