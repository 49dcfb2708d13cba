package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.PresentationReport;
import org.microcred.verify.PresentationRequest;
import org.microcred.verify.Report;
import org.microcred.verify.TrustPolicy;
import org.microcred.verify.VerificationReport;

/** The whole verifier. The keys of the seeds are gone, so only what they say can be verified. */
final class VerifierChecks {
  private static final CredentialVerifier VERIFIER =
      CredentialVerifier.builder(TrustPolicy.anyone())
          .clock(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC))
          .build();

  private static final List<JsonObject> SIGNED = signed();

  private VerifierChecks() {}

  /** Always a whole report, and never a yes to what nobody signed. */
  static void verify(byte[] data) throws InvalidDocumentException {
    VerificationReport report = VERIFIER.verify(data);
    isWhole(report);
    if (report.outcome() == VerificationReport.Outcome.VERIFIED) {
      JsonObject shown = document(data);
      assertThat(SIGNED).as("%s", shown).anyMatch(signed -> says(signed, shown));
    }
    PresentationReport presented =
        VERIFIER.verifyPresentation(data, PresentationRequest.withoutReplayProtection());
    isWhole(presented);
    if (presented instanceof PresentationReport.Verified verified) {
      for (Credential credential : verified.credentials()) {
        assertThat(SIGNED).anyMatch(signed -> says(signed, credential.json()));
      }
    }
  }

  private static void isWhole(Report report) throws InvalidDocumentException {
    assertThat(report.checks()).extracting(Check::id).containsExactly(Check.Id.values());
    assertThat(report.explain()).isNotEmpty();
    assertThat(report.toHtml()).doesNotContain("<script");
    assertThat(Json.readObject(report.toJson(), Limits.defaults()).has("checks")).isTrue();
    boolean sound =
        report.checks().subList(0, 4).stream().allMatch(check -> isSound(check, report.form()));
    assertThat(sound || report.outcome() != VerificationReport.Outcome.VERIFIED).isTrue();
  }

  /** An SD-JWT VC has no context. */
  private static boolean isSound(Check check, String form) {
    return check.outcome() == Check.Outcome.PASSED
        || (check.id() == Check.Id.CONTEXT
            && form.startsWith("dc+sd-jwt")
            && check.outcome() == Check.Outcome.SKIPPED);
  }

  private static List<JsonObject> signed() {
    List<JsonObject> documents = new ArrayList<>();
    for (byte[] seed : Seeds.of(FuzzTarget.VERIFY).values()) {
      if (VERIFIER.verify(seed).outcome() == VerificationReport.Outcome.VERIFIED) {
        try {
          documents.add(document(seed));
        } catch (InvalidDocumentException e) {
          throw new AssertionError(e);
        }
      }
    }
    assertThat(documents).isNotEmpty();
    return List.copyOf(documents);
  }

  private static JsonObject document(byte[] data) throws InvalidDocumentException {
    return Inspection.open(SecuredCredential.of(data), InspectionSettings.defaults())
        .unverifiedDocument()
        .without("proof");
  }

  /** Whether all that is shown was signed; a holder may show less, and JSON-LD knows sets only. */
  private static boolean says(JsonValue signed, JsonValue shown) {
    if (signed instanceof JsonArray || shown instanceof JsonArray) {
      return items(shown).stream()
          .allMatch(item -> items(signed).stream().anyMatch(whole -> says(whole, item)));
    }
    if (signed instanceof JsonObject whole && shown instanceof JsonObject part) {
      return part.members().entrySet().stream()
          .allMatch(
              member ->
                  whole.get(member.getKey()).filter(w -> says(w, member.getValue())).isPresent());
    }
    return signed.equals(shown);
  }

  private static List<JsonValue> items(JsonValue value) {
    return value instanceof JsonArray array ? array.items() : List.of(value);
  }
}
