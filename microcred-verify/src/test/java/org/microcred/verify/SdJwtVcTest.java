package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.Holders.assertAnswer;
import static org.microcred.verify.Holders.assertVerified;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SdJwt;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.Limits;
import org.microcred.model.OtherCredential;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.stacking.StackPolicy;

/** SD-JWT VC: verified as any credential, and never an achievement. */
class SdJwtVcTest {
  private static final String VCT = "https://uni.example/types/exam";
  private static final String LIST = "https://uni.example/status/1";
  private static final long NOW = Badges.NOW.getEpochSecond();

  private final Badges uni = new Badges();

  private JsonObject claims() {
    return JsonObject.builder()
        .put("iss", uni.key.controller())
        .put("vct", VCT)
        .put("sub", Badges.LEARNER)
        .put("iat", JsonNumber.of(NOW - 10))
        .put("exp", JsonNumber.of(NOW + 3600))
        .put("grade", "A")
        .build();
  }

  private SecuredCredential sign(JsonObject claims) throws Exception {
    return CredentialSigner.of(uni.key, ProofFormat.DC_SD_JWT).sign(claims);
  }

  /** Any header, with {@code '} for quotes, and any claims. */
  private SecuredCredential token(String header, JsonObject claims) {
    String jwt = Tokens.token(header, claims, uni.key).toText().orElseThrow();
    return SecuredCredential.of(jwt + "~");
  }

  private String header(String more) {
    return "{'alg':'EdDSA','kid':'" + uni.key.verificationMethod() + "'," + more + "}";
  }

  private VerificationReport verify(SecuredCredential wire) {
    return uni.verifier().build().verify(wire);
  }

  private static Credential verified(VerificationReport report) {
    assertVerified(report);
    return ((VerificationReport.Verified) report).credential();
  }

  @Nested
  class WhatItIs {
    @Test
    void isVerifiedAsACredentialOfItsOwnType() throws Exception {
      VerificationReport report = verify(sign(claims()));
      Credential credential = verified(report);
      assertThat(credential).isInstanceOf(OtherCredential.class);
      assertThat(credential.dataModel()).isEqualTo(DataModel.SD_JWT_VC);
      assertThat(credential.types()).containsExactly(VCT);
      assertThat(credential.issuer().id()).isEqualTo(uni.key.controller());
      assertThat(credential.subjectIds()).containsExactly(Badges.LEARNER);
      assertThat(credential.validUntil()).contains(Badges.NOW.plusSeconds(3600));
      assertThat(credential.json()).isEqualTo(claims());
      assertThat(report.form()).isEqualTo("dc+sd-jwt+EdDSA");
      assertThat(report.check(Check.Id.CONTEXT).cause()).contains(Check.Cause.NOT_APPLICABLE);
    }

    @Test
    void isToldFromACredentialByItsOlderNameToo() {
      verified(verify(token(header("'typ':'vc+sd-jwt'"), claims())));
    }

    /** Signed by the issuer, with everything that a badge has. */
    private JsonObject badgeToo() {
      JsonObject badge = uni.badge().build().json();
      return badge
          .with("iss", new JsonString(uni.key.controller()))
          .with("vct", new JsonString(VCT))
          .with("sub", new JsonString(Badges.LEARNER));
    }

    @Test
    void isNoBadgeWhateverItsClaimsSay() throws Exception {
      VerificationReport report = verify(sign(badgeToo()));
      assertThat(verified(report)).isInstanceOf(OtherCredential.class);
      assertThat(report.check(Check.Id.STRUCTURE).warnings())
          .extracting(Problem::code)
          .containsExactly("vc.context");
    }

    @Test
    void isNoBadgeInAPictureEither() throws Exception {
      String svg = "<svg xmlns='http://www.w3.org/2000/svg'><circle r='9'/></svg>";
      byte[] baked =
          BadgeImage.read(svg.getBytes(StandardCharsets.UTF_8)).bake(sign(badgeToo())).toBytes();
      VerificationReport report = verify(SecuredCredential.of(baked));
      assertThat(verified(report)).isInstanceOf(OtherCredential.class);
      assertThat(report.form()).startsWith("svg+");
    }

    @Test
    void isNoPresentationAndHoldsNoCredentials() throws Exception {
      JsonObject claims =
          claims()
              .with("type", new JsonString("VerifiablePresentation"))
              .with("endorsement", JsonObject.builder().put("by", "a friend").build());
      VerificationReport report = verify(sign(claims));
      assertVerified(report);
      assertThat(report.embedded()).isEmpty();
    }

    @Test
    void withContextsUnderTheOlderNameIsACredentialOfTheOtherKind() {
      VerificationReport report = verify(token(header("'typ':'vc+sd-jwt'"), badgeToo()));
      assertThat(report.form()).isEqualTo("vc+sd-jwt+EdDSA");
      assertThat(verified(report).dataModel()).isEqualTo(DataModel.VC_2_0);
    }

    @Test
    void isNeverAHolding() throws Exception {
      StackPolicy policy =
          StackPolicy.parse(
              """
              {"id": "https://uni.example/stack", "version": "1",
               "award": {"id": "https://uni.example/award", "type": ["Achievement"], "name": "Any",
                         "description": "Any.", "criteria": {"narrative": "Any."}},
               "rule": {"id": "a", "hold": {"achievement": "%s"}}}"""
                  .formatted(VCT));
      StackReport report =
          uni.verifier()
              .build()
              .verifyStack(policy, Recipient.of(Badges.LEARNER), List.of(sign(badgeToo())));
      assertThat(report.award()).isEmpty();
      assertThat(report.entries()).noneMatch(StackReport.Entry::counted);
      assertThat(report.decision().unused()).isEmpty();
    }
  }

  @Nested
  class WhatFails {
    @Test
    void withoutTypeItIsNone() {
      VerificationReport report =
          verify(token(header("'typ':'dc+sd-jwt'"), claims().without("vct")));
      assertThat(report.check(Check.Id.STRUCTURE).problems())
          .extracting(Problem::code)
          .containsExactly("model.required");
      assertAnswer(report, Check.Id.PROOF, Check.Outcome.FAILED, "sd-jwt.vct");
    }

    @Test
    void anIssuerThatACertificateNamesIsNotFoundOut() {
      VerificationReport report =
          verify(token(header("'typ':'dc+sd-jwt','x5c':['MIIB']"), claims().without("iss")));
      assertAnswer(report, Check.Id.STRUCTURE, Check.Outcome.UNDETERMINED, "issuer.unsupported");
      assertThat(report.check(Check.Id.PROOF).warnings())
          .extracting(Problem::code)
          .containsExactly("jwt.key-hint");
    }

    @ParameterizedTest
    @CsvSource({"exp, -61, validity.expired, /exp", "nbf, 61, validity.not-yet, /nbf"})
    void outOfItsTime(String claim, long seconds, String code, String pointer) throws Exception {
      VerificationReport report = verify(sign(claims().with(claim, JsonNumber.of(NOW + seconds))));
      assertAnswer(report, Check.Id.VALIDITY, Check.Outcome.FAILED, code);
      assertThat(report.check(Check.Id.PROOF).outcome()).isEqualTo(Check.Outcome.PASSED);
      assertThat(report.check(Check.Id.VALIDITY).problems().get(0).pointer())
          .isEqualTo(JsonPointer.parse(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2026'", "1e99", "1e-999999999", "null"})
    void aDateThatIsNone(String date) {
      JsonObject claims = claims().with("exp", StatusLists.json(date.replace('\'', '"')));
      VerificationReport report = verify(token(header("'typ':'dc+sd-jwt'"), claims));
      assertThat(report.check(Check.Id.STRUCTURE).problems())
          .extracting(Problem::code)
          .containsExactly("model.numeric-date");
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
    }

    @Test
    void theKeyOfSomebodyElse() {
      JsonObject claims = claims().with("iss", new JsonString(new Badges().key.controller()));
      VerificationReport report = verify(token(header("'typ':'dc+sd-jwt'"), claims));
      assertAnswer(report, Check.Id.ISSUER, Check.Outcome.FAILED, "issuer.mismatch");
      assertThat(report.check(Check.Id.ISSUER).problems().get(0).pointer())
          .isEqualTo(JsonPointer.parse("/iss"));
    }

    @Test
    void demandsThatNobodyKnows() {
      VerificationReport report =
          verify(token(header("'typ':'dc+sd-jwt','crit':['iso'],'iso':1"), claims()));
      assertAnswer(report, Check.Id.PROOF, Check.Outcome.FAILED, "jwt.crit");
    }

    @Test
    void anotherPerson() throws Exception {
      CredentialVerifier verifier = uni.verifier().build();
      SecuredCredential own = sign(claims());
      assertVerified(verifier.verify(own, Recipient.of(Badges.LEARNER)));
      assertVerified(verifier.verify(own.toBytes(), Recipient.of(Badges.LEARNER)));
      assertVerified(verifier.verify(own.toText().orElseThrow(), Recipient.of(Badges.LEARNER)));
      for (JsonObject claims :
          List.of(claims().with("sub", new JsonString("someone")), claims().without("sub"))) {
        assertAnswer(
            verifier.verify(sign(claims), Recipient.of(Badges.LEARNER)),
            Check.Id.RECIPIENT,
            Check.Outcome.FAILED,
            "recipient.mismatch");
      }
    }

    @Test
    void anIssuerWhomTheCallerDoesNotTrust() throws Exception {
      CredentialVerifier verifier =
          CredentialVerifier.builder(TrustPolicy.issuers("did:example:other"))
              .clock(Badges.CLOCK)
              .build();
      assertAnswer(
          verifier.verify(sign(claims())),
          Check.Id.TRUST,
          Check.Outcome.FAILED,
          "trust.not-accepted");
    }
  }

  /** SD-JWT VC, JWT VC Issuer Metadata. */
  @Nested
  class IssuerMetadata {
    private static final String ISSUER = "https://uni.example/tenant/1/";
    private static final String METADATA = "https://uni.example/.well-known/jwt-vc-issuer/tenant/1";
    private static final String KEYS = "https://keys.example/set.json";

    private final Jwk pair = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
    private final String first = jwk(pair, "1");
    private final String second = jwk(Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA)), "2");

    private String jwk(Jwk key, String kid) {
      String json = key.withoutKeyId().toPublicKey().toJson();
      return json.substring(0, json.length() - 1) + ",\"kid\":\"" + kid + "\"}";
    }

    private VerificationReport verify(String kid, String... documents) {
      return verify(kid, claims(), documents);
    }

    private VerificationReport verify(String kid, JsonObject claims, String... documents) {
      String header = "{'alg':'EdDSA','typ':'dc+sd-jwt'" + kid + "}";
      SecuredCredential jwt =
          Tokens.token(header, claims.with("iss", new JsonString(ISSUER)), Signer.didKey(pair));
      return CredentialVerifier.builder(TrustPolicy.issuers(ISSUER))
          .clock(Badges.CLOCK)
          .documents(Tokens.documents(documents))
          .build()
          .verify(SecuredCredential.of(jwt.toText().orElseThrow() + "~"));
    }

    private String metadata(String keys) {
      return "{'issuer':'" + ISSUER + "'," + keys + "}";
    }

    private String set(String... keys) {
      return "{'keys':[" + String.join(",", keys) + "]}";
    }

    @Test
    void holdsTheKeysOfTheIssuer() {
      VerificationReport report =
          verify(",'kid':'1'", METADATA, metadata("'jwks':" + set(second, first)));
      assertVerified(report);
      assertThat(report.fetched()).hasSize(1);
    }

    @Test
    void saysWhereTheKeysAre() {
      VerificationReport report =
          verify(
              ",'kid':'1'",
              METADATA,
              metadata("'jwks_uri':'" + KEYS + "'"),
              KEYS,
              set(first, second));
      assertVerified(report);
      assertThat(report.fetched()).hasSize(2);
    }

    @Test
    void needsNoNameForAnOnlyKey() {
      assertVerified(verify("", METADATA, metadata("'jwks':" + set(first))));
      assertAnswer(
          verify("", METADATA, metadata("'jwks':" + set(first, second))),
          Check.Id.KEY,
          Check.Outcome.FAILED,
          "key.ambiguous");
    }

    @Test
    void isNotAskedForUnlessTheCallerLetsIt() {
      VerificationReport report = verify(",'kid':'1'");
      assertAnswer(report, Check.Id.KEY, Check.Outcome.UNDETERMINED, "key.unavailable");
      assertThat(report.check(Check.Id.KEY).problems().get(0).detail()).contains(METADATA);
    }

    @Test
    void ofSomebodyElseIsNotUsed() {
      assertAnswer(
          verify(
              ",'kid':'1'",
              METADATA,
              metadata("'jwks':" + set(first)).replace("tenant/1", "tenant/2")),
          Check.Id.KEY,
          Check.Outcome.FAILED,
          "key.document-id");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'x':1",
          "'jwks':{'keys':[]},'jwks_uri':'https://keys.example/set.json'",
          "'jwks':[]",
          "'jwks_uri':'http://keys.example/set.json'",
          "'jwks':{'keys':1}"
        })
    void withoutOneSetOfKeysIsMalformed(String keys) {
      assertAnswer(
          verify(",'kid':'1'", METADATA, metadata(keys), KEYS, set(first)),
          Check.Id.KEY,
          Check.Outcome.FAILED,
          "key.malformed");
    }

    @Test
    void withoutTheNamedKeyFails() {
      assertAnswer(
          verify(",'kid':'3'", METADATA, metadata("'jwks':" + set(first, second))),
          Check.Id.KEY,
          Check.Outcome.FAILED,
          "key.not-found");
      assertAnswer(
          verify(",'kid':'2'", METADATA, metadata("'jwks':" + set(first, second))),
          Check.Id.PROOF,
          Check.Outcome.FAILED,
          "proof.signature");
    }

    @Test
    void speaksForNoCredentialOfAnotherKind() {
      JsonObject badge = Badges.issuedBy(uni.badge().build().json(), ISSUER);
      SecuredCredential jwt =
          Tokens.token("{'alg':'EdDSA','typ':'vc+jwt','kid':'1'}", badge, Signer.didKey(pair));
      VerificationReport report =
          CredentialVerifier.builder(TrustPolicy.issuers(ISSUER))
              .clock(Badges.CLOCK)
              .documents(Tokens.documents(METADATA, metadata("'jwks':" + set(first))))
              .build()
              .verify(jwt);
      assertAnswer(report, Check.Id.KEY, Check.Outcome.UNDETERMINED, "key.unavailable");
    }

    @Test
    void holdsTheKeyOfTheStatusListToo() {
      JsonObject claims = claims().with("status", entry(1));
      String list =
          Tokens.token(
                  "{'alg':'EdDSA','typ':'statuslist+jwt','kid':'1'}", list(), Signer.didKey(pair))
              .toText()
              .orElseThrow();
      VerificationReport report =
          verify(",'kid':'1'", claims, METADATA, metadata("'jwks':" + set(first)), LIST, list);
      assertAnswer(report, Check.Id.STATUS, Check.Outcome.FAILED, "status.revoked");
    }
  }

  /** Two bits a status: 0 VALID, 1 INVALID, 2 SUSPENDED, 3 of its own. */
  private static JsonObject list() {
    return JsonObject.builder()
        .put("sub", LIST)
        .put("iat", JsonNumber.of(NOW - 10))
        .put("exp", JsonNumber.of(NOW + 3600))
        .put(
            "status_list",
            JsonObject.builder()
                .put("bits", JsonNumber.of(2))
                .put("lst", StatusLists.zlib(new byte[] {(byte) 0b11_10_01_00}))
                .build())
        .build();
  }

  private static JsonObject entry(int index) {
    return (JsonObject)
        StatusLists.json(
            "{\"status_list\": {\"idx\": %d, \"uri\": \"%s\"}}".formatted(index, LIST));
  }

  @ParameterizedTest
  @CsvSource({
    "0, PASSED, ",
    "1, FAILED, status.revoked",
    "2, FAILED, status.suspended",
    "4, UNDETERMINED, status.index"
  })
  void itsStatusIsInAList(int index, Check.Outcome outcome, String code) throws Exception {
    String header = header("'typ':'statuslist+jwt'");
    String token = Tokens.token(header, list(), uni.key).toText().orElseThrow();
    VerificationReport report =
        uni.verifier()
            .documents(Tokens.documents(LIST, token))
            .build()
            .verify(sign(claims().with("status", entry(index))));
    assertThat(report.check(Check.Id.STATUS).outcome()).as(report.explain()).isEqualTo(outcome);
    if (code != null) {
      assertAnswer(report, Check.Id.STATUS, outcome, code);
    }
  }

  @Nested
  class Presented {
    private final Holders holders = new Holders();

    private SecuredCredential held(List<JsonPointer> hidden) throws Exception {
      return CredentialSigner.of(holders.uni.key, ProofFormat.DC_SD_JWT)
          .withHolderKey(holders.pair.publicKey())
          .withDisclosable(hidden)
          .sign(claims().with("iss", new JsonString(holders.uni.key.controller())));
    }

    @Test
    void byTheKeyThatTheIssuerNamed() throws Exception {
      List<JsonPointer> hidden = List.of(JsonPointer.parse("/grade"), JsonPointer.parse("/sub"));
      SdJwt shown =
          SdJwt.parse(held(hidden), Limits.defaults())
              .disclose(hidden.subList(0, 1))
              .withKeyBinding(holders.key, Holders.DOMAIN, Holders.CHALLENGE, Badges.NOW);
      SecuredPresentation presentation =
          SecuredPresentation.of(shown.toSecuredCredential().toBytes());
      PresentationReport report = holders.verify(presentation);
      assertVerified(report);
      Credential credential = ((PresentationReport.Verified) report).credentials().get(0);
      assertThat(credential).isInstanceOf(OtherCredential.class);
      assertThat(credential.json().string("grade")).contains("A");
      assertThat(credential.subjectIds()).isEmpty();
      assertAnswer(
          holders.verify(presentation, PresentationRequest.of("another", Holders.DOMAIN)),
          Check.Id.PROOF,
          Check.Outcome.FAILED,
          "proof.challenge");
    }

    @Test
    void amongOthersInAnEnvelope() throws Exception {
      assertVerified(holders.verify(holders.present(held(List.of()), holders.mine())));
      SecuredCredential ofNobody =
          CredentialSigner.of(holders.uni.key, ProofFormat.DC_SD_JWT)
              .sign(
                  claims()
                      .with("iss", new JsonString(holders.uni.key.controller()))
                      .without("sub"));
      assertAnswer(
          holders.verify(holders.present(ofNobody)),
          Check.Id.RECIPIENT,
          Check.Outcome.UNDETERMINED,
          "holder.unidentified");
    }

    @Test
    void byAnotherKeyIsRejected() throws Exception {
      Signer thief = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
      String held = held(List.of()).toText().orElseThrow();
      List<String> stolen = new ArrayList<>();
      SdJwt own =
          SdJwt.parse(
              CredentialSigner.of(thief, ProofFormat.DC_SD_JWT)
                  .withHolderKey(thief.publicKey())
                  .sign(claims().with("iss", new JsonString(thief.controller()))),
              Limits.defaults());
      stolen.add(held);
      stolen.add(
          own.withKeyBinding(thief, Holders.DOMAIN, Holders.CHALLENGE, Badges.NOW)
              .toSecuredCredential()
              .toText()
              .orElseThrow()
              .replaceFirst(".*~", ""));
      PresentationReport report = holders.verify(SecuredPresentation.of(String.join("", stolen)));
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
    }
  }

  @Test
  void nothingIsAskedOfTheNetworkForADid() throws Exception {
    VerificationReport report =
        uni.verifier().documents(DocumentLoader.none()).build().verify(sign(claims()));
    assertVerified(report);
    assertThat(report.fetched()).isEmpty();
  }
}
