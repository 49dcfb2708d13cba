package org.microcred.model.openbadges2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.microcred.model.Edits;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;

/** Documents of Open Badges 2.0 with everything that the specification knows. */
final class Samples {
  static final String EMAIL = "ada@learners.example";
  static final String SALT = "sea";

  /** {@code printf 'ada@learners.example''sea' | sha256sum}. */
  static final String HASH =
      "sha256$968e32ec672e6ee5972af46ad37953a4f985c8e7d5a7150b058e3f243345a7ab";

  static final JsonObject ISSUER =
      json(
          """
          {"@context": "https://w3id.org/openbadges/v2",
           "id": "https://uni.example/issuer",
           "type": ["Issuer", "https://schema.example/University"],
           "name": "Example University",
           "url": "https://uni.example/",
           "telephone": "+4922112345",
           "description": "A university by the river",
           "image": {"id": "https://uni.example/logo.png", "caption": "Our logo",
                     "author": "https://uni.example/press", "type": "schema:ImageObject"},
           "email": "badges@uni.example",
           "publicKey": ["https://uni.example/keys/1",
                         {"type": "CryptographicKey", "id": "https://uni.example/keys/2",
                          "owner": "https://uni.example/issuer", "publicKeyPem": "PEM"},
                         {"publicKeyPem": "PEM"}],
           "verification": {"type": "VerificationObject", "verificationProperty": "id",
                            "allowedOrigins": "uni.example",
                            "startsWith": ["https://uni.example/assertions/"]},
           "revocationList": "https://uni.example/revoked",
           "related": {"id": "https://uni.example/issuer/de", "@language": "de"},
           "version": 2.50,
           "extensions:founded": "1388"}""");

  static final JsonObject BADGE =
      json(
          """
          {"@context": ["https://w3id.org/openbadges/v2", {"local": "https://uni.example/local"}],
           "id": "https://uni.example/badges/python",
           "type": "BadgeClass",
           "@language": "en-us",
           "name": "Python 101",
           "description": "Writes small programs in Python",
           "image": "data:image/png;base64,iVBORw0KGgo=",
           "criteria": {"type": "Criteria", "id": "https://uni.example/badges/python/criteria",
                        "narrative": "Pass *three* exercises", "local:grade": "B"},
           "alignment": [{"targetName": "Programming", "targetUrl": "https://skills.example/1",
                          "targetDescription": "Can program", "targetFramework": "Skills",
                          "targetCode": "S1"},
                         {"type": "AlignmentObject", "targetName": "Testing",
                          "targetUrl": "https://skills.example/2", "local:level": 5}],
           "tags": ["python", "programming"],
           "issuer": "https://uni.example/issuer",
           "endorsement": ["https://board.example/endorsements/1"],
           "related": ["https://uni.example/badges/python/de",
                       {"id": "https://uni.example/badges/python/1", "version": "1"}],
           "version": "2",
           "local": true}""");

  /** Whose badge class, with its issuer, is a URL. */
  static final JsonObject ASSERTION =
      json(
          """
          {"@context": "https://w3id.org/openbadges/v2",
           "id": "https://uni.example/assertions/1",
           "type": "Assertion",
           "recipient": {"type": "email", "hashed": true, "salt": "sea", "identity": "%s"},
           "badge": "https://uni.example/badges/python",
           "verification": {"type": "SignedBadge", "creator": "https://uni.example/keys/1"},
           "issuedOn": "2020-05-17T12:30:15.5+02:00",
           "image": {"id": "https://uni.example/assertions/1.png", "caption": "A snake"},
           "evidence": ["https://work.example/1",
                        {"id": "https://work.example/2", "type": ["Evidence", "schema:Thing"],
                         "name": "Calculator", "narrative": "It adds", "description": "A program",
                         "genre": "Program", "audience": "Everybody", "schema:size": 12}],
           "narrative": "Both programs *run*",
           "expires": "2025-05-17T12:30Z",
           "uid": "a1",
           "endorsement": {"type": "Endorsement", "id": "https://board.example/endorsements/2",
                           "claim": {"id": "https://uni.example/assertions/1",
                                     "endorsementComment": "Well done", "evidence": "urn:x:y"},
                           "issuer": {"id": "https://board.example/", "type": "Profile"},
                           "issuedOn": "2020-06-01T00:00:00+0000",
                           "verification": {"type": ["hosted"]}},
           "related": [],
           "version": "1",
           "extensions:mood": {"type": ["Extension"]}}"""
              .formatted(HASH));

  /** With its badge class and its issuer inside, and no more than what is required. */
  static final JsonObject EMBEDDED =
      json(
          """
          {"@context": "https://w3id.org/openbadges/v2",
           "id": "https://club.example/assertions/7",
           "type": ["Assertion"],
           "recipient": {"type": "email", "hashed": false, "identity": "ada@learners.example"},
           "issuedOn": "2021-01-02T03:04:05Z",
           "verify": {"type": "hosted"},
           "badge": {
             "id": "https://club.example/badges/chess",
             "type": "BadgeClass",
             "name": "Chess",
             "description": "Knows the rules of chess",
             "image": "https://club.example/chess.svg",
             "criteria": "https://club.example/chess.html",
             "issuer": {"id": "https://club.example/", "type": "Profile", "name": "Chess Club",
                        "url": "https://club.example/", "email": "club@club.example"}}}""");

  static final JsonObject ENDORSEMENT =
      json(
          """
          {"@context": "https://w3id.org/openbadges/v2",
           "id": "https://board.example/endorsements/1",
           "type": "Endorsement",
           "claim": {"id": "https://uni.example/badges/python",
                     "endorsementComment": "Worth **two** credits", "email": "x@uni.example"},
           "issuer": "https://board.example/",
           "issuedOn": "2020-06-01T00:00:00Z",
           "verification": {"type": "HostedBadge"},
           "local": 1}""");

  static final JsonObject REVOCATIONS =
      json(
          """
          {"@context": "https://w3id.org/openbadges/v2",
           "id": "https://uni.example/revoked",
           "type": "RevocationList",
           "issuer": "https://uni.example/issuer",
           "revokedAssertions": [
             "https://uni.example/assertions/1",
             {"id": "https://uni.example/assertions/2", "revocationReason": "Copied",
              "type": "Assertion", "revoked": true, "local": 1},
             {"uid": "a3", "revocationReason": "By mistake"},
             {"id": "https://uni.example/assertions/4", "revoked": false}]}""");

  static final JsonObject KEY =
      json(
          """
          {"@context": "https://w3id.org/openbadges/v2",
           "id": "https://uni.example/keys/1",
           "type": "CryptographicKey",
           "owner": "https://uni.example/issuer",
           "publicKeyPem": "-----BEGIN PUBLIC KEY-----",
           "local": 1}""");

  private Samples() {}

  static JsonObject json(String text) {
    return (JsonObject) Edits.parse(text).get(0);
  }

  static List<String> codes(List<Violation> violations) {
    return violations.stream().map(v -> v.code() + " " + v.pointer()).toList();
  }

  /** The failures after one change; "-" removes the member. */
  static List<String> failures(JsonObject document, String pointer, String value) {
    JsonObject changed =
        value.equals("-") ? Edits.remove(document, pointer) : Edits.set(document, pointer, value);
    return codes(BadgeObject.read(changed).findings().failures());
  }

  /** What a table says is expected: nothing, or failures with a semicolon between them. */
  static List<String> expected(@Nullable String failures) {
    return failures == null ? List.of() : List.of(failures.split("; "));
  }

  static <T extends BadgeObject> T sound(BadgeObject.Reading<T> reading) {
    return reading.document().orElseThrow(() -> new AssertionError(reading.findings()));
  }
}
