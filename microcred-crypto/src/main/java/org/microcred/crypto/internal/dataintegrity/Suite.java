package org.microcred.crypto.internal.dataintegrity;

import static org.microcred.crypto.SignatureAlgorithm.EDDSA;
import static org.microcred.crypto.SignatureAlgorithm.ES256;
import static org.microcred.crypto.SignatureAlgorithm.ES384;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** A cryptosuite that is built in: how the document is transformed, and what signs it. */
@SuppressWarnings("ImmutableEnumChecker") // lists of enum constants
public enum Suite {
  /** Data Integrity EdDSA Cryptosuites 1.0 §3.2. */
  EDDSA_RDFC_2022("eddsa-rdfc-2022", Transformation.RDFC, List.of(EDDSA)),
  /** Data Integrity EdDSA Cryptosuites 1.0 §3.3. */
  EDDSA_JCS_2022("eddsa-jcs-2022", Transformation.JCS, List.of(EDDSA)),
  /** Data Integrity ECDSA Cryptosuites 1.0 §3.2. */
  ECDSA_RDFC_2019("ecdsa-rdfc-2019", Transformation.RDFC, List.of(ES256, ES384)),
  /** Data Integrity ECDSA Cryptosuites 1.0 §3.3. */
  ECDSA_JCS_2019("ecdsa-jcs-2019", Transformation.JCS, List.of(ES256, ES384)),
  /** Data Integrity ECDSA Cryptosuites 1.0 §3.4 to §3.6: the holder discloses parts. */
  ECDSA_SD_2023("ecdsa-sd-2023", Transformation.RDFC, List.of(ES256)),
  /** Data Integrity EdDSA Cryptosuites 1.0 Appendix A, the older proof type. */
  ED25519_SIGNATURE_2020("Ed25519Signature2020", Transformation.RDFC, List.of(EDDSA));

  /** What a signature covers. */
  enum Transformation {
    /** The canonical quads of RDFC-1.0. */
    RDFC,
    /** The JSON itself in the canonical form of RFC 8785. */
    JCS
  }

  private static final String DATA_INTEGRITY = "DataIntegrityProof";
  private static final String DATA_INTEGRITY_CONTEXT =
      "https://w3id.org/security/data-integrity/v2";
  private static final String ED25519_2020_CONTEXT =
      "https://w3id.org/security/suites/ed25519-2020/v1";

  /** These define DataIntegrityProof. */
  private static final Set<String> WITH_DATA_INTEGRITY =
      Set.of(
          "https://www.w3.org/ns/credentials/v2",
          "https://w3id.org/security/data-integrity/v1",
          DATA_INTEGRITY_CONTEXT);

  private final String label;
  private final Transformation transformation;
  private final List<SignatureAlgorithm> algorithms;

  Suite(String label, Transformation transformation, List<SignatureAlgorithm> algorithms) {
    this.label = label;
    this.transformation = transformation;
    this.algorithms = algorithms;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }

  Transformation transformation() {
    return transformation;
  }

  /** What its keys sign by: the kind of key decides. */
  List<SignatureAlgorithm> algorithms() {
    return algorithms;
  }

  /** The algorithm whose signatures have that length; empty when there is none. */
  Optional<SignatureAlgorithm> ofLength(int octets) {
    return algorithms.stream()
        .filter(algorithm -> algorithm.signatureLength().orElse(0) == octets)
        .findFirst();
  }

  /** Whether proofs say the suite in a member of its own. */
  boolean isDataIntegrity() {
    return this != ED25519_SIGNATURE_2020;
  }

  /** The proof's type. */
  String type() {
    return isDataIntegrity() ? DATA_INTEGRITY : label;
  }

  /** The suite of a proof; empty when it is not built in. */
  static Optional<Suite> of(String type, Optional<String> cryptosuite) {
    for (Suite suite : values()) {
      boolean named =
          !suite.isDataIntegrity() || cryptosuite.filter(suite.label::equals).isPresent();
      if (suite.type().equals(type) && named) {
        return Optional.of(suite);
      }
    }
    return Optional.empty();
  }

  /** The document with a context that defines this suite's proofs, when it has none yet. */
  JsonObject withContext(JsonObject document) {
    List<JsonValue> contexts = document.list("@context");
    if (contexts.isEmpty() || contexts.stream().anyMatch(this::isDefinedBy)) {
      return document;
    }
    List<JsonValue> longer = new ArrayList<>(contexts);
    longer.add(new JsonString(isDataIntegrity() ? DATA_INTEGRITY_CONTEXT : ED25519_2020_CONTEXT));
    return document.with("@context", new JsonArray(longer));
  }

  private boolean isDefinedBy(JsonValue entry) {
    return entry instanceof JsonString url
        && (isDataIntegrity()
            ? WITH_DATA_INTEGRITY.contains(url.value())
            : url.value().equals(ED25519_2020_CONTEXT));
  }
}
