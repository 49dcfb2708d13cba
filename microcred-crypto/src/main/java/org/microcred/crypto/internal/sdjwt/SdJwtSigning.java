package org.microcred.crypto.internal.sdjwt;

import java.io.IOException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.jose.Answered;
import org.microcred.crypto.internal.jose.CompactJws;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.keys.JwkKeyPairs;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;

/** Writes a credential as SD-JWT (RFC 9901 §5.1, VC-JOSE-COSE §3.2). */
final class SdJwtSigning {
  private SdJwtSigning() {}

  static String sign(
      JsonObject credential,
      SdJwtProfile profile,
      Content content,
      Frame frame,
      Signer signer,
      RandomGenerator random)
      throws IOException {
    profile.requireWithholdable(frame.pointers());
    JsonObject claims =
        credential.toBuilder()
            .putIfPresent("cnf", frame.holderKey().map(SdJwtSigning::jwk))
            .build();
    // The claims of the token are no part of a credential of the VC data model.
    JsonObject expected = profile == SdJwtProfile.VC ? credential : claims;
    return sign(claims, expected, header(profile, content, signer), content, frame, signer, random);
  }

  static String present(JsonObject presentation, Request request, Signer signer, Instant issuedAt)
      throws IOException {
    Content content = Content.PRESENTATION;
    return sign(
        Answered.write(presentation, request, issuedAt),
        presentation,
        header(SdJwtProfile.VC, content, signer),
        content,
        Frame.NONE,
        signer,
        new SecureRandom());
  }

  private static String sign(
      JsonObject claims,
      JsonObject expected,
      JsonObject header,
      Content content,
      Frame frame,
      Signer signer,
      RandomGenerator random)
      throws IOException {
    Concealing.Result concealed = Concealing.of(claims, frame, random);
    requireSound(
        text(CompactJws.signingInput(header, concealed.payload()) + '.', concealed),
        content,
        expected);
    return text(CompactJws.sign(header, concealed.payload(), signer), concealed);
  }

  private static String text(String jwt, Concealing.Result concealed) {
    return new SdJwtText(jwt, concealed.disclosures(), Optional.empty()).toString();
  }

  private static JsonObject jwk(PublicKey key) {
    return JsonObject.builder().put("jwk", JwkKeyPairs.write(key)).build();
  }

  private static JsonObject header(SdJwtProfile profile, Content content, Signer signer) {
    JsonObject.Builder header =
        JsonObject.builder()
            .put("alg", signer.algorithm().jose())
            .put("typ", profile.typ(content))
            .put("kid", signer.verificationMethod());
    if (profile == SdJwtProfile.VC) {
      header.put("cty", content.mediaType());
    }
    return header.build();
  }

  /** Nothing is signed that would be refused, or read as another credential. */
  private static void requireSound(String text, Content content, JsonObject credential) {
    SdJwtCredential read;
    try {
      read = SdJwtCredential.read(text, content, Limits.defaults());
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
