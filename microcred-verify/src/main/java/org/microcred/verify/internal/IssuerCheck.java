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
import org.microcred.model.DataModel;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/**
 * Is one of the keys the issuer's own, or the holder's? It is when their controller document lists
 * it, or, for issuers, when the caller's trust policy says so. Other signers are reported as
 * co-signers.
 */
final class IssuerCheck {
  private final Party party;
  private final String id;
  private final JsonPointer place;
  private final Controllers controllers;
  private final Session session;

  /** Who should have signed, and what it is called when they did not. */
  private enum Party {
    ISSUER(
        "issuer",
        Relationship.ASSERTION_METHOD,
        "issuer.mismatch",
        "issuer.unbound-key",
        "issuer.document",
        "issuer.co-signer"),
    HOLDER(
        "holder",
        Relationship.AUTHENTICATION,
        "holder.mismatch",
        "holder.unbound-key",
        "holder.document",
        "holder.co-signer");

    private final String member;
    private final Relationship purpose;
    private final String mismatch;
    private final String unbound;
    private final String document;
    private final String coSigner;

    Party(
        String member,
        Relationship purpose,
        String mismatch,
        String unbound,
        String document,
        String coSigner) {
      this.member = member;
      this.purpose = purpose;
      this.mismatch = mismatch;
      this.unbound = unbound;
      this.document = document;
      this.coSigner = coSigner;
    }
  }

  private IssuerCheck(
      Party party, String id, JsonPointer place, Controllers controllers, Session session) {
    this.party = party;
    this.id = id;
    this.place = place;
    this.controllers = controllers;
    this.session = session;
  }

  /**
   * The answer about an issuer.
   *
   * @param model that of the credential that it is about
   */
  static Answer of(
      String issuer, DataModel model, Map<Proof, VerificationMethod> methods, Session session) {
    IssuerCheck check =
        new IssuerCheck(
            Party.ISSUER,
            issuer,
            JsonPointer.ROOT.child(model.issuerMember()),
            session.issuers(model == DataModel.SD_JWT_VC),
            session);
    try {
      return check.answer(methods, session.keyControllers(issuer));
    } catch (IOException e) {
      return check.unbound(e);
    }
  }

  /** The same question about the holder of a presentation. */
  static Answer ofHolder(String holder, Map<Proof, VerificationMethod> methods, Session session) {
    return new IssuerCheck(
            Party.HOLDER, holder, JsonPointer.ROOT.child("holder"), session.controllers(), session)
        .answer(methods, Set.of());
  }

  private Answer answer(Map<Proof, VerificationMethod> methods, Set<String> named) {
    Map<Proof, VerificationMethod> foreign = new LinkedHashMap<>();
    String how = "";
    for (Map.Entry<Proof, VerificationMethod> entry : methods.entrySet()) {
      VerificationMethod method = entry.getValue();
      if (method.controller().equals(id)) {
        how = "the " + party.member + "'s own document lists the key";
      } else if (named.contains(method.controller())) {
        how = "the trust policy names the key for this issuer";
      } else {
        foreign.put(entry.getKey(), method);
      }
    }
    if (how.isEmpty()) {
      return listed(foreign);
    }
    return Answer.of(
        new Findings(List.of(), List.of(), foreign.values().stream().map(this::coSigner).toList()),
        how);
  }

  /** The key is another controller's: then their own document has to list it all the same. */
  private Answer listed(Map<Proof, VerificationMethod> foreign) {
    Optional<ControllerDocument> document;
    try {
      document = controllers.find(id);
    } catch (IOException e) {
      return unbound(e);
    } catch (InvalidDocumentException e) {
      return Answer.failed(
          party.document,
          place,
          "the " + party.member + "'s document is not right: " + e.getMessage());
    }
    if (document.isEmpty()) {
      return unbound(new IOException("no resolver knows such identifiers"));
    }
    for (Map.Entry<Proof, VerificationMethod> entry : foreign.entrySet()) {
      VerificationMethod method = entry.getValue();
      if (isBare(method)
          ? hasSameKey(entry.getKey(), method, document.get())
          : isListed(entry.getKey(), method, document.get())) {
        return Answer.of(
            Findings.none(), "the " + party.member + "'s document lists the key of another");
      }
    }
    Optional<VerificationMethod> bare =
        foreign.values().stream().filter(IssuerCheck::isBare).findFirst();
    if (bare.isPresent()) {
      return Answer.undetermined(
          party.unbound,
          place,
          "nothing says that the key "
              + SafeText.quote(bare.get().id())
              + " is the "
              + party.member
              + "'s: the document of "
              + SafeText.quote(id)
              + " does not list it; name "
              + SafeText.quote(bare.get().controller())
              + " in the trust policy if the issuer's keys are there");
    }
    return Answer.failed(
        party.mismatch,
        place,
        "signed by "
            + SafeText.quote(foreign.values().iterator().next().controller())
            + ", and the "
            + party.member
            + " "
            + SafeText.quote(id)
            + " does not list that key");
  }

  /** Nobody says whose such a key is, so that it is not known to be another's either. */
  private static boolean isBare(VerificationMethod method) {
    return method.type().equals(VerificationMethod.BARE_JWK);
  }

  /** A key without a controller is its owner's when that one has the same, by whatever name. */
  private boolean hasSameKey(Proof proof, VerificationMethod bare, ControllerDocument document) {
    List<VerificationMethod> same =
        document.verificationMethods().stream()
            .filter(own -> own.controller().equals(document.id()))
            .filter(own -> own.publicKey().equals(bare.publicKey()))
            .toList();
    return same.stream().allMatch(own -> KeyCheck.inForce(proof, own, session.now()).passed())
        && same.stream()
            .filter(own -> document.allows(own.id(), party.purpose))
            .filter(own -> own.algorithm().isEmpty() || own.algorithm().equals(bare.algorithm()))
            .anyMatch(own -> own.findings().passed());
  }

  /** Their own copy of the method has to say the same of the same key. */
  private boolean isListed(Proof proof, VerificationMethod method, ControllerDocument document) {
    return document.allows(method.id(), party.purpose)
        && document
            .method(method.id())
            .filter(copy -> copy.controller().equals(method.controller()))
            .filter(copy -> copy.findings().passed())
            .filter(copy -> copy.publicKey().equals(method.publicKey()))
            .filter(copy -> KeyCheck.inForce(proof, copy, session.now()).passed())
            .isPresent();
  }

  private Answer unbound(IOException why) {
    return Answer.undetermined(
        Session.unavailable(party.unbound, place, why).code(),
        place,
        "nothing says that the key is the "
            + party.member
            + "'s: the document of "
            + SafeText.quote(id)
            + " could not be had ("
            + Session.why(why)
            + "); supply it"
            + (party == Party.ISSUER ? ", or name the key in the trust policy" : ""));
  }

  private Violation coSigner(VerificationMethod method) {
    return new Violation(
        party.coSigner,
        place,
        "also signed by "
            + SafeText.quote(method.controller())
            + ", who is not the "
            + party.member);
  }
}
