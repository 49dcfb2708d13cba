package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.crypto.internal.jose.Tokens.CREDENTIAL_2_0;
import static org.microcred.crypto.internal.jose.Tokens.codes;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.TestPairs;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** Which key a token means, and that no other is believed. */
class JwtKeysTest {
  private static final KeyPair OTHER = KeyPairs.generate(SignatureAlgorithm.EDDSA);
  private static final ControllerDocument ISSUER =
      new ControllerDocument(
          "did:example:i", List.of(Tokens.method(Tokens.PAIR.getPublic())), Map.of());

  @ParameterizedTest
  @CsvSource({
    "did:web:a.example#k, did:web:a.example#k,",
    "https://a.example/keys#1, https://a.example/keys#1,",
    "https://a.example/keys, https://a.example/keys,",
    "did:web:a.example, , did:web:a.example",
    "key-1, , key-1",
    "#key-1, , #key-1",
    "http://a.example/keys#1, , http://a.example/keys#1"
  })
  void kidIsAUrlOrANameInTheIssuersDocument(String kid, String url, String keyId) {
    JwtCredential token = token("'kid':'" + kid + "'");
    assertThat(token.proof().verificationMethod()).isEqualTo(Optional.ofNullable(url));
    assertThat(token.proof().keyId()).isEqualTo(Optional.ofNullable(keyId));
  }

  @Test
  void theIssuersDocumentFindsTheKeyByUrlFragmentThumbprintOrValue() {
    Jwk jwk = Jwk.of(Tokens.PAIR.getPublic());
    for (String header :
        List.of(
            "'kid':'did:example:i#1'",
            "'kid':'1'",
            "'kid':'#1'",
            "'kid':'" + jwk.thumbprint() + "'",
            "'jwk':" + jwk.toJson())) {
      assertThat(ISSUER.methodFor(token(header).proof()))
          .as(header)
          .contains(ISSUER.verificationMethods().get(0));
    }
  }

  @Test
  void theIssuersDocumentDoesNotFindKeysThatItDoesNotList() {
    Jwk jwk = Jwk.of(OTHER.getPublic());
    for (String header :
        List.of(
            "'kid':'did:example:i#2'",
            "'kid':'2'",
            "'kid':'" + jwk.thumbprint() + "'",
            "'jwk':" + jwk.toJson(),
            "'x':1")) {
      assertThat(ISSUER.methodFor(token(header).proof())).as(header).isEmpty();
    }
  }

  @Test
  void aKeyInTheHeaderThatIsNotTheIssuersIsRefused() {
    JwtCredential token =
        token("'kid':'did:example:i#1','jwk':" + Jwk.of(OTHER.getPublic()).toJson());
    assertThat(codes(verify(token, Tokens.PAIR.getPublic()).failures()))
        .containsExactly("proof.embedded-key");
    assertThat(codes(verify(token, OTHER.getPublic()).failures()))
        .containsExactly("proof.signature");
  }

  @Test
  void aKeyInTheHeaderThatIsTheIssuersIsRight() {
    JwtCredential token = token("'jwk':" + Jwk.of(Tokens.PAIR.getPublic()).toJson());
    assertThat(verify(token, Tokens.PAIR.getPublic())).isEqualTo(Findings.none());
  }

  @Test
  void anotherKeyDoesNotVerify() {
    assertThat(codes(verify(token("'x':1"), OTHER.getPublic()).failures()))
        .containsExactly("proof.signature");
  }

  @Test
  void theAlgorithmIsBoundToTheKindOfKey() {
    PublicKey p256 = TestPairs.pair(SignatureAlgorithm.ES256).getPublic();
    assertThat(codes(verify(token("'x':1"), p256).failures())).containsExactly("proof.algorithm");
  }

  @Test
  void aMethodWithoutKeyAnswersWhyThereIsNone() {
    Findings why =
        Findings.unknown(new Violation("key.unsupported", JsonPointer.ROOT, "not supported"));
    VerificationMethod method =
        new VerificationMethod(
            "did:example:i#1",
            "did:example:i",
            "Other",
            Optional.empty(),
            Optional.empty(),
            why,
            Optional.empty(),
            Optional.empty());
    assertThat(token("'x':1").verify(method, Optional.empty())).isEqualTo(why);
  }

  private static JwtCredential token(String member) {
    return Tokens.read("{'alg':'EdDSA','typ':'vc+jwt'," + member + "}", CREDENTIAL_2_0);
  }

  private static Findings verify(JwtCredential token, PublicKey key) {
    return token.verify(Tokens.method(key), Optional.empty());
  }
}
