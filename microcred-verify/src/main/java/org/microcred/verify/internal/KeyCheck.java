package org.microcred.verify.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/**
 * Is the key of every proof found, strong, listed by its own controller document for this purpose,
 * and in force? (CID 1.0 §3.3)
 */
final class KeyCheck {
  private final Optional<String> signer;
  private final Controllers signers;
  private final Relationship purpose;
  private final Session session;
  private final Map<Proof, VerificationMethod> methods = new LinkedHashMap<>();
  private Findings findings = Findings.none();

  private KeyCheck(
      Optional<String> signer, Controllers signers, Relationship purpose, Session session) {
    this.signer = signer;
    this.signers = signers;
    this.purpose = purpose;
    this.session = session;
  }

  /** The answer, and the keys that were found. */
  record Result(Answer answer, Map<Proof, VerificationMethod> methods) {}

  /**
   * Finds the keys.
   *
   * @param signer who the document says its issuer or holder is, for proofs that name no controller
   * @param signers where the documents of signers are found
   * @param purpose what the keys must be listed for
   */
  static Result of(
      Iterable<Proof> proofs,
      Optional<String> signer,
      Controllers signers,
      Relationship purpose,
      Session session) {
    KeyCheck check = new KeyCheck(signer, signers, purpose, session);
    for (Proof proof : proofs) {
      check.findings = check.findings.and(check.find(proof));
    }
    return new Result(Answer.of(check.findings, ""), Map.copyOf(check.methods));
  }

  /** The key of a key binding is the one that the credential itself names (RFC 9901 §4.3). */
  static Result ofBinding(Proof proof, Optional<VerificationMethod> confirmation) {
    if (confirmation.isEmpty()) {
      Answer none =
          Answer.failed(
              "key-binding.no-key", proof.pointer(), "the credential names no key of its holder");
      return new Result(none, Map.of());
    }
    Findings findings = confirmation.get().findings();
    return new Result(
        Answer.of(findings, "the credential names the key as that of its holder"),
        findings.passed() ? Map.of(proof, confirmation.get()) : Map.of());
  }

  private Findings find(Proof proof) {
    Optional<String> url = proof.verificationMethod();
    Optional<String> controller = url.map(KeyCheck::withoutFragment).or(() -> signer);
    if (controller.isEmpty() || !(isNamed(proof) || signers.onlyKeyNeedsNoName())) {
      return failed("key.not-named", proof, "the proof does not say which key verifies it");
    }
    return resolve(proof, controller.get(), url.isPresent() ? session.controllers() : signers);
  }

  private static boolean isNamed(Proof proof) {
    return proof.verificationMethod().isPresent()
        || proof.keyId().isPresent()
        || proof.embeddedKey().isPresent();
  }

  private Findings resolve(Proof proof, String controller, Controllers controllers) {
    ControllerDocument document;
    try {
      Optional<ControllerDocument> resolved = controllers.find(controller);
      if (resolved.isEmpty()) {
        return unknown(
            "key.unsupported",
            proof,
            "no resolver knows identifiers like "
                + SafeText.quote(controller)
                + "; give the verifier a KeyResolver for them");
      }
      document = resolved.get();
    } catch (IOException e) {
      return Findings.unknown(Session.unavailable("key.unavailable", pointer(proof), e));
    } catch (InvalidDocumentException e) {
      return wrongDocument(e, controller, proof);
    }
    return judge(proof, document);
  }

  private Findings judge(Proof proof, ControllerDocument document) {
    // A key that the proof names by a thumbprint, or carries, counts when the signer lists the
    // same.
    Optional<VerificationMethod> found =
        isNamed(proof) ? document.methodFor(proof) : document.method(document.id());
    if (found.isEmpty()) {
      return failed(
          "key.not-found",
          proof,
          "the document of "
              + SafeText.quote(document.id())
              + " does not have the key"
              + proof.verificationMethod().map(id -> " " + SafeText.quote(id)).orElse(""));
    }
    VerificationMethod method = found.get();
    String id = method.id();
    if (!document.allows(id, purpose)) {
      return failed(
          "key.purpose",
          proof,
          "the controller does not list " + SafeText.quote(id) + " under " + purpose.term());
    }
    if (!method.controller().equals(document.id())) {
      return failed(
          "key.controller",
          proof,
          SafeText.quote(id)
              + " belongs to "
              + SafeText.quote(method.controller())
              + ", not to the document that lists it");
    }
    Findings answer = method.findings().and(inForce(proof, method, session.now()));
    if (answer.passed()) {
      methods.put(proof, method);
    }
    return at(proof, answer);
  }

  /** CID 1.0 §2.2: revoked at or before now; expired at the proof's creation, or now. */
  static Findings inForce(Proof proof, VerificationMethod method, Instant now) {
    Optional<Instant> revoked = method.revoked();
    if (revoked.isPresent() && !revoked.get().isAfter(now)) {
      return failed("key.revoked", proof, "the key was revoked on " + revoked.get());
    }
    Instant used = proof.created().orElse(now);
    Optional<Instant> expires = method.expires();
    if (expires.isPresent() && !used.isBefore(expires.get())) {
      return failed(
          "key.expired",
          proof,
          "the key expired on " + expires.get() + ", the proof is of " + used);
    }
    return Findings.none();
  }

  /** Violations of a controller document stand in that document, not in the credential. */
  private static Findings wrongDocument(
      InvalidDocumentException e, String controller, Proof proof) {
    Findings all = Findings.none();
    Findings in = Findings.of(e.violations());
    for (Violation failure : in.failures()) {
      all = all.and(failed(failure.code(), proof, about(controller, failure)));
    }
    for (Violation unknown : in.unknowns()) {
      all = all.and(unknown(unknown.code(), proof, about(controller, unknown)));
    }
    return all;
  }

  private static String about(String controller, Violation violation) {
    return "in the document of " + SafeText.quote(controller) + ": " + violation;
  }

  private static Findings at(Proof proof, Findings findings) {
    JsonPointer pointer = pointer(proof);
    return new Findings(
        findings.failures().stream()
            .map(v -> new Violation(v.code(), pointer, v.message()))
            .toList(),
        findings.unknowns().stream()
            .map(v -> new Violation(v.code(), pointer, v.message()))
            .toList(),
        findings.warnings().stream()
            .map(v -> new Violation(v.code(), pointer, v.message()))
            .toList());
  }

  static String withoutFragment(String url) {
    int fragment = url.indexOf('#');
    return fragment < 0 ? url : url.substring(0, fragment);
  }

  private static JsonPointer pointer(Proof proof) {
    return proof.pointer().tokens().isEmpty()
        ? proof.pointer()
        : proof.pointer().child("verificationMethod");
  }

  private static Findings failed(String code, Proof proof, String message) {
    return Findings.failed(new Violation(code, pointer(proof), message));
  }

  private static Findings unknown(String code, Proof proof, String message) {
    return Findings.unknown(new Violation(code, pointer(proof), message));
  }
}
