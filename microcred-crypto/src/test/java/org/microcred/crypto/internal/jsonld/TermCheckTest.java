package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.crypto.internal.jsonld.Documents.badge;
import static org.microcred.crypto.internal.jsonld.Documents.with;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;

/** The check for signatures over the JSON itself. */
class TermCheckTest {
  private static final String V2 = "https://www.w3.org/ns/credentials/v2";

  @Test
  void anOrdinaryBadgePasses() {
    assertThat(check(badge())).isEqualTo(Findings.none());
  }

  @Test
  void theFirstContextMustBeRight() {
    assertThat(check(with(badge(), "/@context", "[\"https://schema.org/\"]")).failures())
        .extracting(Violation::code)
        .containsExactly("context.first");
    assertThat(check(badge().without("@context")).failures())
        .extracting(Violation::code)
        .containsExactly("context.missing");
  }

  @Test
  void undefinedTermsAndTypesAreWarnings() {
    JsonObject document =
        with(with(badge(), "/extra", "1"), "/credentialSubject/type", "\"Nobody\"");
    Findings findings = check(document);
    assertThat(findings.passed()).isTrue();
    assertThat(findings.warnings())
        .extracting(Violation::code)
        .contains("context.undefined-term", "context.undefined-type");
  }

  @Test
  void contextsThatCannotBeHadAreWarningsAndTheOnlyOnes() {
    JsonObject document =
        with(
            with(badge(), "/extra", "1"),
            "/@context",
            "[\"" + V2 + "\",\"https://campus.example/context\",{\"extra\":\"urn:x:extra\"}]");
    Findings findings = check(document);
    assertThat(findings.passed()).isTrue();
    assertThat(findings.warnings())
        .extracting(Violation::code)
        .containsExactly("context.unavailable", "context.inline");
  }

  @Test
  void whatOnlyCanonicalisationDropsIsNoMatter() {
    JsonObject document =
        with(with(badge(), "/description", "null"), "/credentialSubject/id", "\"learner\"");
    assertThat(check(document)).isEqualTo(Findings.none());
  }

  @Test
  void stopsWhenTheBudgetIsUsedUp() {
    WorkBudget budget = WorkBudget.of(Limits.defaults());
    budget.use(budget.ticks(), Duration.ZERO);
    assertThat(check(badge(), budget).unknowns())
        .extracting(Violation::code)
        .containsExactly("limit.canonicalisation");
    WorkBudget late = WorkBudget.of(Limits.defaults());
    late.use(0, Duration.ofSeconds(2));
    assertThat(check(badge(), late).unknowns())
        .extracting(Violation::code)
        .containsExactly("limit.deadline");
  }

  private static Findings check(JsonObject document) {
    return check(document, WorkBudget.of(Limits.defaults()));
  }

  private static Findings check(JsonObject document, WorkBudget budget) {
    return TermCheck.terms(
        document, new ContextSource(DocumentLoader.none(), Limits.defaults()), budget);
  }
}
