package org.microcred.crypto.internal.jose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestPairs;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Tokens of any shape, validly signed; JSON is written with apostrophes. */
final class Tokens {
  static final KeyPair PAIR = TestPairs.pair(SignatureAlgorithm.EDDSA);
  static final Signer SIGNER = Signer.didKey(PAIR);

  static final String CREDENTIAL_2_0 =
      "{'@context':['https://www.w3.org/ns/credentials/v2'],'id':'urn:uuid:1',"
          + "'type':['VerifiableCredential'],'issuer':{'id':'did:example:i','name':'I'},"
          + "'validFrom':'2024-01-02T03:04:05.5Z','validUntil':'2034-01-02T03:04:05+01:00',"
          + "'credentialSubject':{'id':'did:example:s'}}";
  static final String CREDENTIAL_1_1 =
      "{'@context':['https://www.w3.org/2018/credentials/v1'],'id':'urn:uuid:1',"
          + "'type':['VerifiableCredential'],'issuer':'did:example:i',"
          + "'issuanceDate':'2024-01-02T03:04:05Z','expirationDate':'2034-01-02T02:04:05Z',"
          + "'credentialSubject':{'id':'did:example:s'}}";

  /** The claims that fit both credentials. */
  static final String CLAIMS =
      "'iss':'did:example:i','sub':'did:example:s','jti':'urn:uuid:1','nbf':1704164645,"
          + "'exp':2019780245";

  private Tokens() {}

  static JsonObject json(String text) {
    try {
      return Json.readObject(
          text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String compact(String header, String payload) {
    return sign(
        encode(header.replace('\'', '"')) + '.' + encode(payload.replace('\'', '"')), SIGNER);
  }

  static String sign(String signingInput, Signer signer) {
    try {
      return signingInput
          + '.'
          + Base64Url.encode(signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String encode(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static JwtCredential read(String header, String payload) {
    try {
      return JwtCredential.read(compact(header, payload), Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** All that a verifier joins for the question whether the proof holds. */
  static Findings judge(JwtCredential token, PublicKey key) {
    return token.shape().and(token.verify(method(key), Optional.empty()));
  }

  static VerificationMethod method(PublicKey key) {
    return method(key, Optional.empty());
  }

  static Violation violation(String code) {
    return new Violation(code, JsonPointer.ROOT, code);
  }

  static VerificationMethod method(PublicKey key, Optional<SignatureAlgorithm> algorithm) {
    return new VerificationMethod(
        "did:example:i#1",
        "did:example:i",
        "Multikey",
        Optional.of(key),
        algorithm,
        Findings.none(),
        Optional.empty(),
        Optional.empty());
  }

  static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).distinct().toList();
  }
}
