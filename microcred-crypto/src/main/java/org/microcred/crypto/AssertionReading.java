package org.microcred.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.internal.jose.AssertionToken;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.model.openbadges2.BadgeObject;

/** An assertion of Open Badges 2.0: nothing of it is canonicalised, members mean their names. */
final class AssertionReading implements Reading {
  private final AssertionForm form;
  private final JsonObject document;
  private final Optional<AssertionToken> token;
  private final InspectionSettings settings;

  private AssertionReading(
      AssertionForm form,
      JsonObject document,
      Optional<AssertionToken> token,
      InspectionSettings settings) {
    this.form = form;
    this.document = document;
    this.token = token;
    this.settings = settings;
  }

  static Reading json(JsonObject document, InspectionSettings settings) {
    return new AssertionReading(AssertionForm.JSON, document, Optional.empty(), settings);
  }

  static Reading signed(AssertionToken token, InspectionSettings settings) {
    return new AssertionReading(
        AssertionForm.SIGNED, token.credential(), Optional.of(token), settings);
  }

  /** A document that says just what the URL says: there is an assertion. */
  static Reading at(String url, InspectionSettings settings) {
    JsonObject document =
        JsonObject.builder()
            .put("@context", BadgeObject.CONTEXT)
            .put("type", "Assertion")
            .put("id", url)
            .build();
    return new AssertionReading(AssertionForm.URL, document, Optional.empty(), settings);
  }

  @Override
  public Optional<AssertionForm> assertion() {
    return Optional.of(form);
  }

  @Override
  public String form() {
    return token.map(AssertionToken::form).orElse(form.label());
  }

  @Override
  public JsonObject document() {
    return document;
  }

  @Override
  public List<Proof> proofs() {
    return token.map(AssertionToken::proof).stream().toList();
  }

  @Override
  public Findings shape() {
    return token.map(AssertionToken::shape).orElse(Findings.none());
  }

  /** Whether the context is there is a question of structure; others define what nobody reads. */
  @Override
  public Findings context() {
    List<Violation> warnings = new ArrayList<>();
    JsonPointer place = JsonPointer.ROOT.child("@context");
    for (JsonValue context : document.list("@context")) {
      if (!(context instanceof JsonString url)) {
        warnings.add(
            new Violation(
                "context.inline", place, "the members that the document defines were not read"));
      } else if (!url.value().equals(BadgeObject.CONTEXT)) {
        warnings.add(
            new Violation(
                "context.unavailable",
                place,
                "what the context " + SafeText.quote(url.value()) + " defines was not read"));
      }
    }
    return new Findings(List.of(), List.of(), warnings);
  }

  @Override
  public Findings verify(int proof, VerificationMethod method) {
    return token.orElseThrow().verify(method, settings.provider());
  }
}
