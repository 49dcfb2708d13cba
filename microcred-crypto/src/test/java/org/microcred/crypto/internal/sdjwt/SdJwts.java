package org.microcred.crypto.internal.sdjwt;

import java.io.IOException;
import java.security.KeyPair;
import java.util.List;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestPairs;
import org.microcred.crypto.internal.jose.CompactJws;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** SD-JWTs of any shape, validly signed; JSON is written with apostrophes. */
final class SdJwts {
  static final KeyPair ISSUER = TestPairs.pair(SignatureAlgorithm.EDDSA);
  static final Signer SIGNER = Signer.didKey(ISSUER);
  static final String HEADER = "{'alg':'EdDSA','typ':'vc+sd-jwt'}";

  private SdJwts() {}

  static JsonObject json(String text) {
    try {
      return Json.readObject(text.replace('\'', '"'), Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The text of a disclosure. */
  static String disclosure(String json) {
    return Base64Url.encode(
        json.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static String digest(String disclosure) {
    return DigestName.SHA_256.of(disclosure);
  }

  /** A token; {@code #0} in the payload stands for the digest of the first disclosure. */
  static String token(String payload, String... disclosures) {
    return typed(HEADER, payload, disclosures);
  }

  static String typed(String header, String payload, String... disclosures) {
    String filled = payload;
    for (int i = 0; i < disclosures.length; i++) {
      filled = filled.replace("#" + i, digest(disclosures[i]));
    }
    try {
      String jwt = CompactJws.sign(json(header), json(filled), SIGNER);
      return jwt + "~" + String.join("", List.of(disclosures).stream().map(d -> d + "~").toList());
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static SdJwtToken read(String text) {
    try {
      return SdJwtToken.read(text, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Why it cannot be read; nothing when it can. */
  static List<String> refusal(String text) {
    return refusal(text, Limits.defaults());
  }

  static List<String> refusal(String text, Limits limits) {
    try {
      SdJwtToken.read(text, limits);
      return List.of();
    } catch (InvalidDocumentException e) {
      return e.violations().stream().map(Violation::code).toList();
    }
  }
}
