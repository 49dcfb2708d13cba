package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Keys of which {@code kid} says where they lie: an https URL of a JWK or a JWK Set. */
class KeySourcesTest {
  private static final String ISSUER = "did:web:uni.example";
  private static final String DID_DOCUMENT = "https://uni.example/.well-known/did.json";
  private static final String KEYS = "https://uni.example/keys.json";
  private static final Jwk KEY = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  private static final String PUBLIC = jwk(KEY, "");

  private static String jwk(Jwk key, String more) {
    String json = key.withoutKeyId().toPublicKey().toJson().replace('"', '\'');
    return json.substring(0, json.length() - 1) + more + "}";
  }

  private static JsonObject badge(String issuer) {
    return Badges.issuedBy(new Badges().badge().build().json(), issuer);
  }

  private static SecuredCredential signed(String kid, String issuer) {
    return Tokens.token(
        "{'alg':'EdDSA','typ':'vc+jwt','kid':'" + kid + "'}", badge(issuer), Signer.didKey(KEY));
  }

  private static VerificationReport verify(
      SecuredCredential credential, TrustPolicy trust, String... documents) {
    return verify(credential, trust, Tokens.documents(documents));
  }

  private static VerificationReport verify(
      SecuredCredential credential, TrustPolicy trust, DocumentLoader documents) {
    return CredentialVerifier.builder(trust)
        .clock(Badges.CLOCK)
        .documents(documents)
        .build()
        .verify(credential);
  }

  private static void assertVerified(VerificationReport report) {
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  private static void assertAnswer(
      VerificationReport report, Check.Id id, Check.Outcome outcome, String code) {
    assertThat(report.check(id).outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(report.check(id).problems()).extracting(Problem::code).containsExactly(code);
    assertThat(report.outcome()).isNotEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  private static String did(String relationship, String more, String jwk) {
    return """
        {'id':'did:web:uni.example','verificationMethod':[{'id':'#k','type':'JsonWebKey',
          'controller':'did:web:uni.example','publicKeyJwk':%s%s}],'%s':['#k']}"""
        .formatted(jwk, more, relationship);
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYS, KEYS + "#1"})
  void areTheIssuersWhenItsDocumentListsTheSameKey(String kid) {
    VerificationReport report =
        verify(
            signed(kid, ISSUER),
            TrustPolicy.issuers(ISSUER),
            KEYS,
            "{'keys':[" + jwk(KEY, ",'kid':'1'") + "]}",
            DID_DOCUMENT,
            did("assertionMethod", "", PUBLIC));
    assertVerified(report);
    assertThat(report.fetched()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void areTheIssuersWhenTheCallerSaysSo(SignatureAlgorithm algorithm) {
    Jwk key = Jwk.of(KeyPairs.generate(algorithm)).withAlgorithm(algorithm);
    SecuredCredential token =
        Tokens.token(
            "{'alg':'" + algorithm.jose() + "','typ':'vc+jwt','kid':'" + KEYS + "'}",
            badge(ISSUER),
            Signer.didKey(key));
    assertVerified(verify(token, TrustPolicy.issuer(ISSUER, KEYS), KEYS, jwk(key, "")));
  }

  @Test
  void areTheIssuersWhenTheIssuerIsTheirUrl() {
    assertVerified(verify(signed(KEYS, KEYS), TrustPolicy.issuers(KEYS), KEYS, PUBLIC));
  }

  @Test
  void areNobodysOtherwise() {
    SecuredCredential token = signed(KEYS, ISSUER);
    Jwk other = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
    for (String document :
        List.of(
            did("assertionMethod", "", jwk(other, "")),
            did("authentication", "", PUBLIC),
            did("assertionMethod", ",'revoked':'2026-01-01T00:00:00Z'", PUBLIC),
            did("assertionMethod", ",'expires':'2026-01-01T00:00:00Z'", PUBLIC),
            did("assertionMethod", ",'secretKeyMultibase':'z'", PUBLIC),
            did("assertionMethod", "", PUBLIC)
                .replace("'controller':'did:web:uni", "'controller':'did:web:other"),
            "{'id':'did:web:uni.example'}")) {
      VerificationReport report =
          verify(token, TrustPolicy.anyone(), KEYS, PUBLIC, DID_DOCUMENT, document);
      assertAnswer(report, Check.Id.ISSUER, Check.Outcome.UNDETERMINED, "issuer.unbound-key");
    }
    assertAnswer(
        verify(token, TrustPolicy.anyone(), KEYS, PUBLIC),
        Check.Id.ISSUER,
        Check.Outcome.UNDETERMINED,
        "issuer.unbound-key");
  }

  @Test
  void areNotMadeAnybodysByWhoMintsAUrl() {
    String evil = "https://evil.example/keys.json";
    VerificationReport report =
        verify(
            signed(evil, ISSUER),
            TrustPolicy.issuer(ISSUER, KEYS),
            evil,
            PUBLIC,
            KEYS,
            jwk(Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA)), ""),
            DID_DOCUMENT,
            "{'id':'did:web:uni.example'}");
    assertAnswer(report, Check.Id.ISSUER, Check.Outcome.UNDETERMINED, "issuer.unbound-key");
  }

  @Test
  void areRestrictedByTheIssuersDocument() {
    Jwk rsa = Jwk.of(KeyPairs.generate(SignatureAlgorithm.RS256));
    SecuredCredential token =
        Tokens.token(
            "{'alg':'RS256','typ':'vc+jwt','kid':'" + KEYS + "'}",
            badge(ISSUER),
            Signer.didKey(rsa));
    String forPs256 = jwk(rsa.withAlgorithm(SignatureAlgorithm.PS256), "");
    VerificationReport report =
        verify(
            token,
            TrustPolicy.anyone(),
            KEYS,
            jwk(rsa, "").replace(",'alg':'RS256'", ""),
            DID_DOCUMENT,
            did("assertionMethod", "", forPs256));
    assertAnswer(report, Check.Id.ISSUER, Check.Outcome.UNDETERMINED, "issuer.unbound-key");
  }

  @Test
  void areAskedForThroughTheLoaderOnly() {
    VerificationReport report =
        verify(signed(KEYS, ISSUER), TrustPolicy.anyone(), DocumentLoader.none());
    assertAnswer(report, Check.Id.KEY, Check.Outcome.UNDETERMINED, "key.unavailable");
    assertThat(report.fetched()).extracting(f -> f.url().toString()).containsExactly(KEYS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#1 | {'keys':[KEY,'kid':'1'},OTHER,'kid':'1'}]} | key.ambiguous",
        "   | {'keys':[KEY,'kid':'1'},OTHER,'kid':'2'}]} | key.ambiguous",
        "#2 | {'keys':[KEY,'kid':'1'}]} | key.not-found",
        "#1 | {'keys':[]} | key.not-found",
        "   | KEY,'use':'enc'} | key.use",
        "   | KEY,'key_ops':['encrypt']} | key.use",
        "   | KEY,'d':'AA'} | key.private-material",
        "   | KEY,'exp':1767225600} | key.expired",
        "   | KEY,'revoked':{'revoked_at':1767225600}} | key.revoked",
        "   | KEY,'kty':'OKP'} | json.duplicate-member",
      })
  void areRefused(String fragment, String document, String code) {
    String open = PUBLIC.substring(0, PUBLIC.length() - 1);
    String other = jwk(Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA)), "");
    String keys =
        document.replace("KEY", open).replace("OTHER", other.substring(0, other.length() - 1));
    VerificationReport report =
        verify(
            signed(KEYS + (fragment == null ? "" : fragment), ISSUER),
            TrustPolicy.issuer(ISSUER, KEYS),
            KEYS,
            keys);
    assertAnswer(report, Check.Id.KEY, Check.Outcome.FAILED, code);
  }

  @Test
  void verifyDataIntegrityToo() throws Exception {
    Badges uni = new Badges();
    Signer named = Badges.renamed(uni.key, KEYS + "#1", ISSUER);
    SecuredCredential signed =
        org.microcred.crypto.CredentialSigner.of(
                named, org.microcred.crypto.ProofFormat.EDDSA_RDFC_2022)
            .sign(uni.badge().build().json().with("issuer", new JsonString(ISSUER)));
    String key = jwk(Jwk.of(uni.key.publicKey()), ",'kid':'1'");
    assertVerified(verify(signed, TrustPolicy.issuer(ISSUER, KEYS), KEYS, key));
    assertAnswer(
        verify(signed, TrustPolicy.issuers(ISSUER), KEYS, key),
        Check.Id.ISSUER,
        Check.Outcome.UNDETERMINED,
        "issuer.unbound-key");
  }
}
