package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.crypto.internal.jose.Tokens.codes;
import static org.microcred.crypto.internal.jose.Tokens.json;

import java.time.Instant;
import java.util.Optional;
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

class JwtPresentationTest {
  private static final String VP_JWT =
      "{'alg':'EdDSA','typ':'vp+jwt','cty':'vp','kid':'did:example:h#1'}";
  private static final String PRESENTATION =
      "{'@context':['https://www.w3.org/ns/credentials/v2'],'id':'urn:uuid:1',"
          + "'type':['VerifiablePresentation'],'holder':'did:example:h'}";

  private static JwtPresentation read(String header, String payload) {
    try {
      return JwtPresentation.read(Tokens.compact(header, payload), Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A token with these members beside those of the presentation. */
  private static JwtPresentation with(String header, String members) {
    return read(header, "{" + members + (members.isEmpty() ? "" : ",") + PRESENTATION.substring(1));
  }

  @Nested
  class VcJoseCoseSection3Dot1Dot2 {
    @Test
    void thePayloadIsThePresentation() {
      JwtPresentation token = with(VP_JWT, "");
      assertThat(token.shape()).isEqualTo(Findings.none());
      assertThat(token.credential()).isEqualTo(json(PRESENTATION));
      assertThat(token.form()).isEqualTo("vp+jwt+EdDSA");
      assertThat(token.verify(Tokens.method(Tokens.PAIR.getPublic()), Optional.empty()))
          .isEqualTo(Findings.none());
    }

    @Test
    void claimsOfTheTokenAreNoMembersOfThePresentation() {
      JwtPresentation token =
          with(
              VP_JWT,
              "'iss':'did:example:h','jti':'urn:uuid:1','sub':'x','iat':1,'nbf':2,'exp':3,"
                  + "'aud':'https://v.example','nonce':'n'");
      assertThat(token.shape()).isEqualTo(Findings.none());
      assertThat(token.credential()).isEqualTo(json(PRESENTATION));
      Proof proof = token.proof();
      assertThat(proof.purpose()).contains(Relationship.AUTHENTICATION);
      assertThat(proof.created()).contains(Instant.ofEpochSecond(1));
      assertThat(proof.notBefore()).contains(Instant.ofEpochSecond(2));
      assertThat(proof.expires()).contains(Instant.ofEpochSecond(3));
      assertThat(proof.challenge()).contains("n");
      assertThat(proof.domains()).containsExactly("https://v.example");
      assertThat(proof.verificationMethod()).contains("did:example:h#1");
    }

    @Test
    void anAudienceMayBeSeveral() {
      assertThat(with(VP_JWT, "'aud':['a','b']").proof().domains()).containsExactly("a", "b");
    }

    @Test
    void aHolderMayBeAnObject() {
      String object = PRESENTATION.replace("'did:example:h'", "{'id':'did:example:h'}");
      assertThat(read(VP_JWT, "{'iss':'did:example:h'," + object.substring(1)).shape())
          .isEqualTo(Findings.none());
      assertThat(read(VP_JWT, "{'iss':'did:example:i'," + object.substring(1)).shape().passed())
          .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'vc':{}                   | jwt.vc-claim",
          "'vp':{}                   | jwt.vp-claim",
          "'vp':null                 | jwt.vp-claim",
          "'iss':'did:example:other' | jwt.claim-mismatch",
          "'jti':'urn:uuid:2'        | jwt.claim-mismatch",
          "'iss':7                   | jwt.claim-type",
          "'nonce':7                 | jwt.claim-type",
          "'nonce':['n']             | jwt.claim-type",
          "'aud':7                   | jwt.claim-type",
          "'aud':['a',7]             | jwt.claim-type",
          "'exp':'3'                 | jwt.claim-type",
          "'nbf':'2'                 | jwt.claim-type",
          "'exp':1e20                | jwt.claim-range",
        })
    void refuses(String members, String code) {
      assertThat(codes(with(VP_JWT, members).shape().failures())).containsExactly(code);
    }
  }

  @Nested
  class Rfc7515Section4 {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'typ':'vc+jwt','alg':'EdDSA'              | jwt.typ",
          "'typ':'JWT','alg':'EdDSA'                 | jwt.typ",
          "'typ':'kb+jwt','alg':'EdDSA'              | jwt.typ",
          "'typ':'vp+sd-jwt','alg':'EdDSA'           | jwt.typ",
          "'typ':'bad+typ','alg':'EdDSA'             | jwt.typ",
          "'typ':'vp+jwt','cty':'vc','alg':'EdDSA'   | jwt.cty",
          "'typ':'vp+jwt','cty':'JWT','alg':'EdDSA'  | jwt.cty",
          "'typ':'vp+jwt','alg':'none'               | jwt.alg",
          "'typ':'vp+jwt','alg':'HS256'              | jwt.alg",
          "'typ':'vp+jwt','alg':'EdDSA','crit':['x'] | jwt.crit",
          "'typ':'vp+jwt','alg':'EdDSA','b64':false  | jwt.b64",
          "'typ':'vp+jwt','alg':'EdDSA','zip':'DEF'  | jwt.zip",
        })
    void refuses(String members, String code) {
      assertThat(codes(with("{" + members + "}", "").shape().failures())).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'alg':'EdDSA','typ':'application/vp+jwt','cty':'application/vp'}",
          "{'alg':'EdDSA','typ':'VP+JWT'}"
        })
    void mediaTypesMayBeWrittenInFull(String header) {
      assertThat(with(header, "").shape()).isEqualTo(Findings.none());
    }

    @Test
    void aMissingTypeIsAWarning() {
      JwtPresentation token = with("{'alg':'EdDSA'}", "");
      assertThat(token.shape().passed()).isTrue();
      assertThat(codes(token.shape().warnings())).containsExactly("jwt.typ");
    }
  }
}
