package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
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
        return verify(Engine.of(algorithm, provider.get()).forVerifying(key), data, signature);
      } catch (GeneralSecurityException | RuntimeException e) {
        // The provider does not know the algorithm or keys made by others: no verdict on them.
      }
    }
    try {
      return verify(Engine.of(algorithm).forVerifying(key), data, signature);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks " + algorithm.jca(), e);
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Signs.
   *
   * @param algorithm what to use
   * @param key a key of the algorithm's kind
   * @param data what to sign
   * @param provider who calculates; what it cannot do is done by the runtime's own providers, if
   *     they can use the key
   * @return the signature as JOSE wants it
   * @throws GeneralSecurityException when the key or the provider refuses
   */
  public static byte[] sign(
      SignatureAlgorithm algorithm, PrivateKey key, byte[] data, Optional<Provider> provider)
      throws GeneralSecurityException {
    requireUsable(algorithm, key);
    try {
      return signing(algorithm, key, provider).sign(data);
    } catch (RuntimeException e) {
      // Providers of hardware say so when it is gone.
      throw new SignatureException("the provider of the key failed", e);
    }
  }

  private static Engine signing(
      SignatureAlgorithm algorithm, PrivateKey key, Optional<Provider> provider)
      throws GeneralSecurityException {
    if (provider.isEmpty()) {
      return Engine.of(algorithm).forSigning(key);
    }
    try {
      return Engine.of(algorithm, provider.get()).forSigning(key);
    } catch (GeneralSecurityException | RuntimeException e) {
      try {
        return Engine.of(algorithm).forSigning(key);
      } catch (GeneralSecurityException neither) {
        neither.addSuppressed(e);
        throw neither;
      }
    }
  }

  /**
   * Refuses a pair of another kind than the algorithm's.
   *
   * @throws InvalidKeyException when it is, or when it is weak
   */
  public static void requireUsable(SignatureAlgorithm algorithm, KeyPair pair)
      throws InvalidKeyException {
    requireUsable(algorithm, pair.getPrivate());
    if (!KeyChecks.isUsable(algorithm, pair.getPublic())) {
      throw new InvalidKeyException("the public key is weak or none for " + algorithm.jose());
    }
  }

  private static void requireUsable(SignatureAlgorithm algorithm, PrivateKey key)
      throws InvalidKeyException {
    if (!KeyChecks.isUsable(algorithm, key)) {
      throw new InvalidKeyException(
          "a key for " + algorithm.jose() + " is expected, found " + key.getAlgorithm());
    }
  }

  private static boolean verify(Engine engine, byte[] data, byte[] signature) {
    try {
      return engine.verify(data, signature);
    } catch (SignatureException | RuntimeException e) {
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
