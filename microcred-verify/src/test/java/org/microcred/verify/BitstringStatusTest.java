package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.microcred.verify.StatusLists.URL;
import static org.microcred.verify.StatusLists.assertOpen;
import static org.microcred.verify.StatusLists.assertPassed;
import static org.microcred.verify.StatusLists.assertStatus;
import static org.microcred.verify.StatusLists.bits;
import static org.microcred.verify.StatusLists.encoded;
import static org.microcred.verify.StatusLists.entry;
import static org.microcred.verify.StatusLists.json;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.DataModel;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Bitstring Status List 1.0 §3.2, and Status List 2021. */
class BitstringStatusTest {
  private final StatusLists lists = new StatusLists();

  private static List<String> warnings(VerificationReport report) {
    return report.check(Check.Id.STATUS).warnings().stream().map(Problem::code).toList();
  }

  @Test
  void verifiesWhatIsNotRevoked() {
    lists.publish(lists.list("revocation", encoded(bits(6, 8, 131_071))));
    VerificationReport report = lists.verify(entry("revocation", "7"));
    assertPassed(report);
    assertThat(report.fetched()).extracting(Fetched::url).containsExactly(URI.create(URL));
  }

  @ParameterizedTest
  @CsvSource({"revocation, status.revoked", "suspension, status.suspended"})
  void rejectsWhatIsRevokedOrSuspended(String purpose, String code) {
    lists.publish(lists.list(purpose, encoded(bits(6, 131_071))));
    assertStatus(lists.verify(entry(purpose, "6")), Check.Outcome.FAILED, Optional.of(code));
    assertStatus(lists.verify(entry(purpose, "131071")), Check.Outcome.FAILED, Optional.of(code));
    assertPassed(lists.verify(entry(purpose, "0")));
  }

  @ParameterizedTest
  @CsvSource({"refresh, status.refresh", "message, status.message"})
  void tellsOtherPurposesAsWarnings(String purpose, String code) {
    lists.publish(lists.list(purpose, encoded(bits(6))));
    VerificationReport set = lists.verify(entry(purpose, "6"));
    assertPassed(set);
    assertThat(warnings(set)).containsExactly(code);
    VerificationReport unset = lists.verify(entry(purpose, "7"));
    assertPassed(unset);
    assertThat(warnings(unset)).isEmpty();
  }

  @Test
  void leavesOpenWhatAnUnknownPurposeMeans() {
    lists.publish(lists.list("celebration", encoded(bits())));
    assertOpen(lists.verify(entry("celebration", "6")), "status.unknown-purpose");
  }

  @Test
  void leavesOpenAKindOfStatusThatIsNotRead() {
    JsonObject badge =
        lists
            .uni
            .badge()
            .context("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
            .build()
            .json()
            .with(
                "credentialStatus",
                json(
                    "{\"id\": \"https://uni.example/s\", \"type\": \"1EdTechCredentialRefresh\"}"));
    assertOpen(
        lists.verifier().build().verify(lists.sign(lists.uni.signer, badge)), "status.unsupported");
  }

  @Test
  void readsStatusesOfSeveralBitsWithTheirMessages() {
    // §2.1: at the place index × size, from the left; here 01 at index 3 and 10 at index 5.
    lists.publish(lists.list("message", encoded(bits(7, 10))));
    JsonObject sized =
        entry("message", "3")
            .with("statusSize", JsonNumber.of(2))
            .with(
                "statusMessage",
                json(
                    """
                    [{"status": "0x0", "message": "pending"}, {"status": "0x1", "message": "accepted"},
                     {"status": "0x2", "message": "rejected"}, {"status": "0x03", "message": "undefined"}]
                    """))
            .with("statusReference", new JsonString("https://uni.example/dictionary"));
    assertThat(explained(sized)).contains("accepted").doesNotContain("rejected");
    assertThat(explained(sized.with("statusListIndex", new JsonString("5")))).contains("rejected");
    assertThat(explained(sized.with("statusListIndex", new JsonString("6")))).contains("pending");
    // 65,536 statuses of two bits are fewer than the specification asks for.
    assertOpen(lists.verify(sized), "status.list-length");
  }

  private String explained(JsonObject entry) {
    VerificationReport report =
        lists
            .verifier()
            .status(StatusPolicy.strict().withMinimumEntries(65_536))
            .build()
            .verify(lists.badge(entry));
    assertPassed(report);
    assertThat(warnings(report)).containsExactly("status.message");
    return report.explain();
  }

  @Test
  void asksSeveralListsAndTellsTheWorst() {
    String other = "https://uni.example/status/2";
    lists.publish(lists.list("revocation", encoded(bits())));
    lists.publish(
        other, lists.list("suspension", encoded(bits(9))).with("id", new JsonString(other)));
    JsonObject suspension =
        entry("suspension", "9").with("statusListCredential", new JsonString(other));
    VerificationReport report = lists.verify(JsonArray.of(entry("revocation", "9"), suspension));
    assertStatus(report, Check.Outcome.FAILED, Optional.of("status.suspended"));
    assertThat(report.check(Check.Id.STATUS).problems().get(0).pointer().toString())
        .isEqualTo("/credentialStatus/1");
  }

  @Test
  void readsAListThatServesSeveralPurposes() {
    lists.publish(
        StatusLists.withSubject(
            lists.list("", encoded(bits(9))),
            "statusPurpose",
            JsonArray.ofStrings(List.of("revocation", "suspension"))));
    assertStatus(
        lists.verify(entry("suspension", "9")),
        Check.Outcome.FAILED,
        Optional.of("status.suspended"));
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_JWT", "VC_SD_JWT", "VC_COSE", "EDDSA_JCS_2022"})
  void readsListsInEveryWireForm(ProofFormat format) {
    CredentialSigner signer = CredentialSigner.of(lists.uni.key, format);
    lists.put(URL, lists.sign(signer, lists.list("revocation", encoded(bits(6)))).toBytes());
    assertStatus(
        lists.verify(entry("revocation", "6")),
        Check.Outcome.FAILED,
        Optional.of("status.revoked"));
    assertPassed(lists.verify(entry("revocation", "7")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsStatusList2021OfTheDataModel11(boolean url) {
    byte[] file = StatusLists.gzip(bits(6));
    JsonObject list =
        (JsonObject)
            json(
                """
                {"@context": ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/vc/status-list/2021/v1"],
                 "id": "https://uni.example/status/1",
                 "type": ["VerifiableCredential", "StatusList2021Credential"],
                 "issuer": "%s", "issuanceDate": "2026-05-01T00:00:00Z",
                 "credentialSubject": {"id": "https://uni.example/status/1#list", "type": "StatusList2021",
                   "statusPurpose": "revocation", "encodedList": "%s"}}
                """
                    .formatted(
                        lists.uni.key.controller(),
                        url
                            ? encoded(bits(6)).substring(1)
                            : Base64.getEncoder().encodeToString(file)));
    lists.publish(list);
    assertStatus(verify2021("6"), Check.Outcome.FAILED, Optional.of("status.revoked"));
    assertPassed(verify2021("7"));
    // The families do not mix.
    assertOpen(lists.verify(entry("revocation", "7")), "status.list");
  }

  private VerificationReport verify2021(String index) {
    JsonObject badge =
        lists
            .uni
            .badge()
            .dataModel(DataModel.VC_1_1)
            .context("https://w3id.org/vc/status-list/2021/v1")
            .build()
            .json()
            .with(
                "credentialStatus",
                entry("revocation", index)
                    .with("id", new JsonString(URL + "#" + index))
                    .with("type", new JsonString("StatusList2021Entry")));
    return lists.verifier().build().verify(lists.sign(lists.uni.signer, badge));
  }

  @Test
  void believesAnotherIssuerOfListsOnlyWhenNamed() {
    Signer other = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
    JsonObject list =
        lists
            .list("revocation", encoded(bits(6)))
            .with("issuer", new JsonString(other.controller()));
    lists.put(
        URL, lists.sign(CredentialSigner.of(other, ProofFormat.EDDSA_RDFC_2022), list).toBytes());
    var entry = entry("revocation", "6");
    assertOpen(lists.verify(entry), "status.list-issuer");
    // Trust in issuers does not extend to lists.
    CredentialVerifier trusting =
        CredentialVerifier.builder(TrustPolicy.anyone())
            .clock(Badges.CLOCK)
            .documents(DocumentLoader.of(lists.web))
            .build();
    assertOpen(trusting.verify(lists.badge(entry)), "status.list-issuer");
    assertStatus(
        lists
            .verifier()
            .status(StatusPolicy.strict().withListIssuers(other.controller()))
            .build()
            .verify(lists.badge(entry)),
        Check.Outcome.FAILED,
        Optional.of("status.revoked"));
  }

  @Test
  void asksTheTrustPolicyAboutTheCredentialAlone() {
    lists.publish(lists.list("revocation", encoded(bits())));
    List<List<String>> asked = new ArrayList<>();
    TrustPolicy recording =
        credential -> {
          asked.add(credential.types());
          return Optional.of("seen");
        };
    CredentialVerifier verifier =
        CredentialVerifier.builder(recording)
            .clock(Badges.CLOCK)
            .documents(DocumentLoader.of(lists.web))
            .build();
    assertPassed(verifier.verify(lists.badge(entry("revocation", "7"))));
    assertThat(asked).containsExactly(List.of("VerifiableCredential", "OpenBadgeCredential"));
  }

  @Test
  void comparesTheIdOfTheListUnlessTold() {
    List<JsonObject> listed = new ArrayList<>();
    JsonObject list = lists.list("revocation", encoded(bits(6)));
    listed.add(list.without("id"));
    listed.add(list.with("id", new JsonString("https://uni.example/status/other")));
    for (JsonObject other : listed) {
      lists.publish(other);
      assertOpen(lists.verify(entry("revocation", "7")), "status.list-id");
      assertPassed(
          lists
              .verifier()
              .status(StatusPolicy.strict().withAnyListId())
              .build()
              .verify(lists.badge(entry("revocation", "7"))));
    }
  }

  @Test
  void warnsOfACopyThatIsOlderThanItsIssuerWants() {
    JsonObject list = lists.list("revocation", encoded(bits()));
    for (String young : List.of("2678400000", "0.0")) {
      lists.publish(StatusLists.withSubject(list, "ttl", new JsonNumber(young)));
      VerificationReport report = lists.verify(entry("revocation", "7"));
      assertPassed(report);
      assertThat(warnings(report)).hasSize(young.equals("0.0") ? 1 : 0);
    }
    lists.publish(StatusLists.withSubject(list, "ttl", new JsonString("soon")));
    assertOpen(lists.verify(entry("revocation", "7")), "status.list");
  }

  @Test
  void takesAnIssuerOfListsThatIsNamedTwice() {
    assertThat(StatusPolicy.strict().withListIssuers("did:web:a", "did:web:a").listIssuers())
        .containsExactly("did:web:a");
  }

  @Test
  void demandsAPositiveNumberOfEntries() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatusPolicy.strict().withMinimumEntries(0))
        .withMessageContaining("minimumEntries");
  }
}
