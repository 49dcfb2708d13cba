package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.AchievementType;
import org.microcred.model.Alignment;
import org.microcred.model.AlignmentTargetType;
import org.microcred.model.CredentialStatus;
import org.microcred.model.Criteria;
import org.microcred.model.Evidence;
import org.microcred.model.IdentifierType;
import org.microcred.model.IdentityObject;
import org.microcred.model.Profile;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultType;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportHtmlTest {
  private static final CredentialStatus STATUS =
      CredentialStatus.of(
          "BitstringStatusListEntry",
          JsonObject.builder()
              .put("statusPurpose", "revocation")
              .put("statusListIndex", "5")
              .put("statusListCredential", StatusLists.URL)
              .build());

  private final Badges uni = new Badges();

  private VerificationReport verified() {
    return uni.verifier().build().verify(uni.sign(uni.badge()));
  }

  private VerificationReport rejected() {
    String changed =
        uni.sign(uni.badge()).toText().orElseThrow().replace("Python 101", "Python 102");
    return uni.verifier().build().verify(changed);
  }

  private VerificationReport undetermined() {
    return uni.verifier().build().verify(uni.sign(uni.badge().status(STATUS)));
  }

  @Nested
  class SaysTo {
    @Test
    void anybodyTheVerdictFirst() {
      assertThat(heading(verified())).isEqualTo("✓ Verified");
      assertThat(heading(rejected())).isEqualTo("✗ Rejected");
      assertThat(heading(undetermined())).isEqualTo("? Not decided");
      assertThat(Pages.texts(Pages.parse(rejected().toHtml()), "p").get(0))
          .isEqualTo(
              "Do not rely on this document. This is not what was signed, or it was not signed as"
                  + " it must be.");
      assertThat(Pages.texts(Pages.parse(undetermined().toHtml()), "p").get(0))
          .endsWith("Whether the issuer has revoked it could not be found out.");
    }

    private String heading(Report report) {
      return Pages.texts(Pages.parse(report.toHtml()), "h1").get(0);
    }

    @Test
    void whoReadsItWhoWhatByWhomAndWhen() {
      Document page = Pages.parse(verified().toHtml());
      assertThat(Pages.texts(page, "dt"))
          .containsSubsequence("Who", "What", "By whom", "In force from");
      assertThat(Pages.texts(page, "dd"))
          .contains(
              Badges.LEARNER, "Python 101", "Example University", "1 January 2026, 00:00:00 UTC");
      assertThat(page.getDocumentElement().getTextContent()).doesNotContain("not confirmed");
    }

    @Test
    void whoReadsItThatClaimsWithoutAVerdictAreNone() {
      for (VerificationReport report : List.of(rejected(), undetermined())) {
        Document page = Pages.parse(report.toHtml());
        assertThat(Pages.texts(page, "h2")).contains("What it claims (not confirmed)");
        Element claims = Pages.all(page, "section").get(0);
        assertThat(claims.getAttribute("class")).isEqualTo("claims unverified");
        assertThat(claims.getTextContent()).contains("It is NOT confirmed").contains("Python 10");
      }
    }

    @Test
    void whoReadsItThatThereIsNothingToRead() {
      assertThat(uni.verifier().build().verify("junk").toHtml())
          .contains("there is nothing to show")
          .doesNotContain("<dl>");
    }

    @Test
    void whoReadsItWhichChecksDoNotCount() {
      String html =
          uni.verifier()
              .advisory(Check.Id.TRUST, Check.Id.STATUS)
              .build()
              .verify(uni.sign(uni.badge()))
              .toHtml();
      assertThat(html).contains("do not count for the verdict: Revocation, Trust");
    }

    @Test
    void whoMendsItWhatIsWrongWhereAndWhatToDo() {
      assertThat(rejected().toHtml())
          .contains("The signature does not verify")
          .contains("<bdi>proof.signature at /proof</bdi>")
          .contains("What to do:</strong> Do not rely on it.");
    }

    @Test
    void germansInGerman() {
      Document page = Pages.parse(rejected().toHtml(Locale.GERMANY));
      assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("de");
      assertThat(Pages.texts(page, "h1")).containsExactly("✗ Abgelehnt");
      assertThat(Pages.texts(page, "th")).contains("Signatur", "Aussteller");
      assertThat(Pages.all(page, "bdi"))
          .as("what is not translated says so")
          .anyMatch(
              bdi ->
                  bdi.getAttribute("lang").equals("en")
                      && bdi.getTextContent().contains("the signature does not fit"));
      assertThat(Pages.texts(page, "dd")).contains("1. Januar 2026, 00:00:00 Uhr UTC");
    }
  }

  /** WCAG 2.2: 1.3.1, 1.4.1, 2.4.2, 3.1.1. */
  @Nested
  class IsAccessible {
    @Test
    void withALanguageATitleAndHeadingsInOrder() {
      Document page = Pages.parse(undetermined().toHtml());
      assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
      assertThat(Pages.texts(page, "title")).containsExactly("Verification report: Not decided");
      assertThat(Pages.all(page, "h1")).hasSize(1);
      assertThat(Pages.all(page, "main")).hasSize(1);
    }

    @Test
    void withTablesWhoseHeadersSayWhatTheyHead() {
      Document page = Pages.parse(undetermined().toHtml());
      assertThat(Pages.all(page, "th"))
          .hasSizeGreaterThanOrEqualTo(14)
          .allMatch(th -> th.getAttribute("scope").matches("row|col"));
    }

    @Test
    void withWordsBesideTheColours() {
      for (VerificationReport report : List.of(verified(), rejected(), undetermined())) {
        List<String> answers =
            Pages.texts(Pages.parse(report.toHtml()), "td").stream()
                .filter(text -> text.matches("[✓✗?–] .*"))
                .toList();
        assertThat(answers)
            .hasSize(11)
            .allMatch(
                text ->
                    text.matches(
                        "[✓✗?–] (passed|FAILED|undetermined|does not apply|not looked at)"));
      }
    }
  }

  @Nested
  class IsHarmless {
    @Test
    void withAPolicyThatAllowsItsOwnStyleAndNothingElse() throws Exception {
      Document page = Pages.parse(verified().toHtml());
      String policy =
          Pages.all(page, "meta").stream()
              .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
              .map(meta -> meta.getAttribute("content"))
              .findFirst()
              .orElseThrow();
      byte[] style = Pages.texts(page, "style").get(0).getBytes(StandardCharsets.UTF_8);
      String hash =
          Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
      assertThat(policy)
          .isEqualTo(
              "default-src 'none'; style-src 'sha256-"
                  + hash
                  + "'; base-uri 'none'; form-action 'none'");
      assertThat(Pages.texts(page, "style").get(0)).doesNotContain("url(", "@import");
    }

    static Stream<String> hostile() {
      return Stream.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "</bdi></dd></dl></main><h1>Verified</h1>",
          "<!-- --><![CDATA[ ]]>",
          "&lt;b&gt; &amp; &#0;",
          "\u202Eytisrevinu\u202C evil \u2066isolate",
          "a\u0000b\u0007c\u001Bd\uFFFEe",
          "line\r\none\u2028two",
          "</style><style>*{display:none}</style>",
          "😀 עברית العربية 漢字 e\u0301");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whateverABadgeSaysInAnyPlace(String text) {
      AchievementCredential badge = everywhere(text);
      VerificationReport signed = uni.verifier().build().verify(uni.sign(badge.toBuilder()));
      String json = Json.write(badge.json());
      String shown = Stream.of(text.split("\\R")).map(SafeText::of).collect(Collectors.joining());
      for (VerificationReport report : List.of(signed, uni.verifier().build().verify(json))) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
          Document page = Pages.assertHarmless(report.toHtml(locale));
          assertThat(Pages.all(page, "h1")).hasSize(1);
          assertThat(Pages.all(page, "style")).hasSize(1);
          assertThat(Pages.texts(page, "dd").stream().filter(dd -> dd.contains(shown)))
              .as("who, what, how described, earned and judged, skill, evidence, by whom")
              .hasSize(8);
        }
      }
    }

    /** A badge that says the same wherever words are free. */
    private AchievementCredential everywhere(String text) {
      ResultDescription grade =
          ResultDescription.builder("urn:x:grade", text, ResultType.LETTER_GRADE).build();
      Achievement achievement =
          Achievement.builder("https://uni.example/python-101", text)
              .description(text)
              .criteria(Criteria.of(text))
              .achievementType(new AchievementType("ext:x"))
              .alignment(
                  Alignment.of(text, "https://uni.example/skill")
                      .in(text, text, AlignmentTargetType.CF_ITEM))
              .resultDescription(grade)
              .build();
      AchievementSubject subject =
          AchievementSubject.builder(achievement)
              .id(Badges.LEARNER)
              .identifier(IdentityObject.plain(IdentifierType.NAME, text))
              .result(Result.value("urn:x:grade", text))
              .build();
      return AchievementCredential.builder(Profile.of(uni.key.controller(), text), subject)
          .name(text)
          .description(text)
          .evidence(Evidence.of("https://uni.example/work", text))
          .validFrom(Instant.parse("2026-01-01T00:00:00Z"))
          .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "\u202E", "\u0000", "a\"'b", "]]>"})
    void whateverMembersAreCalled(String text) {
      JsonObject badge = Badges.json(uni.sign(uni.badge()));
      JsonObject odd =
          badge.with(
              text, JsonObject.builder().put(text, JsonObject.EMPTY).put("type", text).build());
      Pages.assertHarmless(uni.verifier().build().verify(Json.write(odd)).toHtml());
    }

    @Test
    void whateverACallersOwnPartsSay() {
      CredentialVerifier odd =
          CredentialVerifier.builder(
                  credential -> {
                    throw new IOException("<b>\u0000\u202E");
                  })
              .documents(
                  new DocumentLoader() {
                    @Override
                    public Optional<LoadedDocument> load(URI url) throws IOException {
                      throw new IOException("<i>&\u0001");
                    }
                  })
              .clock(Badges.CLOCK)
              .build();
      String html = odd.verify(uni.sign(uni.badge().status(STATUS))).toHtml();
      Document page = Pages.assertHarmless(html);
      assertThat(Pages.texts(page, "h2")).contains("What was asked for");
      assertThat(html).contains("&lt;i&gt;&amp;");
    }

    @ParameterizedTest
    @MethodSource("org.microcred.verify.EveryForm#samples")
    void inEveryForm(EveryForm.Sample sample) {
      Pages.assertHarmless(uni.verifier().build().verify(sample.wire()).toHtml());
    }
  }

  @Test
  void showsAPresentationWithItsCredentials() {
    Holders holders = new Holders();
    PresentationReport report = holders.verify(holders.present(holders.mine(), holders.mine()));
    Document page = Pages.assertHarmless(report.toHtml());
    assertThat(Pages.texts(page, "dd").get(0)).isEqualTo(holders.key.controller());
    assertThat(Pages.texts(page, "h3")).containsExactly("✓ Verified", "✓ Verified");
    assertThat(Pages.texts(page, "th")).contains("Holder", "Own credentials", "Issuer");
    assertThat(Pages.all(page, "tr")).hasSize(3 * 12);

    PresentationReport refused =
        holders.verify(
            holders.present(holders.mine()), PresentationRequest.of("other", Holders.DOMAIN));
    assertThat(Pages.texts(Pages.assertHarmless(refused.toHtml()), "h2"))
        .contains("What it claims (not confirmed)");
  }
}
