package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.internal.keys.Base64Url;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;

class KeyResolverTest {
  private static final KeyResolver OFFLINE = KeyResolver.offline();

  private static String refusal(KeyResolver resolver, String controller) {
    InvalidDocumentException refusal =
        catchThrowableOfType(InvalidDocumentException.class, () -> resolver.resolve(controller));
    return refusal.violations().get(0).code();
  }

  @Nested
  class Offline {
    @ParameterizedTest
    @EnumSource
    void resolvesWhatSignersAreCalled(SignatureAlgorithm algorithm) throws Exception {
      KeyPair pair = TestPairs.pair(algorithm);
      for (Signer signer : List.of(Signer.didKey(pair), Signer.didJwk(pair))) {
        ControllerDocument document = OFFLINE.resolve(signer.controller()).orElseThrow();
        assertThat(document.id()).isEqualTo(signer.controller());
        VerificationMethod method = document.method(signer.verificationMethod()).orElseThrow();
        assertThat(method.publicKey()).contains(pair.getPublic());
        assertThat(method.controller()).isEqualTo(signer.controller());
        assertThat(method.findings().passed()).isTrue();
        assertThat(document.allows(method.id(), Relationship.ASSERTION_METHOD)).isTrue();
        assertThat(document.allows(method.id(), Relationship.AUTHENTICATION)).isTrue();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "did:key:",
          "did:key:z",
          "did:key:u7QE",
          "did:key:z6Mk#z6Mk",
          "did:key:z0",
          "did:key:z6Mk ",
          "did:jwk:",
          "did:jwk:e30=",
          "did:jwk:e3",
          "did:jwk:e30#0",
          "did:jwk:e30!"
        })
    void refusesIdentifiersThatAreNone(String did) {
      assertThat(refusal(OFFLINE, did)).isIn("key.did-syntax", "json.syntax");
    }

    @Test
    void doesNotKnowOthers() throws Exception {
      assertThat(OFFLINE.resolve("did:web:a.example")).isEmpty();
      assertThat(OFFLINE.resolve("https://a.example/")).isEmpty();
      assertThat(OFFLINE.resolve("")).isEmpty();
    }

    @Test
    void saysWhyADidJwkHasNoKey() throws Exception {
      assertThat(findingOf("{'kty':'OKP','crv':'X25519','x':'AA'}")).isEqualTo("key.unsupported");
      assertThat(findingOf("{'kty':'OKP','crv':'Ed25519','x':'AA','d':'AA'}"))
          .isEqualTo("key.private-material");
      assertThat(refusal(OFFLINE, jwk("[]"))).isEqualTo("json.type");
      assertThat(refusal(OFFLINE, jwk("{'a':1,'a':2}"))).isEqualTo("json.duplicate-member");
    }

    @Test
    void aDidJwkForEncryptionSignsNothing() throws Exception {
      String did = jwk("{'kty':'OKP','crv':'X25519','x':'AA','use':'enc'}");
      ControllerDocument document = OFFLINE.resolve(did).orElseThrow();
      assertThat(document.relationships()).isEmpty();
      assertThat(document.method(did + "#0")).isPresent();
    }

    private String findingOf(String jwk) throws Exception {
      VerificationMethod method =
          OFFLINE.resolve(jwk(jwk)).orElseThrow().verificationMethods().get(0);
      return code(method);
    }

    private String jwk(String json) {
      return "did:jwk:"
          + Base64Url.encode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
  }

  @Nested
  class DidWebSection3Dot2 {
    @ParameterizedTest
    @CsvSource({
      "did:web:w3c-ccg.github.io, https://w3c-ccg.github.io/.well-known/did.json",
      "did:web:w3c-ccg.github.io:user:alice, https://w3c-ccg.github.io/user/alice/did.json",
      "did:web:example.com%3A3000:user:alice, https://example.com:3000/user/alice/did.json",
      "did:web:localhost%3a8443, https://localhost:8443/.well-known/did.json",
      "did:web:example.com:%C3%A9t%C3%A9:~x, ",
      "did:web:example.com:%C3%A9t%C3%A9:%7Ex, https://example.com/%C3%A9t%C3%A9/%7Ex/did.json",
      "did:web:example.com:..a:.well-known, https://example.com/..a/.well-known/did.json",
    })
    void says(String did, String url) throws Exception {
      List<URI> asked = new ArrayList<>();
      KeyResolver web =
          KeyResolver.web(
              location -> {
                asked.add(location);
                return Optional.of(supplied("{'id':'" + did + "'}"));
              });
      if (url == null) {
        assertThat(refusal(web, did)).isEqualTo("key.did-syntax");
        assertThat(asked).isEmpty();
      } else {
        assertThat(web.resolve(did)).map(ControllerDocument::id).contains(did);
        assertThat(asked).containsExactly(URI.create(url));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "did:web:",
          "did:web:user@example.com",
          "did:web:example.com:",
          "did:web:example.com::a",
          "did:web:example.com:..:a",
          "did:web:example.com:.",
          "did:web:example.com:%2e%2e:a",
          "did:web:example.com:a%2fb",
          "did:web:example.com:a%00",
          "did:web:example.com/a",
          "did:web:example.com?a",
          "did:web:example.com:a?b",
          "did:web:example.com#z6Mk",
          "did:web:example.com%3A0",
          "did:web:example.com%3A65536",
          "did:web:example.com%3A",
          "did:web:example.com%3A80%3A80",
          "did:web:example.com%40evil.example",
          "did:web:127.0.0.1",
          "did:web:127.1",
          "did:web:2130706433",
          "did:web:0x7f.1",
          "did:web:[::1]",
          "did:web:%5B::1%5D",
          "did:web:-a.example",
          "did:web:a..example",
          "did:web:a.example.",
          "did:web:ex\u00e4mple.com",
          "did:web:example.com\\a",
          "did:web:exa mple.com",
          "did:web:example.com:a\n"
        })
    void refusesWithoutAskingAnyone(String did) {
      List<URI> asked = new ArrayList<>();
      KeyResolver web =
          KeyResolver.web(
              url -> {
                asked.add(url);
                return Optional.empty();
              });
      assertThat(refusal(web, did)).isEqualTo("key.did-syntax");
      assertThat(asked).isEmpty();
    }

    @Test
    void refusesIdentifiersWithoutEnd() {
      assertThat(refusal(KeyResolver.web(DocumentLoader.none()), "did:web:a" + ".a".repeat(9_999)))
          .isEqualTo("key.did-syntax");
    }
  }

  @Nested
  class ControlledIdentifiersSection3Dot3 {
    private static final String URL = "https://issuer.example/keys";
    private static final String KEY = "z6MkjXe1vZvPRqFuc9nRBtZ3e1Y9XKDFSbjFAfzLfW2bD6cZ";
    private static final String METHOD =
        "{'id':'#k','type':'Multikey','controller':'"
            + URL
            + "','publicKeyMultibase':'"
            + KEY
            + "'%s}";

    @Test
    void methodsAreListedOrEmbeddedAndTheirFragmentsAreOfTheDocument() throws Exception {
      ControllerDocument document =
          read(
              "{'id':'"
                  + URL
                  + "','@context':'https://unknown.example/','verificationMethod':["
                  + method("")
                  + ",7,{'type':'Multikey'},{'id':'relative'}],'assertionMethod':['#k','"
                  + URL
                  + "#other',7,"
                  + method("").replace("#k", URL + "#embedded")
                  + "],'keyAgreement':"
                  + method("").replace("#k", "#ka")
                  + "}");
      assertThat(document.verificationMethods())
          .extracting(VerificationMethod::id)
          .containsExactly(URL + "#k", URL + "#embedded", URL + "#ka");
      assertThat(document.verificationMethods())
          .allSatisfy(m -> assertThat(m.publicKey()).isPresent());
      assertThat(document.relationships().get(Relationship.ASSERTION_METHOD))
          .containsExactly(URL + "#k", URL + "#other", URL + "#embedded");
      assertThat(document.allows(URL + "#k", Relationship.AUTHENTICATION)).isFalse();
      assertThat(document.allows(URL + "#ka", Relationship.ASSERTION_METHOD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'id':7}",
          "{'id':'https://other.example/keys'}",
          "{'id':'https://issuer.example/keys/'}",
          "{'id':'https://issuer.example/keys#k'}"
        })
    void theDocumentIsAboutWhatWasAskedFor(String json) {
      assertThat(refusal(KeyResolver.web(url -> Optional.of(supplied(json))), URL))
          .isEqualTo("key.document-id");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'type':'Multikey','controller':'c','publicKeyMultibase':7} | key.malformed",
          "{'type':'Multikey','controller':'c'} | key.malformed",
          "{'type':'JsonWebKey','controller':'c'} | key.malformed",
          "{'type':'JsonWebKey','controller':'c','publicKeyJwk':{'kty':'OKP','crv':'Ed25519','x':'AA'}} | key.malformed",
          "{'type':'JsonWebKey2020','controller':'c','publicKeyJwk':{'kty':'EC','crv':'secp256k1'}} | key.unsupported",
          "{'type':'JsonWebKey','controller':'c','publicKeyJwk':{'kty':'OKP','d':'AA'}} | key.private-material",
          "{'type':'Ed25519VerificationKey2020','controller':'c','publicKeyMultibase':'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv'} | key.malformed",
          "{'type':'Ed25519VerificationKey2018','controller':'c','publicKeyBase58':'4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS'} | key.unsupported",
          "{'type':7,'controller':'c'} | key.unsupported",
        })
    void aMethodSaysWhyItHasNoKey(String method, String code) throws Exception {
      VerificationMethod read = single(method.replaceFirst("\\{", "{'id':'#k',"));
      assertThat(read.publicKey()).isEmpty();
      assertThat(code(read)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "'secretKeyMultibase':'z' | key.private-material",
          "'privateKeyJwk':{}       | key.private-material",
          "'publicKeyJwk':{}        | key.ambiguous",
          "'expires':'2030-02-30T00:00:00Z' | key.malformed",
          "'revoked':'yesterday'    | key.malformed",
          "'revoked':null           | key.malformed",
        })
    void aGoodKeyIsOfNoUseInABadMethod(String member, String code) throws Exception {
      VerificationMethod read = single(method("," + member));
      assertThat(read.publicKey()).isEmpty();
      assertThat(code(read)).isEqualTo(code);
    }

    @Test
    void aMethodKeepsItsControllerAndDates() throws Exception {
      VerificationMethod read =
          single(
              method(",'expires':'2030-01-01T00:00:00Z','revoked':'2029-01-01T00:00:00+01:00'")
                  .replace("'controller':'" + URL, "'controller':'https://other.example/"));
      assertThat(read.controller()).startsWith("https://other.example/");
      assertThat(read.expires()).hasToString("Optional[2030-01-01T00:00:00Z]");
      assertThat(read.revoked()).hasToString("Optional[2028-12-31T23:00:00Z]");
      assertThat(read.publicKey()).isPresent();
    }

    @Test
    void aMethodNamesItsController() throws Exception {
      VerificationMethod read = single(method("").replace("'controller':'" + URL + "',", ""));
      assertThat(code(read)).isEqualTo("key.malformed");
      assertThat(read.controller()).isEqualTo(URL);
    }

    @Test
    void twoDefinitionsOfOneMethodAreNone() throws Exception {
      String twice =
          "{'id':'" + URL + "','verificationMethod':[" + method("") + "],'assertionMethod':[";
      assertThat(read(twice + method("") + "]}").verificationMethods())
          .singleElement()
          .satisfies(m -> assertThat(m.publicKey()).isPresent());
      assertThat(read(twice + method(",'name':'other'") + "]}").verificationMethods())
          .singleElement()
          .satisfies(m -> assertThat(code(m)).isEqualTo("key.ambiguous"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://", "https:opaque", "https://user@issuer.example/", "https://issuer.example/#k",
          "https://issuer.example/a/../b", "https://issuer.example/..", "https://exa mple/",
              "https://a\\b/"
        })
    void refusesUrlsWithoutAskingAnyone(String url) {
      KeyResolver web =
          KeyResolver.web(
              asked -> {
                throw new IOException("asked for " + asked);
              });
      assertThat(refusal(web, url)).isEqualTo("key.did-syntax");
    }

    @Test
    void saysWhatToDoWhenThereIsNoDocument() {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> KeyResolver.web(DocumentLoader.none()).resolve("did:web:a.example"))
          .withMessageContaining("no document for https://a.example/.well-known/did.json")
          .withMessageContaining("supply it");
    }

    @Test
    void leavesOtherIdentifiersToOthers() throws Exception {
      KeyResolver web = KeyResolver.web(DocumentLoader.none());
      assertThat(web.resolve("http://issuer.example/")).isEmpty();
      assertThat(web.resolve("did:example:a")).isEmpty();
      Signer signer = Signer.didKey(TestPairs.pair(SignatureAlgorithm.EDDSA));
      assertThat(web.or(OFFLINE).resolve(signer.controller())).isPresent();
    }

    @Test
    void refusesDocumentsOverTheLimits() {
      String large = "{'id':'" + URL + "','x':'" + "y".repeat(5 << 20) + "'}";
      assertThat(refusal(KeyResolver.web(url -> Optional.of(supplied(large))), URL))
          .isEqualTo("limit.document");
    }

    private String method(String members) {
      return String.format(METHOD, members);
    }

    private VerificationMethod single(String method) throws Exception {
      return read("{'id':'" + URL + "','verificationMethod':" + method + "}")
          .verificationMethods()
          .get(0);
    }

    private ControllerDocument read(String json) throws Exception {
      byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
      return KeyResolver.web(DocumentLoader.of(Map.of(URI.create(URL), bytes)))
          .resolve(URL)
          .orElseThrow();
    }
  }

  private static LoadedDocument supplied(String json) {
    return new LoadedDocument(
        URI.create("https://anywhere.example/"),
        Optional.empty(),
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        LoadedDocument.Source.SUPPLIED);
  }

  private static String code(VerificationMethod method) {
    List<Violation> all = new ArrayList<>(method.findings().failures());
    all.addAll(method.findings().unknowns());
    return all.get(0).code();
  }
}
