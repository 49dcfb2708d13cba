package org.microcred.crypto.internal.jose;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.internal.DateTimeStamp;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** How claims and the members of a credential relate: the rules of each {@link JwtProfile}. */
public final class ClaimRules {
  private static final String VC_1_1 = "https://www.w3.org/2018/credentials/v1";
  private static final String VC_2_0 = "https://www.w3.org/ns/credentials/v2";

  private final JwtProfile profile;
  private final JwtClaims claims;
  private final Found found;

  private ClaimRules(JwtProfile profile, JwtClaims claims, Found found) {
    this.profile = profile;
    this.claims = claims;
    this.found = found;
  }

  /** {@return the credential that the payload holds, as far as it holds one} */
  public static JsonObject credential(
      JwtProfile profile, JsonObject payload, JwtClaims claims, Found found) {
    ClaimRules rules = new ClaimRules(profile, claims, found);
    JsonObject written = rules.written(payload);
    rules.requireDataModel(written);
    rules.compare(written);
    return rules.completed(written);
  }

  /** The credential as it stands in the payload. */
  private JsonObject written(JsonObject payload) {
    if (payload.has("vp")) {
      found.failure("jwt.vp-claim", "claim vp: a credential is expected, not a presentation");
    }
    if (profile == JwtProfile.OPEN_BADGES_VC_1_1) {
      if (payload.has("@context")) {
        found.failure("jwt.profile", "a credential stands beside the one in the claim vc");
      }
      Optional<JsonObject> credential = payload.object("vc");
      if (credential.isEmpty()) {
        found.failure("jwt.vc-claim", "claim vc: an object is expected");
      }
      return credential.orElse(JsonObject.EMPTY);
    }
    if (payload.has("vc")) {
      // VC-JOSE-COSE §3.1.1: the claims vc and vp must not be present.
      found.failure("jwt.vc-claim", "claim vc: not allowed where the payload is the credential");
    }
    return withoutClaims(payload);
  }

  /**
   * {@return the presentation that the payload is (VC-JOSE-COSE §3.1.2, §3.2.2)}
   *
   * <p>The claims of the token may not contradict it, and are no part of it.
   */
  public static JsonObject presentation(JsonObject payload, JwtClaims claims, Found found) {
    for (String claim : List.of("vc", "vp")) {
      if (payload.has(claim)) {
        found.failure(
            "jwt." + claim + "-claim",
            "claim " + claim + ": not allowed where the payload is the presentation");
      }
    }
    JsonObject presentation = withoutClaims(payload).without(Answered.NONCE);
    compare("iss", claims.issuer(), "holder", named(presentation, "holder"), found);
    compare("jti", claims.id(), "id", presentation.string("id").stream().toList(), found);
    return presentation;
  }

  /**
   * {@return the presentation in the claim {@code vp} (VC 1.1 §6.3.1)}
   *
   * <p>The claims of the token stand for its members holder and id where it has none.
   */
  static JsonObject presentationInClaim(JsonObject payload, JwtClaims claims, Found found) {
    Optional<JsonObject> written = payload.object("vp");
    if (written.isEmpty()) {
      found.failure("jwt.vp-claim", "claim vp: an object is expected");
    }
    if (payload.has("vc")) {
      found.failure("jwt.vc-claim", "claim vc: a presentation is expected, not a credential");
    }
    if (payload.has("@context") || payload.has("verifiableCredential")) {
      found.failure("jwt.profile", "a presentation stands beside the one in the claim vp");
    }
    JsonObject presentation = written.orElse(JsonObject.EMPTY);
    if (presentation.list("@context").contains(new JsonString(VC_2_0))) {
      found.failure("jwt.profile", "a VC 2.0 presentation must not stand in the claim vp");
    }
    compare("iss", claims.issuer(), "holder", named(presentation, "holder"), found);
    compare("jti", claims.id(), "id", presentation.string("id").stream().toList(), found);
    return set(set(presentation, "holder", claims.issuer()), "id", claims.id());
  }

  private static void compare(
      String claim, Optional<String> value, String member, List<String> members, Found found) {
    if (value.isPresent() && !members.isEmpty() && !members.contains(value.get())) {
      found.failure(
          "jwt.claim-mismatch",
          "claim "
              + claim
              + ": "
              + SafeText.quote(value.get())
              + " is not the presentation's "
              + member);
    }
  }

  /** {@return the payload without the claims of the token about itself} */
  public static JsonObject withoutClaims(JsonObject payload) {
    JsonObject rest = payload;
    for (String claim : JwtClaims.REGISTERED) {
      rest = rest.without(claim);
    }
    return rest;
  }

  /**
   * {@return the credential without the claim that tells where its status stands (Token Status List
   * §6.1), which is no term of its contexts}
   */
  public static JsonObject withoutStatusClaim(JsonObject credential) {
    return credential.object("status").filter(status -> status.has("status_list")).isPresent()
        ? credential.without("status")
        : credential;
  }

  private void requireDataModel(JsonObject credential) {
    List<JsonValue> contexts = credential.list("@context");
    String first =
        !contexts.isEmpty() && contexts.get(0) instanceof JsonString text ? text.value() : "";
    if (profile == JwtProfile.OPEN_BADGES_VC_1_1 && first.equals(VC_2_0)) {
      found.failure("jwt.profile", "a VC 2.0 credential must not stand in the claim vc");
    }
    if (profile == JwtProfile.OPEN_BADGES && first.equals(VC_1_1)) {
      found.failure("jwt.profile", "a VC 1.1 credential must stand in the claim vc");
    }
  }

  private void compare(JsonObject credential) {
    compare("iss", claims.issuer(), "issuer", issuers(credential));
    compare("sub", claims.subject(), "credentialSubject.id", subjects(credential));
    compare("jti", claims.id(), "id", credential.string("id").stream().toList());
    if (profile.repeatsMembers()) {
      requireClaim("nbf", claims.notBefore().isPresent());
      compareInstant("nbf", claims.notBefore(), validFrom(), credential);
      compareInstant("exp", claims.expires(), validUntil(), credential);
      if (profile == JwtProfile.OPEN_BADGES
          && claims.notBefore().isPresent()
          && !credential.has(validFrom())) {
        found.failure("jwt.claim-mismatch", "claim nbf: the credential has no " + validFrom());
      }
    }
  }

  private void compare(String claim, Optional<String> value, String member, List<String> members) {
    if (profile.repeatsMembers()) {
      requireClaim(claim, value.isPresent());
    }
    if (value.isEmpty()) {
      return;
    }
    // Only VC 1.1 lets a claim stand for a member that is not there.
    boolean mayBeAbsent = profile != JwtProfile.OPEN_BADGES;
    boolean agrees =
        members.isEmpty()
            ? mayBeAbsent
            : members.contains(value.get()) && (members.size() == 1 || !profile.repeatsMembers());
    if (!agrees) {
      found.failure(
          "jwt.claim-mismatch",
          "claim "
              + claim
              + ": "
              + SafeText.quote(value.get())
              + " is not the credential's "
              + member);
    }
  }

  private void requireClaim(String claim, boolean isPresent) {
    if (!isPresent) {
      found.failure("jwt.claim-missing", "claim " + claim + ": required in this kind of token");
    }
  }

  /** To the second, which is what claims usually hold. */
  private void compareInstant(
      String claim, Optional<Instant> value, String member, JsonObject credential) {
    if (value.isEmpty() || !credential.has(member)) {
      return;
    }
    Optional<Instant> instant = credential.string(member).flatMap(DateTimeStamp::parse);
    if (!instant.map(Instant::getEpochSecond).equals(value.map(Instant::getEpochSecond))) {
      found.failure(
          "jwt.claim-mismatch",
          "claim " + claim + ": " + value.get() + " is not the credential's " + member);
    }
  }

  /** The credential with the members that claims set (VC 1.1 §6.3.1 "JWT Decoding"). */
  private JsonObject completed(JsonObject credential) {
    if (!profile.repeatsMembers()) {
      return credential;
    }
    JsonObject whole = set(credential, validUntil(), claims.expires().map(Instant::toString));
    if (profile == JwtProfile.OPEN_BADGES) {
      return whole;
    }
    whole = set(whole, "id", claims.id());
    whole = set(whole, validFrom(), claims.notBefore().map(Instant::toString));
    whole = set(whole, "issuer", claims.issuer());
    return withIds(whole);
  }

  private JsonObject withIds(JsonObject credential) {
    JsonObject whole = credential;
    if (credential.get("issuer").orElse(null) instanceof JsonObject issuer) {
      whole = whole.with("issuer", set(issuer, "id", claims.issuer()));
    }
    List<JsonValue> subjects = credential.list("credentialSubject");
    if (subjects.size() == 1 && subjects.get(0) instanceof JsonObject subject) {
      JsonObject named = set(subject, "id", claims.subject());
      boolean isArray = credential.get("credentialSubject").orElse(null) instanceof JsonArray;
      whole = whole.with("credentialSubject", isArray ? JsonArray.of(named) : named);
    }
    return whole;
  }

  private static JsonObject set(JsonObject object, String member, Optional<String> value) {
    return value.isPresent() && !object.has(member)
        ? object.with(member, new JsonString(value.get()))
        : object;
  }

  private String validFrom() {
    return profile == JwtProfile.OPEN_BADGES_VC_1_1 ? "issuanceDate" : "validFrom";
  }

  private String validUntil() {
    return profile == JwtProfile.OPEN_BADGES_VC_1_1 ? "expirationDate" : "validUntil";
  }

  /** The issuer's id. */
  static List<String> issuers(JsonObject credential) {
    return named(credential, "issuer");
  }

  /** An id, whether it is written alone or in an object. */
  private static List<String> named(JsonObject document, String member) {
    return document
        .string(member)
        .or(() -> document.object(member).flatMap(object -> object.string("id")))
        .stream()
        .toList();
  }

  /** The ids of the subjects that have one. */
  static List<String> subjects(JsonObject credential) {
    return credential.list("credentialSubject").stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .flatMap(subject -> subject.string("id").stream())
        .toList();
  }
}
