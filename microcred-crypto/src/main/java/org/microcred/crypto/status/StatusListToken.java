package org.microcred.crypto.status;

import java.io.IOException;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.jose.CompactJws;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.crypto.internal.jose.JwsHeader;
import org.microcred.crypto.internal.jose.JwtClaims;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A signed list of statuses in JWT form (Token Status List §5.1). What it says is unverified until
 * {@link #shape} and {@link #verify} passed and the key was found to be that of the right issuer.
 * Immutable and thread-safe.
 */
public final class StatusListToken {
  private static final String TYPE = "statuslist+jwt";
  private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");

  private final CompactJws jws;
  private final JsonObject payload;
  private final JwsHeader header;
  private final JwtClaims claims;
  private final Optional<Duration> timeToLive;
  private final Findings shape;

  private StatusListToken(CompactJws jws, JsonObject payload) {
    Found found = new Found();
    this.jws = jws;
    this.payload = payload;
    this.header = JwsHeader.of(jws.header(), found);
    this.claims = JwtClaims.of(payload, found);
    this.timeToLive = timeToLive(payload, found);
    if (!header.typ().equals(Optional.of(TYPE))) {
      found.failure(
          "jwt.typ",
          "header typ: " + TYPE + " is expected, found " + SafeText.quote(header.typ().orElse("")));
    }
    requireClaim("sub", claims.subject().isPresent(), found);
    requireClaim("iat", claims.issuedAt().isPresent(), found);
    requireClaim("status_list", payload.object("status_list").isPresent(), found);
    this.shape = found.findings();
  }

  /**
   * Reads a status list token.
   *
   * @param compact untrusted text
   * @param limits how large and deep it may be
   * @return the token, whatever its claims and its signature are worth
   * @throws InvalidDocumentException when it is no JWT: {@code jwt.*}, {@code json.*}, {@code
   *     limit.*}
   */
  public static StatusListToken read(String compact, Limits limits)
      throws InvalidDocumentException {
    CompactJws jws = CompactJws.read(compact.strip(), limits);
    return new StatusListToken(jws, jws.claims(limits));
  }

  /** {@return whether it is a status list token with all that one must say} */
  public Findings shape() {
    return shape;
  }

  /** {@return what it says of its signature} */
  public Proof proof() {
    return new Proof(
        JsonPointer.ROOT,
        TYPE + '+' + header.algorithmName(),
        header.key().url(),
        Optional.of(Relationship.ASSERTION_METHOD),
        claims.issuedAt(),
        claims.expires(),
        claims.notBefore(),
        header.key().name(),
        header.embeddedKey());
  }

  /** {@return who it says signed it; most tokens leave that to the key} */
  public Optional<String> issuer() {
    return claims.issuer();
  }

  /** {@return the URL of the list, {@code sub}} */
  public Optional<String> uri() {
    return claims.subject();
  }

  /** {@return when it says it was made} */
  public Optional<Instant> issuedAt() {
    return claims.issuedAt();
  }

  /** {@return for how long a copy may be kept, {@code ttl}} */
  public Optional<Duration> timeToLive() {
    return timeToLive;
  }

  /**
   * {@return the statuses, unverified}
   *
   * @param maxBytes how large the list may be when it is inflated
   * @throws InvalidDocumentException as {@link StatusList#ofToken}
   */
  public StatusList list(int maxBytes) throws InvalidDocumentException {
    return StatusList.ofToken(payload.object("status_list").orElse(JsonObject.EMPTY), maxBytes);
  }

  /**
   * {@return whether the key's owner signed exactly this}
   *
   * @param method the key that {@link #proof} means
   * @param provider who calculates, when not the runtime's own providers
   */
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    return jws.signed(header).verify(Objects.requireNonNull(method, "method"), provider);
  }

  /** Signs a list. */
  static String sign(JsonObject payload, Signer signer) throws IOException {
    JsonObject header =
        JsonObject.builder()
            .put("alg", signer.algorithm().jose())
            .put("typ", TYPE)
            .put("kid", signer.verificationMethod())
            .build();
    return CompactJws.sign(header, payload, signer);
  }

  private static void requireClaim(String name, boolean isThere, Found found) {
    if (!isThere) {
      found.failure("jwt.claim-missing", "claim " + name + ": it is missing or not of its type");
    }
  }

  private static Optional<Duration> timeToLive(JsonObject payload, Found found) {
    if (!payload.has("ttl")) {
      return Optional.empty();
    }
    if (payload.get("ttl").get() instanceof JsonNumber number
        && SECONDS.matcher(number.literal()).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(number.literal())));
    }
    found.failure("jwt.claim-type", "claim ttl: a positive number of seconds is expected");
    return Optional.empty();
  }
}
