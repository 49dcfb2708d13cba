package org.microcred.verify.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Presentation;
import org.microcred.model.PresentationReading;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.verify.Check;

/**
 * Asks the eleven questions of a presentation, in their order; those that are about credentials are
 * asked of each credential in it.
 */
public final class PresentationPipeline {
  private static final Violation CREDENTIAL =
      new Violation(
          "vp.credential",
          JsonPointer.ROOT.child("type"),
          "this is a credential that nobody presents: verify it with verify, or ask its holder to"
              + " present it");

  private final Expected expected;
  private final Session session;
  private final Answers answers;

  private PresentationPipeline(Expected expected, Session session) {
    this.expected = expected;
    this.session = session;
    this.answers = new Answers(session);
  }

  /** Verifies a presentation from outside. */
  public static PresentationOutline run(
      SecuredPresentation secured, Expected expected, Session session) {
    PresentationOutline presented = judge(secured, expected, session);
    session.observer().verified(presented.outline(), presented.verdict());
    return presented;
  }

  private static PresentationOutline judge(
      SecuredPresentation secured, Expected expected, Session session) {
    PresentationPipeline pipeline = new PresentationPipeline(expected, session);
    try {
      Inspection inspection = Inspection.open(secured, session.inspection());
      return isCredential(inspection.unverifiedDocument())
          ? pipeline.unreadable(inspection.form(), List.of(CREDENTIAL))
          : pipeline.run(inspection);
    } catch (InvalidDocumentException e) {
      return pipeline.unreadable(secured.form().label(), e.violations());
    }
  }

  private static boolean isCredential(JsonObject document) {
    return List.of("VerifiableCredential", "EnvelopedVerifiableCredential").stream()
        .anyMatch(type -> document.list("type").contains(new JsonString(type)));
  }

  private PresentationOutline unreadable(String form, List<Violation> violations) {
    answers.put(Check.Id.STRUCTURE, Answer.of(Findings.of(violations), ""));
    answers.blockOpen(Check.Id.STRUCTURE);
    return outline(form, Optional.empty(), Optional.empty(), PresentedCheck.Result.NONE);
  }

  private PresentationOutline run(Inspection inspection) {
    JsonObject json = inspection.unverifiedDocument();
    PresentationReading reading = Presentation.read(json, session.settings().limits());
    Optional<Presentation> presentation = reading.presentation();
    answers.put(
        Check.Id.STRUCTURE,
        Answer.of(reading.findings(), presentation.map(PresentationPipeline::kind).orElse("")));
    Answer context = Answer.of(inspection.context(), "");
    answers.put(Check.Id.CONTEXT, context);

    boolean isUnsigned = inspection.proofs().isEmpty() && !json.has("proof");
    Map<Proof, VerificationMethod> methods = Map.of();
    Answer proof;
    if (isUnsigned && !expected.signed()) {
      answers.put(Check.Id.KEY, Answer.notApplicable("no proof names a key"));
      proof = unsigned();
    } else if (!inspection.shape().failures().isEmpty()) {
      answers.put(Check.Id.KEY, Answer.notApplicable("no well-formed proof names a key"));
      proof = Answer.of(inspection.shape(), "");
    } else {
      KeyCheck.Result keys = keys(inspection, json);
      answers.put(Check.Id.KEY, keys.answer());
      methods = keys.methods();
      proof = ProofCheck.ofPresentation(inspection, context, keys, expected, session);
    }
    answers.put(Check.Id.PROOF, proof);
    PresentedCheck.Result presented = PresentedCheck.Result.NONE;
    Optional<String> holder = Optional.empty();
    if (proof.passed() || proof.cause().equals(Optional.of(Check.Cause.NOT_APPLICABLE))) {
      Answer issuer = holder(json, methods);
      answers.put(Check.Id.ISSUER, issuer);
      Holder who = Holder.of(json, methods, issuer.passed());
      holder = who.id();
      presented = PresentedCheck.of(json, who, expected, session);
      about(presented);
    } else {
      answers.blockOpen(Check.Id.PROOF);
    }
    return outline(inspection.form(), presentation, holder, presented);
  }

  private KeyCheck.Result keys(Inspection inspection, JsonObject json) {
    List<Proof> proofs = inspection.proofs();
    return !proofs.isEmpty() && RequestCheck.isKeyBinding(proofs.get(0))
        ? KeyCheck.ofBinding(proofs.get(0), inspection.confirmation())
        : KeyCheck.of(
            proofs,
            Pipeline.named(json, "holder"),
            session.controllers(),
            Relationship.AUTHENTICATION,
            session);
  }

  private static Answer unsigned() {
    return Answer.notApplicable("the caller allows presentations without a proof")
        .warned(
            List.of(
                new Violation(
                    "vp.unsigned",
                    JsonPointer.ROOT,
                    "nobody signed this presentation: whoever has the credentials could have made"
                        + " it")));
  }

  /** Is the controller of a key the holder that the presentation names? */
  private Answer holder(JsonObject json, Map<Proof, VerificationMethod> methods) {
    if (methods.isEmpty()) {
      return Answer.notApplicable("nobody signed");
    }
    if (methods.keySet().stream().anyMatch(RequestCheck::isKeyBinding)) {
      return Answer.of(Findings.none(), "the credential names the key as that of its holder");
    }
    return Pipeline.named(json, "holder")
        .map(holder -> IssuerCheck.ofHolder(holder, methods, session))
        .orElseGet(
            () -> Answer.of(Findings.none(), "no holder is named: it is whoever controls the key"));
  }

  /** The questions that are about what is presented. */
  private void about(PresentedCheck.Result presented) {
    answers.put(
        Check.Id.VALIDITY,
        Answer.notApplicable("a presentation has no dates but those of its proof"));
    answers.put(Check.Id.STATUS, Answer.notApplicable("a presentation is not revoked"));
    answers.put(Check.Id.RECIPIENT, presented.recipient());
    answers.put(Check.Id.EVIDENCE, Answer.notApplicable("asked of each credential"));
    answers.put(Check.Id.EMBEDDED, presented.embedded());
    answers.put(Check.Id.TRUST, Answer.notApplicable("asked of each credential"));
  }

  private static String kind(Presentation presentation) {
    return presentation.dataModel().title()
        + ", presentation of "
        + presentation.verifiableCredentials().size()
        + " credentials";
  }

  private PresentationOutline outline(
      String form,
      Optional<Presentation> presentation,
      Optional<String> holder,
      PresentedCheck.Result presented) {
    Outline outline =
        new Outline(
            session.now(),
            form,
            Optional.empty(),
            answers.checks(session.settings()),
            session.fetched(),
            presented.children(),
            Optional.empty());
    return new PresentationOutline(
        outline,
        presentation.flatMap(Presentation::id),
        presentation,
        holder,
        presented.credentials());
  }
}
