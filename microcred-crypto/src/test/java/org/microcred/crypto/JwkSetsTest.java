package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;

/** A JWK or a JWK Set at an https URL (RFC 7517 §4 and §5). */
class JwkSetsTest {
  private static final String URL = "https://uni.example/keys.json";
  private static final KeyPair ED = TestPairs.pair(SignatureAlgorithm.EDDSA);
  private static final KeyPair EC = TestPairs.pair(SignatureAlgorithm.ES256);

  private static ControllerDocument read(String json) throws Exception {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return KeyResolver.web(DocumentLoader.of(Map.of(URI.create(URL), bytes)))
        .resolve(URL)
        .orElseThrow();
  }

  private static String refusal(String json) {
    return catchThrowableOfType(InvalidDocumentException.class, () -> read(json))
        .violations()
        .get(0)
        .code();
  }

  private static String set(String... keys) {
    return "{'keys':[" + String.join(",", keys) + "]}";
  }

  /** The members of a public key without its braces. */
  private static String jwk(KeyPair pair, String more) {
    JsonObject members = Credentials.object(Jwk.of(pair.getPublic()).toJson()).without("alg");
    String json = members.toString().replace('"', '\'');
    return json.substring(0, json.length() - 1) + more + "}";
  }

  private static VerificationMethod only(String document, String id) throws Exception {
    return read(document).method(id).orElseThrow();
  }

  private static String code(String document, String id) throws Exception {
    VerificationMethod method = only(document, id);
    assertThat(method.publicKey()).isEmpty();
    return (method.findings().failures().isEmpty()
            ? method.findings().unknowns()
            : method.findings().failures())
        .get(0)
        .code();
  }

  @ParameterizedTest
  @EnumSource
  void aJwkIsNamedByItsUrl(SignatureAlgorithm algorithm) throws Exception {
    Jwk key = Jwk.of(TestPairs.pair(algorithm)).withAlgorithm(algorithm).toPublicKey();
    ControllerDocument document = read(key.toJson());
    VerificationMethod method = document.method(URL).orElseThrow();
    assertThat(method.publicKey()).contains(key.publicKey());
    assertThat(method.algorithm()).contains(algorithm);
    assertThat(method.controller()).isEqualTo(URL);
    assertThat(method.type()).isEqualTo(VerificationMethod.BARE_JWK);
    assertThat(document.allows(URL, Relationship.ASSERTION_METHOD)).isTrue();
    assertThat(document.method(URL + '#' + key.thumbprint())).isPresent();
  }

  @Test
  void aKeyInASetIsNamedByItsKid() throws Exception {
    ControllerDocument document =
        read(set(jwk(ED, ",'kid':'a'"), jwk(EC, ",'kid':'" + URL + "#b'")));
    assertThat(document.method(URL + "#a").orElseThrow().publicKey()).contains(ED.getPublic());
    assertThat(document.method(URL + "#b").orElseThrow().publicKey()).contains(EC.getPublic());
    assertThat(document.method(URL + "#c")).isEmpty();
    assertThat(document.method("a")).isEmpty();
  }

  @Test
  void aKidOfAnotherPlaceIsNoNameHere() throws Exception {
    String elsewhere = "https://other.example/keys.json#a";
    ControllerDocument document = read(set(jwk(ED, ",'kid':'" + elsewhere + "'")));
    assertThat(document.method(elsewhere)).isEmpty();
    assertThat(document.verificationMethods()).allMatch(m -> m.id().startsWith(URL));
  }

  @Test
  void theSetAloneNamesItsOnlyKeyAndNoneOfMany() throws Exception {
    assertThat(only(set(jwk(ED, ",'kid':'a'")), URL).publicKey()).contains(ED.getPublic());
    assertThat(code(set(jwk(ED, ",'kid':'a'"), jwk(EC, ",'kid':'b'")), URL))
        .isEqualTo("key.ambiguous");
    assertThat(read(set()).verificationMethods()).isEmpty();
  }

  @Test
  void twoKeysOfOneNameAreNone() throws Exception {
    String twice = set(jwk(ED, ",'kid':'a'"), jwk(EC, ",'kid':'a'"));
    assertThat(code(twice, URL + "#a")).isEqualTo("key.ambiguous");
    String same = set(jwk(ED, ",'kid':'a'"), jwk(ED, ",'kid':'a'"));
    assertThat(only(same, URL + "#a").publicKey()).contains(ED.getPublic());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",'use':'enc' | key.use",
        ",'key_ops':['sign'] | key.use",
        ",'key_ops':['deriveKey'] | key.use",
        ",'alg':'ES256' | key.algorithm",
        ",'alg':'HS256' | key.algorithm",
        ",'alg':'Ed448' | key.unsupported",
        ",'d':'AA' | key.private-material",
        ",'k':'AA' | key.private-material",
        ",'exp':'2030' | key.malformed",
        ",'exp':1e99 | key.malformed",
        ",'revoked':true | key.malformed",
        ",'revoked':{} | key.malformed",
      })
  void aKeyThatMustNotBeUsedIsThereWithTheReason(String members, String code) throws Exception {
    String set = set(jwk(ED, ",'kid':'a'" + members), jwk(EC, ",'kid':'b'"));
    assertThat(code(set, URL + "#a")).isEqualTo(code);
    assertThat(only(set, URL + "#b").publicKey()).isPresent();
    assertThat(code(jwk(ED, members), URL)).isEqualTo(code);
  }

  @Test
  void keysKeepTheirDates() throws Exception {
    VerificationMethod method =
        only(jwk(ED, ",'exp':1893456000,'revoked':{'revoked_at':1861920000}"), URL);
    assertThat(method.expires()).contains(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(method.revoked()).contains(Instant.parse("2029-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'keys':7} | key.malformed",
        "{'keys':{'kty':'OKP'}} | key.malformed",
        "{'keys':[7]} | key.malformed",
        "{'keys':[],'kty':'OKP'} | key.malformed",
        "{'kty':'OKP','kty':'OKP'} | json.duplicate-member",
        "{'keys':[{'kty':'OKP','kid':'a','\\u006bid':'b'}]} | json.duplicate-member",
        "{'keys':[],'keys':[]} | json.duplicate-member",
        "{'keys':[]} x | json.syntax",
        "{'key':[]} | key.document-id",
        "{'id':'https://other.example/','keys':[]} | key.document-id",
      })
  void whatIsNeitherIsRefused(String json, String code) {
    assertThat(refusal(json)).isEqualTo(code);
  }

  @Test
  void tooManyKeysAreNotRead() {
    String many =
        IntStream.rangeClosed(0, 1000)
            .mapToObj(i -> "{'kty':'OKP','kid':'" + i + "'}")
            .collect(Collectors.joining(","));
    assertThat(refusal("{'keys':[" + many + "]}")).isEqualTo("limit.keys");
    String methods =
        IntStream.rangeClosed(0, 1000)
            .mapToObj(i -> "{'id':'#" + i + "'}")
            .collect(Collectors.joining(","));
    assertThat(refusal("{'id':'" + URL + "','verificationMethod':[" + methods + "]}"))
        .isEqualTo("limit.keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'kty':'OKP'}", "{'keys':[]}"})
  void aDidIsNoKeySet(String json) {
    KeyResolver web =
        KeyResolver.web(
            DocumentLoader.of(
                Map.of(
                    URI.create("https://uni.example/.well-known/did.json"),
                    json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))));
    InvalidDocumentException refusal =
        catchThrowableOfType(
            InvalidDocumentException.class, () -> web.resolve("did:web:uni.example"));
    assertThat(refusal.violations()).extracting("code").containsExactly("key.document-id");
  }

  @Test
  void whatTheLoaderDoesNotHaveCouldNotBeFoundOut() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> KeyResolver.web(DocumentLoader.none()).resolve(URL))
        .withMessageContaining("no document for " + URL);
  }
}
