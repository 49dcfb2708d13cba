package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.PresentationSigner;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Presentation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** A holder with a badge about them, made anew for the tests. */
final class Holders {
  static final String CHALLENGE = "c0ffee-challenge";
  static final String DOMAIN = "https://employer.example";
  static final PresentationRequest REQUEST = PresentationRequest.of(CHALLENGE, DOMAIN);

  static final PresentationRequest OPEN = PresentationRequest.withoutReplayProtection();

  final Badges uni = new Badges();
  final Jwk pair = Jwk.of(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  final Signer key = Signer.didKey(pair);

  /** A badge about somebody. */
  AchievementCredentialBuilder badge(String subject) {
    return AchievementCredential.builder(
            uni.issuer,
            subject,
            Achievement.builder("https://uni.example/python-101", "Python 101").build())
        .validFrom(Instant.parse("2026-01-01T00:00:00Z"));
  }

  SecuredCredential mine(ProofFormat format) {
    return sign(CredentialSigner.of(uni.key, format), badge(key.controller()));
  }

  SecuredCredential mine() {
    return mine(ProofFormat.EDDSA_RDFC_2022);
  }

  static SecuredCredential sign(CredentialSigner signer, AchievementCredentialBuilder badge) {
    try {
      return signer.sign(badge.build());
    } catch (InvalidDocumentException | IOException e) {
      throw new AssertionError(e);
    }
  }

  PresentationSigner signer(ProofFormat format) {
    return PresentationSigner.of(key, format).withClock(Badges.CLOCK);
  }

  SecuredPresentation present(SecuredCredential... credentials) {
    return present(ProofFormat.EDDSA_JCS_2022, credentials);
  }

  SecuredPresentation present(ProofFormat format, SecuredCredential... credentials) {
    try {
      return signer(format).sign(List.copyOf(Arrays.asList(credentials)), CHALLENGE, DOMAIN);
    } catch (InvalidDocumentException | IOException e) {
      throw new AssertionError(e);
    }
  }

  PresentationReport verify(SecuredPresentation presentation) {
    return verify(presentation, REQUEST);
  }

  PresentationReport verify(SecuredPresentation presentation, PresentationRequest request) {
    return uni.verifier().build().verifyPresentation(presentation, request);
  }

  static Stream<ProofFormat> formats() {
    return Stream.of(ProofFormat.values()).filter(ProofFormat::isForPresentations);
  }

  static void assertOutcome(Report report, VerificationReport.Outcome outcome) {
    assertThat(report.outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(report.checks()).extracting(Check::id).containsExactly(Check.Id.values());
  }

  static void assertVerified(Report report) {
    assertOutcome(report, VerificationReport.Outcome.VERIFIED);
  }

  static void assertAnswer(Report report, Check.Id id, Check.Outcome outcome, String... codes) {
    ReportSchema.assertMet(report);
    assertThat(report.check(id).outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(report.check(id).problems()).extracting(Problem::code).containsExactly(codes);
    assertThat(report.outcome())
        .isEqualTo(
            outcome == Check.Outcome.FAILED
                ? VerificationReport.Outcome.REJECTED
                : VerificationReport.Outcome.UNDETERMINED);
  }

  Signer keyFor(ProofFormat format) {
    return format.accepts(SignatureAlgorithm.EDDSA)
        ? key
        : Signer.didKey(KeyPairs.generate(SignatureAlgorithm.ES256));
  }

  static JsonObject json(SecuredPresentation presentation) throws Exception {
    return Json.readObject(presentation.toBytes(), Limits.defaults());
  }

  static SecuredPresentation unsigned(SecuredCredential... credentials) throws Exception {
    var builder = Presentation.builder();
    for (SecuredCredential credential : credentials) {
      builder.verifiableCredential(credential.toPresented(Limits.defaults()));
    }
    return SecuredPresentation.of(builder.build().toBytes());
  }
}
