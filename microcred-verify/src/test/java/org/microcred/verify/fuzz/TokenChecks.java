package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SdJwt;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/** Signed tokens: nobody ever signed with the key that they are held against. */
final class TokenChecks {
  private static final VerificationMethod KEY =
      new VerificationMethod(
          "did:example:issuer#key",
          "did:example:issuer",
          "JsonWebKey",
          Optional.of(KeyPairs.generate(SignatureAlgorithm.ES256).getPublic()),
          Optional.empty(),
          Findings.none(),
          Optional.empty(),
          Optional.empty());

  private TokenChecks() {}

  /** A token, or lines that one is made of: header, payload, signature. */
  static void jws(byte[] data) throws InvalidDocumentException {
    open(SecuredCredential.of(token(data)));
  }

  /** As a token, with disclosures in further lines; {@code $0} is the digest of the first. */
  static void sdJwt(byte[] data) throws InvalidDocumentException {
    String text = token(data);
    SecuredCredential wire = SecuredCredential.of(text.indexOf('~') < 0 ? text + '~' : text);
    SdJwt token = SdJwt.parse(wire, Limits.defaults());
    assertThat(token.toSecuredCredential().toText()).isEqualTo(wire.toText().map(String::strip));
    isProcessed(token.unverifiedClaims());
    SdJwt all = token.disclose(token.disclosures());
    assertThat(all.unverifiedClaims()).isEqualTo(token.unverifiedClaims());
    assertThat(token.disclose(List.of()).disclosures()).isEmpty();
    open(wire);
  }

  /** A message; a map of the protected header, a payload and a signature may stand for one. */
  static void cose(byte[] data) throws InvalidDocumentException {
    open(SecuredCredential.of(data));
  }

  /** Reads it as a credential and as a presentation. */
  private static void open(SecuredCredential wire) throws InvalidDocumentException {
    try {
      isUnsigned(
          Inspection.open(SecuredPresentation.of(wire.toBytes()), InspectionSettings.defaults()));
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
    isUnsigned(Inspection.open(wire, InspectionSettings.defaults()));
  }

  private static void isUnsigned(Inspection inspection) {
    assertThat(inspection.form()).isNotEmpty();
    assertThat(inspection.context()).isNotNull();
    assertThat(inspection.proofs())
        .noneSatisfy(proof -> assertThat(inspection.verify(proof, KEY).passed()).isTrue());
  }

  /** RFC 9901 §7.1: no digest is left, nor any placeholder. */
  private static void isProcessed(JsonValue value) {
    if (value instanceof JsonObject object) {
      assertThat(object.members()).doesNotContainKeys("_sd", "...");
      object.members().values().forEach(TokenChecks::isProcessed);
    } else if (value instanceof JsonArray array) {
      array.items().forEach(TokenChecks::isProcessed);
    }
  }

  private static String token(byte[] data) {
    String text = TextChecks.text(data);
    String[] lines = text.split("\n", -1);
    if (lines.length < 3) {
      return text;
    }
    List<String> disclosures = new ArrayList<>();
    String payload = lines[1];
    for (int i = 3; i < lines.length; i++) {
      disclosures.add(encoded(lines[i]));
      payload = payload.replace("$" + (i - 3), digest(encoded(lines[i])));
    }
    String token = encoded(lines[0]) + '.' + encoded(payload) + '.' + encoded(lines[2]);
    return disclosures.isEmpty() ? token : token + '~' + String.join("~", disclosures) + '~';
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  private static String digest(String text) {
    try {
      return encoded(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
