package org.microcred.crypto.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Profile;
import org.microcred.model.StatusMessage;
import org.microcred.model.StatusPurpose;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** The issuer's side: places at random, statuses, signed lists, and what is kept between them. */
class StatusListIssuerTest {
  private static final String URL = "https://uni.example/status/1";
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final Signer key = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  private final CredentialSigner signer = CredentialSigner.of(key, ProofFormat.EDDSA_JCS_2022);

  private AchievementCredential badge() {
    return AchievementCredential.builder(
            Profile.of(key.controller(), "Example University"),
            "did:example:learner",
            Achievement.builder("https://uni.example/python-101", "Python 101").build())
        .build();
  }

  private static JsonObject json(byte[] bytes) throws InvalidDocumentException {
    return Json.readObject(bytes, Limits.defaults());
  }

  @Test
  void givesOutEveryPlaceOnce() {
    StatusListIssuer list = StatusListIssuer.builder(URL).entries(136).build();
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < 136; i++) {
      assertThat(list.free()).isEqualTo(136 - i);
      assertThat(places.add(list.allocate())).isTrue();
    }
    assertThat(Collections.min(places)).isZero();
    assertThat(Collections.max(places)).isEqualTo(135);
    assertThatIllegalStateException().isThrownBy(list::allocate).withMessageContaining("full");
  }

  @Test
  void drawsPlacesEvenly() {
    int[] drawn = new int[8];
    Random random = new Random(7);
    for (int i = 0; i < 8000; i++) {
      StatusListIssuer list = StatusListIssuer.builder(URL).entries(8).random(random).build();
      list.allocate();
      drawn[list.allocate()]++;
    }
    for (int count : drawn) {
      assertThat(count).isBetween(850, 1150);
    }
  }

  @Test
  void givesOutNoPlaceTwiceToManyThreads() throws Exception {
    StatusListIssuer list = StatusListIssuer.builder(URL).entries(8_000).build();
    Set<Integer> places = Collections.synchronizedSet(new HashSet<>());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  int index = list.allocate();
                  places.add(index);
                  list.set(index, 1);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(places).hasSize(8_000);
    assertThat(list.free()).isZero();
    for (int index = 0; index < 8_000; index++) {
      assertThat(list.get(index)).isEqualTo(1);
    }
  }

  @Test
  void issuesBadgesThatNameTheirPlace() throws Exception {
    StatusListIssuer list = StatusListIssuer.builder(URL).build();
    List<IssuedCredential> issued = list.issue(signer, List.of(badge(), badge(), badge()));
    assertThat(issued).extracting(IssuedCredential::index).doesNotHaveDuplicates();
    assertThat(list.free()).isEqualTo(131_069);
    for (IssuedCredential one : issued) {
      assertThat(json(one.credential().toBytes()).object("credentialStatus").orElseThrow())
          .isEqualTo(list.entry(one.index()).toJson());
    }
  }

  @Test
  void issuesAllOrNone() {
    StatusListIssuer list = StatusListIssuer.builder(URL).entries(8).build();
    AchievementCredential foreign =
        AchievementCredential.builder(
                Profile.of("did:example:other", "Other"),
                "did:example:learner",
                Achievement.builder("https://uni.example/python-101", "Python 101").build())
            .build();
    assertThatThrownBy(() -> list.issue(signer, List.of(badge(), foreign)))
        .isInstanceOf(InvalidDocumentException.class);
    assertThat(list.free()).isEqualTo(8);
    assertThatIllegalStateException()
        .isThrownBy(() -> list.issue(signer, Collections.nCopies(9, badge())));
    assertThat(list.free()).isEqualTo(8);
  }

  @Test
  void addsAPlaceBesideOthersAndTheContextThatItNeeds() {
    StatusListIssuer revocation = StatusListIssuer.builder(URL).build();
    StatusListIssuer suspension =
        StatusListIssuer.builder("https://uni.example/status/2")
            .purpose(StatusPurpose.SUSPENSION)
            .build();
    StatusListIssuer older =
        StatusListIssuer.builder("https://uni.example/status/3")
            .format(StatusListFormat.STATUS_LIST_2021)
            .build();
    JsonObject one = revocation.addTo(badge().json(), revocation.allocate());
    assertThat(one.list("@context")).hasSize(2);
    JsonObject two = suspension.addTo(one, suspension.allocate());
    assertThat(two.list("credentialStatus")).hasSize(2);
    JsonObject three = older.addTo(two, older.allocate());
    assertThat(three.list("@context").toString()).contains("status-list/2021/v1");
    JsonObject old = JsonObject.builder().put("@context", StatusReference.VC_1_1).build();
    assertThat(revocation.addTo(old, revocation.allocate()).list("@context").toString())
        .contains("https://www.w3.org/ns/credentials/status/v1");
  }

  @Test
  void addsAClaimForTokens() {
    StatusListIssuer list =
        StatusListIssuer.builder(URL).format(StatusListFormat.TOKEN).bits(2).build();
    int index = list.allocate();
    JsonObject claims = list.addTo(JsonObject.EMPTY, index);
    assertThat(claims)
        .hasToString(
            "{\"status\":{\"status_list\":{\"idx\":" + index + ",\"uri\":\"" + URL + "\"}}}");
    assertThatIllegalArgumentException().isThrownBy(() -> list.addTo(claims, index));
    assertThatIllegalStateException().isThrownBy(() -> list.entry(index));
  }

  @ParameterizedTest
  @EnumSource
  void survivesBeingKept(StatusListFormat format) throws Exception {
    StatusListBuilder builder =
        StatusListIssuer.builder(URL)
            .format(format)
            .entries(1_000)
            .purpose(StatusPurpose.SUSPENSION)
            .timeToLive(Duration.ofHours(1));
    if (format == StatusListFormat.BITSTRING) {
      builder.messages(
          List.of(
              new StatusMessage(0, "a"),
              new StatusMessage(1, "b"),
              new StatusMessage(2, "c"),
              new StatusMessage(3, "d")));
    }
    StatusListIssuer list = builder.build();
    int set = list.allocate();
    list.set(set, 1);
    StatusListIssuer again = StatusListIssuer.fromBytes(list.toBytes());
    assertThat(again.toBytes()).isEqualTo(list.toBytes());
    assertThat(again.free()).isEqualTo(999);
    assertThat(again.get(set)).isEqualTo(1);
    assertThat(again.format()).isEqualTo(format);
    assertThat(again.url()).isEqualTo(URL);
    assertThat(again.entries()).isEqualTo(1_000);
    again.set(set, 0);
    assertThat(again.get(set)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"id\": \"https://a.example/\", \"format\": \"BitstringStatusList\"}",
        "FORMAT\"other\"",
        "ENTRIES1e99999",
        "ENTRIES\"8\"",
        "ENTRIES16",
        "ENTRIES2147483640",
        "BITS9",
        "TTLsoon"
      })
  void refusesWhatIsNoKeptList(String change) {
    String text =
        new String(
            StatusListIssuer.builder(URL)
                .entries(8)
                .timeToLive(Duration.ofHours(1))
                .build()
                .toBytes(),
            StandardCharsets.UTF_8);
    String changed =
        change.startsWith("FORMAT")
            ? text.replace("\"BitstringStatusList\"", change.substring(6))
            : change.startsWith("ENTRIES")
                ? text.replace("\"entries\":8", "\"entries\":" + change.substring(7))
                : change.startsWith("BITS")
                    ? text.replace("\"bits\":1", "\"bits\":" + change.substring(4))
                    : change.startsWith("TTL") ? text.replace("PT1H", "soon") : change;
    assertThat(changed).isNotEqualTo(text);
    assertThatThrownBy(() -> StatusListIssuer.fromBytes(changed.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidDocumentException.class);
  }

  @Test
  void neverUndoesARevocation() {
    StatusListIssuer list = StatusListIssuer.builder(URL).build();
    int index = list.allocate();
    list.set(index, 0);
    list.set(index, 1);
    list.set(index, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list.set(index, 0))
        .withMessageContaining("not reversible");
    assertThatIllegalArgumentException().isThrownBy(() -> list.set(index, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> list.set(index, -1));
    int other = index == 0 ? 1 : index - 1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list.set(other, 1))
        .withMessageContaining("not given out");
    assertThatIllegalArgumentException().isThrownBy(() -> list.get(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> list.get(131_072));
  }

  @Test
  void signsWhatVerifiersRead() throws Exception {
    StatusListIssuer list = StatusListIssuer.builder(URL).timeToLive(Duration.ofMinutes(5)).build();
    int index = list.allocate();
    list.set(index, 1);
    JsonObject signed = json(list.sign(signer, NOW, Duration.ofDays(1)).toBytes());
    assertThat(signed.string("id")).contains(URL);
    assertThat(signed.string("validUntil")).contains("2026-06-02T00:00:00Z");
    JsonObject subject = signed.object("credentialSubject").orElseThrow();
    assertThat(subject.get("ttl").orElseThrow()).hasToString("300000");
    StatusList read = StatusList.ofBitstring(subject.string("encodedList").orElseThrow(), 1 << 20);
    assertThat(read.entries()).isEqualTo(131_072);
    assertThat(read.get(index)).hasValue(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> list.signToken(key, NOW, Duration.ofDays(1)));
  }

  @Test
  void signsTokensThatVerifiersRead() throws Exception {
    StatusListIssuer list =
        StatusListIssuer.builder(URL)
            .format(StatusListFormat.TOKEN)
            .bits(4)
            .entries(16)
            .timeToLive(Duration.ofMinutes(5))
            .build();
    int index = list.allocate();
    list.set(index, 13);
    StatusListToken token =
        StatusListToken.read(list.signToken(key, NOW, Duration.ofDays(1)), Limits.defaults());
    assertThat(token.shape().passed()).isTrue();
    assertThat(token.uri()).contains(URL);
    assertThat(token.issuer()).isEmpty();
    assertThat(token.issuedAt()).contains(NOW);
    assertThat(token.timeToLive()).contains(Duration.ofMinutes(5));
    assertThat(token.proof().expires()).contains(NOW.plus(Duration.ofDays(1)));
    assertThat(token.proof().format()).isEqualTo("statuslist+jwt+EdDSA");
    assertThat(token.list(1 << 20).get(index)).hasValue(13);
    assertThatIllegalStateException().isThrownBy(() -> list.sign(signer, NOW, Duration.ofDays(1)));
  }

  @Test
  void demandsWhatGoesTogether() {
    for (StatusListBuilder builder :
        List.of(
            StatusListIssuer.builder("status/1"),
            StatusListIssuer.builder(URL + "#list"),
            StatusListIssuer.builder("not a url"),
            StatusListIssuer.builder(URL).entries(0),
            StatusListIssuer.builder(URL).entries(12),
            StatusListIssuer.builder(URL).entries((8 << 20) + 8),
            StatusListIssuer.builder(URL).bits(2),
            StatusListIssuer.builder(URL).messages(List.of(new StatusMessage(0, "a"))),
            StatusListIssuer.builder(URL).timeToLive(Duration.ofMillis(1)),
            StatusListIssuer.builder(URL).format(StatusListFormat.STATUS_LIST_2021).bits(2),
            StatusListIssuer.builder(URL).format(StatusListFormat.TOKEN).bits(3))) {
      assertThatIllegalArgumentException().isThrownBy(builder::build);
    }
    assertThat(StatusListFormat.of("none")).isEmpty();
  }

  @Test
  void writesWhatItReadsInBothOrders() {
    Random random = new Random(3);
    for (boolean left : new boolean[] {true, false}) {
      for (int bits = 1; bits <= 16; bits++) {
        byte[] octets = new byte[64];
        int[] values = new int[octets.length * 8 / bits];
        for (int i = 0; i < values.length; i++) {
          values[i] = random.nextInt(1 << bits);
          StatusList.put(octets, bits, left, i, values[i] ^ ((1 << bits) - 1));
          StatusList.put(octets, bits, left, i, values[i]);
        }
        StatusList list = new StatusList(octets, bits, left);
        for (int i = 0; i < values.length; i++) {
          assertThat(list.get(i)).hasValue(values[i]);
        }
      }
    }
  }
}
