package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.internal.jose.CompactJws;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

class SdJwtTest {
  private static final KeyPair ISSUER = TestPairs.pair(SignatureAlgorithm.EDDSA);
  private static final Signer KEY = Signer.didKey(ISSUER);
  private static final Signer HOLDER = Signer.didKey(TestPairs.pair(SignatureAlgorithm.ES256));
  private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
  private static final Duration MINUTES = Duration.ofMinutes(5);
  private static final JsonObject BADGE = Credentials.badge(KEY.controller());
  private static final List<JsonPointer> HIDDEN =
      pointers(
          "/credentialSubject/id",
          "/credentialSubject/achievement",
          "/credentialSubject/achievement/creditsAvailable",
          "/name");

  private static List<JsonPointer> pointers(String... pointers) {
    return Stream.of(pointers).map(JsonPointer::parse).toList();
  }

  private static CredentialSigner signer() {
    return CredentialSigner.of(KEY, ProofFormat.VC_SD_JWT)
        .withDisclosable(HIDDEN)
        .withHolderKey(TestPairs.pair(SignatureAlgorithm.ES256).getPublic());
  }

  private static SdJwt issued() {
    return issued(signer());
  }

  private static SdJwt issued(CredentialSigner signer) {
    try {
      return SdJwt.parse(signer.sign(BADGE), Limits.defaults());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Inspection inspect(SecuredCredential wire) throws InvalidDocumentException {
    return Inspection.open(wire, InspectionSettings.defaults());
  }

  private static boolean verifies(SdJwt token) throws InvalidDocumentException {
    Inspection inspection = inspect(token.toSecuredCredential());
    return inspection.shape().passed()
        && inspection
            .verify(inspection.proofs().get(0), EnvelopeKeys.method(ISSUER.getPublic()))
            .passed();
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).toList();
  }

  @Nested
  class Disclosing {
    @Test
    void theHolderGetsAll() throws Exception {
      SdJwt token = issued();
      assertThat(token.disclosures()).containsExactlyInAnyOrderElementsOf(HIDDEN);
      assertThat(token.unverifiedClaims().without("cnf")).isEqualTo(BADGE);
      assertThat(inspect(token.toSecuredCredential()).unverifiedDocument()).isEqualTo(BADGE);
      assertThat(verifies(token)).isTrue();
    }

    @Test
    void showsWhatIsNamedAndTheWayToIt() throws Exception {
      SdJwt shown = issued().disclose(pointers("/credentialSubject/achievement/creditsAvailable"));
      assertThat(shown.disclosures())
          .containsExactly(
              JsonPointer.parse("/credentialSubject/achievement"),
              JsonPointer.parse("/credentialSubject/achievement/creditsAvailable"));
      assertThat(shown.unverifiedClaims().has("name")).isFalse();
      assertThat(shown.toSecuredCredential().toText().orElseThrow()).doesNotContain("~~");
      assertThat(verifies(shown)).isTrue();
    }

    @Test
    void withholdsWhatLiesInsideUnlessItIsNamed() throws Exception {
      SdJwt shown = issued().disclose(pointers("/credentialSubject/achievement"));
      JsonObject achievement =
          (JsonObject)
              JsonPointer.parse("/credentialSubject/achievement")
                  .in(shown.unverifiedClaims())
                  .orElseThrow();
      assertThat(achievement.has("creditsAvailable")).isFalse();
      assertThat(achievement.string("name")).contains("Python 101");
      assertThat(verifies(shown)).isTrue();
    }

    @Test
    void nothingIsShownWhenNothingIsNamed() throws Exception {
      SdJwt shown = issued().disclose(List.of());
      assertThat(shown.disclosures()).isEmpty();
      assertThat(shown.unverifiedClaims().object("credentialSubject").orElseThrow().members())
          .containsOnlyKeys("type");
      assertThat(verifies(shown)).isTrue();
      assertThat(shown.disclose(pointers("/type/0"))).isEqualTo(shown).hasSameHashCodeAs(shown);
    }

    @Test
    void whatIsNotThereCannotBeShown() {
      SdJwt withoutName = issued().disclose(List.of());
      assertThatThrownBy(() -> withoutName.disclose(pointers("/name")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("pointers");
    }

    @Test
    void elementsOfArraysMoveUpWhenThoseBeforeThemAreWithheld() throws Exception {
      JsonObject claims =
          Credentials.object(
              "{\"iss\":\"" + KEY.controller() + "\",\"vct\":\"urn:x\",\"a\":[1,2,3]}");
      SdJwt token =
          SdJwt.parse(
              CredentialSigner.of(KEY, ProofFormat.DC_SD_JWT)
                  .withDisclosable(pointers("/a/0", "/a/2"))
                  .withDecoys(2)
                  .sign(claims),
              Limits.defaults());
      SdJwt last = token.disclose(pointers("/a/2"));
      assertThat(last.unverifiedClaims().get("a").orElseThrow()).hasToString("[2,3]");
      assertThat(last.disclosures()).containsExactlyElementsOf(pointers("/a/1"));
      Inspection inspection = inspect(last.toSecuredCredential());
      assertThat(inspection.form()).isEqualTo("dc+sd-jwt+EdDSA");
      assertThat(inspection.context().passed()).isTrue();
      assertThat(verifies(last)).isTrue();
    }

    @Test
    void saltsAreNeverTheSame() {
      assertThat(issued()).isNotEqualTo(issued());
      assertThat(issued(signer().withRandom(new Random(7))))
          .isEqualTo(issued(signer().withRandom(new Random(7))));
    }

    @Test
    void showsNoClaimsWhenPrinted() {
      assertThat(issued()).hasToString("SdJwt[4 disclosures]");
    }

    @Test
    void textOfAnotherKindIsRefused() {
      assertThatThrownBy(
              () -> SdJwt.parse(SecuredCredential.of(new byte[] {-1}), Limits.defaults()))
          .isInstanceOfSatisfying(
              InvalidDocumentException.class,
              e -> assertThat(codes(e.violations())).containsExactly("sd-jwt.syntax"));
    }
  }

  @Nested
  class Issuing {
    @Test
    void onlySdJwtHasSomethingToWithhold() {
      CredentialSigner jwt = CredentialSigner.of(KEY, ProofFormat.VC_JWT);
      assertThatThrownBy(() -> jwt.withDisclosable(HIDDEN))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> jwt.withHolderKey(ISSUER.getPublic()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> signer().withDecoys(-1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("decoys");
    }

    @Test
    void everyTermIsCheckedAsInAnyFormat() {
      assertThatThrownBy(() -> signer().sign(BADGE.with("nonsense", new JsonString("x"))))
          .isInstanceOfSatisfying(
              InvalidDocumentException.class,
              e -> assertThat(codes(e.violations())).containsExactly("context.undefined-term"));
    }

    @Test
    void theIssuerOfAnSdJwtVcIsItsClaimIss() {
      CredentialSigner signer = CredentialSigner.of(KEY, ProofFormat.DC_SD_JWT);
      JsonObject claims = Credentials.object("{\"iss\":\"did:example:other\",\"vct\":\"urn:x\"}");
      assertThatThrownBy(() -> signer.sign(claims))
          .isInstanceOfSatisfying(
              InvalidDocumentException.class,
              e -> assertThat(codes(e.violations())).containsExactly("issuer.mismatch"));
    }
  }

  @Nested
  class KeyBinding {
    private static final String VERIFIER = "https://verifier.example";

    private SdJwt bound() throws Exception {
      return issued().disclose(pointers("/name")).withKeyBinding(HOLDER, VERIFIER, "nonce-1", NOW);
    }

    private List<String> failures(SdJwt token) {
      return codes(token.verifyKeyBinding(VERIFIER, "nonce-1", NOW, MINUTES).failures());
    }

    /** A key binding with other headers or claims, signed by the holder. */
    private SdJwt forged(String header, String claims) throws Exception {
      SdJwt shown = issued().disclose(List.of());
      String hash =
          new String(
              java.util.Base64.getUrlEncoder()
                  .withoutPadding()
                  .encode(
                      java.security.MessageDigest.getInstance("SHA-256")
                          .digest(shown.toSecuredCredential().toBytes())),
              StandardCharsets.US_ASCII);
      String kb =
          CompactJws.sign(
              Credentials.object(header.replace('\'', '"')),
              Credentials.object(claims.replace('\'', '"').replace("HASH", hash)),
              HOLDER);
      return SdJwt.parse(
          SecuredCredential.of(shown.toSecuredCredential().toText().orElseThrow() + kb),
          Limits.defaults());
    }

    private static final String HEADER = "{'alg':'ES256','typ':'kb+jwt'}";
    private static final String CLAIMS =
        "{'iat':1748736000,'aud':'https://verifier.example','nonce':'nonce-1','sd_hash':'HASH'}";

    @Test
    void holdsForThisVerifierThisRequestAndThisTime() throws Exception {
      assertThat(bound().verifyKeyBinding(VERIFIER, "nonce-1", NOW, MINUTES).passed()).isTrue();
      assertThat(
              forged(HEADER, CLAIMS).verifyKeyBinding(VERIFIER, "nonce-1", NOW, MINUTES).passed())
          .isTrue();
      assertThat(verifies(bound())).isTrue();
    }

    @Test
    void isMissed() {
      assertThat(failures(issued())).containsExactly("key-binding.missing");
    }

    @Test
    void isNotForOthers() throws Exception {
      SdJwt token = bound();
      assertThat(codes(token.verifyKeyBinding("https://x", "n", NOW, MINUTES).failures()))
          .containsExactly("key-binding.audience", "key-binding.nonce");
    }

    @Test
    void isStaleOrFromTheFuture() throws Exception {
      for (Instant at :
          List.of(NOW.plus(MINUTES).plusSeconds(1), NOW.minus(MINUTES).minusSeconds(1))) {
        assertThat(codes(bound().verifyKeyBinding(VERIFIER, "nonce-1", at, MINUTES).failures()))
            .containsExactly("key-binding.stale");
      }
      String expired = CLAIMS.replace("{'iat'", "{'exp':1748735999,'iat'");
      assertThat(failures(forged(HEADER, expired))).containsExactly("key-binding.stale");
      String early = CLAIMS.replace("{'iat'", "{'nbf':1748736001,'iat'");
      assertThat(failures(forged(HEADER, early))).containsExactly("key-binding.stale");
    }

    @Test
    void saysWhenItWasMade() throws Exception {
      assertThat(failures(forged(HEADER, CLAIMS.replace("'iat':1748736000,", ""))))
          .containsExactly("key-binding.issued-at");
      assertThat(failures(forged(HEADER, CLAIMS.replace("1748736000", "'2025-06-01T00:00:00Z'"))))
          .containsExactly("key-binding.issued-at");
    }

    @Test
    void hasATypeOfItsOwn() throws Exception {
      assertThat(failures(forged("{'alg':'ES256','typ':'JWT'}", CLAIMS)))
          .containsExactly("key-binding.typ");
      assertThat(failures(forged("{'alg':'ES256'}", CLAIMS))).containsExactly("key-binding.typ");
      assertThat(failures(forged("{'alg':'none','typ':'kb+jwt'}", CLAIMS)))
          .containsExactly("jwt.alg");
    }

    @Test
    void audienceAndNonceAreTexts() throws Exception {
      assertThat(
              failures(
                  forged(
                      HEADER,
                      CLAIMS.replace(
                          "'https://verifier.example'", "['https://verifier.example']"))))
          .containsExactly("key-binding.audience");
      assertThat(failures(forged(HEADER, CLAIMS.replace("'nonce-1'", "1"))))
          .containsExactly("key-binding.nonce");
    }

    @Test
    void coversTheDisclosures() throws Exception {
      String[] parts = bound().toSecuredCredential().toText().orElseThrow().split("~");
      SdJwt fewer = SdJwt.parse(SecuredCredential.of(parts[0] + "~" + parts[2]), Limits.defaults());
      assertThat(failures(fewer)).containsExactly("key-binding.sd-hash");
      assertThat(verifies(fewer)).as("nobody needs to ask").isFalse();
    }

    @Test
    void isCheckedEvenWhenNobodyAsks() throws Exception {
      String text = bound().toSecuredCredential().toText().orElseThrow();
      char last = text.charAt(text.length() - 20);
      String changed =
          text.substring(0, text.length() - 20)
              + (last == 'A' ? 'B' : 'A')
              + text.substring(text.length() - 19);
      SdJwt token = SdJwt.parse(SecuredCredential.of(changed), Limits.defaults());
      assertThat(verifies(token)).isFalse();
      assertThat(failures(token)).containsExactly("proof.signature");
      assertThat(codes(inspect(bound().toSecuredCredential()).shape().warnings()))
          .containsExactly("key-binding.not-compared");
    }

    @Test
    void isMadeWithTheKeyOfTheHolderOnly() throws Exception {
      SdJwt token = issued();
      assertThatThrownBy(() -> token.withKeyBinding(KEY, VERIFIER, "n", NOW))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("holder");
      SdJwt unbound = issued(CredentialSigner.of(KEY, ProofFormat.VC_SD_JWT));
      assertThatThrownBy(() -> unbound.withKeyBinding(HOLDER, VERIFIER, "n", NOW))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cnf");
    }

    @Test
    void needsAKeyInTheCredential() throws Exception {
      String kb = bound().toSecuredCredential().toText().orElseThrow().replaceFirst(".*~", "");
      JsonObject claims = Credentials.sdJwtVc(KEY.controller());
      CredentialSigner signer = CredentialSigner.of(KEY, ProofFormat.DC_SD_JWT);
      String none = signer.sign(claims).toText().orElseThrow();
      assertThat(failures(SdJwt.parse(SecuredCredential.of(none + kb), Limits.defaults())))
          .contains("key-binding.no-key");
      JsonObject byName =
          claims.with("cnf", JsonObject.builder().put("kid", "did:example:h#1").build());
      String named = signer.sign(byName).toText().orElseThrow();
      assertThat(
              codes(
                  SdJwt.parse(SecuredCredential.of(named + kb), Limits.defaults())
                      .verifyKeyBinding(VERIFIER, "nonce-1", NOW, MINUTES)
                      .unknowns()))
          .containsExactly("key.unsupported");
      JsonObject odd = claims.with("cnf", new JsonNumber("1"));
      String wrong = signer.sign(odd).toText().orElseThrow();
      assertThat(failures(SdJwt.parse(SecuredCredential.of(wrong + kb), Limits.defaults())))
          .contains("key-binding.no-key");
    }

    @Test
    void isReplacedByTheNextOne() throws Exception {
      SdJwt again = bound().withKeyBinding(HOLDER, "https://other.example", "nonce-2", NOW);
      assertThat(again.verifyKeyBinding("https://other.example", "nonce-2", NOW, MINUTES).passed())
          .isTrue();
      assertThat(failures(again.disclose(List.of()))).containsExactly("key-binding.missing");
    }

    @Test
    void anythingElseAtTheEndIsRefused() {
      String text = issued().toSecuredCredential().toText().orElseThrow();
      for (String end : List.of("x", "a.b", "a.b.c.d.e", "e30.e30.!")) {
        assertThatThrownBy(() -> SdJwt.parse(SecuredCredential.of(text + end), Limits.defaults()))
            .isInstanceOfSatisfying(
                InvalidDocumentException.class,
                e -> assertThat(codes(e.violations())).isSubsetOf("jwt.syntax", "jwt.encrypted"));
      }
    }
  }
}
