package org.microcred.crypto;

import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.internal.dataintegrity.Suite;

/**
 * How a credential is secured: the wire form and, where it matters, the cryptosuite.
 *
 * <p>The Data Integrity formats put a proof into the JSON; the others put the JSON into a signed
 * envelope, which is smaller to check and larger to read. Presentations are secured in the same
 * ways, with {@code vp} in the place of {@code vc}.
 */
public enum ProofFormat {
  /** A Data Integrity proof with the suite {@code eddsa-rdfc-2022}; the choice for Open Badges. */
  EDDSA_RDFC_2022(Set.of(SignatureAlgorithm.EDDSA)),
  /** A Data Integrity proof with the suite {@code eddsa-jcs-2022}: no JSON-LD in the signature. */
  EDDSA_JCS_2022(Set.of(SignatureAlgorithm.EDDSA)),
  /** A Data Integrity proof with the suite {@code ecdsa-rdfc-2019}. */
  ECDSA_RDFC_2019(Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384)),
  /** A Data Integrity proof with the suite {@code ecdsa-jcs-2019}: no JSON-LD in the signature. */
  ECDSA_JCS_2019(Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384)),
  /**
   * A Data Integrity base proof with the suite {@code ecdsa-sd-2023}, for the holder alone: what
   * verifiers get is derived from it by {@link SelectiveDisclosure}.
   */
  ECDSA_SD_2023(Set.of(SignatureAlgorithm.ES256)),
  /** An {@code Ed25519Signature2020} proof, for those who cannot check the newer suite yet. */
  ED25519_SIGNATURE_2020(Set.of(SignatureAlgorithm.EDDSA)),
  /** A JWT of the type {@code vc+jwt}, the credential as its payload (VC-JOSE-COSE §3.1.1). */
  VC_JWT(Set.of(SignatureAlgorithm.values())),
  /** A JWT as Open Badges 3.0 §8.2 describes it, on VC 2.0: the claims repeat members. */
  OB_JWT(Set.of(SignatureAlgorithm.values())),
  /** The same on VC 1.1: the credential is in the claim {@code vc}. */
  OB_JWT_VC_1_1(Set.of(SignatureAlgorithm.values())),
  /**
   * An SD-JWT of the type {@code vc+sd-jwt}: the holder chooses what to show (VC-JOSE-COSE §3.2).
   */
  VC_SD_JWT(Set.of(SignatureAlgorithm.values())),
  /** An SD-JWT VC of the type {@code dc+sd-jwt}: claims with a {@code vct}, no JSON-LD. */
  DC_SD_JWT(Set.of(SignatureAlgorithm.values())),
  /** A COSE_Sign1 message of the type {@code vc+cose}: bytes, not text (VC-JOSE-COSE §3.3). */
  VC_COSE(Set.of(SignatureAlgorithm.EDDSA, SignatureAlgorithm.ES256, SignatureAlgorithm.ES384));

  @SuppressWarnings("ImmutableEnumChecker") // an immutable set of enum constants
  private final Set<SignatureAlgorithm> algorithms;

  ProofFormat(Set<SignatureAlgorithm> algorithms) {
    this.algorithms = algorithms;
  }

  /** The cryptosuite, where the proof is put into the JSON. */
  Optional<Suite> suite() {
    return switch (this) {
      case EDDSA_RDFC_2022 -> Optional.of(Suite.EDDSA_RDFC_2022);
      case EDDSA_JCS_2022 -> Optional.of(Suite.EDDSA_JCS_2022);
      case ECDSA_RDFC_2019 -> Optional.of(Suite.ECDSA_RDFC_2019);
      case ECDSA_JCS_2019 -> Optional.of(Suite.ECDSA_JCS_2019);
      case ECDSA_SD_2023 -> Optional.of(Suite.ECDSA_SD_2023);
      case ED25519_SIGNATURE_2020 -> Optional.of(Suite.ED25519_SIGNATURE_2020);
      case VC_JWT, OB_JWT, OB_JWT_VC_1_1, VC_SD_JWT, DC_SD_JWT, VC_COSE -> Optional.empty();
    };
  }

  /**
   * {@return whether presentations can be secured so, too}
   *
   * <p>Not with a base proof, which nobody derives from, and not in the forms that Open Badges and
   * SD-JWT VC define for credentials alone.
   */
  public boolean isForPresentations() {
    return switch (this) {
      case EDDSA_RDFC_2022,
          EDDSA_JCS_2022,
          ECDSA_RDFC_2019,
          ECDSA_JCS_2019,
          ED25519_SIGNATURE_2020,
          VC_JWT,
          VC_SD_JWT,
          VC_COSE ->
          true;
      case ECDSA_SD_2023, OB_JWT, OB_JWT_VC_1_1, DC_SD_JWT -> false;
    };
  }

  /** Refuses a key whose algorithm does not fit. */
  void requireAccepts(SignatureAlgorithm algorithm) {
    if (!accepts(algorithm)) {
      throw new IllegalArgumentException(
          "signer: a key for " + algorithm.jose() + " cannot make proofs of " + this);
    }
  }

  /** Whether something can be hidden for the holder to disclose. */
  boolean isSelective() {
    return this == VC_SD_JWT || this == DC_SD_JWT;
  }

  /**
   * {@return whether keys of that algorithm can make such proofs}
   *
   * @param algorithm the algorithm of a key
   */
  public boolean accepts(SignatureAlgorithm algorithm) {
    return algorithms.contains(algorithm);
  }
}
