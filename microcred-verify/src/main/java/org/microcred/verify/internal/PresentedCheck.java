package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.VerificationReport;

/**
 * Is every credential of a presentation verified, and is it about the holder? Each runs all checks,
 * in the budgets of the whole.
 */
final class PresentedCheck {
  private static final String CREDENTIALS = "verifiableCredential";

  private final Holder holder;
  private final Expected expected;
  private final Session session;
  private final List<Outline.Child> children = new ArrayList<>();
  private final List<Credential> credentials = new ArrayList<>();
  private Findings embedded = Findings.none();
  private Findings binding = Findings.none();

  private PresentedCheck(Holder holder, Expected expected, Session session) {
    this.holder = holder;
    this.expected = expected;
    this.session = session;
  }

  /**
   * The answers.
   *
   * @param credentials those that are verified
   */
  record Result(
      Answer embedded,
      Answer recipient,
      List<Outline.Child> children,
      List<Credential> credentials) {
    /** Of a presentation that nobody looked into. */
    static final Result NONE =
        new Result(Answer.notApplicable(""), Answer.notApplicable(""), List.of(), List.of());
  }

  static Result of(JsonObject presentation, Holder holder, Expected expected, Session session) {
    PresentedCheck check = new PresentedCheck(holder, expected, session);
    JsonPointer at = JsonPointer.ROOT.child(CREDENTIALS);
    List<JsonValue> items = presentation.list(CREDENTIALS);
    boolean isArray = presentation.get(CREDENTIALS).orElse(null) instanceof JsonArray;
    for (int i = 0; i < items.size(); i++) {
      JsonPointer place = isArray ? at.child(i) : at;
      if (!session.countEmbedded()) {
        check.embedded =
            check.embedded.and(
                Findings.unknown(
                    new Violation(
                        "limit.embedded-count", place, "there are too many credentials inside")));
        break;
      }
      check.verify(items.get(i), place);
    }
    return new Result(
        items.isEmpty() ? empty() : Answer.of(check.embedded, items.size() + " presented"),
        check.recipient(items.isEmpty()),
        List.copyOf(check.children),
        List.copyOf(check.credentials));
  }

  private static Answer empty() {
    return Answer.notApplicable("no credential is presented")
        .warned(
            List.of(
                new Violation(
                    "vp.empty",
                    JsonPointer.ROOT,
                    "the holder signed, and presents no credential")));
  }

  private Answer recipient(boolean isEmpty) {
    if (!expected.holderBinding()) {
      return Answer.notApplicable("the caller accepts credentials about others than the holder");
    }
    return isEmpty
        ? Answer.notApplicable("no credential is presented")
        : Answer.of(binding, "asked of each credential: is it about the holder?");
  }

  private void verify(JsonValue item, JsonPointer at) {
    if (item instanceof JsonObject object && isAssertedByHolder(object)) {
      asserted(object, at);
      return;
    }
    Outline outline;
    Optional<VerificationMethod> confirmation = Optional.empty();
    try {
      Inspection inspection = open(item, at);
      confirmation = inspection.confirmation();
      outline = Pipeline.run(inspection, expected.recipient(), 1, session);
    } catch (InvalidDocumentException e) {
      outline = Pipeline.unreadable("unknown", e.violations(), session);
    }
    children.add(new Outline.Child(at, outline));
    switch (outline.verdict()) {
      case VERIFIED -> {
        Credential credential = outline.credential().orElseThrow();
        credentials.add(credential);
        binding = binding.and(holder.isSubjectOf(credential, confirmation, at));
      }
      case REJECTED -> {
        embedded =
            embedded.and(
                Findings.failed(
                    new Violation(
                        "embedded.failed", at, "the credential was rejected: " + why(outline))));
        binding = binding.and(unbelieved(at));
      }
      case UNDETERMINED -> {
        embedded =
            embedded.and(
                Findings.unknown(
                    new Violation(
                        "embedded.undetermined",
                        at,
                        "whether the credential holds could not be found out: " + why(outline))));
        binding = binding.and(unbelieved(at));
      }
    }
  }

  private Inspection open(JsonValue item, JsonPointer at) throws InvalidDocumentException {
    if (item instanceof JsonString text) {
      return Inspection.open(SecuredCredential.of(text.value()), session.inspection());
    }
    if (item instanceof JsonObject object) {
      return Inspection.of(object, session.inspection());
    }
    throw InvalidDocumentException.of("json.type", at, "a credential is an object or a token");
  }

  /** VC 2.0 §4.13.4: what the holder says of itself stands under the proof of the presentation. */
  private boolean isAssertedByHolder(JsonObject object) {
    return !object.has("proof")
        && !object.list("type").contains(new JsonString("EnvelopedVerifiableCredential"))
        && Pipeline.named(object, "issuer").filter(holder.ids()::contains).isPresent();
  }

  private void asserted(JsonObject object, JsonPointer at) {
    Outline outline = Pipeline.asserted(object, expected.recipient(), 1, session);
    children.add(new Outline.Child(at, outline));
    for (Check check : outline.checks()) {
      if (check.required() && check.id() != Check.Id.PROOF) {
        embedded = embedded.and(judge(check, at));
      }
    }
    embedded =
        embedded.and(
            Findings.warned(
                new Violation(
                    "embedded.asserted", at, "the holder asserts it by the presentation alone")));
    binding =
        binding.and(
            outline
                .credential()
                .map(credential -> holder.isSubjectOf(credential, Optional.empty(), at))
                .orElseGet(() -> unbelieved(at)));
  }

  private static Findings judge(Check check, JsonPointer at) {
    String name = "its check " + check.id().key();
    return switch (check.outcome()) {
      case FAILED -> Findings.failed(new Violation("embedded.failed", at, name + " failed"));
      case UNDETERMINED ->
          Findings.unknown(
              new Violation("embedded.undetermined", at, name + " could not be answered"));
      case PASSED, SKIPPED -> Findings.none();
    };
  }

  private static Findings unbelieved(JsonPointer at) {
    return Findings.unknown(
        new Violation(
            "embedded.undetermined", at, "about whom the credential is cannot be believed"));
  }

  /** The checks that decided. */
  private static String why(Outline outline) {
    boolean rejected = outline.verdict() == VerificationReport.Outcome.REJECTED;
    Check.Outcome decisive = rejected ? Check.Outcome.FAILED : Check.Outcome.UNDETERMINED;
    return outline.checks().stream()
        .filter(check -> check.required() && check.outcome() == decisive)
        .map(check -> check.id().key())
        .collect(Collectors.joining(", "));
  }
}
