package org.microcred.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.PresentationSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SdJwt;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.Limits;
import org.microcred.model.Profile;

/** {@code microcred verify} takes credentials and presentations alike. */
class VerifyPresentationsTest {
  private static final String CHALLENGE = "challenge-1";
  private static final String DOMAIN = "https://employer.example";

  @TempDir Path folder;

  private final Signer issuer = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  private final Jwk pair = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  private final Signer holder = Signer.didKey(pair);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String badge = "";
  private String presentation = "";
  private String token = "";
  private String others = "";
  private String bound = "";
  private String unbound = "";

  @BeforeEach
  void present() throws Exception {
    SecuredCredential mine =
        CredentialSigner.of(issuer, ProofFormat.VC_JWT).sign(badge(holder.controller()).build());
    SecuredCredential foreign =
        CredentialSigner.of(issuer, ProofFormat.VC_JWT).sign(badge("did:example:other").build());
    badge = file("badge", mine.toBytes());
    presentation =
        file(
            "presentation",
            PresentationSigner.of(holder, ProofFormat.EDDSA_JCS_2022)
                .sign(List.of(mine), CHALLENGE, DOMAIN)
                .toBytes());
    PresentationSigner tokens = PresentationSigner.of(holder, ProofFormat.VC_JWT);
    token = file("token", tokens.sign(List.of(mine), CHALLENGE, DOMAIN).toBytes());
    others = file("others", tokens.sign(List.of(foreign), CHALLENGE, DOMAIN).toBytes());
    SdJwt sdJwt =
        SdJwt.parse(
            CredentialSigner.of(issuer, ProofFormat.VC_SD_JWT)
                .withHolderKey(pair.publicKey())
                .sign(badge("did:example:someone").build()),
            Limits.defaults());
    unbound = file("unbound", sdJwt.toSecuredCredential().toBytes());
    bound =
        file(
            "bound",
            sdJwt
                .withKeyBinding(holder, DOMAIN, CHALLENGE, Instant.now())
                .toSecuredCredential()
                .toBytes());
  }

  private AchievementCredentialBuilder badge(String subject) {
    return AchievementCredential.builder(
            Profile.of(issuer.controller(), "Example University"),
            subject,
            Achievement.builder("https://uni.example/python", "Python").build())
        .validFrom(Instant.parse("2026-01-01T00:00:00Z"));
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  private int verify(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("verify", "--trust-anyone"));
    all.addAll(Arrays.asList(args));
    return Microcred.run(
        all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void comparesWhatTheHolderWasAskedFor() {
    assertThat(verify("--challenge", CHALLENGE, "--domain", DOMAIN, presentation, token))
        .as(out.toString() + err)
        .isEqualTo(ExitStatus.OK);
    assertThat(verify("--nonce", CHALLENGE, "--audience", DOMAIN, token, presentation))
        .isEqualTo(ExitStatus.OK);
    assertThat(verify("--challenge", "another", "--domain", DOMAIN, presentation))
        .isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("proof.challenge");
    assertThat(verify("--json", "--nonce", CHALLENGE, "--audience", "https://x.example", token))
        .isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).startsWith("{\"file\":").contains("proof.domain").hasLineCount(1);
  }

  @Test
  void takesCredentialsAndPresentationsAlike() {
    assertThat(verify("--allow-replay", badge, presentation, token)).isEqualTo(ExitStatus.OK);
    assertThat(verify("--allow-replay", "--subject", holder.controller(), badge, presentation))
        .isEqualTo(ExitStatus.OK);
    assertThat(verify("--allow-replay", "--subject", "did:example:other", presentation))
        .isEqualTo(ExitStatus.NO);
  }

  @Test
  void aBareCredentialAnswersNoRequest() {
    assertThat(verify("--challenge", CHALLENGE, "--domain", DOMAIN, badge))
        .isEqualTo(ExitStatus.NO);
  }

  @Test
  void asksForARequest() {
    assertThat(verify(presentation)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("--challenge", "--allow-replay").hasLineCount(1);
    for (String[] half :
        new String[][] {
          {"--challenge", "c", presentation},
          {"--audience", "a", token},
          {"--challenge", "c", "--nonce", "n", "--domain", "d", token},
          {"--challenge", "", "--domain", "d", token},
          {"--allow-replay", "--domain", "d", token},
          {"--require-key-binding", bound}
        }) {
      assertThat(verify(half)).as(String.join(" ", half)).isEqualTo(ExitStatus.USAGE);
      assertThat(err.toString()).startsWith("microcred: ").hasLineCount(1);
    }
  }

  @Test
  void theHolderIsTheSubjectUnlessToldOtherwise() {
    assertThat(verify("--allow-replay", others)).isEqualTo(ExitStatus.NO);
    assertThat(verify("--allow-replay", "--holder-is-subject", others)).isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("holder.not-subject");
    assertThat(verify("--allow-replay", "--no-holder-is-subject", others)).isEqualTo(ExitStatus.OK);
  }

  @Test
  void requiresKeyBindingWhenTold() {
    assertThat(verify(bound, unbound)).isEqualTo(ExitStatus.OK);
    assertThat(verify("--require-key-binding", "--nonce", CHALLENGE, "--audience", DOMAIN, bound))
        .as(out.toString())
        .isEqualTo(ExitStatus.OK);
    assertThat(verify("--require-key-binding", "--allow-replay", bound)).isEqualTo(ExitStatus.OK);
    assertThat(verify("--require-key-binding", "--allow-replay", unbound)).isEqualTo(ExitStatus.NO);
    assertThat(out.toString()).contains("key-binding.missing");
    assertThat(verify("--nonce", "another", "--audience", DOMAIN, bound)).isEqualTo(ExitStatus.NO);
  }

  @Test
  void inspectsThemToo() {
    assertThat(
            Microcred.run(
                new String[] {"inspect", token},
                new PrintWriter(out, true),
                new PrintWriter(err, true)))
        .isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).contains("vp+jwt+EdDSA").contains("VerifiablePresentation");
  }
}
