package org.microcred.verify.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.status.StatusList;
import org.microcred.crypto.status.StatusListInfo;
import org.microcred.crypto.status.StatusListToken;
import org.microcred.model.Credential;
import org.microcred.model.DataModel;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonValue;

/** What a Token Status List says about the token that a credential came in (§8.3). */
final class TokenStatus {
  private final StatusListInfo info;
  private final String issuer;
  private final DataModel model;
  private final Session session;
  private final StatusLists lists;

  private TokenStatus(StatusListInfo info, Credential credential, Session session) {
    this.info = info;
    this.issuer = credential.issuer().id();
    this.model = credential.dataModel();
    this.session = session;
    this.lists = session.statusLists();
  }

  static Findings of(JsonValue claim, Credential credential, Session session)
      throws StatusOpenException {
    StatusListInfo info;
    try {
      info = StatusListInfo.read(claim);
    } catch (InvalidDocumentException e) {
      throw StatusOpenException.entry(e);
    }
    return new TokenStatus(info, credential, session).ask();
  }

  /** A token whose signature holds, with who is behind it. */
  private record Believed(StatusListToken token, String publisher, LoadedDocument.Source source) {}

  private Findings ask() throws StatusOpenException {
    // Who signed a token that does not say so depends on whose credential it is about.
    Believed believed = lists.once("token of " + issuer, info.uri(), this::verified);
    if (!lists.mayPublish(believed.publisher(), issuer)) {
      throw lists.foreign(info.uri(), believed.publisher(), issuer);
    }
    StatusListToken token = believed.token();
    StatusList list = lists.bits("token", info.uri(), token::list);
    int value =
        list.get(info.index())
            .orElseThrow(
                () ->
                    open(
                        "status.index",
                        "it has " + list.entries() + " entries and none at " + info.index()));
    return meaning(value)
        .and(
            lists.age(
                info.uri(),
                believed.source(),
                token.issuedAt(),
                token.proof().expires(),
                token.timeToLive()));
  }

  private Believed verified() throws StatusOpenException {
    LoadedDocument document = lists.document(info.uri());
    StatusListToken token = read(document);
    requirePassed("structure", token.shape());
    if (!token.uri().equals(Optional.of(info.uri()))) {
      throw open(
          "status.list-id",
          "its sub is not this URL, but " + token.uri().map(SafeText::quote).orElse("none"));
    }
    Instant now = session.now();
    Duration skew = session.settings().clockSkew();
    if (token.issuedAt().filter(made -> made.isAfter(now.plus(skew))).isPresent()) {
      throw open("status.list-not-verified", "it was made later than now");
    }
    Proof proof = token.proof();
    String publisher =
        token
            .issuer()
            .or(() -> proof.verificationMethod().map(KeyCheck::withoutFragment))
            .orElse(issuer);
    KeyCheck.Result keys =
        KeyCheck.of(
            List.of(proof),
            Optional.of(publisher),
            session.issuers(model == DataModel.SD_JWT_VC),
            Relationship.ASSERTION_METHOD,
            session);
    requirePassed("key", keys.answer().findings());
    VerificationMethod method = keys.methods().get(proof);
    if (method == null) {
      throw open("status.list-not-verified", "there is no key to verify it with");
    }
    requirePassed(
        "proof",
        token
            .verify(method, session.settings().provider())
            .and(ProofCheck.inForce(proof, Relationship.ASSERTION_METHOD, session)));
    requirePassed("issuer", IssuerCheck.of(publisher, model, keys.methods(), session).findings());
    return new Believed(token, publisher, document.source());
  }

  private StatusListToken read(LoadedDocument document) throws StatusOpenException {
    if (SecuredCredential.of(document.content()).form() == SecuredCredential.Form.COSE) {
      throw open("status.unsupported", "lists in CWT form are not read here");
    }
    try {
      String text = new String(document.content(), StandardCharsets.ISO_8859_1);
      return StatusListToken.read(text, session.settings().limits());
    } catch (InvalidDocumentException e) {
      throw StatusOpenException.list(info.uri(), e);
    }
  }

  private void requirePassed(String check, Findings findings) throws StatusOpenException {
    if (findings.passed()) {
      return;
    }
    Violation why =
        findings.failures().isEmpty() ? findings.unknowns().get(0) : findings.failures().get(0);
    throw open(
        "status.list-not-verified",
        "its own check " + check + " did not pass: " + why.message() + " [" + why.code() + "]");
  }

  /** Token Status List §7.1: whatever is not VALID is no yes. */
  private static Findings meaning(int value) {
    return switch (value) {
      case 0 -> Findings.none();
      case 1 -> StatusLists.failed("status.revoked", "the issuer revoked it (INVALID)");
      case 2 -> StatusLists.failed("status.suspended", "the issuer suspended it (SUSPENDED)");
      default ->
          StatusLists.failed(
              "status.not-valid",
              "its status is " + value + ", which only its issuer explains, and not VALID");
    };
  }

  private StatusOpenException open(String code, String message) {
    return StatusLists.open(code, info.uri(), message);
  }
}
