package org.microcred.verify.internal;

import java.io.IOException;
import java.util.Optional;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;

/** Does the caller's policy accept this issuer for this? */
final class TrustCheck {
  private TrustCheck() {}

  static Answer of(Credential credential, Session session) {
    JsonPointer issuer = JsonPointer.ROOT.child(credential.dataModel().issuerMember());
    try {
      Optional<String> accepted = session.accepts(credential);
      return accepted.isPresent()
          ? Answer.of(Findings.none(), accepted.get())
          : Answer.failed(
              "trust.not-accepted",
              issuer,
              "the trust policy does not accept the issuer "
                  + SafeText.quote(credential.issuer().id())
                  + " for this credential");
    } catch (IOException e) {
      return Answer.undetermined(
          "trust.unavailable",
          issuer,
          "whether the issuer is accepted could not be found out: " + Session.why(e));
    }
  }
}
