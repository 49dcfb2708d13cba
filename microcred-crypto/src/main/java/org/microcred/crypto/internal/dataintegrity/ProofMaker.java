package org.microcred.crypto.internal.dataintegrity;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.jsonld.Canonical;
import org.microcred.crypto.internal.jsonld.Canonicaliser;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TitaniumCanonicaliser;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Multibase;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** Adds a proof to a document (DI 1.0 §4.2, EdDSA Cryptosuites 1.0 §3.2.1). */
public final class ProofMaker {
  private static final Canonicaliser CANONICALISER = new TitaniumCanonicaliser();

  private final Suite suite;
  private final Signer signer;
  private final InspectionSettings settings;

  /** For a signer with an Ed25519 key. */
  public ProofMaker(Suite suite, Signer signer, InspectionSettings settings) {
    this.suite = suite;
    this.signer = signer;
    this.settings = settings;
  }

  /**
   * Signs.
   *
   * @param document without proof
   * @param created when the proof says it was made, to the second
   * @return the document with its proof, and with a context for it where there was none
   * @throws InvalidDocumentException when the signature would not cover all of the document
   * @throws IOException when the key could not be reached or refused
   */
  public JsonObject sign(JsonObject document, Instant created)
      throws InvalidDocumentException, IOException {
    JsonObject unsecured = suite.withContext(document);
    JsonObject proof = options(created);
    Canonical documentForm = canonicalise(unsecured);
    Canonical proofForm = canonicalise(ProofOptions.of(proof, unsecured));
    byte[] signature = signer.sign(HashData.of(proofForm, documentForm));
    if (signature.length != ProofReader.SIGNATURE_BYTES) {
      throw new IOException(
          "the signer gave " + signature.length + " octets, an Ed25519 signature has 64");
    }
    return unsecured.with(
        "proof", proof.with("proofValue", new JsonString(Multibase.base58btc(signature))));
  }

  private JsonObject options(Instant created) {
    JsonObject.Builder proof = JsonObject.builder().put("type", suite.type());
    if (suite == Suite.EDDSA_RDFC_2022) {
      proof.put("cryptosuite", suite.label());
    }
    return proof
        .put("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("verificationMethod", signer.verificationMethod())
        .put("proofPurpose", Relationship.ASSERTION_METHOD.term())
        .build();
  }

  private Canonical canonicalise(JsonObject document) throws InvalidDocumentException {
    Canonical canonical =
        CANONICALISER.canonicalise(
            document, new ContextSource(settings.contexts(), settings.limits()), settings.budget());
    Findings obstacles = canonical.obstacles();
    if (!obstacles.passed()) {
      List<Violation> violations = new ArrayList<>(obstacles.failures());
      violations.addAll(obstacles.unknowns());
      throw new InvalidDocumentException(violations);
    }
    return canonical;
  }
}
