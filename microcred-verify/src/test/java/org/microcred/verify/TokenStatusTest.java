package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.StatusLists.URL;
import static org.microcred.verify.StatusLists.assertOpen;
import static org.microcred.verify.StatusLists.assertPassed;
import static org.microcred.verify.StatusLists.assertStatus;
import static org.microcred.verify.StatusLists.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.DataModel;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** IETF Token Status List §8.3. */
class TokenStatusTest {
  /** Two bits a status, counted from the right: 0 VALID, 1 INVALID, 2 SUSPENDED, 3 of its own. */
  private static final byte[] STATUSES = {(byte) 0b11_10_01_00};

  private final StatusLists lists = new StatusLists();

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String token(JsonObject header, JsonObject claims, Signer signer) {
    String input = part(Json.write(header)) + "." + part(Json.write(claims));
    try {
      return input
          + "."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonObject header() {
    return JsonObject.builder()
        .put("alg", "EdDSA")
        .put("typ", "statuslist+jwt")
        .put("kid", lists.uni.key.verificationMethod())
        .build();
  }

  private static JsonObject claims() {
    long made = Badges.NOW.getEpochSecond() - 3600;
    return JsonObject.builder()
        .put("sub", URL)
        .put("iat", JsonNumber.of(made))
        .put("exp", JsonNumber.of(made + 86_400))
        .put("ttl", JsonNumber.of(43_200))
        .put(
            "status_list",
            JsonObject.builder()
                .put("bits", JsonNumber.of(2))
                .put("lst", StatusLists.zlib(STATUSES))
                .build())
        .build();
  }

  private static JsonObject claim(String index) {
    return (JsonObject)
        json("{\"status_list\": {\"idx\": %s, \"uri\": \"%s\"}}".formatted(index, URL));
  }

  private SecuredCredential badge(JsonObject statusClaim, ProofFormat format) {
    return lists.sign(
        CredentialSigner.of(lists.uni.key, format),
        lists.uni.badge().build().json().with("status", statusClaim));
  }

  private VerificationReport verify(int index) {
    return lists
        .verifier()
        .build()
        .verify(badge(claim(Integer.toString(index)), ProofFormat.VC_JWT));
  }

  private VerificationReport with(JsonObject header, JsonObject claims) {
    lists.put(URL, token(header, claims, lists.uni.key));
    return verify(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"VC_JWT", "VC_SD_JWT", "OB_JWT"})
  void isTheClaimOfATokenThatIsNoTermOfTheCredential(ProofFormat format) {
    lists.put(URL, token(header(), claims(), lists.uni.key));
    VerificationReport report = lists.verifier().build().verify(badge(claim("0"), format));
    assertPassed(report);
    assertThat(report.check(Check.Id.CONTEXT).warnings()).isEmpty();
    assertThat(report.check(Check.Id.STATUS).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, status.revoked", "2, status.suspended", "3, status.not-valid"})
  void rejectsWhateverIsNotValid(int index, String code) {
    lists.put(URL, token(header(), claims(), lists.uni.key));
    assertStatus(verify(index), Check.Outcome.FAILED, Optional.of(code));
  }

  @Test
  void isSeenBesideACredentialInAClaimOfItsOwn() throws Exception {
    lists.put(URL, token(header(), claims(), lists.uni.key));
    SecuredCredential sound =
        CredentialSigner.of(lists.uni.key, ProofFormat.OB_JWT_VC_1_1)
            .sign(lists.uni.badge().dataModel(DataModel.VC_1_1).build());
    String[] parts = sound.toText().orElseThrow().split("\\.");
    JsonObject payload =
        (JsonObject)
            json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    JsonObject header =
        (JsonObject)
            json(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    assertPassed(
        lists
            .verifier()
            .build()
            .verify(token(header, payload.with("status", claim("0")), lists.uni.key)));
    assertStatus(
        lists
            .verifier()
            .build()
            .verify(token(header, payload.with("status", claim("1")), lists.uni.key)),
        Check.Outcome.FAILED,
        Optional.of("status.revoked"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4|status.index",
        "999999999999999999|status.index",
        "-1|status.malformed",
        "1.0|status.malformed",
        "1e0|status.malformed",
        "\"0\"|status.malformed",
        "99999999999999999999|status.malformed"
      })
  void anIndexIsAWholeNumberWithinTheList(String index, String code) {
    lists.put(URL, token(header(), claims(), lists.uni.key));
    assertOpen(lists.verifier().build().verify(badge(claim(index), ProofFormat.VC_JWT)), code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"other\": {}}", "{}"})
  void leavesOpenOtherWaysOfTellingTheStatus(String claim) throws Exception {
    String[] parts =
        CredentialSigner.of(lists.uni.key, ProofFormat.VC_JWT)
            .sign(lists.uni.badge().build())
            .toText()
            .orElseThrow()
            .split("\\.");
    JsonObject payload =
        (JsonObject)
            json(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    JsonObject header =
        (JsonObject)
            json(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    assertOpen(
        lists
            .verifier()
            .build()
            .verify(token(header, payload.with("status", json(claim)), lists.uni.key)),
        "status.unsupported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "vc+jwt", "application/jwt"})
  void aTokenOfAnotherTypeIsNotBelieved(String typ) {
    assertOpen(
        with(header().with("typ", new JsonString(typ)), claims()), "status.list-not-verified");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "iat", "status_list"})
  void aTokenWithoutWhatItMustSayIsNotBelieved(String claim) {
    assertOpen(with(header(), claims().without(claim)), "status.list-not-verified");
  }

  @Test
  void aTokenOutOfItsTimeIsNotBelieved() {
    long now = Badges.NOW.getEpochSecond();
    for (String claim : new String[] {"exp", "iat", "nbf"}) {
      long time = claim.equals("exp") ? now - 3600 : now + 3600;
      assertOpen(
          with(header(), claims().with(claim, JsonNumber.of(time))), "status.list-not-verified");
    }
    assertOpen(
        with(header(), claims().with("exp", new JsonString("later"))), "status.list-not-verified");
    assertOpen(with(header(), claims().with("ttl", JsonNumber.of(0))), "status.list-not-verified");
  }

  @Test
  void aTokenForAnotherUrlIsNotBelieved() {
    JsonObject other = claims().with("sub", new JsonString("https://uni.example/status/2"));
    assertOpen(with(header(), other), "status.list-id");
    assertOpen(
        lists
            .verifier()
            .status(StatusPolicy.strict().withAnyListId())
            .build()
            .verify(badge(claim("0"), ProofFormat.VC_JWT)),
        "status.list-id");
  }

  @Test
  void aTokenOfAnotherIssuerIsBelievedOnlyWhenNamed() {
    Signer other = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
    JsonObject header = header().with("kid", new JsonString(other.verificationMethod()));
    lists.put(URL, token(header, claims(), other));
    assertOpen(verify(0), "status.list-issuer");
    assertPassed(
        lists
            .verifier()
            .status(StatusPolicy.strict().withListIssuers(other.controller()))
            .build()
            .verify(badge(claim("0"), ProofFormat.VC_JWT)));
    // Saying that one is the issuer does not make one the issuer.
    lists.put(
        URL,
        token(header, claims().with("iss", new JsonString(lists.uni.key.controller())), other));
    assertOpen(verify(0), "status.list-not-verified");
  }

  @Test
  void aChangedTokenIsNotBelieved() {
    String sound = token(header(), claims(), lists.uni.key);
    lists.put(URL, sound.substring(0, sound.length() - 8) + "AAAAAAAA");
    assertOpen(verify(0), "status.list-not-verified");
    lists.put(URL, part("{\"alg\":\"none\",\"typ\":\"statuslist+jwt\"}") + "." + part("{}") + ".");
    assertOpen(verify(0), "status.list-not-verified");
    for (String junk : new String[] {"", "junk", "a.b.c", "{}"}) {
      lists.put(URL, junk);
      assertOpen(verify(0), "status.list");
    }
    lists.put(URL, new byte[] {(byte) 0xD2, (byte) 0x84, 0x40});
    assertOpen(verify(0), "status.unsupported");
    lists.web.clear();
    assertOpen(verify(0), "status.unavailable");
  }

  @Test
  void aBombIsNotLit() {
    JsonObject bomb =
        JsonObject.builder()
            .put("bits", JsonNumber.of(1))
            .put("lst", StatusLists.zlib(new byte[(16 << 20) + 1]))
            .build();
    assertOpen(with(header(), claims().with("status_list", bomb)), "limit.status-list");
    JsonObject largest = bomb.with("lst", new JsonString(StatusLists.zlib(new byte[16 << 20])));
    assertPassed(with(header(), claims().with("status_list", largest)));
  }

  @Test
  void anOldCopyIsWarnedOf() {
    VerificationReport report = with(header(), claims().with("ttl", JsonNumber.of(60)));
    assertPassed(report);
    assertThat(report.check(Check.Id.STATUS).warnings())
        .extracting(Problem::code)
        .containsExactly("status.stale");
  }
}
