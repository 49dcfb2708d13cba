package org.microcred.crypto.internal.jose;

import java.util.List;
import java.util.Optional;
import org.microcred.model.json.JsonObject;

/** The three ways in which a JWT carries a credential; each has claim rules of its own. */
public enum JwtProfile {
  /** VC-JOSE-COSE §3.1.1: the payload is the credential. */
  VC_JWT("vc+jwt"),
  /** Open Badges 3.0 §8.2 on VC 2.0: the payload is the credential and repeats it as claims. */
  OPEN_BADGES("JWT"),
  /** The same on VC 1.1 §6.3.1: the credential is in the claim {@code vc}. */
  OPEN_BADGES_VC_1_1("JWT");

  private static final List<String> OPEN_BADGES_CLAIMS = List.of("iss", "sub", "nbf", "jti");

  private final String typ;

  JwtProfile(String typ) {
    this.typ = typ;
  }

  /** {@return the header's {@code typ}} */
  String typ() {
    return typ;
  }

  /** {@return whether registered claims repeat members of the credential} */
  boolean repeatsMembers() {
    return this != VC_JWT;
  }

  /**
   * {@return the profile, or empty when it is a token for something else}
   *
   * @param typ the header's type in lower case, when there is one
   * @param payload the claims
   */
  static Optional<JwtProfile> of(Optional<String> typ, JsonObject payload) {
    if (typ.isPresent() && !typ.get().equals("jwt")) {
      return typ.get().equals(VC_JWT.typ) ? Optional.of(VC_JWT) : Optional.empty();
    }
    if (payload.has("vc")) {
      return Optional.of(OPEN_BADGES_VC_1_1);
    }
    boolean hasNoClaims = OPEN_BADGES_CLAIMS.stream().noneMatch(payload::has);
    return Optional.of(typ.isEmpty() && hasNoClaims ? VC_JWT : OPEN_BADGES);
  }
}
