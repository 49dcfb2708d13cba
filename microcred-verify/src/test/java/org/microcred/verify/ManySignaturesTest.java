package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;

/** Signatures and keys are work, which one call does not do without end. */
@Tag("hostile")
class ManySignaturesTest {
  private final Badges uni = new Badges();

  private JsonObject endorsed(int times) throws Exception {
    Signer slow = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.ES512));
    JsonObject badge = uni.badge().build().json();
    JsonObject endorsement =
        JsonObject.builder()
            .put("@context", badge.get("@context").orElseThrow())
            .put("id", "urn:uuid:0b9b6aa0-9fd9-4d32-9d8e-2b4d3f6f0001")
            .put(
                "type",
                JsonArray.ofStrings(List.of("VerifiableCredential", "EndorsementCredential")))
            .put("name", "Endorsed")
            .put("issuer", badge.get("issuer").orElseThrow())
            .put("validFrom", "2026-01-01T00:00:00Z")
            .put(
                "credentialSubject",
                JsonObject.builder()
                    .put("id", "https://uni.example/python-101")
                    .put("type", "EndorsementSubject")
                    .build())
            .build();
    String token =
        CredentialSigner.of(slow, ProofFormat.VC_JWT)
            .sign(Badges.issuedBy(endorsement, slow.controller()))
            .toText()
            .orElseThrow();
    return badge.with(
        "endorsementJwt",
        JsonArray.ofStrings(IntStream.range(0, times).mapToObj(i -> token).toList()));
  }

  private SecuredCredential token(JsonObject badge) {
    return Tokens.token(
        "{'alg': 'EdDSA', 'typ': 'vc+jwt', 'kid': '" + uni.key.verificationMethod() + "'}",
        badge,
        uni.key);
  }

  private VerificationReport verify(JsonObject badge, Duration time) throws Exception {
    return uni.verifier()
        .limits(Limits.defaults().toBuilder().canonicalisationTime(time).build())
        .build()
        .verify(token(badge));
  }

  @Test
  void someAreVerified() throws Exception {
    VerificationReport report = verify(endorsed(3), Duration.ofMinutes(1));
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(VerificationReport.Outcome.VERIFIED);
    assertThat(report.embedded()).hasSize(3);
  }

  @Test
  void manyEndWhenTheTimeIsUsedUp() throws Exception {
    VerificationReport report = verify(endorsed(900), Duration.ofMillis(300));
    assertThat(report.outcome()).isEqualTo(VerificationReport.Outcome.UNDETERMINED);
    List<String> codes =
        report.embedded().stream()
            .flatMap(child -> child.report().checks().stream())
            .flatMap(check -> check.problems().stream())
            .map(Problem::code)
            .distinct()
            .toList();
    assertThat(codes).contains("limit.deadline");
  }

  @Test
  void documentsFullOfKeysAreReadNoLongerThanThat() throws Exception {
    Signer key = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.ES512));
    String multikey = key.controller().substring("did:key:".length());
    DocumentLoader full =
        url -> {
          String id = "did:web:" + url.getHost();
          String methods =
              IntStream.range(0, 900)
                  .mapToObj(
                      i ->
                          "{\"id\": \"%s#%d\", \"type\": \"Multikey\", \"controller\": \"%s\", \"publicKeyMultibase\": \"%s\"}"
                              .formatted(id, i, id, multikey))
                  .collect(Collectors.joining(","));
          String document = "{\"id\": \"" + id + "\", \"assertionMethod\": [" + methods + "]}";
          return Optional.of(
              new LoadedDocument(
                  url,
                  Optional.empty(),
                  document.getBytes(StandardCharsets.UTF_8),
                  LoadedDocument.Source.SUPPLIED));
        };
    JsonObject badge = uni.badge().build().json();
    List<String> tokens =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    Tokens.token(
                            "{'alg': 'ES512', 'typ': 'vc+jwt', 'kid': 'did:web:a%d.example#x'}"
                                .formatted(i),
                            Badges.issuedBy(badge, "did:web:a%d.example".formatted(i)),
                            key)
                        .toText()
                        .orElseThrow())
            .toList();
    JsonObject endorsed = badge.with("endorsementJwt", JsonArray.ofStrings(tokens));
    VerificationReport report =
        uni.verifier()
            .documents(full)
            .limits(
                Limits.defaults().toBuilder().canonicalisationTime(Duration.ofMillis(500)).build())
            .build()
            .verify(token(endorsed));
    assertThat(report.fetched()).hasSizeLessThan(40);
    assertThat(report.toJson()).contains("limit.deadline");
  }
}
