package org.microcred.crypto.internal.jose;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.DateTimeStamp;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/** Writes a credential as token of each {@link JwtProfile}. */
final class JwtSigning {
  private JwtSigning() {}

  static String sign(JsonObject credential, JwtProfile profile, Signer signer) throws IOException {
    JsonObject header = header(profile, signer);
    JsonObject payload = payload(credential, profile);
    requireSound(CompactJws.signingInput(header, payload), credential);
    return CompactJws.sign(header, payload, signer);
  }

  private static JsonObject header(JwtProfile profile, Signer signer) {
    JsonObject.Builder header =
        JsonObject.builder()
            .put("alg", signer.algorithm().jose())
            .put("typ", profile.typ())
            .put("kid", signer.verificationMethod());
    if (profile == JwtProfile.VC_JWT) {
      header.put("cty", "vc");
    }
    return header.build();
  }

  private static JsonObject payload(JsonObject credential, JwtProfile profile) {
    return switch (profile) {
      case VC_JWT -> credential;
      case OPEN_BADGES ->
          claims(credential, "validFrom", "validUntil").toBuilder().putAll(credential).build();
      case OPEN_BADGES_VC_1_1 ->
          claims(credential, "issuanceDate", "expirationDate").with("vc", credential);
    };
  }

  private static JsonObject claims(JsonObject credential, String validFrom, String validUntil) {
    JsonObject.Builder claims =
        JsonObject.builder()
            .put("iss", only(ClaimRules.issuers(credential), "issuer"))
            .put("sub", only(ClaimRules.subjects(credential), "credentialSubject.id"))
            .put("jti", only(credential.string("id").stream().toList(), "id"))
            .put("nbf", seconds(credential, validFrom));
    if (credential.has(validUntil)) {
      claims.put("exp", seconds(credential, validUntil));
    }
    return claims.build();
  }

  private static String only(List<String> values, String member) {
    if (values.size() != 1) {
      throw new IllegalArgumentException(
          "credential: this form of JWT needs exactly one " + member + ", found " + values.size());
    }
    return values.get(0);
  }

  private static JsonNumber seconds(JsonObject credential, String member) {
    Optional<Instant> instant = credential.string(member).flatMap(DateTimeStamp::parse);
    return JsonNumber.of(
        instant
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "credential: this form of JWT needs a date and time in " + member))
            .getEpochSecond());
  }

  /** Nothing is signed that would be refused, or read as another credential. */
  private static void requireSound(String signingInput, JsonObject credential) {
    JwtCredential read;
    try {
      read = JwtCredential.read(signingInput + '.', Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException("credential: " + e.getMessage(), e);
    }
    List<Violation> failures = read.shape().failures();
    if (!failures.isEmpty()) {
      throw new IllegalArgumentException("credential: " + failures.get(0));
    }
    if (!read.credential().equals(credential)) {
      throw new IllegalArgumentException(
          "credential: members with the names of JWT claims cannot be kept in this form");
    }
  }
}
