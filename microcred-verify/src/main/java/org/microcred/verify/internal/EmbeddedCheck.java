package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.Recipient;

/**
 * Does every credential inside hold: endorsements, also those in JWT form, and the contents of a
 * comprehensive learner record? Each runs all checks, in the budgets of the whole.
 */
final class EmbeddedCheck {
  private static final String CONTENTS = "verifiableCredential";

  /** The checks of a child that decide about the whole; the others are warnings. */
  private static final List<Check.Id> DECIDING =
      List.of(Check.Id.STRUCTURE, Check.Id.CONTEXT, Check.Id.KEY, Check.Id.PROOF, Check.Id.ISSUER);

  private static final List<Check.Id> TOLD =
      List.of(Check.Id.VALIDITY, Check.Id.STATUS, Check.Id.TRUST);

  private final Session session;
  private final Optional<Recipient> recipient;
  private final int depth;
  private final List<Outline.Child> children = new ArrayList<>();
  private Findings findings = Findings.none();

  private EmbeddedCheck(Session session, Optional<Recipient> recipient, int depth) {
    this.session = session;
    this.recipient = recipient;
    this.depth = depth;
  }

  /** The answer, and what was found out about each child. */
  record Result(Answer answer, List<Outline.Child> children) {}

  static Result of(
      JsonObject credential, Optional<Recipient> recipient, int depth, Session session) {
    EmbeddedCheck check = new EmbeddedCheck(session, recipient, depth);
    check.members(credential, JsonPointer.ROOT);
    Answer answer =
        check.children.isEmpty() && check.findings.equals(Findings.none())
            ? Answer.notApplicable("no credential inside")
            : Answer.of(check.findings, check.children.size() + " inside");
    return new Result(answer, List.copyOf(check.children));
  }

  private void members(JsonObject object, JsonPointer at) {
    object
        .members()
        .forEach(
            (name, value) -> {
              if (!name.equals("proof") && !name.equals("@context")) {
                values(name, value, at.child(name));
              }
            });
  }

  private void values(String name, JsonValue value, JsonPointer at) {
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        values(name, array.items().get(i), at.child(i));
      }
    } else if (value instanceof JsonString text && name.equals("endorsementJwt")) {
      child(SecuredCredential.of(text.value()), at);
    } else if (value instanceof JsonObject object) {
      if (!isCredential(name, object)) {
        members(object, at);
      } else if (name.equals(CONTENTS) && !object.has("proof") && !isEnveloped(object)) {
        asserted(object, at);
      } else {
        child(object, at);
      }
    }
  }

  private static boolean isCredential(String name, JsonObject object) {
    return name.equals("endorsement")
        || name.equals(CONTENTS)
        || object.list("type").contains(new JsonString("VerifiableCredential"))
        || isEnveloped(object);
  }

  private static boolean isEnveloped(JsonObject object) {
    return object.list("type").contains(new JsonString("EnvelopedVerifiableCredential"));
  }

  /** CLR 2.0: a credential without a proof of its own stands under the proof of the whole. */
  private void asserted(JsonObject object, JsonPointer at) {
    Answer structure = StructureCheck.of(object, session).answer();
    structure
        .findings()
        .failures()
        .forEach(v -> findings = findings.and(Findings.failed(v.under(at))));
    warn(
        "embedded.asserted",
        at,
        "it has no proof of its own: the issuer of the whole asserts it, not its own issuer");
  }

  private void child(JsonObject object, JsonPointer at) {
    inspect(at, () -> Inspection.of(object, session.inspection()));
  }

  private void child(SecuredCredential secured, JsonPointer at) {
    inspect(at, () -> Inspection.open(secured, session.inspection()));
  }

  private interface Opening {
    Inspection open() throws InvalidDocumentException;
  }

  private void inspect(JsonPointer at, Opening opening) {
    if (depth >= session.settings().limits().embeddedDepth()) {
      unknown("limit.embedded-depth", at, "credentials stand inside credentials too deeply");
      return;
    }
    if (!session.countEmbedded()) {
      unknown("limit.embedded-count", at, "there are too many credentials inside");
      return;
    }
    boolean contents = at.tokens().contains(CONTENTS);
    Outline outline;
    try {
      outline =
          Pipeline.run(opening.open(), contents ? recipient : Optional.empty(), depth + 1, session);
    } catch (InvalidDocumentException e) {
      outline = Pipeline.unreadable("unknown", e.violations(), session);
    }
    children.add(new Outline.Child(at, outline));
    judge(outline, at);
  }

  private void judge(Outline outline, JsonPointer at) {
    for (Check.Id id : DECIDING) {
      Check check = outline.check(id);
      if (check.outcome() == Check.Outcome.FAILED) {
        findings =
            findings.and(
                Findings.failed(
                    new Violation("embedded.failed", at, "its check " + id.key() + " failed")));
      } else if (check.outcome() == Check.Outcome.UNDETERMINED
          || check.cause().equals(Optional.of(Check.Cause.BLOCKED))) {
        unknown("embedded.undetermined", at, "its check " + id.key() + " could not be answered");
      }
    }
    for (Check.Id id : TOLD) {
      Check check = outline.check(id);
      if (check.outcome() == Check.Outcome.FAILED
          || check.outcome() == Check.Outcome.UNDETERMINED) {
        warn("embedded.warning", at, "its check " + id.key() + " did not pass");
      }
    }
    Check about = outline.check(Check.Id.RECIPIENT);
    if (about.outcome() == Check.Outcome.FAILED) {
      findings =
          findings.and(
              Findings.failed(
                  new Violation("embedded.recipient", at, "it is about another person")));
    }
  }

  private void unknown(String code, JsonPointer at, String message) {
    findings = findings.and(Findings.unknown(new Violation(code, at, message)));
  }

  private void warn(String code, JsonPointer at, String message) {
    findings = findings.and(Findings.warned(new Violation(code, at, message)));
  }
}
