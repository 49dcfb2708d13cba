package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.microcred.crypto.internal.jose.Tokens.CREDENTIAL_1_1;
import static org.microcred.crypto.internal.jose.Tokens.CREDENTIAL_2_0;
import static org.microcred.crypto.internal.jose.Tokens.json;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestPairs;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class JwtSigningTest {
  @ParameterizedTest
  @EnumSource
  void writesTokensThatSayWhatTheyAre(JwtProfile profile) throws Exception {
    SignedJWT token =
        SignedJWT.parse(JwtCredential.sign(credential(profile), profile, Tokens.SIGNER));
    assertThat(token.getHeader().getType()).hasToString(profile.typ());
    assertThat(token.getHeader().getKeyID()).isEqualTo(Tokens.SIGNER.verificationMethod());
    assertThat(token.getHeader().getContentType())
        .isEqualTo(profile == JwtProfile.VC_JWT ? "vc" : null);
    if (profile.repeatsMembers()) {
      assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("did:example:i");
      assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("did:example:s");
      assertThat(token.getJWTClaimsSet().getJWTID()).isEqualTo("urn:uuid:1");
      assertThat(token.getJWTClaimsSet().getNotBeforeTime()).isEqualTo("2024-01-02T03:04:05Z");
      assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo("2034-01-02T02:04:05Z");
    }
  }

  @Test
  void anotherImplementationVerifiesTheSignatures() throws Exception {
    KeyPair p256 = TestPairs.pair(SignatureAlgorithm.ES256);
    KeyPair rsa = TestPairs.pair(SignatureAlgorithm.RS256);
    JsonObject credential = json(CREDENTIAL_2_0);
    assertThat(
            SignedJWT.parse(JwtCredential.sign(credential, JwtProfile.VC_JWT, Signer.didKey(p256)))
                .verify(new ECDSAVerifier((ECPublicKey) p256.getPublic())))
        .isTrue();
    assertThat(
            SignedJWT.parse(JwtCredential.sign(credential, JwtProfile.VC_JWT, Signer.didJwk(rsa)))
                .verify(new RSASSAVerifier((RSAPublicKey) rsa.getPublic())))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'id':'urn:uuid:1',                          |               | exactly one id",
        "'issuer':{'id':'did:example:i','name':'I'}, |               | exactly one issuer",
        "{'id':'did:example:s'}                      | {}            | exactly one credentialSubject.id",
        "'validFrom':'2024-01-02T03:04:05.5Z',       |               | date and time in validFrom",
        "2024-01-02T03:04:05.5Z                      | 2024-13-01    | date and time in validFrom",
        "2034-01-02T03:04:05+01:00                   | soon          | date and time in validUntil",
        "https://www.w3.org/ns/credentials/v2        | https://www.w3.org/2018/credentials/v1 | claim vc",
        "'id':'urn:uuid:1'                           | 'id':'urn:uuid:1','iss':'did:example:j' | claim iss",
        "'id':'urn:uuid:1'                           | 'id':'urn:uuid:1','iat':7 | names of JWT claims",
      })
  void refusesCredentialsThatDoNotFitTheProfile(String part, String replacement, String message) {
    JsonObject credential =
        json(CREDENTIAL_2_0.replace(part, replacement == null ? "" : replacement));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JwtCredential.sign(credential, JwtProfile.OPEN_BADGES, Tokens.SIGNER))
        .withMessageContaining("credential")
        .withMessageContaining(message);
  }

  @Test
  void refusesACredentialOverTheLimits() {
    JsonObject credential = json(CREDENTIAL_2_0).with("x", new JsonString("z".repeat(3 << 20)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JwtCredential.sign(credential, JwtProfile.VC_JWT, Tokens.SIGNER));
  }

  static JsonObject credential(JwtProfile profile) {
    return json(profile == JwtProfile.OPEN_BADGES_VC_1_1 ? CREDENTIAL_1_1 : CREDENTIAL_2_0);
  }
}
