package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.AssertionSite.ISSUER;
import static org.microcred.verify.AssertionSite.KEY;
import static org.microcred.verify.AssertionSite.LIST;
import static org.microcred.verify.AssertionSite.SIGNER;
import static org.microcred.verify.AssertionSite.assertNot;
import static org.microcred.verify.AssertionSite.assertVerified;
import static org.microcred.verify.AssertionSite.key;
import static org.microcred.verify.AssertionSite.list;
import static org.microcred.verify.AssertionSite.profile;
import static org.microcred.verify.AssertionSite.signed;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** Open Badges 2.0, "Signed Verification" and "Revoking a Signed Badge". */
class SignedAssertionTest {
  private static final Signer OTHER = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.RS256));

  private final AssertionSite site = new AssertionSite();

  SignedAssertionTest() {
    site.put(ISSUER, profile(", 'publicKey': '" + KEY + "'"));
  }

  private static JsonObject byKey(String id) {
    return signed("")
        .with("verification", AssertionSite.json("{'type': 'signed', 'creator': '" + id + "'}"));
  }

  private static SecuredCredential token(JsonObject assertion) {
    return Tokens.token("{'alg': 'RS256'}", assertion, SIGNER);
  }

  @Test
  void isVerifiedByTheKeyThatItNames() {
    VerificationReport report = site.verify(token(byKey(KEY)));
    assertVerified(report);
    assertThat(report.form()).isEqualTo("ob2+jws+RS256");
    assertThat(report.check(Check.Id.STATUS).outcome()).isEqualTo(Check.Outcome.SKIPPED);
  }

  @Test
  void isVerifiedByAnyKeyOfTheProfileWhenItNamesNone() {
    site.put("https://uni.example/old", key("https://uni.example/old", ISSUER, OTHER));
    site.put(ISSUER, profile(", 'publicKey': ['https://uni.example/old', '" + KEY + "']"));
    assertVerified(site.verify(token(signed(""))));
    site.put(
        ISSUER,
        profile(
            ", 'publicKey': {'type': 'CryptographicKey', 'publicKeyPem': '"
                + AssertionSite.pem(SIGNER)
                + "'}"));
    assertVerified(site.verify(token(signed(""))));
  }

  @ParameterizedTest
  @EnumSource(
      value = SignatureAlgorithm.class,
      names = {"EDDSA", "ES256", "ES384", "PS256"})
  void takesTheAlgorithmsThatOtherTokensMayHave(SignatureAlgorithm algorithm) {
    Signer signer = Signer.didKey(KeyPairs.generate(algorithm));
    site.put(KEY, key(KEY, ISSUER, signer));
    assertVerified(
        site.verify(
            Tokens.token(
                "{'alg': '" + signer.algorithm().jose() + "', 'typ': 'JWT'}", byKey(KEY), signer)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'alg': 'none' | jwt.alg",
        "'alg': 'HS256' | jwt.alg",
        "'alg': 'RS256', 'crit': ['exp'] | jwt.crit",
        "'alg': 'RS256', 'b64': false | jwt.b64",
        "'alg': 'RS256', 'zip': 'DEF' | jwt.zip",
        "'alg': 'RS256', 'typ': 'vc+jwt' | jwt.typ",
        "'alg': 'RS256', 'cty': 'JWT' | jwt.cty"
      })
  void isRefusedByItsHeaderBeforeAnythingIsAskedFor(String header, String code) {
    VerificationReport report = site.verify(Tokens.token("{" + header + "}", byKey(KEY), SIGNER));
    assertNot(report, Check.Id.PROOF, Check.Outcome.FAILED, code);
    assertThat(report.fetched()).isEmpty();
  }

  @Test
  void isRejectedWhenAnotherKeySignedIt() {
    assertNot(
        site.verify(Tokens.token("{'alg': 'RS256'}", byKey(KEY), OTHER)),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.signature");
    assertNot(
        site.verify(Tokens.token("{'alg': 'PS256'}", byKey(KEY), SIGNER)),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.signature");
    assertNot(
        site.verify(Tokens.token("{'alg': 'ES256'}", byKey(KEY), SIGNER)),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "proof.algorithm");
  }

  @Test
  void isRejectedWhenAnyBitOfItIsChanged() {
    String token = token(byKey(KEY)).toText().orElseThrow();
    for (int i = 0; i < token.length(); i += 29) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(site.verify(SecuredCredential.of(changed)).outcome())
          .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  @Test
  void isRejectedWhenTheProfileDoesNotListTheKey() {
    site.put("https://evil.example/key", key("https://evil.example/key", ISSUER, OTHER));
    assertNot(
        site.verify(Tokens.token("{'alg': 'RS256'}", byKey("https://evil.example/key"), OTHER)),
        Check.Id.KEY,
        Check.Outcome.FAILED,
        "key.not-found");
    assertNot(
        site.verify(
            Tokens.token("{'alg': 'RS256', 'kid': 'https://evil.example/key'}", signed(""), OTHER)),
        Check.Id.KEY,
        Check.Outcome.FAILED,
        "key.not-found");
    site.put(ISSUER, profile(""));
    assertNot(site.verify(token(signed(""))), Check.Id.KEY, Check.Outcome.FAILED, "key.not-named");
  }

  @Test
  void isRejectedWhenTheKeyIsNotRight() {
    site.put(KEY, key(KEY, "https://other.example/issuer", SIGNER));
    assertNot(site.verify(token(byKey(KEY))), Check.Id.KEY, Check.Outcome.FAILED, "key.controller");
    site.put(KEY, key("https://other.example/key", ISSUER, SIGNER));
    assertNot(
        site.verify(token(byKey(KEY))), Check.Id.KEY, Check.Outcome.FAILED, "key.document-id");
    site.put(KEY, key(KEY, ISSUER, SIGNER).replace("PUBLIC KEY", "NO KEY"));
    assertNot(site.verify(token(byKey(KEY))), Check.Id.KEY, Check.Outcome.FAILED, "key.malformed");
  }

  @Test
  void isOpenWhenTheKeyOrTheProfileCannotBeHad() {
    site.web.remove(URI.create(KEY));
    assertNot(
        site.verify(token(byKey(KEY))),
        Check.Id.KEY,
        Check.Outcome.UNDETERMINED,
        "ob2.unavailable");
    site.web.remove(URI.create(ISSUER));
    assertNot(
        site.verify(token(byKey(KEY))),
        Check.Id.STRUCTURE,
        Check.Outcome.UNDETERMINED,
        "ob2.unavailable");
  }

  @Test
  void isOpenWhenThereAreMoreKeysThanAnybodyNeeds() {
    String keys =
        IntStream.range(0, 9)
            .mapToObj(i -> "'https://uni.example/key/" + i + "'")
            .collect(Collectors.joining(", "));
    site.put(ISSUER, profile(", 'publicKey': [" + keys + "]"));
    assertNot(
        site.verify(token(signed(""))), Check.Id.KEY, Check.Outcome.UNDETERMINED, "limit.keys");
  }

  @Test
  void isRejectedWhenItSaysThatItIsHosted() {
    assertNot(
        site.verify(token(AssertionSite.hosted(""))),
        Check.Id.PROOF,
        Check.Outcome.FAILED,
        "ob2.verification");
  }

  @Test
  void isNoPartOfSomethingElse() {
    PresentationReport report =
        site.verifier()
            .build()
            .verifyPresentation(
                token(byKey(KEY)).toBytes(), PresentationRequest.withoutReplayProtection());
    assertThat(report.outcome()).isNotEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  /** With a list that has those members. */
  private VerificationReport withList(String members) {
    site.put(ISSUER, profile(", 'publicKey': '" + KEY + "', 'revocationList': '" + LIST + "'"));
    if (!members.isEmpty()) {
      site.put(LIST, list(members));
    }
    return site.verify(token(byKey(KEY)));
  }

  private static String revoking(String entry) {
    return "'id': '" + LIST + "', 'issuer': '" + ISSUER + "', 'revokedAssertions': [" + entry + "]";
  }

  @Test
  void isVerifiedWhenTheListDoesNotNameIt() {
    assertVerified(withList(revoking("")));
    assertVerified(withList(revoking("'urn:uuid:other'")));
  }

  @Test
  void isRejectedWhenTheListNamesIt() {
    String id = byKey(KEY).string("id").orElseThrow();
    assertNot(
        withList(revoking("'" + id + "'")),
        Check.Id.STATUS,
        Check.Outcome.FAILED,
        "status.revoked");
    VerificationReport report =
        withList(revoking("{'id': '" + id + "', 'revocationReason': 'No exam'}"));
    assertNot(report, Check.Id.STATUS, Check.Outcome.FAILED, "status.revoked");
    assertThat(report.explain()).contains("No exam");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'issuer': 'https://other.example/issuer', 'revokedAssertions': []",
        "'id': 'https://uni.example/another-list', 'revokedAssertions': []",
        "'revokedAssertions': [{}]",
        "'revoked': []",
        ""
      })
  void isOpenWhenTheListIsNotTheIssuers(String members) {
    VerificationReport report = withList(members);
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.UNDETERMINED);
    assertThat(report.check(Check.Id.STATUS).outcome()).isEqualTo(Check.Outcome.UNDETERMINED);
  }

  @Test
  void isNoCredentialInAnEnvelope() {
    String data = "data:application/vc+jwt," + token(byKey(KEY)).toText().orElseThrow();
    JsonObject envelope =
        JsonObject.builder()
            .put("@context", "https://www.w3.org/ns/credentials/v2")
            .put("type", "EnvelopedVerifiableCredential")
            .put("id", data)
            .build();
    assertThat(site.verifier().build().verify(Json.write(envelope)).outcome())
        .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
  }
}
