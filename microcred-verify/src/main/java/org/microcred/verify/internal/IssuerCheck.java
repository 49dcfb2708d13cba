package org.microcred.verify.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.model.Credential;
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

  static Answer of(Credential credential, Map<Proof, VerificationMethod> methods, Session session) {
    String issuer = credential.issuer().id();
    Set<String> named;
    try {
      named = session.keyControllers(issuer);
    } catch (IOException e) {
      return unbound(issuer, e);
    }
    List<VerificationMethod> foreign = new ArrayList<>();
    String how = "";
    for (VerificationMethod method : methods.values()) {
      if (method.controller().equals(issuer)) {
        how = "the issuer's own document lists the key";
      } else if (named.contains(method.controller())) {
        how = "the trust policy names the key for this issuer";
      } else {
        foreign.add(method);
      }
    }
    if (how.isEmpty()) {
      return listedByIssuer(issuer, foreign, session);
    }
    return Answer.of(
        new Findings(List.of(), List.of(), foreign.stream().map(IssuerCheck::coSigner).toList()),
        how);
  }

  /** The key is another controller's: then the issuer's document has to list it all the same. */
  private static Answer listedByIssuer(
      String issuer, List<VerificationMethod> foreign, Session session) {
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
    for (VerificationMethod method : foreign) {
      if (document.get().method(method.id()).isPresent()
          && document.get().allows(method.id(), Relationship.ASSERTION_METHOD)) {
        return Answer.of(Findings.none(), "the issuer's document lists the key of another");
      }
    }
    return Answer.failed(
        "issuer.mismatch",
        ISSUER,
        "signed by "
            + SafeText.quote(foreign.get(0).controller())
            + ", and the issuer "
            + SafeText.quote(issuer)
            + " does not list that key");
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
