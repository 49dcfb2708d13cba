package org.microcred.examples.benchmarks;

import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.ld.DocumentError;
import com.apicatalog.ld.signature.SigningError;
import com.apicatalog.ld.signature.VerificationError;
import com.apicatalog.ld.signature.eddsa.EdDSASignature2022;
import com.apicatalog.multikey.MultiKey;
import com.apicatalog.vc.Verifiable;
import com.apicatalog.vc.integrity.DataIntegrityProofDraft;
import com.apicatalog.vc.verifier.Verifier;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The same badge with Iron Verifiable Credentials, {@code eddsa-rdfc-2022} by the JDK's provider.
 * It signs the badge itself, since it refuses the signatures of other implementations.
 */
@State(Scope.Thread)
public class IronBenchmark {
  private static final int KEY_BYTES = 32;

  private final DocumentLoader contexts = Peers.contexts();
  private final EdDSASignature2022 suite = new EdDSASignature2022();
  private final Verifier verifier = Verifier.with(suite).loader(contexts).useBundledContexts(false);
  private byte[] badge;

  /** Signs a badge. */
  @Setup
  public void setUp() throws GeneralSecurityException, SigningError, DocumentError {
    Issuer issuer = Issuer.of(SignatureAlgorithm.EDDSA);
    URI method = URI.create(issuer.method());
    MultiKey key = new MultiKey();
    key.setId(method);
    key.setAlgorithm("ED25519");
    key.setPublicKey(last(issuer.publicKey(Jca.JDK).getEncoded()));
    key.setPrivateKey(last(issuer.privateKey(Jca.JDK).getEncoded()));
    DataIntegrityProofDraft draft =
        suite.createDraft(method, URI.create("https://w3id.org/security#assertionMethod"));
    draft.created(SampleBadge.ISSUED);
    JsonObject unsigned =
        Peers.read(
            issuer
                .unsigned(ProofFormat.EDDSA_RDFC_2022)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
    JsonObject signed =
        suite
            .createIssuer(key)
            .loader(contexts)
            .useBundledContexts(false)
            .sign(unsigned, draft)
            .compacted();
    badge = signed.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] last(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  /** From the bytes to Iron's credential; a signature that does not fit is thrown. */
  @Benchmark
  public Verifiable verify() throws VerificationError, DocumentError {
    return verifier.verify(Peers.read(badge));
  }
}
