package org.microcred.examples.kms;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Profile;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.TrustPolicy;
import org.microcred.verify.VerificationReport;

/** Issues a badge with a key that is not in this process, and verifies it. */
public final class KmsSigner {
  static final String ISSUER = "did:web:uni.example";
  static final String KEY = ISSUER + "#badges";
  private static final URI DID_DOCUMENT = URI.create("https://uni.example/.well-known/did.json");

  private KmsSigner() {}

  /**
   * Runs it.
   *
   * @param args nothing for a KMS that is started for the occasion; or the configuration of the
   *     JDK's PKCS #11 provider and the label of a key on P-256, with the PIN in the environment
   *     variable {@code PKCS11_PIN}
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      Provider token = TokenSigner.provider(Path.of(args[0]));
      char[] pin = Optional.ofNullable(System.getenv("PKCS11_PIN")).orElse("").toCharArray();
      show(TokenSigner.of(token, pin, args[1], SignatureAlgorithm.ES256, KEY), System.out);
      return;
    }
    try (LoopbackKms kms = new LoopbackKms(SignatureAlgorithm.ES256)) {
      show(remote(kms, Duration.ofSeconds(5)), System.out);
    }
  }

  static Signer remote(LoopbackKms kms, Duration patience) {
    return new RemoteSigner(
        HttpClient.newHttpClient(),
        kms.key(),
        kms.publicKey(),
        SignatureAlgorithm.ES256,
        KEY,
        patience);
  }

  private static void show(Signer signer, PrintStream out)
      throws InvalidDocumentException, IOException, GeneralSecurityException {
    SecuredCredential badge = issue(signer, ProofFormat.ECDSA_RDFC_2019);
    out.println(verify(badge, signer).explain());
    out.println("The DID document of " + ISSUER + ", to be published at " + DID_DOCUMENT + ":");
    out.println(didDocument(signer));
  }

  static SecuredCredential issue(Signer signer, ProofFormat format)
      throws InvalidDocumentException, IOException {
    AchievementCredential badge =
        AchievementCredential.builder(
                Profile.of(signer.controller(), "Example University"),
                "did:example:learner",
                Achievement.builder("https://uni.example/python-101", "Python 101").build())
            .build();
    return CredentialSigner.of(signer, format).sign(badge);
  }

  /** As somebody does who trusts the university and has its DID document. */
  static VerificationReport verify(SecuredCredential badge, Signer signer) {
    byte[] document = didDocument(signer).getBytes(StandardCharsets.UTF_8);
    return CredentialVerifier.builder(TrustPolicy.issuers(ISSUER))
        .documents(DocumentLoader.of(Map.of(DID_DOCUMENT, document)))
        .build()
        .verify(badge);
  }

  static String didDocument(Signer signer) {
    Jwk key = Jwk.of(signer.publicKey()).withAlgorithm(signer.algorithm());
    return """
        {"id": "%1$s",
         "verificationMethod": [{"id": "%2$s", "type": "JsonWebKey", "controller": "%1$s",
           "publicKeyJwk": %3$s}],
         "assertionMethod": ["%2$s"]}"""
        .formatted(signer.controller(), signer.verificationMethod(), key.toJson());
  }
}
