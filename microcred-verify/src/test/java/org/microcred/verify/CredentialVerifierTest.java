package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** The eleven checks, one nested class each, and the verdict that follows from them. */
class CredentialVerifierTest {
  private final Badges uni = new Badges();

  private VerificationReport verify(SecuredCredential credential) {
    return uni.verifier().build().verify(credential);
  }

  private SecuredCredential sign(JsonObject credential) {
    try {
      return uni.signer.sign(credential);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private JsonObject badge() {
    return uni.badge().build().json();
  }

  private static void assertAnswer(
      VerificationReport report, Check.Id id, Check.Outcome outcome, String code) {
    assertThat(report.check(id).outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(report.check(id).problems()).extracting(Problem::code).contains(code);
  }

  @Test
  void verifiesASoundBadge() {
    VerificationReport report = verify(uni.sign(uni.badge()));
    assertThat(report).as(report.explain()).isInstanceOf(VerificationReport.Verified.class);
    assertThat(((VerificationReport.Verified) report).credential().subjectIds())
        .containsExactly(Badges.LEARNER);
    assertThat(report.form()).isEqualTo("json+eddsa-rdfc-2022");
    assertThat(report.explain()).startsWith("VERIFIED: urn:uuid:").contains("list of issuers");
  }

  @Test
  void asksTheSameQuestionsInTheSameOrderWhateverTheInput() {
    for (String input :
        List.of("", "%PDF-1.7", "{}", uni.sign(uni.badge()).toText().orElseThrow())) {
      VerificationReport report = uni.verifier().build().verify(input);
      assertThat(report.checks()).extracting(Check::id).containsExactly(Check.Id.values());
    }
  }

  @Nested
  class Structure {
    @ParameterizedTest
    @ValueSource(
        strings = {"", "   ", "{", "[1, 2]", "%PDF-1.7 junk", "hello", "a.b", "{} trailing"})
    void rejectsWhatIsNoCredential(String junk) {
      VerificationReport report = uni.verifier().build().verify(junk);
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
      assertThat(report.check(Check.Id.STRUCTURE).outcome()).isEqualTo(Check.Outcome.FAILED);
      assertThat(report.check(Check.Id.TRUST).cause()).contains(Check.Cause.BLOCKED);
    }

    @Test
    void leavesOpenWhatIsTooLargeToRead() {
      byte[] large = new byte[5 << 20];
      java.util.Arrays.fill(large, (byte) ' ');
      assertAnswer(
          uni.verifier().build().verify(large),
          Check.Id.STRUCTURE,
          Check.Outcome.UNDETERMINED,
          "limit.document");
    }

    @Test
    void neverVerifiesAPresentationAsACredential() {
      VerificationReport report =
          uni.verifier().build().verify("{\"type\": \"VerifiablePresentation\"}");
      assertAnswer(report, Check.Id.STRUCTURE, Check.Outcome.UNDETERMINED, "form.unsupported");
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.UNDETERMINED);
    }

    @Test
    void rejectsABadgeThatBreaksItsDataModel() {
      JsonObject broken =
          badge().with("credentialSubject", JsonObject.builder().put("id", "did:x:y").build());
      VerificationReport report =
          uni.verifier().build().verify(Json.write(broken.with("proof", JsonObject.EMPTY)));
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
      assertThat(report.check(Check.Id.STRUCTURE).problems())
          .extracting(p -> p.pointer().toString())
          .anyMatch(p -> p.startsWith("/credentialSubject"));
    }

    @Test
    void warnsOfASchemaThatCannotBeHadAndLeavesOpenWhenSchemasAreRequired() {
      JsonObject schema =
          JsonObject.builder()
              .put("id", "https://uni.example/badge.schema.json")
              .put("type", "JsonSchema")
              .build();
      SecuredCredential signed = sign(badge().with("credentialSchema", schema));
      VerificationReport relaxed = verify(signed);
      assertThat(relaxed.outcome()).isEqualTo(VerificationReport.Outcome.VERIFIED);
      assertThat(relaxed.check(Check.Id.STRUCTURE).warnings())
          .extracting(Problem::code)
          .contains("schema.not-checked");
      assertAnswer(
          uni.verifier().requireSchemas().build().verify(signed),
          Check.Id.STRUCTURE,
          Check.Outcome.UNDETERMINED,
          "schema.not-checked");
    }

    @Test
    void rejectsABadgeThatBreaksTheSchemaItNames() {
      SecuredCredential signed = sign(badge().with("credentialSchema", jsonSchema()));
      VerificationReport report =
          uni.verifier()
              .documents(
                  Badges.documents("https://uni.example/s.json", "{\"required\":[\"image\"]}"))
              .build()
              .verify(signed);
      assertAnswer(report, Check.Id.STRUCTURE, Check.Outcome.FAILED, "schema.violated");
    }

    @Test
    void leavesOpenASchemaThatIsNone() {
      SecuredCredential signed = sign(badge().with("credentialSchema", jsonSchema()));
      for (String schema :
          List.of(
              "[",
              "7",
              "{\"$ref\":\"https://other.example/x\"}",
              "{\"$ref\":\"#\"}",
              "{\"$dynamicRef\":\"#\"}",
              "{\"$id\":\"not a uri %%\"}",
              "{\"multipleOf\":1e-999999999}",
              "{\"properties\":{\"name\":{\"pattern\":\"(\"}}}",
              "{\"patternProperties\":{\"[\":{}}}",
              "{\"$ref\":\"https://bad uri\"}",
              "{\"allOf\":[{\"$ref\":\"::\"}]}",
              "{\"properties\":{\"name\":{\"minLength\":4294967296}}}")) {
        VerificationReport report =
            uni.verifier()
                .documents(Badges.documents("https://uni.example/s.json", schema))
                .build()
                .verify(signed);
        assertThat(report.outcome())
            .as(schema + report.explain())
            .isEqualTo(VerificationReport.Outcome.UNDETERMINED);
      }
    }

    private JsonObject jsonSchema() {
      return JsonObject.builder()
          .put("id", "https://uni.example/s.json")
          .put("type", "JsonSchema")
          .build();
    }
  }

  @Nested
  class Key {
    @Test
    void leavesOpenAKeyWhoseDocumentCannotBeHad() {
      String did = "did:web:uni.example";
      VerificationReport report = verify(signedBy(did, did + "#key"));
      assertAnswer(report, Check.Id.KEY, Check.Outcome.UNDETERMINED, "key.unavailable");
      assertThat(report.check(Check.Id.PROOF).cause()).contains(Check.Cause.BLOCKED);
      assertThat(report.fetched()).hasSize(1);
    }

    @Test
    void doesNotTakeAKeyFromTheFragmentOfAUrl() {
      String did = "did:web:uni.example";
      String multikey = uni.key.controller().substring("did:key:".length());
      String document =
          """
          {"id": "did:web:uni.example", "verificationMethod": [], "assertionMethod": []}""";
      VerificationReport report =
          uni.verifier()
              .documents(Badges.documents("https://uni.example/.well-known/did.json", document))
              .build()
              .verify(signedBy(did, did + "#" + multikey));
      assertAnswer(report, Check.Id.KEY, Check.Outcome.FAILED, "key.not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"authentication", "assertionMethod"})
    void wantsTheKeyListedForAssertions(String relationship) {
      String document = document(relationship, "");
      VerificationReport report = withDocument(document);
      assertThat(report.check(Check.Id.KEY).outcome())
          .isEqualTo(
              relationship.equals("assertionMethod") ? Check.Outcome.PASSED : Check.Outcome.FAILED);
    }

    @Test
    void refusesARevokedKey() {
      VerificationReport report =
          withDocument(document("assertionMethod", ", \"revoked\": \"2026-06-01T00:00:00Z\""));
      assertAnswer(report, Check.Id.KEY, Check.Outcome.FAILED, "key.revoked");
    }

    @Test
    void acceptsAKeyThatIsRevokedLater() {
      VerificationReport report =
          withDocument(document("assertionMethod", ", \"revoked\": \"2026-06-01T00:00:01Z\""));
      assertThat(report.check(Check.Id.KEY).outcome()).isEqualTo(Check.Outcome.PASSED);
    }

    @Test
    void refusesTheDocumentOfAnother() {
      VerificationReport report =
          withDocument(
              document("assertionMethod", "")
                  .replace(
                      "\"id\": \"did:web:uni.example\",", "\"id\": \"did:web:evil.example\","));
      assertThat(report.check(Check.Id.KEY).outcome()).isEqualTo(Check.Outcome.FAILED);
    }

    @Test
    void tellsTheLoaderWhatProvedRight() {
      String did = "did:web:uni.example";
      Map<URI, Duration> kept = new HashMap<>();
      DocumentLoader network =
          new DocumentLoader() {
            @Override
            public Optional<LoadedDocument> load(URI url) {
              return Optional.of(
                  new LoadedDocument(
                      url,
                      Optional.empty(),
                      document("assertionMethod", "").getBytes(StandardCharsets.UTF_8),
                      LoadedDocument.Source.NETWORK));
            }

            @Override
            public void keep(URI url, LoadedDocument document, Duration atMost) {
              kept.put(url, atMost);
            }
          };
      SecuredCredential badge = signedBy(did, did + "#key");
      assertThat(
              CredentialVerifier.builder(TrustPolicy.issuers(did))
                  .clock(Badges.CLOCK)
                  .documents(network)
                  .build()
                  .verify(badge)
                  .outcome())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
      assertThat(kept).containsOnlyKeys(URI.create("https://uni.example/.well-known/did.json"));
    }

    private VerificationReport withDocument(String document) {
      String did = "did:web:uni.example";
      return CredentialVerifier.builder(TrustPolicy.anyone())
          .clock(Badges.CLOCK)
          .documents(Badges.documents("https://uni.example/.well-known/did.json", document))
          .build()
          .verify(signedBy(did, did + "#key"));
    }

    private String document(String relationship, String more) {
      return """
      {"id": "did:web:uni.example",
       "verificationMethod": [{"id": "did:web:uni.example#key", "type": "Multikey",
         "controller": "did:web:uni.example", "publicKeyMultibase": "%s"%s}],
       "%s": ["did:web:uni.example#key"]}"""
          .formatted(uni.key.controller().substring("did:key:".length()), more, relationship);
    }

    /** Signed with the same key under another name. */
    private SecuredCredential signedBy(String issuer, String method) {
      Signer renamed = Badges.renamed(uni.key, method, issuer);
      try {
        return CredentialSigner.of(renamed, ProofFormat.EDDSA_RDFC_2022)
            .sign(
                badge()
                    .with(
                        "issuer",
                        badge().object("issuer").orElseThrow().with("id", new JsonString(issuer))));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @Nested
  class ProofOfTheIssuer {
    @Test
    void rejectsAChangedBadge() {
      String changed =
          uni.sign(uni.badge()).toText().orElseThrow().replace("Python 101", "Python 999");
      VerificationReport report = uni.verifier().build().verify(changed);
      assertAnswer(report, Check.Id.PROOF, Check.Outcome.FAILED, "proof.signature");
      for (Check.Id id : List.of(Check.Id.ISSUER, Check.Id.VALIDITY, Check.Id.TRUST)) {
        assertThat(report.check(id).cause()).contains(Check.Cause.BLOCKED);
      }
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.REJECTED);
    }

    @Test
    void rejectsABadgeWithoutProof() {
      VerificationReport report = uni.verifier().build().verify(Json.write(badge()));
      assertAnswer(report, Check.Id.PROOF, Check.Outcome.FAILED, "proof.missing");
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void verifiesTokensOfEveryAlgorithm(SignatureAlgorithm algorithm) throws Exception {
      Signer key = Signer.didJwk(KeyPairs.generate(algorithm));
      JsonObject mine =
          badge()
              .with(
                  "issuer",
                  badge()
                      .object("issuer")
                      .orElseThrow()
                      .with("id", new JsonString(key.controller())));
      for (ProofFormat format : List.of(ProofFormat.VC_JWT, ProofFormat.OB_JWT)) {
        SecuredCredential signed = CredentialSigner.of(key, format).sign(mine);
        VerificationReport report =
            CredentialVerifier.builder(TrustPolicy.issuers(key.controller()))
                .clock(Badges.CLOCK)
                .build()
                .verify(signed);
        assertThat(report.outcome())
            .as(report.explain())
            .isEqualTo(VerificationReport.Outcome.VERIFIED);
      }
    }
  }

  /** What canonicalisation makes of the JSON is signed; where it stood in the JSON is not. */
  @Nested
  class MovedStatements {
    @Test
    void aboutTheDocumentAreRefusedAnywhereButAtItsRoot() {
      String id = badge().string("id").orElseThrow();
      JsonObject refresh =
          JsonObject.builder().put("id", id).put("type", "1EdTechCredentialRefresh").build();
      JsonObject expired =
          badge()
              .with("@context", contextsWithExtensions())
              .with("validUntil", new JsonString("2026-02-01T00:00:00Z"))
              .with("refreshService", refresh);
      JsonObject signed = Badges.json(sign(expired));
      assertAnswer(
          uni.verifier().build().verify(Json.write(signed)),
          Check.Id.VALIDITY,
          Check.Outcome.FAILED,
          "validity.expired");
      JsonObject literal =
          JsonObject.builder()
              .put("@value", "2026-02-01T00:00:00Z")
              .put("@type", "http://www.w3.org/2001/XMLSchema#dateTime")
              .build();
      JsonObject moved =
          signed
              .without("validUntil")
              .with(
                  "refreshService",
                  refresh.with("https://www.w3.org/2018/credentials#validUntil", literal));
      assertThat(uni.verifier().build().verify(Json.write(moved)).outcome())
          .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
    }

    private JsonArray contextsWithExtensions() {
      List<org.microcred.model.json.JsonValue> contexts =
          new java.util.ArrayList<>(badge().list("@context"));
      contexts.add(new JsonString("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"));
      return new JsonArray(contexts);
    }
  }

  @Nested
  class Issuer {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ", \"revoked\": \"2020-01-01T00:00:00Z\"",
          ", \"expires\": \"2020-01-01T00:00:00Z\"",
          "another key"
        })
    void takesItsOwnCopyOfTheKeyOfAnotherSeriously(String more) {
      String multikey =
          (more.equals("another key") ? new Badges() : uni)
              .key
              .controller()
              .substring("did:key:".length());
      String document =
          """
          {"id": "did:web:uni.example",
           "assertionMethod": [{"id": "%s", "type": "Multikey", "controller": "%s",
             "publicKeyMultibase": "%s"%s}]}"""
              .formatted(
                  uni.key.verificationMethod(),
                  uni.key.controller(),
                  multikey,
                  more.startsWith(",") ? more : "");
      JsonObject claims = Badges.issuedBy(badge(), "did:web:uni.example");
      Signer forger = Badges.renamed(uni.key, uni.key.verificationMethod(), "did:web:uni.example");
      VerificationReport report;
      try {
        report =
            CredentialVerifier.builder(TrustPolicy.anyone())
                .clock(Badges.CLOCK)
                .documents(Badges.documents("https://uni.example/.well-known/did.json", document))
                .build()
                .verify(CredentialSigner.of(forger, ProofFormat.EDDSA_RDFC_2022).sign(claims));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      assertThat(report.check(Check.Id.ISSUER).outcome())
          .as(report.explain())
          .isEqualTo(more.isEmpty() ? Check.Outcome.PASSED : Check.Outcome.FAILED);
    }

    @Test
    void refusesTheKeyOfAnotherController() {
      JsonObject inTheNameOfAnother = Badges.issuedBy(badge(), new Badges().key.controller());
      assertAnswer(
          forged(inTheNameOfAnother, TrustPolicy.anyone()),
          Check.Id.ISSUER,
          Check.Outcome.FAILED,
          "issuer.mismatch");
    }

    @Test
    void leavesOpenAnIssuerWhoseDocumentCannotBeHad() {
      JsonObject claims = Badges.issuedBy(badge(), "https://uni.example/issuer");
      assertAnswer(
          forged(claims, TrustPolicy.anyone()),
          Check.Id.ISSUER,
          Check.Outcome.UNDETERMINED,
          "issuer.unbound-key");
    }

    @Test
    void believesTheCallerWhoNamesTheKey() {
      String issuer = "https://uni.example/issuer";
      VerificationReport report =
          forged(
              Badges.issuedBy(badge(), issuer), TrustPolicy.issuer(issuer, uni.key.controller()));
      assertThat(report.outcome())
          .as(report.explain())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
    }

    /** A good signature by our key, whoever the claims say the issuer is. */
    private VerificationReport forged(JsonObject claims, TrustPolicy trust) {
      try {
        Signer forger =
            Badges.renamed(
                uni.key,
                uni.key.verificationMethod(),
                claims.object("issuer").flatMap(i -> i.string("id")).orElseThrow());
        SecuredCredential signed =
            CredentialSigner.of(forger, ProofFormat.EDDSA_RDFC_2022).sign(claims);
        return CredentialVerifier.builder(trust).clock(Badges.CLOCK).build().verify(signed);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @Nested
  class Validity {
    @Test
    void rejectsWhatIsNotYetOrNoLongerValid() {
      assertAnswer(
          verify(uni.sign(uni.badge().validFrom(Badges.NOW.plusSeconds(61)))),
          Check.Id.VALIDITY,
          Check.Outcome.FAILED,
          "validity.not-yet");
      assertAnswer(
          verify(uni.sign(uni.badge().validUntil(Badges.NOW.minusSeconds(61)))),
          Check.Id.VALIDITY,
          Check.Outcome.FAILED,
          "validity.expired");
    }

    @Test
    void allowsForClocksThatDiffer() {
      SecuredCredential expired = uni.sign(uni.badge().validUntil(Badges.NOW.minusSeconds(60)));
      assertThat(verify(expired).outcome()).isEqualTo(VerificationReport.Outcome.VERIFIED);
      assertThat(uni.verifier().clockSkew(Duration.ZERO).build().verify(expired).outcome())
          .isEqualTo(VerificationReport.Outcome.REJECTED);
    }
  }

  @Nested
  class RecipientNamed {
    @Test
    void comparesTheSubjectId() {
      SecuredCredential signed = uni.sign(uni.badge());
      assertThat(about(signed, Recipient.of("did:example:else", Badges.LEARNER)).outcome())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
      assertAnswer(
          about(signed, Recipient.of("did:example:else")),
          Check.Id.RECIPIENT,
          Check.Outcome.FAILED,
          "recipient.mismatch");
    }

    @Test
    void comparesIdentifiersPlainAndHashed() throws Exception {
      String hash =
          "sha256$"
              + HexFormat.of()
                  .formatHex(
                      java.security.MessageDigest.getInstance("SHA-256")
                          .digest("a@b.examplesalt".getBytes(StandardCharsets.UTF_8)));
      for (JsonObject identity :
          List.of(identity("a@b.example", false, ""), identity(hash, true, "salt"))) {
        SecuredCredential signed = sign(withIdentity(identity));
        assertThat(about(signed, Recipient.ofIdentifier("emailAddress", "a@b.example")).outcome())
            .isEqualTo(VerificationReport.Outcome.VERIFIED);
        assertThat(about(signed, Recipient.ofIdentifier("emailAddress", "c@b.example")).outcome())
            .isEqualTo(VerificationReport.Outcome.REJECTED);
        assertThat(about(signed, Recipient.ofIdentifier("studentId", "a@b.example")).outcome())
            .isEqualTo(VerificationReport.Outcome.REJECTED);
      }
    }

    private VerificationReport about(SecuredCredential signed, Recipient recipient) {
      return uni.verifier().build().verify(signed, recipient);
    }

    private JsonObject withIdentity(JsonObject identity) {
      JsonObject subject = badge().object("credentialSubject").orElseThrow();
      return badge().with("credentialSubject", subject.with("identifier", JsonArray.of(identity)));
    }

    private JsonObject identity(String value, boolean hashed, String salt) {
      JsonObject.Builder identity =
          JsonObject.builder()
              .put("type", "IdentityObject")
              .put("hashed", JsonBoolean.of(hashed))
              .put("identityHash", value)
              .put("identityType", "emailAddress");
      return salt.isEmpty() ? identity.build() : identity.put("salt", salt).build();
    }
  }

  @Nested
  class Trust {
    @Test
    void rejectsWhomThePolicyDoesNotAccept() {
      VerificationReport report =
          CredentialVerifier.builder(TrustPolicy.issuers("did:example:other"))
              .clock(Badges.CLOCK)
              .build()
              .verify(uni.sign(uni.badge()));
      assertAnswer(report, Check.Id.TRUST, Check.Outcome.FAILED, "trust.not-accepted");
    }

    @Test
    void leavesOpenWhatThePolicyCouldNotFindOut() {
      TrustPolicy unread =
          credential -> {
            throw new IOException("the registry did not answer");
          };
      CredentialVerifier alone = CredentialVerifier.builder(unread).clock(Badges.CLOCK).build();
      SecuredCredential signed = uni.sign(uni.badge());
      assertAnswer(
          alone.verify(signed), Check.Id.TRUST, Check.Outcome.UNDETERMINED, "trust.unavailable");
      assertThat(
              CredentialVerifier.builder(unread.or(TrustPolicy.anyone()))
                  .clock(Badges.CLOCK)
                  .build()
                  .verify(signed)
                  .outcome())
          .isEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  @Nested
  class ForeignParts {
    private final SecuredCredential signed = uni.sign(uni.badge());

    @Test
    void doNotBreakTheVerifierWhenTheyThrow() {
      TrustPolicy policy =
          credential -> {
            throw new IllegalStateException("out of order");
          };
      assertAnswer(
          CredentialVerifier.builder(policy).clock(Badges.CLOCK).build().verify(signed),
          Check.Id.TRUST,
          Check.Outcome.UNDETERMINED,
          "trust.unavailable");
      assertAnswer(
          uni.verifier()
              .keys(
                  controller -> {
                    throw new IllegalStateException("out of order");
                  })
              .build()
              .verify(signed),
          Check.Id.KEY,
          Check.Outcome.UNDETERMINED,
          "key.unavailable");
    }

    @Test
    void areNotAskedForMoreThanTheLimit() {
      Limits one = Limits.defaults().toBuilder().fetches(1).build();
      JsonArray schemas =
          JsonArray.of(
              JsonObject.builder()
                  .put("id", "https://a.example/1")
                  .put("type", "JsonSchema")
                  .build(),
              JsonObject.builder()
                  .put("id", "https://a.example/2")
                  .put("type", "JsonSchema")
                  .build());
      assertAnswer(
          uni.verifier()
              .limits(one)
              .build()
              .verify(sign(badge().with("credentialSchema", schemas))),
          Check.Id.STRUCTURE,
          Check.Outcome.UNDETERMINED,
          "limit.fetches");
    }

    @Test
    void areNotWaitedForWithoutEnd() {
      Limits none = Limits.defaults().toBuilder().fetchTime(Duration.ZERO).build();
      JsonObject schema =
          JsonObject.builder().put("id", "https://a.example/1").put("type", "JsonSchema").build();
      assertAnswer(
          uni.verifier()
              .limits(none)
              .build()
              .verify(sign(badge().with("credentialSchema", schema))),
          Check.Id.STRUCTURE,
          Check.Outcome.UNDETERMINED,
          "limit.time");
    }
  }

  @Nested
  class Verdict {
    @Test
    void leavesAdvisoryChecksInTheReport() {
      SecuredCredential expired =
          uni.sign(uni.badge().validUntil(Instant.parse("2026-02-01T00:00:00Z")));
      VerificationReport report =
          uni.verifier().advisory(Check.Id.VALIDITY).build().verify(expired);
      assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.VERIFIED);
      assertThat(report.check(Check.Id.VALIDITY).outcome()).isEqualTo(Check.Outcome.FAILED);
      assertThat(report.check(Check.Id.VALIDITY).required()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
        value = Check.Id.class,
        names = {"STRUCTURE", "CONTEXT", "KEY", "PROOF"})
    void neverLetsTheFirstFourBeAdvisory(Check.Id id) {
      assertThatIllegalArgumentException().isThrownBy(() -> uni.verifier().advisory(id));
    }

    @Test
    void isWrittenAsItsSchemaSays() throws Exception {
      List<String> inputs =
          List.of(
              uni.sign(uni.badge()).toText().orElseThrow(),
              Json.write(badge()),
              "junk",
              Json.write(badge().with("proof", JsonNumber.of(1))));
      for (String input : inputs) {
        VerificationReport report = uni.verifier().build().verify(input);
        ReportSchema.assertMet(report);
        Json.read(report.toJson(), Limits.defaults());
      }
    }
  }
}
