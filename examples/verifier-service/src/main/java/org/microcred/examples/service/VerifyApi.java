package org.microcred.examples.service;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.PresentationRequest;
import org.microcred.verify.Problem;
import org.microcred.verify.Report;
import org.microcred.verify.VerificationReport;

/** Verifying as the VC API has it. */
final class VerifyApi {
  private final CredentialVerifier verifier;
  private final boolean conformance;

  VerifyApi(CredentialVerifier verifier, boolean conformance) {
    this.verifier = verifier;
    this.conformance = conformance;
  }

  Reply credential(JsonObject request) throws Refusal {
    return reply(verifier.verify(text(request, "verifiableCredential")));
  }

  Reply presentation(JsonObject request) throws Refusal {
    JsonObject options = request.object("options").orElse(JsonObject.EMPTY);
    return reply(
        verifier.verifyPresentation(
            text(request, "verifiablePresentation"),
            request(options.string("challenge"), options.string("domain"))));
  }

  private PresentationRequest request(Optional<String> challenge, Optional<String> domain)
      throws Refusal {
    PresentationRequest asked;
    if (challenge.isPresent() && domain.isPresent()) {
      asked = PresentationRequest.of(challenge.get(), domain.get());
    } else if (conformance && challenge.isEmpty() && domain.isEmpty()) {
      asked = PresentationRequest.withoutReplayProtection();
    } else {
      throw Refusal.badRequest(
          "give options.challenge and options.domain as the holder was asked for them");
    }
    return conformance ? asked.allowUnsignedPresentation().withoutHolderBinding() : asked;
  }

  private static String text(JsonObject request, String member) throws Refusal {
    JsonValue value =
        request.get(member).orElseThrow(() -> Refusal.badRequest("the body has no " + member));
    return value instanceof JsonString token ? token.value() : Json.write(value);
  }

  /** The VC API's own words around the report. */
  private Reply reply(Report report) {
    boolean verified = report.outcome() == VerificationReport.Outcome.VERIFIED;
    List<JsonValue> problems =
        report.checks().stream()
            .flatMap(check -> check.problems().stream())
            .<JsonValue>map(VerifyApi::json)
            .toList();
    JsonObject.Builder body = JsonObject.builder().put("verified", JsonBoolean.of(verified));
    if (conformance) {
      body.put("mode", "conformance: issuer and trust do not count");
    }
    String start = Json.write(body.put("problemDetails", new JsonArray(problems)).build());
    String all = start.substring(0, start.length() - 1) + ",\"report\":" + report.toJson() + "}";
    return new Reply(
        verified ? 200 : 400, "application/json", all.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject json(Problem problem) {
    return JsonObject.builder()
        .put("type", problem.type().toString())
        .put("title", problem.title())
        .put("detail", problem.detail())
        .build();
  }
}
