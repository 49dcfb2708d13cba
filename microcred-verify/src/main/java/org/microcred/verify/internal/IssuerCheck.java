package org.microcred.verify.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Is one of the keys the issuer's own? It is when the issuer's controller document lists it, or
 * when the caller's trust policy says so. Other signers are reported as co-signers.
 */
final class IssuerCheck {
  private static final JsonPointer ISSUER = JsonPointer.ROOT.child("issuer");

  private IssuerCheck() {}

  static Answer of(String issuer, Map<Proof, VerificationMethod> methods, Session session) {
    Set<String> named;
    try {
      named = session.keyControllers(issuer);
    } catch (IOException e) {
      return unbound(issuer, e);
    }
    Map<Proof, VerificationMethod> foreign = new LinkedHashMap<>();
    String how = "";
    for (Map.Entry<Proof, VerificationMethod> entry : methods.entrySet()) {
      VerificationMethod method = entry.getValue();
      if (method.controller().equals(issuer)) {
        how = "the issuer's own document lists the key";
      } else if (named.contains(method.controller())) {
        how = "the trust policy names the key for this issuer";
      } else {
        foreign.put(entry.getKey(), method);
      }
    }
    if (how.isEmpty()) {
      return listedByIssuer(issuer, foreign, session);
    }
    return Answer.of(
        new Findings(
            List.of(), List.of(), foreign.values().stream().map(IssuerCheck::coSigner).toList()),
        how);
  }

  /** The key is another controller's: then the issuer's document has to list it all the same. */
  private static Answer listedByIssuer(
      String issuer, Map<Proof, VerificationMethod> foreign, Session session) {
    Optional<ControllerDocument> document;
    try {
      document = session.controller(issuer);
    } catch (IOException e) {
      return unbound(issuer, e);
    } catch (InvalidDocumentException e) {
      return Answer.failed(
          "issuer.document", ISSUER, "the issuer's document is not right: " + e.getMessage());
    }
    if (document.isEmpty()) {
      return unbound(issuer, new IOException("no resolver knows such identifiers"));
    }
    for (Map.Entry<Proof, VerificationMethod> entry : foreign.entrySet()) {
      VerificationMethod method = entry.getValue();
      if (isBare(method)
          ? hasSameKey(entry.getKey(), method, document.get(), session)
          : isListed(entry.getKey(), method, document.get(), session)) {
        return Answer.of(Findings.none(), "the issuer's document lists the key of another");
      }
    }
    Optional<VerificationMethod> bare =
        foreign.values().stream().filter(IssuerCheck::isBare).findFirst();
    if (bare.isPresent()) {
      return Answer.undetermined(
          "issuer.unbound-key",
          ISSUER,
          "nothing says that the key "
              + SafeText.quote(bare.get().id())
              + " is the issuer's: the document of "
              + SafeText.quote(issuer)
              + " does not list it; name "
              + SafeText.quote(bare.get().controller())
              + " in the trust policy if the issuer's keys are there");
    }
    return Answer.failed(
        "issuer.mismatch",
        ISSUER,
        "signed by "
            + SafeText.quote(foreign.values().iterator().next().controller())
            + ", and the issuer "
            + SafeText.quote(issuer)
            + " does not list that key");
  }

  /** Nobody says whose such a key is, so that it is not known to be another's either. */
  private static boolean isBare(VerificationMethod method) {
    return method.type().equals(VerificationMethod.BARE_JWK);
  }

  /** A key without a controller is the issuer's when the issuer has the same, by whatever name. */
  private static boolean hasSameKey(
      Proof proof, VerificationMethod bare, ControllerDocument document, Session session) {
    List<VerificationMethod> same =
        document.verificationMethods().stream()
            .filter(own -> own.controller().equals(document.id()))
            .filter(own -> own.publicKey().equals(bare.publicKey()))
            .toList();
    return same.stream().allMatch(own -> KeyCheck.inForce(proof, own, session.now()).passed())
        && same.stream()
            .filter(own -> document.allows(own.id(), Relationship.ASSERTION_METHOD))
            .filter(own -> own.algorithm().isEmpty() || own.algorithm().equals(bare.algorithm()))
            .anyMatch(own -> own.findings().passed());
  }

  /** The issuer's own copy of the method has to say the same of the same key. */
  private static boolean isListed(
      Proof proof, VerificationMethod method, ControllerDocument document, Session session) {
    return document.allows(method.id(), Relationship.ASSERTION_METHOD)
        && document
            .method(method.id())
            .filter(copy -> copy.controller().equals(method.controller()))
            .filter(copy -> copy.findings().passed())
            .filter(copy -> copy.publicKey().equals(method.publicKey()))
            .filter(copy -> KeyCheck.inForce(proof, copy, session.now()).passed())
            .isPresent();
  }

  private static Answer unbound(String issuer, IOException why) {
    return Answer.undetermined(
        Session.unavailable("issuer.unbound-key", ISSUER, why).code(),
        ISSUER,
        "nothing says that the key is the issuer's: the document of "
            + SafeText.quote(issuer)
            + " could not be had ("
            + Session.why(why)
            + "); supply it, or name the key in the trust policy");
  }

  private static Violation coSigner(VerificationMethod method) {
    return new Violation(
        "issuer.co-signer",
        ISSUER,
        "also signed by " + SafeText.quote(method.controller()) + ", who is not the issuer");
  }
}
