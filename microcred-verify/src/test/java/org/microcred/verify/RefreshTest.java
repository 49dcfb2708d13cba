package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.RefreshService;
import org.microcred.model.json.JsonObject;

/** VC 2.0 §5.4 with the service of 1EdTech. */
class RefreshTest {
  private static final String ID = "urn:uuid:8ee7ce0a-6e8c-4b5f-a54a-1c1b29c6a1a5";
  private static final String SERVICE = "https://uni.example/refresh/1";
  private static final Instant NEWER = Instant.parse("2026-02-01T00:00:00Z");

  private final Badges uni = new Badges();
  private final Map<URI, byte[]> web = new HashMap<>();

  private AchievementCredentialBuilder badge() {
    return refreshed("1EdTechCredentialRefresh").id(ID);
  }

  private AchievementCredentialBuilder refreshed(String type) {
    return uni.badge()
        .context("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
        .refreshService(new RefreshService(Optional.of(SERVICE), List.of(type), JsonObject.EMPTY));
  }

  private void offer(SecuredCredential credential) {
    web.put(URI.create(SERVICE), credential.toBytes());
  }

  private VerificationReport verify(SecuredCredential credential) {
    return uni.verifier().documents(DocumentLoader.of(web)).refresh().build().verify(credential);
  }

  private static List<String> warnings(VerificationReport report) {
    return report.check(Check.Id.STRUCTURE).warnings().stream().map(Problem::code).toList();
  }

  @Test
  void judgesTheNewerVersion() {
    offer(uni.sign(badge().validFrom(NEWER).name("Second edition")));
    VerificationReport report = verify(uni.sign(badge()));
    assertThat(report).as(report.explain()).isInstanceOf(VerificationReport.Verified.class);
    assertThat(((VerificationReport.Verified) report).credential().validFrom()).contains(NEWER);
    assertThat(warnings(report)).isEmpty();
    assertThat(report.embedded()).hasSize(1);
    assertThat(report.embedded().get(0).pointer()).hasToString("/refreshService");
    assertThat(report.embedded().get(0).report().unverifiedCredential().orElseThrow().validFrom())
        .isNotEqualTo(Optional.of(NEWER));
    assertThat(report.fetched()).extracting(Fetched::url).containsExactly(URI.create(SERVICE));
  }

  @Test
  void judgesTheNewerVersionAlsoWhenItDoesNotHold() {
    offer(uni.sign(badge().validUntil(NEWER)));
    VerificationReport report = verify(uni.sign(badge()));
    assertThat(report).isInstanceOf(VerificationReport.Rejected.class);
    assertThat(report.check(Check.Id.VALIDITY).outcome()).isEqualTo(Check.Outcome.FAILED);
    assertThat(report.embedded().get(0).report()).isInstanceOf(VerificationReport.Verified.class);
  }

  @Test
  void savesOneThatExpired() {
    offer(uni.sign(badge().validFrom(NEWER)));
    VerificationReport report = verify(uni.sign(badge().validUntil(NEWER)));
    assertThat(report).isInstanceOf(VerificationReport.Verified.class);
    assertThat(report.embedded().get(0).report()).isInstanceOf(VerificationReport.Rejected.class);
  }

  @Test
  void tellsThatThereMayBeOneWhenNobodyAsks() {
    offer(uni.sign(badge().validFrom(NEWER)));
    VerificationReport report =
        uni.verifier().documents(DocumentLoader.of(web)).build().verify(uni.sign(badge()));
    assertThat(report).isInstanceOf(VerificationReport.Verified.class);
    assertThat(warnings(report)).containsExactly("refresh.available");
    assertThat(report.fetched()).isEmpty();
  }

  @Test
  void asksNoServiceOfAnotherKind() {
    offer(uni.sign(badge().validFrom(NEWER)));
    VerificationReport report =
        verify(uni.sign(refreshed("https://uni.example/terms#Refresh").id(ID)));
    assertThat(report.fetched()).isEmpty();
  }

  @Test
  void asksNothingForTheSakeOfAForgery() {
    offer(uni.sign(badge().validFrom(NEWER)));
    String forged = uni.sign(badge()).toText().orElseThrow().replace("Python 101", "Python 999");
    VerificationReport report = verify(SecuredCredential.of(forged));
    assertThat(report).isInstanceOf(VerificationReport.Rejected.class);
    assertThat(report.fetched()).isEmpty();
  }

  @Test
  void asksOnce() {
    offer(
        uni.sign(
            badge()
                .validFrom(NEWER)
                .refreshService(
                    new RefreshService(
                        Optional.of(SERVICE + "/again"),
                        List.of("1EdTechCredentialRefresh"),
                        JsonObject.EMPTY))));
    assertThat(verify(uni.sign(badge())).fetched()).hasSize(1);
  }

  /** The version that came is judged, and the report says that the other one does not count. */
  private void assertNotRefreshed(VerificationReport report) {
    assertThat(report).as(report.explain()).isInstanceOf(VerificationReport.Verified.class);
    assertThat(((VerificationReport.Verified) report).credential().validFrom())
        .isNotEqualTo(Optional.of(NEWER));
    assertThat(warnings(report)).containsExactly("refresh.failed");
    ReportSchema.assertMet(report);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "not there", "<html>", "{\"type\": \"VerifiablePresentation\"}"})
  void judgesWhatCameWhenTheServiceHasNoCredential(String answer) {
    if (!answer.equals("not there")) {
      web.put(URI.create(SERVICE), answer.getBytes(StandardCharsets.UTF_8));
    }
    assertNotRefreshed(verify(uni.sign(badge())));
  }

  @Test
  void judgesWhatCameWhenTheServiceIsDown() {
    DocumentLoader down =
        url -> {
          throw new IOException("no answer in time");
        };
    VerificationReport report =
        uni.verifier().documents(down).refresh().build().verify(uni.sign(badge()));
    assertNotRefreshed(report);
    assertThat(report.explain()).contains("no answer in time");
  }

  @Test
  void judgesWhatCameWhenTheOtherIsNoNewerVersionOfIt() {
    Badges other = new Badges();
    AchievementCredentialBuilder another =
        AchievementCredential.builder(
                uni.issuer,
                "did:example:somebody-else",
                Achievement.builder("https://uni.example/python-101", "Python 101").build())
            .id(ID)
            .validFrom(NEWER);
    for (SecuredCredential offered :
        List.of(
            uni.sign(badge().validFrom(Instant.parse("2025-01-01T00:00:00Z"))),
            uni.sign(badge().id("urn:uuid:another").validFrom(NEWER)),
            uni.sign(another),
            other.sign(other.badge().id(ID).validFrom(NEWER)),
            SecuredCredential.of(
                uni.sign(badge().validFrom(NEWER))
                    .toText()
                    .orElseThrow()
                    .replace("Python 101", "Python 999")))) {
      offer(offered);
      VerificationReport report = verify(uni.sign(badge()));
      assertNotRefreshed(report);
      assertThat(report.embedded()).hasSize(1);
      assertThat(report.embedded().get(0).pointer()).hasToString("/refreshService");
    }
  }

  @Test
  void doesNotTakeTwoNamelessOnesForVersionsOfEachOther() {
    offer(uni.sign(refreshed("1EdTechCredentialRefresh").validFrom(NEWER)));
    assertNotRefreshed(verify(uni.sign(refreshed("1EdTechCredentialRefresh"))));
  }
}
