package org.microcred.crypto.internal.keys;

import java.util.Set;

/** Names of the IANA registry "JSON Web Signature and Encryption Algorithms". */
public final class JoseNames {
  // Digital signatures only: none and HMAC are in the registry and no proof of an issuer.
  private static final Set<String> SIGNATURES =
      Set.of(
          "EdDSA",
          "Ed25519",
          "Ed448",
          "ES256",
          "ES384",
          "ES512",
          "ES256K",
          "RS256",
          "RS384",
          "RS512",
          "PS256",
          "PS384",
          "PS512",
          "ML-DSA-44",
          "ML-DSA-65",
          "ML-DSA-87");

  private JoseNames() {}

  /** {@return whether that is the name of a digital signature, built in or not} */
  public static boolean isSignature(String algorithm) {
    return SIGNATURES.contains(algorithm);
  }
}
