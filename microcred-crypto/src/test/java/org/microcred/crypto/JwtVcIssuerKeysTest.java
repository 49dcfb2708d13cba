package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.InvalidDocumentException;

/** SD-JWT VC, JWT VC Issuer Metadata. */
class JwtVcIssuerKeysTest {
  private static final String PATH = "/.well-known/jwt-vc-issuer";
  private static final Jwk KEY = Jwk.of(KeyPairs.generate(SignatureAlgorithm.ES256));

  private static KeyResolver at(String url, String issuer) {
    String metadata =
        "{\"issuer\":\"%s\",\"jwks\":{\"keys\":[%s]}}"
            .formatted(issuer, KEY.withoutKeyId().toPublicKey().toJson());
    return KeyResolver.jwtVcIssuer(
        DocumentLoader.of(Map.of(URI.create(url), metadata.getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @CsvSource({
    "https://uni.example, https://uni.example" + PATH,
    "https://uni.example/, https://uni.example" + PATH,
    "https://uni.example:8443/a/b, https://uni.example:8443" + PATH + "/a/b",
    "https://uni.example/a/b/, https://uni.example" + PATH + "/a/b"
  })
  void liesBetweenHostAndPath(String issuer, String url) throws Exception {
    ControllerDocument document = at(url, issuer).resolve(issuer).orElseThrow();
    assertThat(document.id()).isEqualTo(issuer);
    assertThat(document.verificationMethods())
        .hasSize(2) // by its thumbprint, and as the only one
        .allSatisfy(
            method -> {
              assertThat(method.controller()).isEqualTo(issuer);
              assertThat(method.type()).isEqualTo("JsonWebKey");
              assertThat(method.publicKey()).contains(KEY.publicKey());
              assertThat(document.allows(method.id(), Relationship.ASSERTION_METHOD)).isTrue();
            });
  }

  @Test
  void knowsHttpsOnly() throws Exception {
    KeyResolver resolver = at("https://uni.example" + PATH, "https://uni.example");
    assertThat(resolver.resolve("did:web:uni.example")).isEmpty();
    assertThat(resolver.resolve("http://uni.example")).isEmpty();
    assertThat(resolver.resolve("Example University")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://uni.example?x=1",
        "https://user@uni.example",
        "https://uni.example/../a",
        "https://uni.example#a",
        "https:uni.example",
        "https://uni.example/ a"
      })
  void refusesOtherUrls(String issuer) {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(() -> at("https://uni.example" + PATH, issuer).resolve(issuer));
  }

  @Test
  void isTheIssuersOwn() {
    assertThatExceptionOfType(InvalidDocumentException.class)
        .isThrownBy(
            () ->
                at("https://uni.example" + PATH, "https://uni.example/")
                    .resolve("https://uni.example"))
        .satisfies(e -> assertThat(e.violations().get(0).code()).isEqualTo("key.document-id"));
  }

  @Test
  void couldNotBeFoundOutWhenItIsNotThere() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                at("https://uni.example" + PATH, "https://uni.example")
                    .resolve("https://other.example"))
        .withMessageContaining("https://other.example" + PATH);
  }
}
