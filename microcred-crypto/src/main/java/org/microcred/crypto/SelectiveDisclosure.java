package org.microcred.crypto;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.dataintegrity.SdDerivation;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonPointer;

/**
 * Shows parts of a credential that was issued with {@link ProofFormat#ECDSA_SD_2023} (Data
 * Integrity ECDSA Cryptosuites 1.0 §3.6.7). Thread-safe.
 *
 * <pre>{@code
 * SecuredCredential shown =
 *     SelectiveDisclosure.derive(
 *         base,
 *         List.of(JsonPointer.parse("/credentialSubject/achievement/name")),
 *         DocumentLoader.none());
 * }</pre>
 */
public final class SelectiveDisclosure {
  private SelectiveDisclosure() {}

  /**
   * Derives what a verifier gets. The signatures are not checked: the holder has the credential
   * from its issuer.
   *
   * @param base the credential as it was issued
   * @param reveal members and elements to disclose beside what the issuer made mandatory; each
   *     object on the way with its id and types
   * @param contexts JSON-LD contexts beyond the bundled ones; only documents supplied by the caller
   *     are used
   * @return the disclosed parts with a derived proof
   * @throws InvalidDocumentException {@code json.*}, {@code limit.*}, {@code context.*}, or {@code
   *     proof.*} when there is no base proof
   * @throws IllegalArgumentException when a pointer leads nowhere or nothing would be disclosed
   */
  public static SecuredCredential derive(
      SecuredCredential base, List<JsonPointer> reveal, DocumentLoader contexts)
      throws InvalidDocumentException {
    Objects.requireNonNull(base, "base");
    Limits limits = Limits.defaults();
    InspectionSettings settings =
        new InspectionSettings(
            Objects.requireNonNull(contexts, "contexts"),
            limits,
            WorkBudget.of(limits),
            Optional.empty());
    return SecuredCredential.of(
        Json.writeBytes(
            SdDerivation.derive(
                Json.readObject(base.toBytes(), limits), List.copyOf(reveal), settings)));
  }
}
