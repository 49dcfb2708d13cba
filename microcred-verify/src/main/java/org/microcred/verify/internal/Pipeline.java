package org.microcred.verify.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.Recipient;

/**
 * Asks the eleven questions in their order and decides which answers block which questions. Bytes
 * come in, an {@link Outline} goes out; no check calls another.
 */
public final class Pipeline {
  private static final List<JsonValue> PRESENTATIONS =
      List.of(
          new JsonString("VerifiablePresentation"),
          new JsonString("EnvelopedVerifiablePresentation"));
  private static final Violation PRESENTATION =
      new Violation(
          "form.unsupported",
          JsonPointer.ROOT.child("type"),
          "this is a presentation, not a credential: verify it with verifyPresentation (on the"
              + " command line with --challenge and --domain, as its holder was asked for them)");

  private static final Violation ASSERTION =
      new Violation(
          "form.unsupported",
          JsonPointer.ROOT,
          "assertions of Open Badges 2.0 are verified by themselves, not inside something else");

  private final Session session;
  private final Answers answers;
  private List<Outline.Child> children = List.of();

  private Pipeline(Session session) {
    this.session = session;
    this.answers = new Answers(session);
  }

  /** Verifies a credential from outside. */
  public static Outline run(
      SecuredCredential secured, Optional<Recipient> recipient, Session session) {
    Outline outline = judge(secured, recipient, session);
    session.observer().verified(outline, outline.verdict());
    return outline;
  }

  /** Verifies a credential within a call. */
  static Outline judge(SecuredCredential secured, Optional<Recipient> recipient, Session session) {
    try {
      Inspection inspection = Inspection.open(secured, session.inspection());
      if (session.statusLists().isListVerified()) {
        return run(inspection, recipient, 0, session);
      }
      return inspection.assertion().isPresent()
          ? AssertionPipeline.run(inspection, recipient, session)
          : Refresh.of(run(inspection, recipient, 0, session), recipient, session);
    } catch (InvalidDocumentException e) {
      return unreadable(secured.form().label(), e.violations(), session);
    }
  }

  /** Verifies a credential that was opened; {@code depth} counts those it stands in. */
  static Outline run(
      Inspection inspection, Optional<Recipient> recipient, int depth, Session session) {
    return new Pipeline(session).run(inspection, recipient, depth);
  }

  /**
   * Looks at a credential without a proof of its own, inside one whose proof covers it. It is never
   * verified by itself.
   */
  static Outline asserted(
      JsonObject json, Optional<Recipient> recipient, int depth, Session session) {
    Pipeline pipeline = new Pipeline(session);
    StructureCheck.Result structure = StructureCheck.of(json, session);
    pipeline.answers.put(Check.Id.STRUCTURE, structure.answer());
    pipeline.answers.put(
        Check.Id.CONTEXT, Answer.notApplicable("checked with the document around it"));
    pipeline.answers.put(Check.Id.KEY, Answer.notApplicable("no proof names a key"));
    pipeline.answers.put(
        Check.Id.PROOF,
        Answer.undetermined(
            "embedded.asserted", JsonPointer.ROOT, "it stands under the proof of the whole alone"));
    pipeline.answers.put(
        Check.Id.ISSUER, Answer.notApplicable("the issuer of the whole asserts it"));
    if (structure.credential().isPresent()) {
      pipeline.answers.put(
          Check.Id.STRUCTURE,
          StructureCheck.withSchemas(structure.answer(), structure.credential().get(), session));
      pipeline.claims(structure.credential().get(), Optional.empty(), recipient, depth);
    } else {
      pipeline.answers.blockOpen(Check.Id.STRUCTURE);
    }
    return pipeline.outline("asserted", json.string("id"), structure.credential());
  }

  /** What there is to say about a document that could not be read. */
  static Outline unreadable(String form, List<Violation> violations, Session session) {
    Pipeline pipeline = new Pipeline(session);
    pipeline.answers.put(Check.Id.STRUCTURE, Answer.of(Findings.of(violations), ""));
    pipeline.answers.blockOpen(Check.Id.STRUCTURE);
    return pipeline.outline(form, Optional.empty(), Optional.empty());
  }

  private Outline run(Inspection inspection, Optional<Recipient> recipient, int depth) {
    JsonObject json = inspection.unverifiedDocument();
    boolean isSdJwtVc = inspection.isSdJwtVc();
    if (!isSdJwtVc && PRESENTATIONS.stream().anyMatch(json.list("type")::contains)) {
      return unreadable(inspection.form(), List.of(PRESENTATION), session);
    }
    if (inspection.assertion().isPresent()) {
      return unreadable(inspection.form(), List.of(ASSERTION), session);
    }
    StructureCheck.Result structure =
        isSdJwtVc ? StructureCheck.ofClaims(json) : StructureCheck.of(json, session);
    answers.put(Check.Id.STRUCTURE, structure.answer());
    Answer context =
        isSdJwtVc
            ? Answer.notApplicable("an SD-JWT VC has no contexts: its type says what claims mean")
            : Answer.of(inspection.context(), "");
    answers.put(Check.Id.CONTEXT, context);

    Map<Proof, VerificationMethod> methods = Map.of();
    Answer proof;
    if (!inspection.shape().failures().isEmpty()) {
      // What has no proof, or one of the wrong shape, is refused before any key is looked up.
      answers.put(Check.Id.KEY, Answer.notApplicable("no well-formed proof names a key"));
      proof = Answer.of(inspection.shape(), "");
    } else {
      KeyCheck.Result keys =
          KeyCheck.of(
              inspection.proofs(),
              isSdJwtVc ? json.string("iss") : named(json, "issuer"),
              session.issuers(isSdJwtVc),
              Relationship.ASSERTION_METHOD,
              session);
      answers.put(Check.Id.KEY, keys.answer());
      methods = keys.methods();
      proof = ProofCheck.ofCredential(inspection, context, keys, session);
    }
    answers.put(Check.Id.PROOF, proof);
    if (structure.credential().isEmpty()) {
      answers.blockOpen(Check.Id.STRUCTURE);
    } else if (!proof.passed()) {
      answers.put(
          Check.Id.STRUCTURE,
          StructureCheck.withoutSchemas(structure.answer(), structure.credential().get()));
      answers.blockOpen(Check.Id.PROOF);
    } else {
      Credential credential = structure.credential().get();
      answers.put(
          Check.Id.STRUCTURE, StructureCheck.withSchemas(structure.answer(), credential, session));
      answers.put(
          Check.Id.ISSUER,
          IssuerCheck.of(credential.issuer().id(), credential.dataModel(), methods, session));
      claims(credential, inspection.unverifiedStatusClaim(), recipient, depth);
    }
    return outline(
        inspection.form(),
        isSdJwtVc ? Optional.empty() : json.string("id"),
        structure.credential());
  }

  /** The questions about what a sound proof covers. */
  private void claims(
      Credential credential,
      Optional<JsonValue> statusClaim,
      Optional<Recipient> recipient,
      int depth) {
    answers.put(Check.Id.VALIDITY, ValidityCheck.of(credential, session));
    answers.put(Check.Id.STATUS, StatusCheck.of(credential, statusClaim, session));
    answers.put(Check.Id.RECIPIENT, RecipientCheck.of(credential, recipient));
    answers.put(Check.Id.EVIDENCE, EvidenceCheck.of(credential, session));
    EmbeddedCheck.Result embedded = EmbeddedCheck.of(credential, recipient, depth, session);
    answers.put(Check.Id.EMBEDDED, embedded.answer());
    children = embedded.children();
    // Who may publish a list is asked of the status policy.
    answers.put(
        Check.Id.TRUST,
        session.statusLists().isListVerified()
            ? Answer.notApplicable("it is a status list")
            : TrustCheck.of(credential, session));
  }

  /** The id that stands in a member, alone or in an object. */
  static Optional<String> named(JsonObject json, String member) {
    return json.string(member).or(() -> json.object(member).flatMap(o -> o.string("id")));
  }

  private Outline outline(String form, Optional<String> id, Optional<Credential> credential) {
    return new Outline(
        session.now(),
        form,
        id,
        answers.checks(session.settings()),
        session.fetched(),
        children,
        credential);
  }
}
