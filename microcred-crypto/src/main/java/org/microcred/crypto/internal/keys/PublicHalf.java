package org.microcred.crypto.internal.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonPointer;

/**
 * The public half of a private key that came without it.
 *
 * <p>On the curves it is the secret that the key agrees on with the curve's generator. So the
 * runtime, which takes the same time for every key, does all arithmetic with the private half; what
 * is left open, the sign of a coordinate, a trial signature tells.
 */
public final class PublicHalf {
  private static final byte[] PROBE = {1, 2, 3};

  private PublicHalf() {}

  /** {@return the pair of that private key, tried out} */
  static KeyPair of(PrivateKey key) throws InvalidDocumentException {
    List<DecodedKey> candidates;
    try {
      candidates = candidates(key);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw notAPair();
    }
    for (DecodedKey candidate : candidates) {
      // A weak key is refused with its reason; it would not sign.
      KeyPair pair = new KeyPair(candidate.orThrow(), key);
      try {
        requireMatch(
            pair, KeyKind.of(pair.getPublic()).orElseThrow().algorithm(), Optional.empty());
        return pair;
      } catch (GeneralSecurityException e) {
        // The other one, then.
      }
    }
    throw notAPair();
  }

  /**
   * Tries a pair out.
   *
   * @throws GeneralSecurityException when the private key does not sign for the public key
   */
  public static void requireMatch(
      KeyPair pair, SignatureAlgorithm algorithm, Optional<Provider> provider)
      throws GeneralSecurityException {
    byte[] signature = Signatures.sign(algorithm, pair.getPrivate(), PROBE, provider);
    if (!Signatures.verify(algorithm, pair.getPublic(), PROBE, signature, Optional.empty())) {
      throw new InvalidKeyException("the private key is not that of the public key");
    }
  }

  private static List<DecodedKey> candidates(PrivateKey key)
      throws GeneralSecurityException, InvalidDocumentException {
    if (key instanceof RSAPrivateCrtKey rsa && key.getAlgorithm().equals("RSA")) {
      return List.of(RsaKeys.key(rsa.getModulus(), rsa.getPublicExponent()));
    }
    if (key instanceof ECPrivateKey ec) {
      Optional<NistCurve> curve = NistCurve.of(ec.getParams());
      if (curve.isPresent()) {
        return onCurve(ec, curve.get());
      }
    }
    if (key instanceof EdECPrivateKey edwards
        && edwards.getParams().getName().equals(KeyKind.ED25519.curve())) {
      return edwards(edwards);
    }
    throw EncodedKeys.unsupported(key);
  }

  private static List<DecodedKey> onCurve(ECPrivateKey key, NistCurve curve)
      throws GeneralSecurityException {
    if (key.getS().signum() <= 0 || key.getS().compareTo(curve.params().getOrder()) >= 0) {
      throw new InvalidKeyException("not a scalar of the curve");
    }
    PublicKey generator =
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(curve.params().getGenerator(), curve.params()));
    return curve.withX(new BigInteger(1, agreed("ECDH", key, generator)));
  }

  // RFC 8032 §5.1.5 steps 1 to 3: X25519 clamps the lower half of the digest in the same way.
  private static List<DecodedKey> edwards(EdECPrivateKey key) throws GeneralSecurityException {
    byte[] seed = key.getBytes().orElseThrow();
    byte[] digest = MessageDigest.getInstance("SHA-512").digest(seed);
    byte[] scalar = Arrays.copyOf(digest, Ed25519.KEY_LENGTH);
    try {
      KeyFactory factory = KeyFactory.getInstance("X25519");
      PrivateKey agreeing =
          factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
      PublicKey generator =
          factory.generatePublic(
              new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9)));
      return Ed25519.ofMontgomery(agreed("X25519", agreeing, generator));
    } finally {
      Arrays.fill(seed, (byte) 0);
      Arrays.fill(digest, (byte) 0);
      Arrays.fill(scalar, (byte) 0);
    }
  }

  private static byte[] agreed(String algorithm, PrivateKey mine, Key theirs)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance(algorithm);
    agreement.init(mine);
    agreement.doPhase(theirs, true);
    return agreement.generateSecret();
  }

  private static InvalidDocumentException notAPair() {
    // Without a cause: messages of providers may tell of the private parts.
    return InvalidDocumentException.of(
        "key.malformed",
        JsonPointer.ROOT,
        "the private key is damaged: its parts do not belong together");
  }
}
