package org.microcred.crypto.internal.dataintegrity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.dataintegrity.Suite.Transformation;
import org.microcred.crypto.internal.jsonld.CanonicalLines;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.Jcs;
import org.microcred.crypto.internal.jsonld.OverBudgetException;
import org.microcred.crypto.internal.jsonld.TermCheck;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A document with its embedded proofs (DI 1.0 §4). The document is canonicalised once for all
 * proofs of a form; a proof of a chain has it canonicalised again with the proofs that it covers.
 * Not thread-safe.
 */
public final class SecuredDocument {
  private static final String DEFAULT_DIGEST = "SHA-256";

  private final JsonObject unsecured;
  private final InspectionSettings settings;
  private final List<EmbeddedProof> proofs;
  private final Findings shape;
  private final Map<Covered, Transformed> documents = new HashMap<>();
  private final Map<EmbeddedProof, Transformed> options = new HashMap<>();
  private @Nullable Findings context;

  /** What is canonicalised once: the document with earlier proofs, in one form. */
  private record Covered(List<String> previous, Transformation transformation, String digest) {}

  private SecuredDocument(
      JsonObject unsecured,
      InspectionSettings settings,
      List<EmbeddedProof> proofs,
      Findings shape) {
    this.unsecured = unsecured;
    this.settings = settings;
    this.proofs = proofs;
    this.shape = shape;
  }

  /** Takes a document apart into what is secured and the proofs that secure it. */
  public static SecuredDocument of(JsonObject document, InspectionSettings settings) {
    List<JsonPointer> places = ProofReader.places(document);
    Findings shape = Findings.none();
    List<EmbeddedProof> proofs = new ArrayList<>();
    if (places.isEmpty()) {
      shape =
          failed(
              "proof.missing", JsonPointer.ROOT, "there is no proof: anybody could have made it");
    } else if (places.size() > settings.limits().proofs()) {
      shape = tooMany(settings.limits());
    } else {
      for (JsonPointer at : places) {
        if (at.in(document).orElseThrow() instanceof JsonObject proof) {
          EmbeddedProof read = ProofReader.read(proof, at, document, settings.limits());
          proofs.add(read);
          shape = shape.and(read.shape());
        } else {
          shape = shape.and(failed("proof.malformed", at, "a proof is an object"));
        }
      }
    }
    return new SecuredDocument(
        document.without("proof"),
        settings,
        List.copyOf(proofs),
        shape.and(ProofChain.shape(proofs)));
  }

  /** The proofs, those of kinds that are not built in included. */
  public List<EmbeddedProof> proofs() {
    return proofs;
  }

  /** Whether there are proofs, and each has the members that it must have. */
  public Findings shape() {
    return shape;
  }

  /** {@code json} and the kinds of proofs. */
  public String form() {
    Set<String> kinds = new LinkedHashSet<>();
    kinds.add("json");
    proofs.forEach(proof -> kinds.add(proof.view().format()));
    return String.join("+", kinds);
  }

  /** Whether everything means what the contexts say, and all of it is what the proofs cover. */
  public Findings context() {
    if (context == null) {
      context = coversJsonOnly() ? terms() : lossless();
    }
    return context;
  }

  private Findings terms() {
    return TermCheck.terms(unsecured, contexts(), settings.budget()).and(Jcs.check(unsecured));
  }

  private Findings lossless() {
    Findings findings = document(List.of(), Transformation.RDFC, DEFAULT_DIGEST).context();
    return findings.passed() ? findings.and(options()) : findings;
  }

  /** Whether the proofs themselves mean what the contexts say. */
  private Findings options() {
    Findings findings = Findings.none();
    for (EmbeddedProof proof : proofs) {
      if (proof.suite().isPresent()) {
        findings = findings.and(obstacles(options(proof).context(), proof));
      }
    }
    return findings;
  }

  /** The jcs suites sign the JSON itself; whatever is not known may drop what it does not know. */
  private boolean coversJsonOnly() {
    return !proofs.isEmpty()
        && proofs.stream()
            .allMatch(
                proof ->
                    proof
                        .suite()
                        .filter(s -> s.transformation() == Transformation.JCS)
                        .isPresent());
  }

  /**
   * Verifies one proof (DI 1.0 §4.4, EdDSA Cryptosuites 1.0 §3.2.2).
   *
   * @param proof one of {@link #proofs}
   * @param method the key that it names
   */
  public Findings verify(EmbeddedProof proof, VerificationMethod method) {
    if (!proof.shape().passed()) {
      return proof.shape();
    }
    Findings chain = ProofChain.check(proof, proofs);
    if (!chain.passed()) {
      return chain;
    }
    if (method.publicKey().isEmpty()) {
      return new Findings(method.findings().failures(), method.findings().unknowns(), List.of());
    }
    SignatureAlgorithm algorithm = proof.algorithm().orElseThrow();
    if (!method.allows(algorithm)) {
      return failed(
          "proof.algorithm",
          proof.view().pointer(),
          "the signature is one by "
              + algorithm.jose()
              + ", which is not the algorithm of the key "
              + SafeText.quote(method.id()));
    }
    String digest = HashData.digest(algorithm);
    Transformed document =
        document(proof.previous(), proof.suite().orElseThrow().transformation(), digest);
    Transformed options = options(proof);
    Findings obstacles = document.obstacles().and(obstacles(options.obstacles(), proof));
    if (!obstacles.passed()) {
      return obstacles;
    }
    PublicKey key = method.publicKey().get();
    boolean valid;
    try {
      valid =
          proof.suite().get() == Suite.ECDSA_SD_2023
              ? isDisclosed(proof, key, options)
              : Signatures.verify(
                  algorithm,
                  key,
                  HashData.of(options, document, digest),
                  proof.value().orElseThrow().octets(),
                  settings.provider());
    } catch (OverBudgetException e) {
      return Findings.unknown(e.violation());
    }
    return valid
        ? Findings.none()
        : failed(
            "proof.signature",
            proof.view().pointer(),
            "the signature does not fit: the document, the proof or the key is not the one that was"
                + " signed with");
  }

  private boolean isDisclosed(EmbeddedProof proof, PublicKey key, Transformed options) {
    SdDerivedProof derived =
        SdDerivedProof.read(proof.value().orElseThrow().octets(), settings.limits()).orElseThrow();
    return CanonicalLines.of(
            covered(proof.previous()), contexts(), settings.budget(), derived.labels())
        .filter(lines -> SdVerification.isSigned(derived, key, lines, options, settings))
        .isPresent();
  }

  private Transformed document(
      List<String> previous, Transformation transformation, String digest) {
    return documents.computeIfAbsent(
        new Covered(previous, transformation, digest),
        key -> Transformed.of(covered(previous), transformation, digest, settings));
  }

  /** The document with the earlier proofs of those ids. */
  private JsonObject covered(List<String> previous) {
    List<EmbeddedProof> earlier = ProofChain.named(previous, proofs);
    return earlier.isEmpty()
        ? unsecured
        : unsecured.with(
            "proof",
            new JsonArray(List.copyOf(earlier.stream().map(EmbeddedProof::json).toList())));
  }

  private Transformed options(EmbeddedProof proof) {
    return options.computeIfAbsent(
        proof,
        p -> {
          Transformation transformation = p.suite().orElseThrow().transformation();
          return Transformed.of(
              ProofOptions.of(p.json(), unsecured, transformation),
              transformation,
              p.algorithm().map(HashData::digest).orElse(DEFAULT_DIGEST),
              settings);
        });
  }

  private ContextSource contexts() {
    return new ContextSource(settings.contexts(), settings.limits());
  }

  private static Findings obstacles(Findings findings, EmbeddedProof proof) {
    return new Findings(
        under(findings.failures(), proof), under(findings.unknowns(), proof), List.of());
  }

  private static List<Violation> under(List<Violation> violations, EmbeddedProof proof) {
    return violations.stream().map(v -> v.under(proof.view().pointer())).toList();
  }

  private static Findings tooMany(Limits limits) {
    return Findings.unknown(
        new Violation(
            "limit.proofs",
            JsonPointer.ROOT.child("proof"),
            "there are more than " + limits.proofs() + " proofs"));
  }

  private static Findings failed(String code, JsonPointer at, String message) {
    return Findings.failed(new Violation(code, at, message));
  }
}
