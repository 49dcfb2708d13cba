package org.microcred.crypto;

import java.util.List;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Unsigned credentials for tests. */
final class Credentials {
  private Credentials() {}

  /** An Open Badges 3.0 credential on VC 2.0. */
  static JsonObject badge(String issuer) {
    return object(
        """
        {
          "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
          ],
          "id": "urn:uuid:6a1676b8-b51f-11ed-937b-d76685a20ff5",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "issuer": {"id": "%s", "type": ["Profile"], "name": "Example University"},
          "validFrom": "2025-01-01T00:00:00Z",
          "name": "Python 101",
          "credentialSubject": {
            "id": "did:example:learner",
            "type": ["AchievementSubject"],
            "achievement": {
              "id": "https://university.example/achievements/python",
              "type": ["Achievement"],
              "creditsAvailable": 2.5,
              "criteria": {"narrative": "Pass the exam."},
              "description": "Writes small programs.",
              "name": "Python 101"
            }
          }
        }
        """
            .formatted(issuer));
  }

  /** The same on VC 1.1. */
  static JsonObject badge11(String issuer) {
    JsonObject badge = badge(issuer);
    return object(
            badge
                .toString()
                .replace(
                    "https://www.w3.org/ns/credentials/v2",
                    "https://www.w3.org/2018/credentials/v1"))
        .without("validFrom")
        .with("issuanceDate", badge.get("validFrom").orElseThrow());
  }

  /** What verifiers get: a base proof is for the holder, who shows all of it here. */
  static SecuredCredential shown(ProofFormat format, SecuredCredential signed)
      throws InvalidDocumentException {
    return format == ProofFormat.ECDSA_SD_2023
        ? SelectiveDisclosure.derive(signed, List.of(JsonPointer.ROOT), DocumentLoader.none())
        : signed;
  }

  /** The claims of an SD-JWT VC. */
  static JsonObject sdJwtVc(String issuer) {
    return JsonObject.builder().put("iss", issuer).put("vct", "urn:example:type").build();
  }

  static JsonObject object(String json) {
    try {
      return (JsonObject) Json.read(json, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
