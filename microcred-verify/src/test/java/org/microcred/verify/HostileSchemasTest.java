package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.CredentialSchema;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * A schema is a program that a stranger wrote: it ends in time, and never says yes by giving up.
 */
@Tag("hostile")
class HostileSchemasTest {
  private static final String SCHEMA = "https://uni.example/schema.json";
  private static final Duration SOON = Duration.ofSeconds(8);

  private final Badges uni = new Badges();

  private SecuredCredential badge(String name) {
    return uni.sign(uni.badge().name(name).schema(CredentialSchema.of(SCHEMA, "JsonSchema")));
  }

  private VerificationReport verify(SecuredCredential badge, String schema) {
    return uni.verifier().documents(Badges.documents(SCHEMA, schema)).build().verify(badge);
  }

  static List<Arguments> schemas() {
    String doubled =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "\"d%d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%d\"}, {\"$ref\": \"#/$defs/d%d\"}]}"
                        .formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(", "));
    return List.of(
        Arguments.of(
            "a regular expression that tries everything",
            "{\"properties\": {\"name\": {\"pattern\": \"^(a|a)*\\\\1!$\"}}}",
            "a".repeat(60)),
        Arguments.of(
            "a regular expression that tries much of something long",
            "{\"properties\": {\"name\": {\"pattern\": \"a.*a.*b\"}}}",
            "a".repeat(30_000)),
        Arguments.of(
            "the same on names",
            "{\"patternProperties\": {\"^(([a-z])+.)+[A-Z]([a-z])+$\": true,"
                + " \"(.*.*.*.*.*.*.*.*.*.*.*.*.*)*x$\": false}}",
            "n"),
        Arguments.of(
            "references that double",
            "{\"$ref\": \"#/$defs/d0\", \"$defs\": {" + doubled + ", \"d60\": true}}",
            "n"),
        Arguments.of("a reference to itself", "{\"$ref\": \"#\"}", "n"),
        Arguments.of(
            "references that double and fail",
            "{\"$ref\": \"#/$defs/d0\", \"$defs\": {" + doubled + ", \"d60\": false}}",
            "n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void schemas(String what, String schema, String name) {
    long start = System.nanoTime();
    VerificationReport report = verify(badge(name), schema);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(SOON);
    Check structure = report.check(Check.Id.STRUCTURE);
    assertThat(structure.outcome()).as(report.explain()).isEqualTo(Check.Outcome.UNDETERMINED);
    assertThat(structure.problems()).extracting(Problem::code).containsExactly("limit.schema");
  }

  @Test
  void comparingEverythingWithEverythingEndsInTime() {
    List<JsonObject> many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> JsonObject.builder().put("id", "urn:example:" + i).build())
            .toList();
    JsonObject named =
        uni.badge()
            .schema(CredentialSchema.of(SCHEMA, "JsonSchema"))
            .build()
            .json()
            .with(
                "@context",
                JsonArray.ofStrings(
                    List.of(
                        "https://www.w3.org/ns/credentials/v2",
                        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")));
    JsonObject large = named.with("more", new JsonArray(List.copyOf(many)));
    SecuredCredential token =
        Tokens.token(
            "{'alg': 'EdDSA', 'typ': 'vc+jwt', 'kid': '" + uni.key.verificationMethod() + "'}",
            large,
            uni.key);
    long start = System.nanoTime();
    VerificationReport report =
        verify(token, "{\"properties\": {\"more\": {\"uniqueItems\": true}}}");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    assertThat(report.check(Check.Id.STRUCTURE).problems())
        .as(report.explain())
        .extracting(Problem::code)
        .containsExactly("limit.schema");
  }

  @Test
  void namesThatAreTexts() {
    String schema = "{\"properties\": {\"" + "n".repeat(300) + "\": true}}";
    Check structure = verify(badge("n"), schema).check(Check.Id.STRUCTURE);
    assertThat(structure.problems()).extracting(Problem::code).containsExactly("schema.invalid");
  }

  @Test
  void ordinaryPatternsMeanWhatTheyMeant() {
    String schema =
        "{\"properties\": {\"name\": {\"pattern\": \"^Py(thon)? [0-9]+$\"},"
            + " \"@context\": true}, \"patternProperties\": {\"^(id|type|issuer|valid.*|proof"
            + "|credentialS.*)$\": true, \"^never\": false}, \"additionalProperties\": false}";
    VerificationReport right = verify(badge("Python 101"), schema);
    assertThat(right.outcome()).as(right.explain()).isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(verify(badge("Ruby 101"), schema).check(Check.Id.STRUCTURE).problems())
        .extracting(Problem::code)
        .contains("schema.violated");
    assertThat(
            verify(badge("Python 101"), schema.replace("^never", "^na"))
                .check(Check.Id.STRUCTURE)
                .problems())
        .extracting(Problem::code)
        .contains("schema.violated");
    assertThat(
            verify(badge("Python 101"), schema.replace("|proof", ""))
                .check(Check.Id.STRUCTURE)
                .problems())
        .extracting(Problem::code)
        .contains("schema.violated");
  }

  @Test
  void noSchemaIsAskedForWhenTheProofDoesNotPass() {
    JsonObject forged = Badges.json(badge("Python 101")).with("name", new JsonString("Other"));
    VerificationReport report =
        verify(SecuredCredential.of(forged.toString().getBytes(StandardCharsets.UTF_8)), "false");
    assertThat(report.check(Check.Id.PROOF).outcome()).isEqualTo(Check.Outcome.FAILED);
    assertThat(report.fetched()).isEmpty();
    assertThat(report.check(Check.Id.STRUCTURE).warnings())
        .extracting(Problem::code)
        .containsExactly("schema.not-checked");
  }
}
