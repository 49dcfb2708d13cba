package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.DocumentGoneException;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** The web site of an issuer of Open Badges 2.0; {@code '} stands for quotes. */
final class AssertionSite {
  static final String ASSERTION = "https://uni.example/assertions/1";
  static final String BADGE = "https://uni.example/python-101";
  static final String ISSUER = "https://uni.example/issuer";
  static final String KEY = "https://uni.example/key";
  static final String LIST = "https://uni.example/revoked";
  private static final String CONTEXT = "'@context': 'https://w3id.org/openbadges/v2'";

  static final Signer SIGNER = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.RS256));

  final Map<URI, byte[]> web = new HashMap<>();
  final Set<URI> gone = new HashSet<>();

  AssertionSite() {
    put(
        BADGE,
        "{"
            + CONTEXT
            + ", 'type': 'BadgeClass', 'id': '"
            + BADGE
            + "', 'name': 'Python 101', 'description': 'Writes programs',"
            + " 'image': 'https://uni.example/python.png',"
            + " 'criteria': {'narrative': 'Passed the exam'}, 'issuer': '"
            + ISSUER
            + "'}");
    put(ISSUER, profile(""));
    put(KEY, key(KEY, ISSUER, SIGNER));
  }

  /** The profile, with more members, each behind a comma. */
  static String profile(String more) {
    return "{"
        + CONTEXT
        + ", 'type': 'Issuer', 'id': '"
        + ISSUER
        + "', 'name': 'Example University', 'url': 'https://uni.example/',"
        + " 'email': 'badges@uni.example'"
        + more
        + "}";
  }

  static String key(String id, String owner, Signer key) {
    return "{"
        + CONTEXT
        + ", 'type': 'CryptographicKey', 'id': '"
        + id
        + "', 'owner': '"
        + owner
        + "', 'publicKeyPem': '"
        + pem(key)
        + "'}";
  }

  static String pem(Signer key) {
    return "-----BEGIN PUBLIC KEY-----\\n"
        + Base64.getEncoder().encodeToString(key.publicKey().getEncoded())
        + "\\n-----END PUBLIC KEY-----\\n";
  }

  /** A list, with its members behind the context. */
  static String list(String members) {
    return "{" + CONTEXT + ", 'type': 'RevocationList', " + members + "}";
  }

  /** An assertion of that id with one more member, behind a comma. */
  static JsonObject assertion(String id, String type, String more) {
    return json(
        "{"
            + CONTEXT
            + ", 'type': 'Assertion', 'id': '"
            + id
            + "', 'recipient': {'type': 'email', 'hashed': false,"
            + " 'identity': 'learner@mail.example'},"
            + " 'badge': '"
            + BADGE
            + "', 'issuedOn': '2026-01-01T00:00:00Z',"
            + " 'verification': {'type': '"
            + type
            + "'}"
            + more
            + "}");
  }

  static JsonObject hosted(String more) {
    return assertion(ASSERTION, "hosted", more);
  }

  static JsonObject signed(String more) {
    return assertion("urn:uuid:8ee7ce0a-6e8c-4b5f-a54a-1c1b29c6a1a5", "signed", more);
  }

  /** Puts an assertion where it says that it is. */
  JsonObject host(JsonObject assertion) {
    put(assertion.string("id").orElseThrow(), Json.write(assertion));
    return assertion;
  }

  void put(String url, String content) {
    web.put(URI.create(url), content.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  VerificationReport verify(JsonObject assertion) {
    return verify(SecuredCredential.of(Json.write(assertion)));
  }

  VerificationReport verify(SecuredCredential wire) {
    return verifier().build().verify(wire);
  }

  CredentialVerifier.Builder verifier() {
    return CredentialVerifier.builder(TrustPolicy.issuers(ISSUER))
        .clock(Badges.CLOCK)
        .documents(loader());
  }

  private DocumentLoader loader() {
    return url -> {
      if (gone.contains(url)) {
        throw new DocumentGoneException("status 410");
      }
      return Optional.ofNullable(web.get(url))
          .map(
              content ->
                  new LoadedDocument(
                      url, Optional.empty(), content, LoadedDocument.Source.NETWORK));
    };
  }

  static JsonObject json(String text) {
    try {
      return Json.readObject(
          text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }

  /** A loader that says of everything that it could not be found out. */
  static DocumentLoader broken() {
    return url -> {
      throw new IOException("no answer in time");
    };
  }

  static void assertVerified(VerificationReport report) {
    assertThat(report).as(report.explain()).isInstanceOf(VerificationReport.Verified.class);
    ReportSchema.assertMet(report);
  }

  /** One check did not pass, for that reason, and it decides the verdict. */
  static void assertNot(
      VerificationReport report, Check.Id id, Check.Outcome outcome, String code) {
    ReportSchema.assertMet(report);
    Check check = report.check(id);
    assertThat(check.outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(check.problems()).extracting(Problem::code).contains(code);
    assertThat(report.outcome())
        .isEqualTo(
            outcome == Check.Outcome.FAILED
                ? VerificationReport.Outcome.REJECTED
                : VerificationReport.Outcome.UNDETERMINED);
    assertThat(report.checks()).hasSize(11);
  }
}
