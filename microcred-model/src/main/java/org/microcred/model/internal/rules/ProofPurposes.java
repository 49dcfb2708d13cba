package org.microcred.model.internal.rules;

import org.microcred.model.SafeText;

/** A proof on a credential is made to assert it (Open Badges 3.0, Proof). */
final class ProofPurposes {
  private ProofPurposes() {}

  static void check(Place credential) {
    for (Place proof : credential.items("proof")) {
      proof
          .member("proofPurpose")
          .filter(purpose -> !purpose.text().orElse("").equals("assertionMethod"))
          .ifPresent(
              purpose ->
                  purpose.fail("ob.proof-purpose", SafeText.quote(purpose.text().orElse(""))));
    }
  }
}
