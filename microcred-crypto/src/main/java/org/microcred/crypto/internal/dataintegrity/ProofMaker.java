package org.microcred.crypto.internal.dataintegrity;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.TermCheck;
import org.microcred.crypto.internal.keys.CheckedSignature;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Multibase;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/** Adds a proof to a document (DI 1.0 §4.2, EdDSA Cryptosuites 1.0 §3.2.1). */
public final class ProofMaker {
  private final Suite suite;
  private final Signer signer;
  private final InspectionSettings settings;
  private final List<JsonPointer> mandatory;

  /** For a signer with a key that the suite has an algorithm for. */
  public ProofMaker(Suite suite, Signer signer, InspectionSettings settings) {
    this(suite, signer, settings, List.of());
  }

  /**
   * For a signer with a key that the suite has an algorithm for.
   *
   * @param mandatory what every proof derived from this one discloses, where the suite derives
   */
  public ProofMaker(
      Suite suite, Signer signer, InspectionSettings settings, List<JsonPointer> mandatory) {
    this.suite = suite;
    this.signer = signer;
    this.settings = settings;
    this.mandatory = mandatory;
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
    return sign(document, created, Optional.empty());
  }

  /**
   * Signs as the answer to a request, to say who one is.
   *
   * @param presentation without proof
   * @param created when the proof says it was made, to the second
   * @param request what the proof repeats
   * @return the presentation with its proof, and with a context for it where there was none
   * @throws InvalidDocumentException when the signature would not cover all of the presentation
   * @throws IOException when the key could not be reached or refused
   */
  public JsonObject present(JsonObject presentation, Instant created, Request request)
      throws InvalidDocumentException, IOException {
    return sign(presentation, created, Optional.of(request));
  }

  private JsonObject sign(JsonObject document, Instant created, Optional<Request> request)
      throws InvalidDocumentException, IOException {
    JsonObject unsecured = suite.withContext(document);
    if (suite.transformation() == Suite.Transformation.JCS) {
      requirePassed(
          TermCheck.lossless(
              unsecured,
              new ContextSource(settings.contexts(), settings.limits()),
              settings.budget()));
    }
    JsonObject proof = options(created, unsecured, request);
    if (suite == Suite.ECDSA_SD_2023) {
      Transformed options =
          transform(ProofOptions.of(proof, unsecured, suite.transformation()), "SHA-256");
      byte[] value =
          new SdProofMaker(signer, settings, SdProofMaker.mandatory(unsecured, mandatory))
              .sign(unsecured, options);
      return secured(unsecured, proof, Multibase.base64url(value));
    }
    String digest = HashData.digest(signer.algorithm());
    Transformed documentForm = transform(unsecured, digest);
    Transformed proofForm =
        transform(ProofOptions.of(proof, unsecured, suite.transformation()), digest);
    byte[] signature = CheckedSignature.of(HashData.of(proofForm, documentForm, digest), signer);
    return secured(unsecured, proof, Multibase.base58btc(signature));
  }

  private static JsonObject secured(JsonObject document, JsonObject proof, String value) {
    return document.with("proof", proof.with("proofValue", new JsonString(value)));
  }

  private JsonObject options(Instant created, JsonObject document, Optional<Request> request) {
    JsonObject.Builder proof = JsonObject.builder();
    if (suite.transformation() == Suite.Transformation.JCS) {
      // EdDSA Cryptosuites 1.0 §3.3.1 step 2
      proof.putIfPresent("@context", document.get("@context"));
    }
    proof.put("type", suite.type());
    if (suite.isDataIntegrity()) {
      proof.put("cryptosuite", suite.label());
    }
    Relationship purpose =
        request.isPresent() ? Relationship.AUTHENTICATION : Relationship.ASSERTION_METHOD;
    return proof
        .put("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("verificationMethod", signer.verificationMethod())
        .put("proofPurpose", purpose.term())
        .putIfPresent("challenge", request.map(Request::challenge).map(JsonString::new))
        .putIfPresent("domain", request.map(Request::domain).map(JsonString::new))
        .build();
  }

  private Transformed transform(JsonObject document, String digest)
      throws InvalidDocumentException {
    Transformed transformed = Transformed.of(document, suite.transformation(), digest, settings);
    requirePassed(transformed.obstacles());
    return transformed;
  }

  private static void requirePassed(Findings findings) throws InvalidDocumentException {
    if (!findings.passed()) {
      List<Violation> violations = new ArrayList<>(findings.failures());
      violations.addAll(findings.unknowns());
      throw new InvalidDocumentException(violations);
    }
  }
}
