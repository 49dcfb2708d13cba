package org.microcred.crypto.internal.dataintegrity;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.internal.jsonld.Meter;
import org.microcred.crypto.internal.jsonld.OverBudgetException;
import org.microcred.crypto.internal.keys.DecodedKey;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.Multibase;

/** Verifies derived proofs (Data Integrity ECDSA Cryptosuites 1.0 §3.6.8). */
final class SdVerification {
  /** A signature takes as long as some hundred steps of canonicalisation. */
  private static final int STEPS_PER_SIGNATURE = 100;

  private SdVerification() {}

  /**
   * Whether the issuer signed exactly these quads.
   *
   * @param proof the value of the proof
   * @param lines the canonical quads of what is shown, with the labels that were signed, in order
   * @param options the proof itself, canonicalised
   * @throws OverBudgetException when there are more signatures than there is work left for
   */
  static boolean isSigned(
      SdDerivedProof proof,
      PublicKey issuer,
      List<String> lines,
      Transformed options,
      InspectionSettings settings) {
    Set<Integer> mandatory = new HashSet<>(proof.mandatory());
    List<String> first = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      (mandatory.contains(i) ? first : others).add(lines.get(i));
    }
    Optional<PublicKey> quadKey =
        Optional.of(Multikey.decode(Multibase.base58btc(proof.publicKey())))
            .flatMap(DecodedKey::key);
    if (first.size() != mandatory.size()
        || others.size() != proof.signatures().size()
        || quadKey.isEmpty()) {
      return false;
    }
    byte[] data = SdData.of(options, proof.publicKey(), first);
    if (!isSigned(issuer, data, proof.baseSignature(), settings)) {
      return false;
    }
    try (Meter meter = new Meter(settings.budget())) {
      for (int i = 0; i < others.size(); i++) {
        meter.tick(STEPS_PER_SIGNATURE);
        byte[] line = others.get(i).getBytes(StandardCharsets.UTF_8);
        if (!isSigned(quadKey.get(), line, proof.signatures().get(i), settings)) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean isSigned(
      PublicKey key, byte[] data, byte[] signature, InspectionSettings settings) {
    return Signatures.verify(SignatureAlgorithm.ES256, key, data, signature, settings.provider());
  }
}
