package org.microcred.examples.benchmarks;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SelectiveDisclosure;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/** An issuer of sample badges with one key, the same for all benchmarks of a run. */
final class Issuer {
  private static final Map<SignatureAlgorithm, Issuer> ISSUERS = new ConcurrentHashMap<>();

  /** What most of the field signs with. */
  private static final int RSA_BITS = 2048;

  private final SignatureAlgorithm algorithm;
  private final KeyPair pair;
  private final String method;

  private Issuer(SignatureAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.pair = newPair(algorithm);
    this.method = Signer.didKey(pair).verificationMethod();
  }

  static Issuer of(SignatureAlgorithm algorithm) {
    return ISSUERS.computeIfAbsent(algorithm, Issuer::new);
  }

  /**
   * {@return what is signed: the sample without status and schema, which need other documents; for
   * ecdsa-sd-2023 without results, too, since it cannot take lists apart}
   */
  JsonObject unsigned(ProofFormat format) {
    JsonObject badge = unsigned();
    if (format != ProofFormat.ECDSA_SD_2023) {
      return badge;
    }
    JsonObject subject = badge.object("credentialSubject").orElseThrow();
    JsonObject achievement = subject.object("achievement").orElseThrow();
    return badge.with(
        "credentialSubject",
        subject.without("result").with("achievement", achievement.without("resultDescription")));
  }

  private JsonObject unsigned() {
    JsonObject badge = SampleBadge.credential().json();
    JsonObject issuer = badge.object("issuer").orElseThrow();
    return badge
        .with("issuer", issuer.with("id", new JsonString(method.substring(0, method.indexOf('#')))))
        .without("credentialStatus")
        .without("credentialSchema");
  }

  /** {@return the URL of the key} */
  String method() {
    return method;
  }

  CredentialSigner signer(ProofFormat format, Jca jca) {
    CredentialSigner signer = CredentialSigner.of(key(jca), format);
    return format == ProofFormat.ECDSA_SD_2023
        ? signer.withMandatory(pointers("/issuer", "/validFrom"))
        : signer;
  }

  /** {@return what a verifier gets; of a selective format all but the evidence} */
  SecuredCredential badge(ProofFormat format) {
    try {
      SecuredCredential signed = signer(format, Jca.JDK).sign(unsigned(format));
      return format == ProofFormat.ECDSA_SD_2023
          ? SelectiveDisclosure.derive(
              signed, pointers("/credentialSubject", "/name"), DocumentLoader.none())
          : signed;
    } catch (InvalidDocumentException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the key as that provider likes it best} */
  PublicKey publicKey(Jca jca) throws GeneralSecurityException {
    return factory(jca).generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded()));
  }

  /** {@return the key as that provider likes it best} */
  PrivateKey privateKey(Jca jca) throws GeneralSecurityException {
    return factory(jca).generatePrivate(new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded()));
  }

  private Signer key(Jca jca) {
    try {
      return jca.provider().isPresent()
          ? Signer.of(
              new KeyPair(publicKey(jca), privateKey(jca)), algorithm, method, jca.provider().get())
          : Signer.of(pair, algorithm, method);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyFactory factory(Jca jca) throws GeneralSecurityException {
    String name = algorithm == SignatureAlgorithm.EDDSA ? "Ed25519" : algorithm.keyType();
    if (jca.provider().isPresent()) {
      try {
        return KeyFactory.getInstance(name, jca.provider().get());
      } catch (NoSuchAlgorithmException e) {
        // It takes the JDK's keys.
      }
    }
    return KeyFactory.getInstance(name);
  }

  private static KeyPair newPair(SignatureAlgorithm algorithm) {
    if (!algorithm.keyType().equals("RSA")) {
      return KeyPairs.generate(algorithm);
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonPointer> pointers(String... pointers) {
    return List.of(pointers).stream().map(JsonPointer::parse).toList();
  }
}
