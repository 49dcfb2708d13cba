package org.microcred.verify.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.ClrCredential;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.EmbeddedChecks;
import org.microcred.verify.Recipient;

/**
 * Does every credential inside hold: endorsements, also those in JWT form, and the contents of a
 * comprehensive learner record? Each runs all checks, in the budgets of the whole.
 */
final class EmbeddedCheck {
  private static final String CONTENTS = "verifiableCredential";
  private static final List<String> CLR_CONTENTS = List.of("credentialSubject", CONTENTS);

  /** The checks of a child that decide about the whole; the others are warnings. */
  private static final Set<Check.Id> DECIDING =
      Set.of(
          Check.Id.STRUCTURE,
          Check.Id.CONTEXT,
          Check.Id.KEY,
          Check.Id.PROOF,
          Check.Id.ISSUER,
          Check.Id.RECIPIENT,
          Check.Id.EMBEDDED);

  /** A child without a proof of its own is covered by the proof of the whole. */
  private static final Set<Check.Id> DECIDING_WHEN_ASSERTED =
      Set.of(Check.Id.STRUCTURE, Check.Id.RECIPIENT, Check.Id.EMBEDDED);

  private final Session session;
  private final Optional<Recipient> recipient;
  private final int depth;
  private final boolean isRecord;

  /** A limit was met, so the rest is not looked at; the answer is open in any case. */
  private boolean full;

  private final List<Outline.Child> children = new ArrayList<>();
  private Findings findings = Findings.none();

  private EmbeddedCheck(
      Session session, Optional<Recipient> recipient, int depth, boolean isRecord) {
    this.isRecord = isRecord;
    this.session = session;
    this.recipient = recipient;
    this.depth = depth;
  }

  /** The answer, and what was found out about each child. */
  record Result(Answer answer, List<Outline.Child> children) {}

  static Result of(
      Credential credential, Optional<Recipient> recipient, int depth, Session session) {
    EmbeddedCheck check =
        new EmbeddedCheck(session, recipient, depth, credential instanceof ClrCredential);
    // What claims of these names mean, only the type of an SD-JWT VC says.
    if (credential.dataModel() != DataModel.SD_JWT_VC) {
      check.members(credential.json(), JsonPointer.ROOT);
    }
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
    if (full) {
      return;
    }
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size() && !full; i++) {
        values(name, array.items().get(i), at.child(i));
      }
    } else if (value instanceof JsonString text && name.equals("endorsementJwt")) {
      child(SecuredCredential.of(text.value()), at);
    } else if (value instanceof JsonObject object) {
      if (!isCredential(name, object)) {
        members(object, at);
      } else if (isRecord
          && at.tokens().size() >= 2
          && CLR_CONTENTS.equals(at.tokens().subList(0, 2))
          && !object.has("proof")
          && !isEnveloped(object)) {
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
    if (isWithinLimits(at)) {
      Outline outline = Pipeline.asserted(object, about(at), depth + 1, session);
      children.add(new Outline.Child(at, outline));
      judge(outline, DECIDING_WHEN_ASSERTED, at);
      warn("embedded.asserted", at, "the issuer of the whole asserts it, not its own issuer");
    }
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
    if (!isWithinLimits(at)) {
      return;
    }
    Outline outline;
    try {
      outline = Pipeline.run(opening.open(), about(at), depth + 1, session);
    } catch (InvalidDocumentException e) {
      outline = Pipeline.unreadable("unknown", e.violations(), session);
    }
    children.add(new Outline.Child(at, outline));
    judge(outline, DECIDING, at);
  }

  private boolean isWithinLimits(JsonPointer at) {
    if (depth >= session.settings().limits().embeddedDepth()) {
      unknown("limit.embedded-depth", at, "credentials stand inside credentials too deeply");
      full = true;
      return false;
    }
    if (!session.countEmbedded()) {
      unknown("limit.embedded-count", at, "there are too many credentials inside");
      full = true;
      return false;
    }
    return true;
  }

  /** The contents of a learner record are about the learner; an endorsement is about a thing. */
  private Optional<Recipient> about(JsonPointer at) {
    return at.tokens().contains(CONTENTS) ? recipient : Optional.empty();
  }

  private void judge(Outline outline, Set<Check.Id> deciding, JsonPointer at) {
    for (Check check : outline.checks()) {
      boolean failed = check.outcome() == Check.Outcome.FAILED;
      boolean open =
          check.outcome() == Check.Outcome.UNDETERMINED
              || check.cause().equals(Optional.of(Check.Cause.BLOCKED));
      String name = "its check " + check.id().key();
      if (!deciding.contains(check.id()) && !isDecidedByAll(check)) {
        if ((failed || open) && check.id() != Check.Id.PROOF) {
          warn("embedded.warning", at, name + " did not pass");
        }
      } else if (failed) {
        findings =
            findings.and(Findings.failed(new Violation("embedded.failed", at, name + " failed")));
      } else if (open) {
        unknown("embedded.undetermined", at, name + " could not be answered");
      }
    }
  }

  /** What its proof says is decided already, also when the proof is that of the whole. */
  private boolean isDecidedByAll(Check check) {
    return session.settings().embedded() == EmbeddedChecks.ALL
        && check.required()
        && !DECIDING.contains(check.id());
  }

  private void unknown(String code, JsonPointer at, String message) {
    findings = findings.and(Findings.unknown(new Violation(code, at, message)));
  }

  private void warn(String code, JsonPointer at, String message) {
    findings = findings.and(Findings.warned(new Violation(code, at, message)));
  }
}
