package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.crypto.internal.jsonld.Documents.badge;
import static org.microcred.crypto.internal.jsonld.Documents.canonicalise;
import static org.microcred.crypto.internal.jsonld.Documents.with;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;

/** Whatever canonical quads would not hold, or would hold as something else than it looks. */
@Tag("hostile")
class LosslessWalkTest {
  private static final String V2 = "https://www.w3.org/ns/credentials/v2";
  private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  @Test
  void anOrdinaryBadgePasses() {
    Canonical canonical = canonicalise(badge());
    assertThat(canonical.context()).isEqualTo(Findings.none());
    assertThat(canonical.nquads().orElseThrow()).contains("Example University");
  }

  static Stream<Arguments> attacks() {
    String subject = "/credentialSubject";
    String achievement = subject + "/achievement";
    return Stream.of(
        attack("an undefined term", "/extra", "1", "context.undefined-term"),
        attack(
            "an undefined term, nested",
            achievement + "/extra",
            "{\"id\":\"urn:x:1\"}",
            "context.undefined-term"),
        attack(
            "a term of another type's scope",
            "/criteria",
            "{\"narrative\":\"x\"}",
            "context.undefined-term"),
        attack("a name like a keyword", "/@foo", "\"x\"", "context.undefined-term"),
        attack(
            "an undefined type",
            "/type",
            "[\"VerifiableCredential\",\"Diploma\"]",
            "context.undefined-type"),
        attack("a relative type", subject + "/type", "[\"./Person\"]", "context.undefined-type"),
        attack("a type like a keyword", subject + "/type", "[\"@foo\"]", "context.undefined-type"),
        attack("a type that is no text", subject + "/type", "[1]", "context.type"),
        attack("a relative id", subject + "/id", "\"learner\"", "context.relative-iri"),
        attack(
            "an id with a space",
            subject + "/id",
            "\"https://a.example/x y\"",
            "context.relative-iri"),
        attack("an id that is no text", subject + "/id", "[\"urn:x:1\"]", "context.id"),
        attack("an id that is null", subject + "/id", "null", "context.id"),
        attack("an id like a keyword", subject + "/id", "\"@foo\"", "context.relative-iri"),
        attack("an id that is a keyword", subject + "/id", "\"@type\"", "context.relative-iri"),
        attack("an empty id", subject + "/id", "\"\"", "context.relative-iri"),
        attack("a blank node label", subject + "/id", "\"_:b0\"", "context.blank-node"),
        attack("a relative reference", "/issuer", "\"university\"", "context.relative-iri"),
        attack("a blank node as reference", "/issuer", "\"_:b0\"", "context.blank-node"),
        attack("a blank predicate", "/_:b0", "\"x\"", "context.relative-iri"),
        attack("a relative predicate with a colon", "/a b:c", "\"x\"", "context.relative-iri"),
        attack("@index", "/@index", "\"x\"", "context.keyword"),
        attack(
            "@included",
            "/@included",
            "[{\"id\":\"urn:x:1\",\"type\":\"Profile\"}]",
            "context.keyword"),
        attack("@reverse", "/@reverse", "{\"name\":{\"id\":\"urn:x:1\"}}", "context.keyword"),
        attack("@nest", "/@nest", "{\"name\":\"x\"}", "context.keyword"),
        attack("@graph", "/@graph", "[{\"name\":\"x\"}]", "context.keyword"),
        attack("@set", "/name", "{\"@set\":[\"x\"]}", "context.keyword"),
        attack("@list", "/name", "{\"@list\":[\"x\"]}", "context.keyword"),
        attack(
            "a context in a nested object",
            subject + "/@context",
            "\"" + V2 + "\"",
            "context.nested"),
        attack(
            "an inline context",
            "/@context",
            "[\"" + V2 + "\",{\"name\":\"urn:x:hidden\"}]",
            "context.inline"),
        attack("a null context", "/@context", "[\"" + V2 + "\",null]", "context.inline"),
        attack(
            "a relative context", "/@context", "[\"" + V2 + "\",\"x.json\"]", "context.relative"),
        attack(
            "a context that is no URL",
            "/@context",
            "[\"" + V2 + "\",\"a b\"]",
            "context.relative"),
        attack("no context of the data model", "/@context", "[\"" + OB + "\"]", "context.first"),
        attack(
            "the contexts in the wrong order",
            "/@context",
            "[\"" + OB + "\",\"" + V2 + "\"]",
            "context.first"),
        attack("an empty list of contexts", "/@context", "[]", "context.first"),
        attack(
            "both data models",
            "/@context",
            "[\"" + V2 + "\",\"https://www.w3.org/2018/credentials/v1\",\"" + OB + "\"]",
            "context.protected-term"),
        attack("a repeated text", achievement + "/tag", "[\"a\",\"b\",\"a\"]", "context.repeated"),
        attack(
            "a repeated type",
            "/type",
            "[\"VerifiableCredential\",\"OpenBadgeCredential\",\"VerifiableCredential\"]",
            "context.repeated"),
        attack(
            "a repeated text in a language",
            "/name",
            "[{\"@value\":\"x\",\"@language\":\"en\"},{\"@value\":\"x\",\"@language\":\"en\"}]",
            "context.repeated"),
        attack(
            "evidence counted twice",
            "/evidence",
            "[{\"id\":\"urn:x:e\",\"type\":[\"Evidence\"],\"name\":\"A report\"},"
                + "{\"id\":\"urn:x:e\",\"type\":[\"Evidence\"],\"narrative\":\"Defended.\"}]",
            "context.repeated"),
        attack("null", "/description", "null", "context.null"),
        attack("null in an array", achievement + "/tag", "[\"a\",null]", "context.null"),
        attack(
            "an array in an array",
            achievement + "/tag",
            "[\"a\",[\"b\"]]",
            "context.nested-array"),
        attack("a value that is null", "/name", "{\"@value\":null}", "context.value"),
        attack("a value that is an object", "/name", "{\"@value\":{}}", "context.value"),
        attack(
            "a bad language tag",
            "/name",
            "{\"@value\":\"x\",\"@language\":\"no good\"}",
            "context.language"),
        attack(
            "an empty language tag",
            "/name",
            "{\"@value\":\"x\",\"@language\":\"\"}",
            "context.language"),
        attack(
            "a language of a number",
            "/name",
            "{\"@value\":1,\"@language\":\"en\"}",
            "context.language"),
        attack(
            "a base direction",
            "/name",
            "{\"@value\":\"x\",\"@language\":\"en\",\"@direction\":\"rtl\"}",
            "context.direction"),
        attack(
            "an index of a value",
            "/name",
            "{\"@value\":\"x\",\"@index\":\"i\"}",
            "context.keyword"),
        attack(
            "a value with another member",
            "/name",
            "{\"@value\":\"x\",\"description\":\"i\"}",
            "context.undefined-term"),
        attack(
            "a value of an undefined type",
            "/name",
            "{\"@value\":\"x\",\"@type\":\"nothing\"}",
            "context.undefined-type"),
        attack(
            "more digits than a double has",
            achievement + "/creditsAvailable",
            "0.12345678901234567",
            "context.number"),
        attack(
            "an integer beyond a double",
            achievement + "/creditsAvailable",
            "9007199254740993",
            "context.number"),
        attack("1e21", achievement + "/creditsAvailable", "1e21", "context.number"),
        attack(
            "a number that is no double",
            achievement + "/creditsAvailable",
            "1e400",
            "context.number"),
        attack(
            "a number with a huge exponent",
            achievement + "/creditsAvailable",
            "1e999999999",
            "context.number"),
        attack(
            "a number that vanishes",
            achievement + "/creditsAvailable",
            "1e-400",
            "context.number"),
        attack(
            "a status hidden behind its IRI",
            "/https:~1~1www.w3.org~12018~1credentials#credentialStatus",
            "{\"type\":\"BitstringStatusListEntry\"}",
            "context.not-compact"),
        attack(
            "a second spelling of type",
            "/@type",
            "[\"VerifiableCredential\"]",
            "context.not-compact"),
        attack(
            "a type behind its IRI",
            "/type",
            "[\"VerifiableCredential\",\"https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential\"]",
            "context.not-compact"),
        attack(
            "a list for a credential subject's keyword",
            "/@value",
            "\"x\"",
            "context.undefined-term"));
  }

  private static Arguments attack(String name, String pointer, String json, String code) {
    return Arguments.of(name, pointer, json, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void refuses(String name, String pointer, String json, String code) {
    Canonical canonical = canonicalise(with(badge(), pointer, json));
    assertThat(canonical.context().failures()).extracting(Violation::code).contains(code);
    assertThat(canonical.nquads()).isEmpty();
    for (Violation violation : canonical.context().failures()) {
      assertThat(violation.message()).as(name).doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Https://purl.imsglobal.org", "https://purl.IMSglobal.org"})
  void takesNoOtherSpellingOfAContext(String start) {
    String url = OB.replace("https://purl.imsglobal.org", start);
    Canonical canonical =
        canonicalise(with(badge(), "/@context", "[\"" + V2 + "\",\"" + OB + "\",\"" + url + "\"]"));
    assertThat(canonical.context().unknowns())
        .extracting(Violation::code)
        .containsExactly("context.unavailable");
    assertThat(canonical.nquads()).isEmpty();
  }

  @Test
  void namesThePlace() {
    JsonObject document = with(badge(), "/credentialSubject/achievement/tag", "[\"a\",null]");
    assertThat(canonicalise(document).context().failures())
        .singleElement()
        .satisfies(
            v ->
                assertThat(v.pointer().toString())
                    .isEqualTo("/credentialSubject/achievement/tag/1"));
  }

  static Stream<Arguments> allowed() {
    return Stream.of(
        Arguments.of("/name", "{\"@value\":\"x\",\"@language\":\"en-GB\"}"),
        Arguments.of(
            "/name",
            "[{\"@value\":\"x\",\"@language\":\"en\"},{\"@value\":\"y\",\"@language\":\"de\"}]"),
        Arguments.of(
            "/name",
            "{\"@value\":\"2025-01-01\",\"@type\":\"http://www.w3.org/2001/XMLSchema#date\"}"),
        Arguments.of("/name", "{\"@value\":{\"b\":[1,null],\"a\":2.5},\"@type\":\"@json\"}"),
        Arguments.of("/evidence", "[]"),
        Arguments.of("/credentialSubject/id", "\"did:example:ünicode\""),
        Arguments.of("/credentialSubject/achievement/creditsAvailable", "100"),
        Arguments.of("/credentialSubject/achievement/creditsAvailable", "0.1"),
        Arguments.of("/credentialSubject/achievement/creditsAvailable", "1E2"));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void keeps(String pointer, String json) {
    Canonical canonical = canonicalise(with(badge(), pointer, json));
    assertThat(canonical.context()).isEqualTo(Findings.none());
    assertThat(canonical.nquads()).isPresent();
  }

  @Nested
  class ContextsOfTheCaller {
    private static final String URL = "https://campus.example/context";

    private Canonical with(String context, String pointer, String value) {
      JsonObject document =
          Documents.with(badge(), "/@context", "[\"" + V2 + "\",\"" + OB + "\",\"" + URL + "\"]");
      return canonicalise(
          Documents.with(document, pointer, value),
          DocumentLoader.of(Map.of(URI.create(URL), context.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void areUsedWithAWarning() {
      Canonical canonical =
          with("{\"@context\":{\"room\":\"https://campus.example/room\"}}", "/room", "\"101\"");
      assertThat(canonical.context().passed()).isTrue();
      assertThat(canonical.context().warnings())
          .singleElement()
          .satisfies(v -> assertThat(v.message()).contains(URL));
      assertThat(canonical.nquads().orElseThrow())
          .contains("<https://campus.example/room> \"101\"");
    }

    @Test
    void areNamedWhenTheyCannotBeHad() {
      JsonObject document =
          Documents.with(badge(), "/@context", "[\"" + V2 + "\",\"" + OB + "\",\"" + URL + "\"]");
      Findings context = canonicalise(document).context();
      assertThat(context.failures()).isEmpty();
      assertThat(context.unknowns())
          .singleElement()
          .satisfies(
              v -> {
                assertThat(v.code()).isEqualTo("context.unavailable");
                assertThat(v.message()).contains(URL, "supply");
              });
    }

    @Test
    void mayNotRedefineProtectedTerms() {
      Canonical canonical =
          with("{\"@context\":{\"name\":\"https://campus.example/x\"}}", "/name", "\"x\"");
      assertThat(canonical.context().failures())
          .extracting(Violation::code)
          .containsExactly("context.protected-term");
    }

    @Test
    void thatCatchAllAreWarnedOf() {
      Canonical canonical =
          with("{\"@context\":{\"@vocab\":\"https://campus.example/#\"}}", "/rooom", "\"101\"");
      assertThat(canonical.context().passed()).isTrue();
      assertThat(canonical.context().warnings())
          .extracting(Violation::code)
          .contains("context.catch-all");
    }

    @Test
    void thatCatchAllCannotRespellATerm() {
      Canonical canonical =
          with(
              "{\"@context\":{\"@vocab\":\"https://www.w3.org/2018/\"}}",
              "/credentials#credentialStatus",
              "{\"id\":\"urn:x:1\",\"type\":\"BitstringStatusListEntry\"}");
      assertThat(canonical.context().failures())
          .extracting(Violation::code)
          .contains("context.not-compact");
    }

    @Test
    void mayNotShortenIds() {
      Canonical canonical =
          with(
              "{\"@context\":{\"uni\":{\"@id\":\"https://uni.example/\",\"@prefix\":true}}}",
              "/id",
              "\"uni:1\"");
      assertThat(canonical.context().failures())
          .extracting(Violation::code)
          .containsExactly("context.compact-iri");
    }

    @Test
    void withReversePropertiesOrMapsAreNotSupported() {
      assertThat(
              with(
                      "{\"@context\":{\"of\":{\"@reverse\":\"https://campus.example/x\"}}}",
                      "/of",
                      "{\"id\":\"urn:x:1\"}")
                  .context()
                  .failures())
          .extracting(Violation::code)
          .containsExactly("context.keyword");
      assertThat(
              with(
                      "{\"@context\":{\"m\":{\"@id\":\"https://campus.example/x\",\"@container\":\"@index\"}}}",
                      "/m",
                      "{\"a\":\"urn:x:1\"}")
                  .context()
                  .unknowns())
          .extracting(Violation::code)
          .containsExactly("context.unsupported");
    }

    @Test
    void thatAreNotJsonOrNoContextAreNotUsed() {
      assertThat(with("nonsense", "/name", "\"x\"").context().unknowns())
          .extracting(Violation::code)
          .containsExactly("context.unavailable");
      assertThat(with("{}", "/name", "\"x\"").context().failures())
          .extracting(Violation::code)
          .containsExactly("context.invalid");
    }

    @Test
    void thatReferToOthersNeedThose() {
      assertThat(
              with("{\"@context\":\"https://campus.example/other\"}", "/name", "\"x\"")
                  .context()
                  .unknowns())
          .extracting(Violation::code)
          .containsExactly("context.unavailable");
    }
  }
}
