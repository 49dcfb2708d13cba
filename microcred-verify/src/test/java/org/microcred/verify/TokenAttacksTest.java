package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * Tokens that lie about how they are to be read, each signed by the issuer's own key wherever that
 * makes it harder to refuse. All are rejected at once: no key is looked up, nothing is fetched.
 */
@Tag("hostile")
class TokenAttacksTest {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Badges uni = new Badges();
  private final JsonObject badge = uni.badge().build().json();

  /** Apostrophes are quotation marks, and the badge stands behind the claims. */
  private String token(String header, String claims) {
    return token(header.replace('\'', '"'), claims.replace('\'', '"'), uni.key);
  }

  private String token(String header, String claims, Signer signer) {
    String badgeJson = Json.write(badge);
    String payload = claims.isEmpty() ? badgeJson : "{" + claims + "," + badgeJson.substring(1);
    String input = encode(header) + "." + encode(payload);
    try {
      return input
          + "."
          + BASE64.encodeToString(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String encode(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String header(String members) {
    return "{'kid':'" + uni.key.verificationMethod() + "'," + members + "}";
  }

  private VerificationReport verify(String token) {
    return uni.verifier().build().verify(token);
  }

  private void assertRejected(String token, Check.Id id, String... codes) {
    VerificationReport report = verify(token);
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.REJECTED);
    assertThat(report.check(id).problems()).extracting(Problem::code).containsExactly(codes);
    assertThat(report.fetched()).isEmpty();
  }

  @Test
  void anHonestTokenIsVerified() {
    VerificationReport report = verify(token(header("'alg':'EdDSA','typ':'vc+jwt'"), ""));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  @Nested
  class Headers {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'alg':'EdDSA','typ':'vc+jwt','crit':['exp']              | jwt.crit",
          "'alg':'EdDSA','typ':'vc+jwt','crit':['b64'],'b64':false  | jwt.crit",
          "'alg':'EdDSA','typ':'vc+jwt','b64':false                 | jwt.b64",
          "'alg':'EdDSA','typ':'vc+jwt','zip':'DEF'                 | jwt.zip",
          "'alg':'EdDSA','typ':'vc+jwt','enc':'A256GCM'             | jwt.enc",
          "'alg':'EdDSA','typ':'vc+jwt','cty':'JWT'                 | jwt.cty",
          "'alg':'EdDSA','typ':'vc+jwt','cty':'vp'                  | jwt.cty",
          "'alg':'none','typ':'vc+jwt'                              | jwt.alg",
          "'alg':'HS256','typ':'vc+jwt'                             | jwt.alg",
          "'alg':'RS1','typ':'vc+jwt'                               | jwt.alg",
          "'alg':'ES256','typ':'vc+jwt'                             | proof.algorithm",
        })
    void areNotObeyed(String members, String code) {
      VerificationReport report = verify(token(header(members), ""));
      assertThat(report.outcome())
          .as(report.explain())
          .isEqualTo(VerificationReport.Outcome.REJECTED);
      assertThat(report.check(Check.Id.PROOF).problems()).extracting(Problem::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "vp+jwt",
          "kb+jwt",
          "at+jwt",
          "statuslist+jwt",
          "vc+sd-jwt",
          "dc+sd-jwt",
          "vc+cose",
          "vc+ld+json+jwt",
          "secevent+jwt",
          "JOSE"
        })
    void theTokenOfAnotherPurposeIsNoCredential(String typ) {
      assertRejected(
          token(header("'alg':'EdDSA','typ':'" + typ + "'"), ""), Check.Id.PROOF, "jwt.typ");
    }

    @Test
    void aPublicKeyIsNoSecret() throws GeneralSecurityException {
      String input =
          encode(header("'alg':'HS256','typ':'vc+jwt'").replace('\'', '"'))
              + "."
              + encode(Json.write(badge));
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] publicKey = uni.key.controller().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
      byte[] tag = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
      assertRejected(input + "." + BASE64.encodeToString(tag), Check.Id.PROOF, "jwt.alg");
    }

    @Test
    void withoutSignatureThereIsNoProof() {
      String token = token(header("'alg':'EdDSA','typ':'vc+jwt'"), "");
      assertRejected(
          token.substring(0, token.lastIndexOf('.') + 1), Check.Id.PROOF, "proof.signature");
    }

    @Test
    void aKeyThatTheTokenBringsIsNotTheIssuers() {
      Jwk own = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
      String jwk = "'jwk':" + own.toPublicKey().toJson().replace('"', '\'');
      for (String kid :
          List.of("", ",'kid':'" + uni.key.verificationMethod() + "'", ",'kid':'key-1'")) {
        String header = "{'alg':'EdDSA','typ':'vc+jwt'," + jwk + kid + "}";
        VerificationReport report =
            verify(token(header.replace('\'', '"'), "", Signer.didKey(own)));
        assertThat(report.outcome()).as(kid).isEqualTo(VerificationReport.Outcome.REJECTED);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u"})
    void noKeyIsFetchedFromWhereTheTokenSays(String name) {
      Signer own = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
      String header =
          header("'alg':'EdDSA','typ':'vc+jwt','" + name + "':'https://evil.example/jwks'");
      VerificationReport report = verify(token(header.replace('\'', '"'), "", own));
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
      assertThat(report.fetched()).isEmpty();
    }

    @Test
    void theKeyOfAnotherIsNotTheIssuers() {
      Signer other = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
      String header = "{'alg':'EdDSA','typ':'vc+jwt','kid':'" + other.verificationMethod() + "'}";
      assertRejected(
          token(header.replace('\'', '"'), "", other), Check.Id.ISSUER, "issuer.mismatch");
    }
  }

  @Nested
  class Claims {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'vc':{}                      | jwt.vc-claim",
          "'vp':{}                      | jwt.vp-claim",
          "'iss':'did:example:other'    | jwt.claim-mismatch",
          "'sub':'did:example:other'    | jwt.claim-mismatch",
          "'jti':'urn:uuid:other'       | jwt.claim-mismatch",
          "'exp':'2030-01-01T00:00:00Z' | jwt.claim-type",
          "'exp':'4000000000'           | jwt.claim-type",
          "'exp':null                   | jwt.claim-type",
          "'nbf':'1'                    | jwt.claim-type",
          "'nbf':[1]                    | jwt.claim-type",
          "'exp':1e300                  | jwt.claim-range",
          "'nbf':-1e300                 | jwt.claim-range",
          "'exp':1767225599             | proof.expired",
          "'nbf':1798761600             | proof.not-yet",
        })
    void ofVcJwt(String claims, String code) {
      assertRejected(token(header("'alg':'EdDSA','typ':'vc+jwt'"), claims), Check.Id.PROOF, code);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'iss':'%ISS%','sub':'did:example:learner','jti':'%JTI%'                    | jwt.claim-missing",
          "'iss':'%ISS%','sub':'did:example:learner','jti':'%JTI%','nbf':1            | jwt.claim-mismatch",
          "'iss':'%ISS%','sub':'did:x:y','jti':'%JTI%','nbf':1767225600               | jwt.claim-mismatch",
          "'iss':'%ISS%','sub':'did:example:learner','jti':'x','nbf':1767225600       | jwt.claim-mismatch",
          "'iss':'did:x:y','sub':'did:example:learner','jti':'%JTI%','nbf':1767225600 | jwt.claim-mismatch",
        })
    void ofOpenBadges(String claims, String code) {
      String filled =
          claims
              .replace("%ISS%", uni.key.controller())
              .replace("%JTI%", badge.string("id").orElseThrow());
      assertRejected(token(header("'alg':'EdDSA','typ':'JWT'"), filled), Check.Id.PROOF, code);
    }

    @Test
    void aTextInIatIsIgnoredAndTold() {
      VerificationReport report =
          verify(token(header("'alg':'EdDSA','typ':'vc+jwt'"), "'iat':'2026-01-01T00:00:00Z'"));
      assertThat(report.outcome())
          .as(report.explain())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
      assertThat(report.check(Check.Id.PROOF).warnings())
          .extracting(Problem::code)
          .containsExactly("jwt.claim-type");
    }

    @Test
    void noClaimStandsThereTwice() {
      String header = header("'alg':'EdDSA','typ':'vc+jwt'");
      assertRejected(
          token(header, "'exp':4000000000,'exp':1"), Check.Id.STRUCTURE, "json.duplicate-member");
      assertRejected(
          token(header, "'issue\\u0072':'did:example:other'"),
          Check.Id.STRUCTURE,
          "json.duplicate-member");
      assertRejected(
          token(header("'alg':'none','alg':'EdDSA','typ':'vc+jwt'"), ""),
          Check.Id.STRUCTURE,
          "json.duplicate-member");
    }
  }

  @Nested
  class Encodings {
    private final String token = token(header("'alg':'EdDSA','typ':'vc+jwt'"), "");

    @Test
    void anEncryptedTokenIsNotRead() {
      for (String jwe :
          List.of(
              encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..AA.AA.AA", token + ".AA.AA")) {
        assertThat(verify(jwe).outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
      }
    }

    @Test
    void aTokenInATokenIsNotUnwrapped() throws IOException {
      String input =
          encode("{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"cty\":\"JWT\"}") + "." + encode(token);
      String nested =
          input
              + "."
              + BASE64.encodeToString(uni.key.sign(input.getBytes(StandardCharsets.US_ASCII)));
      assertThat(verify(nested).outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
      assertThat(verify(nested).unverifiedCredential()).isEmpty();
    }

    @Test
    void onlyOneSpellingIsRead() {
      String[] parts = token.split("\\.");
      char last = parts[2].charAt(parts[2].length() - 1);
      for (String other :
          List.of(
              token + "=",
              token + "==",
              token.replaceFirst("\\.", "=."),
              parts[0] + ".\n" + parts[1] + "." + parts[2],
              parts[0] + ". " + parts[1] + "." + parts[2],
              parts[0] + "." + parts[1] + "!." + parts[2],
              parts[0]
                  + "."
                  + parts[1]
                  + "."
                  + parts[2].substring(0, parts[2].length() - 1)
                  + (char) (last + 1),
              token + ".",
              "." + token,
              parts[0] + "." + parts[1])) {
        assertThat(verify(other).outcome())
            .as(other.substring(Math.max(0, other.length() - 20)))
            .isEqualTo(VerificationReport.Outcome.REJECTED);
      }
    }

    @Test
    void aSignatureInDerOrOfAnotherLengthIsNone() throws Exception {
      Jwk pair = Jwk.of(KeyPairs.generate(SignatureAlgorithm.ES256));
      Signer key = Signer.didKey(pair);
      JsonObject mine = Badges.issuedBy(badge, key.controller());
      String input =
          encode(
                  "{\"alg\":\"ES256\",\"typ\":\"vc+jwt\",\"kid\":\""
                      + key.verificationMethod()
                      + "\"}")
              + "."
              + encode(Json.write(mine));
      byte[] data = input.getBytes(StandardCharsets.US_ASCII);
      java.security.Signature der = java.security.Signature.getInstance("SHA256withECDSA");
      der.initSign(pair.keyPair().orElseThrow().getPrivate());
      der.update(data);
      byte[] good = key.sign(data);
      CredentialVerifier verifier =
          CredentialVerifier.builder(TrustPolicy.anyone()).clock(Badges.CLOCK).build();
      assertThat(verifier.verify(input + "." + BASE64.encodeToString(good)).outcome())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
      for (byte[] bad :
          List.of(
              der.sign(),
              new byte[64],
              java.util.Arrays.copyOf(good, 63),
              java.util.Arrays.copyOf(good, 65),
              new byte[0])) {
        VerificationReport report = verifier.verify(input + "." + BASE64.encodeToString(bad));
        assertThat(report.outcome())
            .as(bad.length + " octets")
            .isEqualTo(VerificationReport.Outcome.REJECTED);
        assertThat(report.check(Check.Id.PROOF).problems())
            .extracting(Problem::code)
            .containsExactly("proof.signature");
      }
    }
  }
}
