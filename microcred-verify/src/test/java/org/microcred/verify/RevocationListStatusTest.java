package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.StatusLists.assertOpen;
import static org.microcred.verify.StatusLists.assertPassed;
import static org.microcred.verify.StatusLists.assertStatus;
import static org.microcred.verify.StatusLists.json;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.Signer;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** 1EdTech Revocation List Status Method 1.0. */
class RevocationListStatusTest {
  private static final String ISSUER = "did:web:uni.example";
  private static final String LIST = "https://uni.example/revocations";
  private static final String ID = "urn:uuid:8ee7ce0a-6e8c-4b5f-a54a-1c1b29c6a1a5";

  private final StatusLists lists = new StatusLists();
  private final Signer signer = Badges.renamed(lists.uni.key, ISSUER + "#key", ISSUER);

  RevocationListStatusTest() {
    lists.put(
        "https://uni.example/.well-known/did.json",
        """
        {"id": "did:web:uni.example", "assertionMethod": [
          {"id": "did:web:uni.example#key", "type": "Multikey", "controller": "did:web:uni.example",
           "publicKeyMultibase": "%s"}]}
        """
            .formatted(lists.uni.key.controller().substring("did:key:".length())));
  }

  private VerificationReport verify(String list, StatusPolicy policy) {
    JsonObject badge =
        Badges.issuedBy(
                lists
                    .uni
                    .badge()
                    .context("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
                    .id(ID)
                    .build()
                    .json(),
                ISSUER)
            .with(
                "credentialStatus",
                JsonObject.builder().put("id", list).put("type", "1EdTechRevocationList").build());
    return CredentialVerifier.builder(TrustPolicy.issuers(ISSUER))
        .clock(Badges.CLOCK)
        .documents(DocumentLoader.of(lists.web))
        .status(policy)
        .build()
        .verify(lists.sign(CredentialSigner.of(signer, ProofFormat.EDDSA_JCS_2022), badge));
  }

  private VerificationReport withList(String content) {
    lists.put(LIST, content);
    return verify(LIST, StatusPolicy.strict());
  }

  private static String list(String issuer, String revoked) {
    return "{\"id\": \"%s\", \"issuer\": %s, %s}".formatted(LIST, issuer, revoked);
  }

  private static String revoking(String element) {
    return list("\"" + ISSUER + "\"", "\"revokedCredentials\": [" + element + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", \"revoked\": true", ", \"revoked\": \"true\""})
  void rejectsWhatItLists(String flag) {
    VerificationReport report =
        withList(
            revoking("{\"id\": \"" + ID + "\", \"revocationReason\": \"No exam\"" + flag + "}"));
    assertStatus(report, Check.Outcome.FAILED, Optional.of("status.revoked"));
    assertThat(report.explain()).contains("No exam");
  }

  @Test
  void rejectsWhatItListsUnderTheOtherName() {
    assertStatus(
        withList(
            list(
                "{\"id\": \"" + ISSUER + "\"}",
                "\"revokedCredential\": [{\"id\": \"" + ID + "\"}]")),
        Check.Outcome.FAILED,
        Optional.of("status.revoked"));
  }

  @Test
  void verifiesWhatItDoesNotList() {
    assertPassed(withList(revoking("")));
    assertPassed(withList(revoking("{\"id\": \"urn:uuid:other\"}")));
    assertPassed(withList(revoking("{\"id\": \"" + ID + "\", \"revoked\": false}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"revokedCredentials\": {}",
        "\"revokedCredentials\": [\"urn:uuid:other\"]",
        "\"revokedCredentials\": [{\"revoked\": true}]",
        "\"revokedCredentials\": [{\"id\": \"a:b\", \"revoked\": \"perhaps\"}]",
        "\"revoked\": []"
      })
  void leavesOpenWhatIsNoList(String members) {
    assertOpen(withList(list("\"" + ISSUER + "\"", members)), "status.list");
  }

  @Test
  void leavesOpenWhatCannotBeRead() {
    assertOpen(withList("<html>"), "status.list");
    assertOpen(withList("[".repeat(100)), "limit.depth");
    assertOpen(verify("https://uni.example/none", StatusPolicy.strict()), "status.unavailable");
  }

  @Test
  void believesNoOtherIssuer() {
    assertOpen(
        withList(list("\"did:web:other.example\"", "\"revokedCredentials\": []")),
        "status.list-issuer");
    assertOpen(
        withList("{\"id\": \"" + LIST + "\", \"revokedCredentials\": []}"), "status.list-issuer");
  }

  @Test
  void comparesTheId() {
    String other =
        "{\"id\": \"https://uni.example/x\", \"issuer\": \"%s\", \"revokedCredentials\": []}";
    assertOpen(withList(other.formatted(ISSUER)), "status.list-id");
    assertPassed(verify(LIST, StatusPolicy.strict().withAnyListId()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://uni.example/revocations",
        "https://uni.example:8443/revocations",
        "https://uni.example.evil.example/revocations",
        "https://uni.example@evil.example/revocations",
        "https://cdn.example/revocations",
        "urn:uuid:8ee7ce0a-6e8c-4b5f-a54a-1c1b29c6a1a5"
      })
  void believesNoOtherPlaceThanTheIssuersOrigin(String place) {
    lists.put(
        place,
        "{\"id\": \"%s\", \"issuer\": \"%s\", \"revokedCredentials\": []}"
            .formatted(place, ISSUER));
    VerificationReport report = verify(place, StatusPolicy.strict());
    assertOpen(report, "status.list-issuer");
    assertThat(report.fetched()).extracting(Fetched::url).doesNotContain(URI.create(place));
  }

  @Test
  void believesAPlaceThatIsNamed() {
    String place = "https://cdn.example/revocations";
    lists.put(
        place,
        "{\"id\": \"%s\", \"issuer\": \"%s\", \"revokedCredentials\": []}"
            .formatted(place, ISSUER));
    assertPassed(verify(place, StatusPolicy.strict().withListIssuers("https://cdn.example/any")));
    assertPassed(verify(place, StatusPolicy.strict().withListIssuers("did:web:cdn.example:a")));
    assertOpen(
        verify(place, StatusPolicy.strict().withListIssuers("did:key:z6Mk")), "status.list-issuer");
  }

  @Test
  void believesNoPlaceThatARedirectLedTo() {
    lists.put(LIST, revoking(""));
    JsonObject badge =
        Badges.issuedBy(
                lists
                    .uni
                    .badge()
                    .context("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
                    .id(ID)
                    .build()
                    .json(),
                ISSUER)
            .with(
                "credentialStatus",
                json("{\"id\": \"" + LIST + "\", \"type\": \"1EdTechRevocationList\"}"));
    VerificationReport report =
        CredentialVerifier.builder(TrustPolicy.issuers(ISSUER))
            .clock(Badges.CLOCK)
            .documents(
                url ->
                    DocumentLoader.of(lists.web)
                        .load(url)
                        .map(
                            found ->
                                url.equals(URI.create(LIST))
                                    ? new LoadedDocument(
                                        URI.create("https://evil.example/revocations"),
                                        Optional.empty(),
                                        found.content(),
                                        LoadedDocument.Source.NETWORK)
                                    : found))
            .build()
            .verify(lists.sign(CredentialSigner.of(signer, ProofFormat.EDDSA_JCS_2022), badge));
    assertOpen(report, "status.list-issuer");
  }

  @Test
  void leavesOpenACredentialThatTheListCouldNotName() {
    lists.put(LIST, revoking(""));
    JsonObject nameless =
        (JsonObject)
            json(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
                 "type": ["VerifiableCredential"], "issuer": "did:web:uni.example",
                 "credentialSubject": {"id": "did:example:learner"},
                 "credentialStatus": {"id": "https://uni.example/revocations", "type": "1EdTechRevocationList"}}
                """);
    CredentialVerifier verifier =
        CredentialVerifier.builder(TrustPolicy.anyone())
            .clock(Badges.CLOCK)
            .documents(DocumentLoader.of(lists.web))
            .build();
    CredentialSigner jcs = CredentialSigner.of(signer, ProofFormat.EDDSA_JCS_2022);
    assertOpen(verifier.verify(lists.sign(jcs, nameless)), "status.malformed");
    JsonObject without =
        nameless
            .with("id", new JsonString(ID))
            .with("credentialStatus", json("{\"type\": \"1EdTechRevocationList\"}"));
    assertOpen(verifier.verify(lists.sign(jcs, without)), "status.malformed");
  }
}
