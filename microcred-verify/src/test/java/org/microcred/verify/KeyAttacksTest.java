package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.json.JsonObject;

/** Attacks on keys, each from the token to the verdict; all of them are rejected. */
@Tag("hostile")
class KeyAttacksTest {
  private static final String ISSUER = "did:web:uni.example";
  private static final String DOCUMENT = "https://uni.example/.well-known/did.json";
  private static final Jwk KEY = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  private static final Jwk ATTACKER = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  private static final JsonObject BADGE =
      Badges.issuedBy(new Badges().badge().build().json(), ISSUER);

  private static String json(Jwk key) {
    return key.toPublicKey().toJson().replace('"', '\'');
  }

  private static SecuredCredential signed(String header, Jwk key) {
    return Tokens.token("{'alg':'EdDSA','typ':'vc+jwt'," + header + "}", BADGE, Signer.didKey(key));
  }

  /** The issuer's document with that key as #k. */
  private static String document(String jwk) {
    return """
        {'id':'did:web:uni.example','verificationMethod':[{'id':'#k','type':'JsonWebKey',
          'controller':'did:web:uni.example','publicKeyJwk':%s}],'assertionMethod':['#k']}"""
        .formatted(jwk);
  }

  private static VerificationReport verify(SecuredCredential token, String document) {
    return CredentialVerifier.builder(TrustPolicy.anyone())
        .clock(Badges.CLOCK)
        .documents(Tokens.documents(DOCUMENT, document))
        .build()
        .verify(token);
  }

  private static void assertRejected(VerificationReport report, Check.Id id, String code) {
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.REJECTED);
    assertThat(report.check(id).outcome()).as(report.explain()).isEqualTo(Check.Outcome.FAILED);
    assertThat(report.check(id).problems()).extracting(Problem::code).contains(code);
  }

  @Test
  void theTestsTokenIsSoundOtherwise() {
    VerificationReport report = verify(signed("'kid':'#k'", KEY), document(json(KEY)));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  @ParameterizedTest
  @CsvSource({"ES256", "RS256", "PS384"})
  void algThatIsNotThatOfTheKey(String algorithm) {
    SecuredCredential token =
        Tokens.token(
            "{'alg':'" + algorithm + "','typ':'vc+jwt','kid':'#k'}", BADGE, Signer.didKey(KEY));
    assertRejected(verify(token, document(json(KEY))), Check.Id.PROOF, "proof.algorithm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS1"})
  void algThatIsNoSignatureOfAnIssuer(String algorithm) {
    SecuredCredential token =
        Tokens.token(
            "{'alg':'" + algorithm + "','typ':'vc+jwt','kid':'#k'}", BADGE, Signer.didKey(KEY));
    assertRejected(verify(token, document(json(KEY))), Check.Id.PROOF, "jwt.alg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'x':'AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' | key.weak",
        "'x':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' | key.weak",
        "'x':'AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' | key.malformed",
        "'x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo','d':'AA' | key.private-material",
        "'x':'11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo','use':'enc' | key.use",
      })
  void keysOfSmallOrderOffTheCurveOrWithPrivateParts(String members, String code) {
    VerificationReport report =
        verify(
            signed("'kid':'#k'", KEY), document("{'kty':'OKP','crv':'Ed25519'," + members + "}"));
    assertRejected(report, Check.Id.KEY, code);
  }

  @Test
  void weakRsaKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair weak = generator.generateKeyPair();
    String n =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(unsigned(((RSAPublicKey) weak.getPublic()).getModulus().toByteArray()));
    VerificationReport report =
        verify(signed("'kid':'#k'", KEY), document("{'kty':'RSA','e':'AQAB','n':'" + n + "'}"));
    assertRejected(report, Check.Id.KEY, "key.weak");
  }

  private static byte[] unsigned(byte[] bytes) {
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  @Test
  void keyInTheHeader() {
    assertRejected(
        verify(signed("'jwk':" + json(ATTACKER), ATTACKER), document(json(KEY))),
        Check.Id.KEY,
        "key.not-found");
    assertRejected(
        verify(signed("'kid':'#k','jwk':" + json(ATTACKER), ATTACKER), document(json(KEY))),
        Check.Id.KEY,
        "key.not-found");
    String url = "'kid':'" + ISSUER + "#k'";
    assertRejected(
        verify(signed(url + ",'jwk':" + json(ATTACKER), ATTACKER), document(json(KEY))),
        Check.Id.PROOF,
        "proof.embedded-key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'jku':'https://evil.example/keys.json'",
        "'x5u':'https://evil.example/cert.pem'",
        "'x5c':['MIIB']",
        "'x5t':'AA'"
      })
  void keyElsewhereInTheHeaderIsNotEvenAskedFor(String member) {
    VerificationReport report =
        verify(signed("'kid':'#k'," + member, ATTACKER), document(json(KEY)));
    assertRejected(report, Check.Id.PROOF, "proof.signature");
    assertThat(report.fetched()).extracting(f -> f.url().toString()).containsExactly(DOCUMENT);
    assertRejected(
        verify(signed(member, ATTACKER), document(json(KEY))), Check.Id.KEY, "key.not-named");
  }

  @Test
  void kidOfTheAttackersOwnDid() {
    Signer attacker = Signer.didKey(ATTACKER);
    VerificationReport report =
        verify(
            signed("'kid':'" + attacker.verificationMethod() + "'", ATTACKER), document(json(KEY)));
    assertRejected(report, Check.Id.ISSUER, "issuer.mismatch");
  }

  @Test
  void keyMintedInTheFragment() {
    String multikey = Signer.didKey(ATTACKER).controller().substring("did:key:".length());
    assertRejected(
        verify(signed("'kid':'" + ISSUER + "#" + multikey + "'", ATTACKER), document(json(KEY))),
        Check.Id.KEY,
        "key.not-found");
  }

  @Test
  void methodOfAnotherController() {
    String foreign =
        document(json(KEY)).replace("'controller':'did:web:uni", "'controller':'did:web:evil");
    assertRejected(verify(signed("'kid':'#k'", KEY), foreign), Check.Id.KEY, "key.controller");
  }

  @Test
  void rotatedKey() {
    assertRejected(
        verify(signed("'kid':'#old'", KEY), document(json(ATTACKER))),
        Check.Id.KEY,
        "key.not-found");
    assertRejected(
        verify(signed("'kid':'#k'", KEY), document(json(ATTACKER))),
        Check.Id.PROOF,
        "proof.signature");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'assertionMethod' | 'authentication' | key.purpose",
        "'assertionMethod':['#k'] | 'assertionMethod':[] | key.purpose",
        "'publicKeyJwk' | 'revoked':'2026-01-01T00:00:00Z','publicKeyJwk' | key.revoked",
        "'publicKeyJwk' | 'expires':'2026-01-01T00:00:00Z','publicKeyJwk' | key.expired",
        "{'id':'did:web:uni.example', | {'id':'did:web:evil.example', | key.document-id",
        "'publicKeyJwk' | 'secretKeyJwk':{},'publicKeyJwk' | key.private-material",
      })
  void keyThatIsNotForThisAnyMore(String from, String to, String code) {
    assertRejected(
        verify(signed("'kid':'#k'", KEY), document(json(KEY)).replace(from, to)),
        Check.Id.KEY,
        code);
  }

  @Test
  void documentThatCannotBeHadIsNoAnswer() {
    VerificationReport report =
        CredentialVerifier.builder(TrustPolicy.anyone())
            .clock(Badges.CLOCK)
            .build()
            .verify(signed("'kid':'#k'", KEY));
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.UNDETERMINED);
    assertThat(report.check(Check.Id.KEY).problems())
        .extracting(Problem::code)
        .containsExactly("key.unavailable");
  }
}
