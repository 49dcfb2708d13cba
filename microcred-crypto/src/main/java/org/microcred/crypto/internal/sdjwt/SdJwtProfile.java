package org.microcred.crypto.internal.sdjwt;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** The two families of credentials that travel as SD-JWT, and what a holder must not withhold. */
public enum SdJwtProfile {
  /** VC-JOSE-COSE §3.2: the payload is a credential of the VC data model. */
  VC,
  /** SD-JWT VC: plain claims with a {@code vct}. Drafts up to 05 called it vc+sd-jwt as well. */
  SD_JWT_VC;

  private static final String DC = "dc+sd-jwt";

  // RFC 9901 §9.7; SD-JWT VC §3.2.2.2
  private static final Set<String> CLAIMS =
      Set.of("iss", "aud", "exp", "nbf", "cnf", "vct", "vct#integrity", "status");

  // VC-JOSE-COSE §3.2.1
  private static final Set<String> MEMBERS =
      Set.of("@context", "type", "credentialStatus", "credentialSchema", "relatedResource");

  /** What the data model requires, and what bounds the credential in time. */
  private static final Set<String> REQUIRED =
      Set.of("issuer", "validFrom", "validUntil", "credentialSubject");

  /** The header's {@code typ} for that content. */
  String typ(Content content) {
    return this == VC ? content.in("sd-jwt") : DC;
  }

  static SdJwtProfile of(Optional<String> typ, Content content, JsonObject payload) {
    if (content == Content.PRESENTATION) {
      return VC;
    }
    boolean isOlderName = payload.has("vct") && !payload.has("@context");
    return typ.equals(Optional.of(DC)) || (isOlderName && typ.equals(Optional.of(VC.typ(content))))
        ? SD_JWT_VC
        : VC;
  }

  /** Notes a header's types that do not go with this profile and the expected content. */
  void requireTypes(
      Optional<String> typ, Optional<String> contentType, Content content, Found found) {
    if (typ.isEmpty()) {
      found.warning("jwt.typ", "header typ: " + typ(content) + " is missing");
    } else if (this == VC && !typ.get().equals(typ(content))) {
      found.failure(
          "jwt.typ",
          "header typ: " + typ(content) + " is expected, found " + SafeText.quote(typ.get()));
    }
    if (this == VC && !content.fits(contentType)) {
      found.failure(
          "jwt.cty",
          "header cty: "
              + content.mediaType()
              + " or nothing is expected, found "
              + SafeText.quote(contentType.orElse("")));
    }
  }

  /** Notes claims that the holder could have withheld, and that the answer hangs on. */
  static void requireInPlainSight(List<Revealed> revealed, Found found) {
    for (Revealed one : revealed) {
      List<String> tokens = one.pointer().tokens();
      // RFC 9901 §9.7: not the claim and nothing in it, but for one of many audiences.
      boolean isAudience = tokens.size() > 1 && tokens.get(0).equals("aud");
      if (CLAIMS.contains(tokens.get(0)) && !isAudience) {
        found.failure(
            "sd-jwt.withholdable",
            "claim " + tokens.get(0) + ": it must not be one that the holder may withhold");
      } else if (tokens.size() == 1 && MEMBERS.contains(tokens.get(0))) {
        found.warning(
            "sd-jwt.withholdable",
            "the issuer let the holder withhold the member " + tokens.get(0));
      }
    }
  }

  /**
   * Refuses to let a holder withhold what the answer hangs on.
   *
   * @throws IllegalArgumentException when one of the places is such
   */
  void requireWithholdable(List<JsonPointer> pointers) {
    for (JsonPointer pointer : pointers) {
      if (isFixed(pointer.tokens())) {
        throw new IllegalArgumentException(
            "pointers: " + SafeText.quote(pointer.toString()) + " must not be withheld");
      }
    }
  }

  private boolean isFixed(List<String> tokens) {
    if (tokens.isEmpty() || CLAIMS.contains(tokens.get(0))) {
      return true;
    }
    if (this == SD_JWT_VC) {
      return false;
    }
    // Terms mean what the context and the types around them say, at every depth.
    return MEMBERS.contains(tokens.get(0))
        || Stream.of("@context", "type").anyMatch(tokens::contains)
        || (tokens.size() == 1 && REQUIRED.contains(tokens.get(0)))
        || tokens.equals(List.of("issuer", "id"));
  }
}
