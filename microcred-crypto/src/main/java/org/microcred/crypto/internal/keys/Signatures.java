package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.microcred.crypto.SignatureAlgorithm;

/**
 * The one entry point to signature arithmetic. Whatever providers disagree about is decided here,
 * so that the answer does not depend on the provider.
 *
 * <p>Thread-safe. Provider objects are made for each call.
 */
public final class Signatures {
  private Signatures() {}

  /**
   * Verifies. Never throws on what strangers wrote.
   *
   * @param algorithm what was used; a key of another kind or curve answers false
   * @param key the public key; a weak one answers false
   * @param data what was signed
   * @param signature its signature, in the length that the algorithm has
   * @param provider who calculates; what it cannot do is done by the runtime's own providers
   * @return whether the key's owner signed exactly the data
   */
  public static boolean verify(
      SignatureAlgorithm algorithm,
      PublicKey key,
      byte[] data,
      byte[] signature,
      Optional<Provider> provider) {
    if (!KeyChecks.isUsable(algorithm, key) || !isWellFormed(algorithm, key, signature)) {
      return false;
    }
    if (provider.isPresent()) {
      try {
        return verify(engine(algorithm, provider), key, data, signature);
      } catch (GeneralSecurityException | UnsupportedOperationException e) {
        // The provider does not know the algorithm or keys made by others: no verdict on them.
      }
    }
    try {
      return verify(engine(algorithm, Optional.empty()), key, data, signature);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks " + algorithm.jca(), e);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Signs.
   *
   * @param algorithm what to use
   * @param key a key of the algorithm's kind
   * @param data what to sign
   * @param provider who calculates, for a key that only it can use; otherwise the runtime's choice
   * @return the signature as JOSE wants it
   * @throws GeneralSecurityException when the key or the provider refuses
   */
  public static byte[] sign(
      SignatureAlgorithm algorithm, PrivateKey key, byte[] data, Optional<Provider> provider)
      throws GeneralSecurityException {
    requireUsable(algorithm, key);
    Signature signer = engine(algorithm, provider);
    signer.initSign(key);
    signer.update(data);
    return signer.sign();
  }

  /**
   * Refuses a private key of another kind than the algorithm's.
   *
   * @throws InvalidKeyException when it is, or when it is weak
   */
  public static void requireUsable(SignatureAlgorithm algorithm, PrivateKey key)
      throws InvalidKeyException {
    if (!KeyChecks.isUsable(algorithm, key)) {
      throw new InvalidKeyException(
          "a key for " + algorithm.jose() + " is expected, found " + key.getAlgorithm());
    }
  }

  private static Signature engine(SignatureAlgorithm algorithm, Optional<Provider> provider)
      throws GeneralSecurityException {
    Signature engine =
        provider.isPresent()
            ? Signature.getInstance(algorithm.jca(), provider.get())
            : Signature.getInstance(algorithm.jca());
    Optional<PSSParameterSpec> parameters = pss(algorithm);
    if (parameters.isPresent()) {
      engine.setParameter(parameters.get());
    }
    return engine;
  }

  // RFC 7518 §3.5: the same digest in the mask, and a salt as long as the digest.
  private static Optional<PSSParameterSpec> pss(SignatureAlgorithm algorithm) {
    int saltLength =
        switch (algorithm) {
          case PS256 -> 32;
          case PS384 -> 48;
          case PS512 -> 64;
          default -> 0;
        };
    return saltLength == 0
        ? Optional.empty()
        : Optional.of(
            new PSSParameterSpec(
                algorithm.digest(),
                "MGF1",
                new MGF1ParameterSpec(algorithm.digest()),
                saltLength,
                PSSParameterSpec.TRAILER_FIELD_BC));
  }

  private static boolean verify(Signature verifier, PublicKey key, byte[] data, byte[] signature)
      throws InvalidKeyException {
    try {
      verifier.initVerify(key);
      verifier.update(data);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (RuntimeException e) {
      // Providers have thrown unchecked exceptions on odd signatures; none of them is a yes.
      return false;
    }
  }

  private static boolean isWellFormed(
      SignatureAlgorithm algorithm, PublicKey key, byte[] signature) {
    // JDK 17 itself takes Ed25519 and P1363 signatures of the wrong length.
    if (signature.length != length(algorithm, key)) {
      return false;
    }
    return switch (algorithm) {
      case EDDSA -> Ed25519.isCanonicalSignature(signature);
      case ES256 -> hasScalarsInRange(NistCurve.P256, signature);
      case ES384 -> hasScalarsInRange(NistCurve.P384, signature);
      case ES512 -> hasScalarsInRange(NistCurve.P521, signature);
      case RS256, RS384, RS512, PS256, PS384, PS512 -> true;
    };
  }

  private static int length(SignatureAlgorithm algorithm, PublicKey key) {
    return algorithm
        .signatureLength()
        .orElseGet(() -> (((RSAPublicKey) key).getModulus().bitLength() + 7) / 8);
  }

  // 0 < r, s < n: FIPS 186-5 §6.4.2 step 1, which a runtime once forgot (CVE-2022-21449).
  private static boolean hasScalarsInRange(NistCurve curve, byte[] signature) {
    BigInteger order = curve.params().getOrder();
    int half = signature.length / 2;
    return isScalar(order, Arrays.copyOf(signature, half))
        && isScalar(order, Arrays.copyOfRange(signature, half, signature.length));
  }

  private static boolean isScalar(BigInteger order, byte[] bytes) {
    BigInteger value = new BigInteger(1, bytes);
    return value.signum() > 0 && value.compareTo(order) < 0;
  }
}
