package org.microcred.verify.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every problem code with its title, and the W3C type URI where a specification defines one. */
public final class ProblemCatalogue {
  // VC Data Model 2.0 "Problem Details" and Data Integrity 1.0, Controlled Identifiers 1.0
  // "Processing Errors": the kinds that those specifications name.
  private static final String VC = "https://www.w3.org/TR/vc-data-model#";
  private static final String SECURITY = "https://w3id.org/security#";

  // Bitstring Status List 1.0 "Processing Errors".
  private static final String STATUS = "https://www.w3.org/ns/credentials/status-list#";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("json.syntax", VC + "PARSING_ERROR"),
          Map.entry("json.encoding", VC + "PARSING_ERROR"),
          Map.entry("json.duplicate-member", VC + "PARSING_ERROR"),
          Map.entry("json.surrogate", VC + "PARSING_ERROR"),
          Map.entry("json.type", VC + "PARSING_ERROR"),
          Map.entry("form.unknown", VC + "PARSING_ERROR"),
          Map.entry("validity.expired", VC + "RANGE_ERROR"),
          Map.entry("validity.not-yet", VC + "RANGE_ERROR"),
          Map.entry("proof.signature", SECURITY + "PROOF_VERIFICATION_ERROR"),
          Map.entry("proof.missing", SECURITY + "PROOF_VERIFICATION_ERROR"),
          Map.entry("key.document-id", SECURITY + "INVALID_CONTROLLED_IDENTIFIER_DOCUMENT_ID"),
          Map.entry("key.not-found", SECURITY + "INVALID_VERIFICATION_METHOD"),
          Map.entry("key.controller", SECURITY + "INVALID_VERIFICATION_METHOD"),
          Map.entry("key.purpose", SECURITY + "INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD"),
          Map.entry("status.unavailable", STATUS + "STATUS_RETRIEVAL_ERROR"),
          Map.entry("status.list-not-verified", STATUS + "STATUS_VERIFICATION_ERROR"),
          Map.entry("status.list-purpose", STATUS + "STATUS_VERIFICATION_ERROR"),
          Map.entry("status.list-length", STATUS + "STATUS_LIST_LENGTH_ERROR"),
          Map.entry("status.malformed", VC + "MALFORMED_VALUE_ERROR"),
          Map.entry("status.encoding", VC + "MALFORMED_VALUE_ERROR"),
          Map.entry("status.index", VC + "RANGE_ERROR"));

  private ProblemCatalogue() {}

  /** The type URI of a code. */
  public static URI type(String code) {
    String known = TYPES.get(code);
    return URI.create(known != null ? known : "tag:microcred.org,2026:" + code);
  }

  /** The title of a code; the code itself for one that a caller's own SPI made up. */
  public static String title(String code, Locale locale) {
    Words titles = Words.of("problems", locale);
    return titles.has(code) ? titles.get(code) : code;
  }

  /** All codes that the library itself gives. */
  public static Set<String> codes() {
    return Words.of("problems", Locale.ROOT).keys();
  }
}
