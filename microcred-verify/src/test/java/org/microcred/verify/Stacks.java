package org.microcred.verify;

import java.util.List;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.stacking.StackPolicy;

/** A stack of two badges, made anew for the tests. */
final class Stacks {
  static final String A = "https://uni.example/a";
  static final String B = "https://uni.example/b";
  static final String POLICY =
      """
      {"id": "https://uni.example/stacks/ab", "version": "1",
       "award": {"id": "https://uni.example/ab", "type": ["Achievement"], "name": "Both",
                 "description": "A and B.", "criteria": {"narrative": "Both badges."}},
       "rule": {"allOf": [
         {"id": "a", "hold": {"achievement": "https://uni.example/a"}},
         {"id": "b", "hold": {"achievement": "https://uni.example/b"}}]}}
      """;

  final Badges uni = new Badges();
  final StackPolicy policy = policy(POLICY);
  final SecuredCredential a = uni.sign(uni.badge(A));
  final SecuredCredential b = uni.sign(uni.badge(B));

  /** Signed for another achievement. */
  final SecuredCredential forged =
      SecuredCredential.of(
          uni.sign(uni.badge("https://uni.example/c"))
              .toText()
              .orElseThrow()
              .replace("https://uni.example/c", B));

  CredentialVerifier verifier() {
    return uni.verifier().build();
  }

  StackReport decide(SecuredCredential... wallet) {
    return verifier().verifyStack(policy, Recipient.of(Badges.LEARNER), List.of(wallet));
  }

  String id(SecuredCredential credential) {
    return Badges.json(credential).string("id").orElseThrow();
  }

  static StackPolicy policy(String json) {
    try {
      return StackPolicy.parse(json);
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }
}
