package org.microcred.crypto.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestPairs;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

class JwtCredentialProperties {
  private static final Map<SignatureAlgorithm, KeyPair> PAIRS =
      Arrays.stream(SignatureAlgorithm.values())
          .collect(Collectors.toMap(Function.identity(), TestPairs::pair));

  private static final Map<SignatureAlgorithm, String> TOKENS =
      PAIRS.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  e ->
                      Tokens.sign(
                          CompactJws.signingInput(
                              Tokens.json("{'alg':'" + e.getKey().jose() + "','typ':'vc+jwt'}"),
                              Tokens.json(Tokens.CREDENTIAL_2_0)),
                          Signer.didKey(e.getValue()))));

  @Property(tries = 60)
  void whatIsSignedVerifies(
      @ForAll SignatureAlgorithm algorithm, @ForAll JwtProfile profile, @ForAll String name)
      throws Exception {
    JsonObject credential =
        JwtSigningTest.credential(profile).with("name", new JsonString(wellFormed(name)));
    KeyPair pair = pair(algorithm);
    JwtCredential token =
        JwtCredential.read(
            JwtCredential.sign(credential, profile, Signer.didKey(pair)), Limits.defaults());
    assertThat(token.credential()).isEqualTo(credential);
    assertThat(Tokens.judge(token, pair.getPublic())).isEqualTo(Findings.none());
  }

  @Property(tries = 300)
  void aChangedByteNeverVerifies(
      @ForAll SignatureAlgorithm algorithm,
      @ForAll @IntRange(max = 100_000) int place,
      @ForAll @IntRange(min = 0x21, max = 0x7e) int character)
      throws Exception {
    String compact = Objects.requireNonNull(TOKENS.get(algorithm));
    int at = place % compact.length();
    if (compact.charAt(at) == character) {
      return;
    }
    String changed = compact.substring(0, at) + (char) character + compact.substring(at + 1);
    Optional<JwtCredential> token = read(changed);
    assertThat(token.map(t -> Tokens.judge(t, pair(algorithm).getPublic()).passed()).orElse(false))
        .isFalse();
  }

  @Property(tries = 300)
  void readThrowsNothingElseOnArbitraryText(@ForAll("tokens") String text) {
    read(text)
        .ifPresent(
            token ->
                assertThat(Tokens.judge(token, Tokens.PAIR.getPublic()).failures()).isNotEmpty());
  }

  @Property(tries = 300)
  void anyHeaderAndClaimsAreJudgedWithoutException(
      @ForAll("objects") String header, @ForAll("objects") String payload) {
    read(Tokens.compact(header, payload)).ifPresent(t -> Tokens.judge(t, Tokens.PAIR.getPublic()));
  }

  private static KeyPair pair(SignatureAlgorithm algorithm) {
    return Objects.requireNonNull(PAIRS.get(algorithm));
  }

  private static Optional<JwtCredential> read(String text) {
    try {
      return Optional.of(JwtCredential.read(text, Limits.defaults()));
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<String> tokens() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.strings().withCharRange('A', 'z').ofMaxLength(12),
            objects().map(Tokens::encode));
    return Combinators.combine(part, part, part).as((a, b, c) -> a + "." + b + "." + c);
  }

  @Provide
  Arbitrary<String> objects() {
    Arbitrary<String> name =
        Arbitraries.of(
            "alg",
            "typ",
            "cty",
            "kid",
            "jwk",
            "crit",
            "iss",
            "sub",
            "jti",
            "nbf",
            "exp",
            "iat",
            "vc",
            "vp",
            "issuer",
            "credentialSubject",
            "@context",
            "id",
            "validFrom");
    Arbitrary<String> value =
        Arbitraries.of(
            "\"EdDSA\"",
            "\"none\"",
            "\"vc+jwt\"",
            "\"JWT\"",
            "\"did:example:a\"",
            "\"\\u0000\"",
            "null",
            "true",
            "[]",
            "{}",
            "[{}]",
            "{\"id\":7}",
            "{\"kty\":\"OKP\"}",
            "7",
            "-1.5",
            "1e-999999999",
            "1e99999999999",
            "0e9999999",
            "\"2024-02-30T00:00:00Z\"");
    return Combinators.combine(name, value)
        .as((n, v) -> Map.entry(n, v))
        .list()
        .uniqueElements(Map.Entry::getKey)
        .ofMaxSize(8)
        .map(
            members ->
                members.stream()
                    .map(m -> "\"" + m.getKey() + "\":" + m.getValue())
                    .collect(Collectors.joining(",", "{", "}")));
  }

  private static String wellFormed(String text) {
    return text.codePoints()
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
