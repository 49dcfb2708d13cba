package org.microcred.examples.service;

import java.util.Arrays;
import java.util.Optional;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;

/** What can be issued: the first part of the path, the format, and the key that it needs. */
enum Suite {
  EDDSA_RDFC("eddsa-rdfc-2022", ProofFormat.EDDSA_RDFC_2022, SignatureAlgorithm.EDDSA),
  EDDSA_JCS("eddsa-jcs-2022", ProofFormat.EDDSA_JCS_2022, SignatureAlgorithm.EDDSA),
  ECDSA_RDFC_256("ecdsa-rdfc-2019-p256", ProofFormat.ECDSA_RDFC_2019, SignatureAlgorithm.ES256),
  ECDSA_RDFC_384("ecdsa-rdfc-2019-p384", ProofFormat.ECDSA_RDFC_2019, SignatureAlgorithm.ES384),
  ECDSA_JCS_256("ecdsa-jcs-2019-p256", ProofFormat.ECDSA_JCS_2019, SignatureAlgorithm.ES256),
  ECDSA_JCS_384("ecdsa-jcs-2019-p384", ProofFormat.ECDSA_JCS_2019, SignatureAlgorithm.ES384),
  ECDSA_SD("ecdsa-sd-2023", ProofFormat.ECDSA_SD_2023, SignatureAlgorithm.ES256),
  ED25519_2020(
      "ed25519signature2020", ProofFormat.ED25519_SIGNATURE_2020, SignatureAlgorithm.EDDSA),
  /** With a place in the service's own status list. */
  BITSTRING("bitstring", ProofFormat.EDDSA_RDFC_2022, SignatureAlgorithm.EDDSA),
  /** A JWT in an envelope. */
  ENVELOPED("enveloped", ProofFormat.VC_JWT, SignatureAlgorithm.ES256);

  private final String path;
  private final ProofFormat format;
  private final SignatureAlgorithm algorithm;

  Suite(String path, ProofFormat format, SignatureAlgorithm algorithm) {
    this.path = path;
    this.format = format;
    this.algorithm = algorithm;
  }

  static Optional<Suite> of(String path) {
    return Arrays.stream(values()).filter(suite -> suite.path.equals(path)).findFirst();
  }

  String path() {
    return path;
  }

  ProofFormat format() {
    return format;
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }
}
