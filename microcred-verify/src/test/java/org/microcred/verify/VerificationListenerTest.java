package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.microcred.model.CredentialStatus;
import org.microcred.model.json.JsonObject;

class VerificationListenerTest {
  private final Badges uni = new Badges();
  private final List<VerificationEvent> events = new ArrayList<>();

  private VerificationReport verify(String badge) {
    return uni.verifier().listener(events::add).build().verify(badge);
  }

  private String badge() {
    CredentialStatus status =
        CredentialStatus.of(
            "BitstringStatusListEntry",
            JsonObject.builder()
                .put("statusPurpose", "revocation")
                .put("statusListIndex", "5")
                .put("statusListCredential", StatusLists.URL)
                .build());
    return uni.sign(uni.badge().status(status)).toText().orElseThrow();
  }

  @Test
  void isToldOfEveryQuestionThatWasAsked() {
    VerificationReport report = verify(badge());
    List<VerificationEvent.Checked> checks = of(VerificationEvent.Checked.class);
    assertThat(checks).extracting(VerificationEvent.Checked::id).containsExactly(Check.Id.values());
    assertThat(checks)
        .extracting(VerificationEvent.Checked::outcome)
        .containsExactlyElementsOf(report.checks().stream().map(Check::outcome).toList());
    assertThat(checks).allMatch(check -> check.took().compareTo(Duration.ZERO) >= 0);
  }

  @Test
  void isToldOfWhatWasFetchedByItsHostAlone() {
    verify(badge());
    VerificationEvent.Fetched fetched = of(VerificationEvent.Fetched.class).get(0);
    assertThat(fetched.host()).isEqualTo("uni.example");
    assertThat(fetched.result()).isEqualTo(VerificationEvent.Fetched.Result.NONE);
  }

  @Test
  void isToldOfTheVerdictLast() {
    verify(badge());
    assertThat(of(VerificationEvent.Verified.class)).hasSize(1);
    assertThat(events.get(events.size() - 1))
        .isInstanceOfSatisfying(
            VerificationEvent.Verified.class,
            verified -> {
              assertThat(verified.form()).isEqualTo("json+eddsa-rdfc-2022");
              assertThat(verified.outcome()).isEqualTo(VerificationReport.Outcome.UNDETERMINED);
              assertThat(verified.codes()).containsExactly("status.unavailable");
              assertThat(verified.took()).isPositive();
            });
  }

  @Test
  void isToldOfAPresentationAsOfOneCall() {
    Holders holders = new Holders();
    var report =
        holders
            .uni
            .verifier()
            .listener(events::add)
            .build()
            .verifyPresentation(holders.present(holders.mine(), holders.mine()), Holders.REQUEST);
    assertThat(of(VerificationEvent.Verified.class))
        .extracting(VerificationEvent.Verified::outcome)
        .containsExactly(report.outcome());
    assertThat(of(VerificationEvent.Checked.class)).hasSize(33);
    Duration inside =
        of(VerificationEvent.Checked.class).stream()
            .map(VerificationEvent::took)
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(inside).isPositive();
  }

  @Test
  void isToldNothingThatIsPersonal() {
    verify(badge());
    verify(badge().replace("Python 101", "Python 102"));
    verify("{\"id\": \"" + Badges.LEARNER + "\"}");
    assertThat(of(VerificationEvent.Verified.class)).hasSize(3);
    assertThat(events.toString())
        .doesNotContain(Badges.LEARNER, "Python", "urn:uuid", uni.key.controller());
  }

  @Test
  void hasNoPartInTheAnswer() {
    CredentialVerifier verifier =
        uni.verifier()
            .listener(
                event -> {
                  throw new IllegalStateException("full");
                })
            .build();
    assertThat(verifier.verify(uni.sign(uni.badge())))
        .isInstanceOf(VerificationReport.Verified.class);
  }

  // README: JFR
  @Name("microcred.Verification")
  @Label("Verification of a credential")
  static class VerificationJfr extends Event {
    String form = "";
    String outcome = "";
    long nanos;

    static void record(VerificationEvent event) {
      if (event instanceof VerificationEvent.Verified verified) {
        var jfr = new VerificationJfr();
        jfr.form = verified.form();
        jfr.outcome = verified.outcome().name();
        jfr.nanos = verified.took().toNanos();
        jfr.commit();
      }
    }
  }

  // README ends

  @Test
  void fitsFlightRecorder(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("verify.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(VerificationJfr.class);
      recording.start();
      uni.verifier().listener(VerificationJfr::record).build().verify(uni.sign(uni.badge()));
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> recorded = RecordingFile.readAllEvents(file);
    assertThat(recorded).hasSize(1);
    assertThat(recorded.get(0).getString("outcome")).isEqualTo("VERIFIED");
    assertThat(recorded.get(0).getLong("nanos")).isPositive();
  }

  @Test
  void standsInReadmeAsItIs() throws Exception {
    String source =
        Files.readString(
            Path.of("src/test/java/org/microcred/verify/VerificationListenerTest.java"));
    String shown =
        source
            .substring(
                source.indexOf("  // README: JFR\n") + 17, source.indexOf("  // README ends"))
            .stripTrailing()
            .replaceAll("(?m)^ {2}", "");
    assertThat(Files.readString(Path.of("README.md"))).contains("```java\n" + shown + "\n```");
  }

  @Test
  void standsBesideOneLineOfLogAVerification() {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("org.microcred.verify");
    handler.setLevel(Level.ALL);
    logger.setLevel(Level.FINE);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    try {
      verify(badge());
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
      logger.setUseParentHandlers(true);
    }
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .matches(
            "verified form=json\\+eddsa-rdfc-2022 outcome=UNDETERMINED"
                + " codes=\\[status\\.unavailable] millis=\\d+");
  }

  private <T extends VerificationEvent> List<T> of(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
