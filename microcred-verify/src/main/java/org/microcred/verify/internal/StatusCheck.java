package org.microcred.verify.internal;

import java.util.stream.Collectors;
import org.microcred.model.Credential;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;

/**
 * Has the issuer revoked or suspended it? No status method is built in yet, so a credential that
 * declares one is undetermined: a status that was not read is never a pass.
 */
final class StatusCheck {
  private StatusCheck() {}

  static Answer of(Credential credential) {
    if (credential.status().isEmpty()) {
      return Answer.notApplicable("the credential declares no status");
    }
    String types =
        credential.status().stream()
            .flatMap(status -> status.types().stream())
            .map(SafeText::of)
            .distinct()
            .collect(Collectors.joining(", "));
    return Answer.undetermined(
        "status.unsupported",
        JsonPointer.ROOT.child("credentialStatus"),
        "whether it was revoked could not be found out: this version reads no status of type "
            + types);
  }
}
