package org.microcred.crypto;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.keys.JwkKeyPairs;

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
   * {@return the method that a proof means, or empty when it is not in this document}
   *
   * <p>By its URL when the proof gives one; otherwise the one whose key equals the key that the
   * proof carries; otherwise the one that the proof's {@code keyId} names, as a fragment in this
   * document or as the thumbprint of its key.
   *
   * @param proof a proof; one without a URL is looked up in the document of the issuer
   */
  public Optional<VerificationMethod> methodFor(Proof proof) {
    if (proof.verificationMethod().isPresent()) {
      return method(proof.verificationMethod().get());
    }
    if (proof.embeddedKey().isPresent()) {
      return JwkKeyPairs.thumbprint(proof.embeddedKey().get()).flatMap(this::methodWith);
    }
    return proof
        .keyId()
        .flatMap(
            kid -> method(id + (kid.startsWith("#") ? kid : '#' + kid)).or(() -> methodWith(kid)));
  }

  private Optional<VerificationMethod> methodWith(String thumbprint) {
    Optional<String> wanted = Optional.of(thumbprint);
    return verificationMethods.stream()
        .filter(m -> m.publicKey().flatMap(JwkKeyPairs::thumbprint).equals(wanted))
        .findFirst();
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
