package org.microcred.model.internal.rules;

import java.util.List;
import org.microcred.model.internal.Dates;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * Where the 1EdTech data model allows one value and the W3C data model many: it has no language
 * maps, one status, one refresh service, one type of each of them, and texts in proofs (Open Badges
 * 3.0, VerifiableCredential and the classes that it refers to).
 */
final class SingleValues {
  private static final List<String> TEXTS = List.of("name", "description");
  private static final List<String> OBJECTS = List.of("credentialStatus", "refreshService");
  private static final List<String> TYPED =
      List.of("credentialStatus", "refreshService", "credentialSchema", "termsOfUse", "proof");
  private static final List<String> PROOF_TEXTS =
      List.of(
          "cryptosuite",
          "challenge",
          "domain",
          "nonce",
          "proofPurpose",
          "proofValue",
          "verificationMethod");

  private SingleValues() {}

  static void check(Place credential) {
    TEXTS.forEach(name -> text(credential, name));
    for (String name : OBJECTS) {
      credential
          .member(name)
          .filter(place -> !(place.value() instanceof JsonObject))
          .ifPresent(place -> place.fail("json.type", "an object", place.value().typeName()));
    }
    for (String name : TYPED) {
      credential.items(name).forEach(place -> text(place, "type"));
    }
    credential.items("proof").forEach(SingleValues::proof);
  }

  private static void proof(Place proof) {
    PROOF_TEXTS.forEach(name -> text(proof, name));
    text(proof, "created");
    proof
        .member("created")
        .filter(place -> place.text().filter(text -> Dates.instant(text).isEmpty()).isPresent())
        .ifPresent(place -> place.fail("model.date-time"));
  }

  private static void text(Place at, String name) {
    at.member(name)
        .filter(place -> !(place.value() instanceof JsonString))
        .ifPresent(place -> place.fail("json.type", "a string", place.value().typeName()));
  }
}
