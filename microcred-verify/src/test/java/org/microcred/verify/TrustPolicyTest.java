package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;

/** Whom to believe, by lists, registries, trust marks and what is made of them. */
class TrustPolicyTest {
  private static final URI PLACE = URI.create("https://registry.example/registry.json");

  private final Badges uni = new Badges();
  private final String issuer = uni.key.controller();

  private Check verify(TrustPolicy policy) {
    VerificationReport report =
        CredentialVerifier.builder(policy)
            .clock(Badges.CLOCK)
            .build()
            .verify(uni.sign(uni.badge()));
    return report.check(Check.Id.TRUST);
  }

  private static byte[] registry(String id) {
    return """
        {"meta": {"created": "2026-01-01T00:00:00Z"},
         "registry": {
           "did:example:other": {"name": "Another"},
           "%s": {"name": "Example University", "location": "Here", "url": "https://uni.example"}}}
        """
        .formatted(id)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static TrustPolicy answering(String answer) {
    return credential -> answer(answer, credential);
  }

  private static Optional<String> answer(String answer, Credential credential) throws IOException {
    assertThat(credential.issuer().id()).isNotBlank();
    return switch (answer) {
      case "yes" -> Optional.of("yes");
      case "no" -> Optional.empty();
      default -> throw new IOException("nobody knows");
    };
  }

  @Nested
  class Composition {
    @ParameterizedTest
    @CsvSource({
      "yes, yes, PASSED, PASSED",
      "yes, no, PASSED, FAILED",
      "yes, unknown, PASSED, UNDETERMINED",
      "no, yes, PASSED, FAILED",
      "no, no, FAILED, FAILED",
      "no, unknown, UNDETERMINED, FAILED",
      "unknown, yes, PASSED, UNDETERMINED",
      "unknown, no, UNDETERMINED, FAILED",
      "unknown, unknown, UNDETERMINED, UNDETERMINED"
    })
    void hasThreeAnswers(String one, String other, Check.Outcome or, Check.Outcome and) {
      assertThat(verify(answering(one).or(answering(other))).outcome()).isEqualTo(or);
      assertThat(verify(answering(one).and(answering(other))).outcome()).isEqualTo(and);
    }

    @Test
    void tellsBothReasons() {
      Check check = verify(TrustPolicy.issuers(issuer).and(answering("yes")));
      assertThat(check.reason()).contains("the caller's list of issuers").endsWith("; and yes");
    }

    @Test
    void keepsTheKeysThatEitherNames() {
      TrustPolicy keys =
          TrustPolicy.issuer("https://uni.example", issuer)
              .and(TrustPolicy.issuer("https://uni.example", "did:example:hsm"))
              .onlyFor("https://uni.example/python-101");
      assertThat(keys.keyControllers("https://uni.example"))
          .containsExactlyInAnyOrder(issuer, "did:example:hsm");
      assertThat(keys.keyControllers("https://other.example")).isEmpty();
    }
  }

  @Nested
  class Achievements {
    @Test
    void areTheOnlyOnesThatAreAccepted() {
      TrustPolicy policy = TrustPolicy.issuers(issuer);
      Check check = verify(policy.onlyFor("https://uni.example/python-101", "urn:other"));
      assertThat(check.outcome()).isEqualTo(Check.Outcome.PASSED);
      assertThat(check.reason()).contains("https://uni.example/python-101");
      assertThat(verify(policy.onlyFor("https://uni.example/python-102")).outcome())
          .isEqualTo(Check.Outcome.FAILED);
      assertThat(
              verify(
                      TrustPolicy.issuers("did:example:other")
                          .onlyFor("https://uni.example/python-101"))
                  .outcome())
          .isEqualTo(Check.Outcome.FAILED);
    }
  }

  @Nested
  class Registries {
    @Test
    void acceptWhomTheyList() throws Exception {
      IssuerRegistry registry = IssuerRegistry.parse(registry(issuer));
      assertThat(registry.ids()).containsExactlyInAnyOrder(issuer, "did:example:other");
      assertThat(registry.find(issuer).orElseThrow().name()).contains("Example University");
      Check check = verify(TrustPolicy.registry(registry));
      assertThat(check.outcome()).isEqualTo(Check.Outcome.PASSED);
      assertThat(check.reason()).contains("Example University");
      assertThat(verify(TrustPolicy.registry(IssuerRegistry.parse(registry("did:a:b")))).outcome())
          .isEqualTo(Check.Outcome.FAILED);
    }

    @Test
    void areReadWhereTheyLie() {
      DocumentLoader web = DocumentLoader.of(Map.of(PLACE, registry(issuer)));
      Check check = verify(TrustPolicy.registry(PLACE, web));
      assertThat(check.outcome()).isEqualTo(Check.Outcome.PASSED);
      assertThat(check.reason()).contains(PLACE.toString());
    }

    @Test
    void thatCannotBeHadOrReadLeaveItOpen() {
      DocumentLoader down =
          url -> {
            throw new IOException("no answer in time");
          };
      DocumentLoader broken =
          DocumentLoader.of(
              Map.of(
                  PLACE, "{\"registry\": {\"a\": {} \"b\": {}}}".getBytes(StandardCharsets.UTF_8)));
      for (DocumentLoader loader : List.of(DocumentLoader.none(), down, broken)) {
        Check check = verify(TrustPolicy.registry(PLACE, loader));
        assertThat(check.outcome()).isEqualTo(Check.Outcome.UNDETERMINED);
        assertThat(check.problems().get(0).code()).isEqualTo("trust.unavailable");
        assertThat(check.problems().get(0).detail()).contains(PLACE.toString());
        assertThat(
                verify(TrustPolicy.registry(PLACE, loader).or(TrustPolicy.issuers(issuer)))
                    .outcome())
            .isEqualTo(Check.Outcome.PASSED);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"registry\": []}", "{\"registry\": {\"did:a:b\": true}}"})
    void areNotGuessed(String json) {
      assertThat(
              catchThrowableOfType(
                      InvalidDocumentException.class,
                      () -> IssuerRegistry.parse(json.getBytes(StandardCharsets.UTF_8)))
                  .violations())
          .extracting("code")
          .containsExactly("trust.registry");
    }

    @Test
    void areBounded() {
      byte[] huge = new byte[8 * 1024 * 1024];
      assertThatThrownBy(() -> IssuerRegistry.parse(huge))
          .isInstanceOf(InvalidDocumentException.class);
    }
  }

  @Nested
  class Marks {
    private static final String TYPE = "https://federation.example/accredited";

    @Test
    void areAskedForByIssuerAndType() {
      TrustPolicy policy =
          TrustPolicy.trustMark(
              TYPE,
              (entity, type) ->
                  entity.equals(issuer) && type.equals(TYPE)
                      ? Optional.of("issued by the federation")
                      : Optional.empty());
      assertThat(verify(policy).reason()).contains(TYPE, "issued by the federation");
      assertThat(verify(TrustPolicy.trustMark(TYPE, (entity, type) -> Optional.empty())).outcome())
          .isEqualTo(Check.Outcome.FAILED);
    }

    @Test
    void thatCannotBeResolvedLeaveItOpen() {
      Check check =
          verify(
              TrustPolicy.trustMark(
                  TYPE,
                  (entity, type) -> {
                    throw new IOException("the trust anchor is down");
                  }));
      assertThat(check.outcome()).isEqualTo(Check.Outcome.UNDETERMINED);
      assertThat(check.problems().get(0).detail()).contains("the trust anchor is down");
    }
  }
}
