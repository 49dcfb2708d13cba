package org.microcred.crypto;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who controls which keys for what: a DID document or another controlled identifier document (CID
 * 1.0 §2).
 *
 * @param id whose document it is
 * @param verificationMethods every method in it, those inside a relationship included
 * @param relationships for each relationship the ids of the methods that it lists
 */
public record ControllerDocument(
    String id,
    List<VerificationMethod> verificationMethods,
    Map<Relationship, List<String>> relationships) {

  public ControllerDocument {
    Objects.requireNonNull(id, "id");
    verificationMethods = List.copyOf(verificationMethods);
    relationships = Map.copyOf(relationships);
  }

  /**
   * {@return the method of that id, whatever it may be used for}
   *
   * @param methodId an absolute URL
   */
  public Optional<VerificationMethod> method(String methodId) {
    return verificationMethods.stream().filter(m -> m.id().equals(methodId)).findFirst();
  }

  /**
   * {@return whether the controller lets that method be used for that}
   *
   * @param methodId an absolute URL
   * @param purpose what for
   */
  public boolean allows(String methodId, Relationship purpose) {
    return relationships.getOrDefault(purpose, List.of()).contains(methodId);
  }
}
