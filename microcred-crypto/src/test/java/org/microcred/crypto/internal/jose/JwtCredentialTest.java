package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.microcred.crypto.internal.jose.Tokens.CLAIMS;
import static org.microcred.crypto.internal.jose.Tokens.CREDENTIAL_1_1;
import static org.microcred.crypto.internal.jose.Tokens.CREDENTIAL_2_0;
import static org.microcred.crypto.internal.jose.Tokens.codes;
import static org.microcred.crypto.internal.jose.Tokens.json;
import static org.microcred.crypto.internal.jose.Tokens.read;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;

class JwtCredentialTest {
  private static final String VC_JWT = "{'alg':'EdDSA','typ':'vc+jwt','kid':'did:example:i#1'}";
  private static final String JWT = "{'alg':'EdDSA','typ':'JWT','kid':'did:example:i#1'}";
  private static final String NO_TYP = "{'alg':'EdDSA','kid':'did:example:i#1'}";

  private static JwtCredential with(String header, String credential, String members) {
    String separator = members.isEmpty() ? "" : ",";
    return read(header, "{" + members + separator + credential.substring(1));
  }

  private static String refusal(String compact) {
    InvalidDocumentException refusal =
        catchThrowableOfType(
            InvalidDocumentException.class, () -> JwtCredential.read(compact, Limits.defaults()));
    return refusal.violations().get(0).code();
  }

  @Nested
  class VcJoseCoseSection3 {
    @Test
    void thePayloadIsTheCredential() {
      JwtCredential token = with(VC_JWT, CREDENTIAL_2_0, "");
      assertThat(token.shape()).isEqualTo(Findings.none());
      assertThat(token.credential()).isEqualTo(json(CREDENTIAL_2_0));
      assertThat(token.form()).isEqualTo("vc+jwt+EdDSA");
      assertThat(Tokens.judge(token, Tokens.PAIR.getPublic())).isEqualTo(Findings.none());
    }

    @Test
    void claimsOfTheTokenAreNoMembersOfTheCredential() {
      JwtCredential token =
          with(VC_JWT, CREDENTIAL_2_0, CLAIMS + ",'iat':1,'cnf':{'kid':'a'},'aud':'b'");
      assertThat(token.credential()).isEqualTo(json(CREDENTIAL_2_0));
      assertThat(codes(token.shape().warnings())).containsExactly("jwt.audience");
      assertThat(token.shape().passed()).isTrue();
    }

    @Test
    void expAndNbfBoundTheSignatureAndNotTheCredential() {
      Proof proof = with(VC_JWT, CREDENTIAL_2_0, "'nbf':1,'exp':2,'iat':1.5").proof();
      assertThat(proof.notBefore()).contains(Instant.ofEpochSecond(1));
      assertThat(proof.expires()).contains(Instant.ofEpochSecond(2));
      assertThat(proof.created()).contains(Instant.ofEpochSecond(1, 500_000_000));
      assertThat(proof.purpose()).contains(Relationship.ASSERTION_METHOD);
      assertThat(proof.format()).isEqualTo("vc+jwt+EdDSA");
      assertThat(proof.verificationMethod()).contains("did:example:i#1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'alg':'EdDSA','typ':'application/vc+jwt','cty':'vc'}",
          "{'alg':'EdDSA','typ':'VC+JWT','cty':'application/vc'}"
        })
    void mediaTypesMayBeWrittenInFull(String header) {
      assertThat(with(header, CREDENTIAL_2_0, "").shape()).isEqualTo(Findings.none());
    }

    @Test
    void aMissingTypeIsAWarningWhereNoClaimSpeaksOfOpenBadges() {
      JwtCredential token = with(NO_TYP, CREDENTIAL_2_0, "'iat':1");
      assertThat(token.form()).isEqualTo("vc+jwt+EdDSA");
      assertThat(codes(token.shape().warnings())).containsExactly("jwt.typ");
      assertThat(token.shape().passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'vc':{}                    | jwt.vc-claim",
          "'vc':null                  | jwt.vc-claim",
          "'vp':{}                    | jwt.vp-claim",
          "'iss':'did:example:other'  | jwt.claim-mismatch",
          "'sub':'did:example:other'  | jwt.claim-mismatch",
          "'jti':'urn:uuid:other'     | jwt.claim-mismatch",
          "'iss':7                    | jwt.claim-type",
          "'sub':null                 | jwt.claim-type",
          "'jti':['urn:uuid:1']       | jwt.claim-type",
          "'exp':'2030-01-01T00:00:00Z' | jwt.claim-type",
          "'nbf':'1'                  | jwt.claim-type",
          "'exp':null                 | jwt.claim-type",
          "'iat':{}                   | jwt.claim-type",
          "'exp':253402300800         | jwt.claim-range",
          "'nbf':-62135596801         | jwt.claim-range",
          "'exp':1e999999999          | jwt.claim-range",
          "'exp':1e-999999999         | jwt.claim-range",
          "'exp':1e99999999999        | jwt.claim-range",
          "'iat':1e20                 | jwt.claim-range",
        })
    void refuses(String members, String code) {
      assertThat(codes(with(VC_JWT, CREDENTIAL_2_0, members).shape().failures()))
          .containsExactly(code);
    }

    @Test
    void aTextInIatIsAWarning() {
      JwtCredential token = with(VC_JWT, CREDENTIAL_2_0, "'iat':'2010-01-01T19:23:24Z'");
      assertThat(token.shape().passed()).isTrue();
      assertThat(codes(token.shape().warnings())).containsExactly("jwt.claim-type");
      assertThat(token.proof().created()).isEmpty();
    }

    @Test
    void subNamesOneOfTheSubjects() {
      String two =
          CREDENTIAL_2_0.replace(
              "{'id':'did:example:s'}", "[{'id':'did:example:s'},{'id':'did:example:t'}]");
      assertThat(with(VC_JWT, two, "'sub':'did:example:t'").shape().passed()).isTrue();
      assertThat(with(VC_JWT, two, "'sub':'did:example:u'").shape().passed()).isFalse();
    }
  }

  @Nested
  class OpenBadges3Section8Dot2 {
    @Test
    void claimsRepeatMembersToTheSecond() {
      for (String header : new String[] {JWT, NO_TYP}) {
        JwtCredential token = with(header, CREDENTIAL_2_0, CLAIMS);
        assertThat(token.shape()).isEqualTo(Findings.none());
        assertThat(token.form()).isEqualTo("jwt+EdDSA");
        assertThat(token.credential()).isEqualTo(json(CREDENTIAL_2_0));
        assertThat(token.proof().expires()).isEmpty();
        assertThat(token.proof().notBefore()).isEmpty();
      }
    }

    @Test
    void expSetsValidUntil() {
      String open = CREDENTIAL_2_0.replace("'validUntil':'2034-01-02T03:04:05+01:00',", "");
      JwtCredential token = with(JWT, open, CLAIMS);
      assertThat(token.shape().passed()).isTrue();
      assertThat(token.credential().string("validUntil")).contains("2034-01-02T02:04:05Z");
      assertThat(with(JWT, open, CLAIMS.replace(",'exp':2019780245", "")).credential())
          .isEqualTo(json(open));
    }

    @Test
    void expMayBeMissingBesideValidUntil() {
      assertThat(
              with(JWT, CREDENTIAL_2_0, CLAIMS.replace(",'exp':2019780245", "")).shape().passed())
          .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'iss':'did:example:i',     |                       | jwt.claim-missing",
          "'sub':'did:example:s',     |                       | jwt.claim-missing",
          "'jti':'urn:uuid:1',        |                       | jwt.claim-missing",
          "'nbf':1704164645,          |                       | jwt.claim-missing",
          "'iss':'did:example:i'      | 'iss':'did:example:j' | jwt.claim-mismatch",
          "'sub':'did:example:s'      | 'sub':'did:example:t' | jwt.claim-mismatch",
          "'jti':'urn:uuid:1'         | 'jti':'urn:uuid:2'    | jwt.claim-mismatch",
          "'nbf':1704164645           | 'nbf':1704164646      | jwt.claim-mismatch",
          "'nbf':1704164645           | 'nbf':1704164644.9    | jwt.claim-mismatch",
          "'exp':2019780245           | 'exp':2019780246      | jwt.claim-mismatch",
          "'exp':2019780245           | 'vp':{}               | jwt.vp-claim",
        })
    void refusesClaimsThatAreMissingOrDiffer(String claim, String replacement, String code) {
      String claims = CLAIMS.replace(claim, replacement == null ? "" : replacement);
      assertThat(codes(with(JWT, CREDENTIAL_2_0, claims).shape().failures())).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'id':'urn:uuid:1',",
          "'issuer':{'id':'did:example:i','name':'I'},",
          "'validFrom':'2024-01-02T03:04:05.5Z',",
          "'id':'did:example:s'"
        })
    void refusesClaimsWithoutTheirMember(String member) {
      JwtCredential token = with(JWT, CREDENTIAL_2_0.replace(member, ""), CLAIMS);
      assertThat(codes(token.shape().failures())).containsExactly("jwt.claim-mismatch");
    }

    @Test
    void refusesMoreThanOneSubject() {
      String two =
          CREDENTIAL_2_0.replace(
              "{'id':'did:example:s'}", "[{'id':'did:example:s'},{'id':'did:example:t'}]");
      assertThat(codes(with(JWT, two, CLAIMS).shape().failures()))
          .containsExactly("jwt.claim-mismatch");
    }

    @Test
    void refusesADateThatIsNone() {
      String wrong = CREDENTIAL_2_0.replace("2024-01-02T03:04:05.5Z", "2024-02-30T03:04:05Z");
      assertThat(codes(with(JWT, wrong, CLAIMS).shape().failures()))
          .containsExactly("jwt.claim-mismatch");
    }

    @Test
    void refusesACredentialOfVersion1Dot1OutsideTheClaimVc() {
      String claims = CLAIMS;
      assertThat(codes(with(JWT, CREDENTIAL_1_1, claims).shape().failures()))
          .contains("jwt.profile");
    }
  }

  @Nested
  class Vc11Section6Dot3Dot1 {
    private JwtCredential vc(String credential, String claims) {
      return read(JWT, "{" + claims + ",'vc':" + credential + "}");
    }

    @Test
    void theCredentialIsInTheClaimVc() {
      JwtCredential token = vc(CREDENTIAL_1_1, CLAIMS);
      assertThat(token.shape()).isEqualTo(Findings.none());
      assertThat(token.credential()).isEqualTo(json(CREDENTIAL_1_1));
      assertThat(token.form()).isEqualTo("jwt+EdDSA");
    }

    @Test
    void claimsStandForMembersThatAreLeftOut() {
      JwtCredential token =
          vc(
              "{'@context':['https://www.w3.org/2018/credentials/v1'],"
                  + "'type':['VerifiableCredential'],'credentialSubject':{}}",
              CLAIMS);
      assertThat(token.shape()).isEqualTo(Findings.none());
      assertThat(token.credential()).isEqualTo(json(CREDENTIAL_1_1));
    }

    @Test
    void claimsFillObjectsWithoutId() {
      JwtCredential token =
          vc("{'issuer':{'name':'I'},'credentialSubject':[{'name':'S'}]}", CLAIMS);
      assertThat(token.credential().object("issuer"))
          .contains(json("{'id':'did:example:i','name':'I'}"));
      assertThat(token.credential().list("credentialSubject"))
          .containsExactly(json("{'id':'did:example:s','name':'S'}"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'issuer':'did:example:i'               | 'issuer':'did:example:j'               | jwt.claim-mismatch",
          "'id':'urn:uuid:1'                      | 'id':'urn:uuid:2'                      | jwt.claim-mismatch",
          "'issuanceDate':'2024-01-02T03:04:05Z'  | 'issuanceDate':'2024-01-02T03:04:06Z'  | jwt.claim-mismatch",
          "'expirationDate':'2034-01-02T02:04:05Z' | 'expirationDate':7                    | jwt.claim-mismatch",
          "https://www.w3.org/2018/credentials/v1 | https://www.w3.org/ns/credentials/v2   | jwt.profile",
        })
    void refusesMembersThatDiffer(String member, String replacement, String code) {
      assertThat(codes(vc(CREDENTIAL_1_1.replace(member, replacement), CLAIMS).shape().failures()))
          .containsExactly(code);
    }

    @Test
    void refusesWhatIsNotACredential() {
      assertThat(codes(vc("'oops'", CLAIMS).shape().failures())).contains("jwt.vc-claim");
      assertThat(codes(vc(CREDENTIAL_1_1, CLAIMS + ",'@context':[]").shape().failures()))
          .containsExactly("jwt.profile");
      assertThat(codes(vc(CREDENTIAL_1_1, "'iss':'did:example:i'").shape().failures()))
          .containsExactly("jwt.claim-missing");
    }
  }

  @Nested
  class Rfc7515Section4 {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'alg':'none'                | jwt.alg",
          "'alg':'HS256'               | jwt.alg",
          "'alg':'eddsa'               | jwt.alg",
          "'alg':'RSA-OAEP'            | jwt.alg",
          "'alg':7                     | jwt.alg",
          "'x':1                       | jwt.alg",
          "'alg':'EdDSA','crit':['exp'],'exp':1 | jwt.crit",
          "'alg':'EdDSA','crit':[]     | jwt.crit",
          "'alg':'EdDSA','b64':false   | jwt.b64",
          "'alg':'EdDSA','b64':true    | jwt.b64",
          "'alg':'EdDSA','zip':'DEF'   | jwt.zip",
          "'alg':'EdDSA','enc':'A256GCM' | jwt.enc",
          "'alg':'EdDSA','cty':'JWT'   | jwt.cty",
          "'alg':'EdDSA','cty':'bad+cty' | jwt.cty",
          "'alg':'EdDSA','cty':7       | jwt.cty",
          "'alg':'EdDSA','kid':7       | jwt.kid",
          "'alg':'EdDSA','jwk':'x'     | key.malformed",
          "'alg':'EdDSA','jwk':{'kty':'oct','k':'AA'} | key.private-material",
        })
    void refuses(String members, String code) {
      JwtCredential token = with("{'typ':'vc+jwt'," + members + "}", CREDENTIAL_2_0, "");
      assertThat(codes(token.shape().failures())).containsExactly(code);
      assertThat(Tokens.judge(token, Tokens.PAIR.getPublic()).passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "vp+jwt",
          "bad+typ",
          "vc+sd-jwt",
          "dc+sd-jwt",
          "statuslist+jwt",
          "at+jwt",
          "JOSE",
          ""
        })
    void refusesTokensForSomethingElse(String typ) {
      JwtCredential token =
          with("{'alg':'EdDSA','typ':'" + typ + "'}", CREDENTIAL_2_0, "'iss':'did:example:i'");
      assertThat(codes(token.shape().failures())).containsExactly("jwt.typ");
      assertThat(token.form()).isEqualTo("jwt+EdDSA");
      assertThat(token.credential()).isEqualTo(json(CREDENTIAL_2_0));
    }

    @Test
    void refusesATypeThatIsNoText() {
      assertThat(codes(with("{'alg':'EdDSA','typ':7}", CREDENTIAL_2_0, "").shape().failures()))
          .containsExactly("jwt.typ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed448", "ES256K", "ML-DSA-44"})
    void cannotTellWhereTheAlgorithmIsNotBuiltIn(String alg) {
      JwtCredential token = with("{'typ':'vc+jwt','alg':'" + alg + "'}", CREDENTIAL_2_0, "");
      Findings findings = Tokens.judge(token, Tokens.PAIR.getPublic());
      assertThat(findings.failures()).isEmpty();
      assertThat(codes(findings.unknowns())).containsExactly("proof.unsupported");
      assertThat(token.form()).isEqualTo("vc+jwt+" + alg);
    }

    @Test
    void theFormShowsNothingThatAStrangerMadeUp() {
      assertThat(with("{'typ':'vc+jwt','alg':'<b>'}", CREDENTIAL_2_0, "").form())
          .isEqualTo("vc+jwt+unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u", "x5c", "x5t", "x5t#S256"})
    void keysFromElsewhereAreNotLookedAt(String name) {
      String header = "{'typ':'vc+jwt','alg':'EdDSA','" + name + "':'https://evil.example/k'}";
      JwtCredential token = with(header, CREDENTIAL_2_0, "");
      assertThat(codes(token.shape().warnings())).containsExactly("jwt.key-hint");
      assertThat(token.shape().passed()).isTrue();
      assertThat(token.proof().verificationMethod()).isEmpty();
      assertThat(token.proof().embeddedKey()).isEmpty();
    }

    @Test
    void duplicateMembersAreRefusedAtAnyDepthAndInTheHeader() {
      assertThat(refusal(Tokens.compact("{'alg':'EdDSA','alg':'none'}", "{}")))
          .isEqualTo("json.duplicate-member");
      assertThat(refusal(Tokens.compact(VC_JWT, "{'a':{'b':1,'\\u0062':2}}")))
          .isEqualTo("json.duplicate-member");
    }

    @Test
    void aHeaderHasItsOwnLimit() {
      String long1 = "{'alg':'EdDSA','a':'" + "x".repeat(8 << 10) + "'}";
      assertThat(refusal(Tokens.compact(long1, "{}"))).isEqualTo("limit.jws-header");
      assertThat(refusal("x".repeat(5 << 20))).isEqualTo("limit.document");
    }
  }

  @Nested
  class Rfc7515Section3 {
    private final String compact = Tokens.compact(VC_JWT, CREDENTIAL_2_0);

    @Test
    void refusesAnythingButThreeParts() {
      assertThat(refusal("")).isEqualTo("jwt.syntax");
      assertThat(refusal("a.b")).isEqualTo("jwt.syntax");
      assertThat(refusal(compact + ".")).isEqualTo("jwt.syntax");
      assertThat(refusal("a.b.c.d.e")).isEqualTo("jwt.encrypted");
    }

    @Test
    void refusesAnythingButCanonicalBase64Url() {
      assertThat(refusal(compact + "=")).isEqualTo("jwt.syntax");
      assertThat(refusal(compact + " ")).isEqualTo("jwt.syntax");
      assertThat(refusal(compact + "\n")).isEqualTo("jwt.syntax");
      assertThat(refusal(" " + compact)).isEqualTo("jwt.syntax");
      assertThat(refusal(compact.replaceFirst("\\.", ".+"))).isEqualTo("jwt.syntax");
      // Ed25519 signatures end in a character with four spare bits.
      char last = compact.charAt(compact.length() - 1);
      assertThat(refusal(compact.substring(0, compact.length() - 1) + (char) (last + 1)))
          .isEqualTo("jwt.syntax");
    }

    @Test
    void refusesPartsThatAreNoObjects() {
      assertThat(refusal(Tokens.compact("null", "{}"))).isEqualTo("json.type");
      assertThat(refusal(Tokens.compact(VC_JWT, "[]"))).isEqualTo("json.type");
      assertThat(refusal(Tokens.compact("{", "{}"))).isEqualTo("json.syntax");
      assertThat(refusal("..")).isEqualTo("json.syntax");
    }
  }
}
