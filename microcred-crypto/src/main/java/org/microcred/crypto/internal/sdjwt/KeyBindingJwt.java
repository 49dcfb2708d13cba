package org.microcred.crypto.internal.sdjwt;

import java.io.IOException;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.Signer;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.jose.Answered;
import org.microcred.crypto.internal.jose.CompactJws;
import org.microcred.crypto.internal.jose.Confirmation;
import org.microcred.crypto.internal.jose.Found;
import org.microcred.crypto.internal.jose.JwsHeader;
import org.microcred.crypto.internal.jose.JwtClaims;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** The holder's signature over one presentation (RFC 9901 §4.3). Immutable and thread-safe. */
public final class KeyBindingJwt {
  private static final String TYPE = "kb+jwt";

  private final CompactJws jws;
  private final JwsHeader header;
  private final JwtClaims claims;
  private final Answered answered;
  private final JsonObject credential;
  private final Findings shape;

  private KeyBindingJwt(CompactJws jws, JsonObject payload, SdJwtToken token) {
    Found found = new Found();
    this.jws = jws;
    this.header = JwsHeader.of(jws.header(), found);
    // Whom it is for is compared when it is known whom it should be for.
    this.claims = JwtClaims.of(payload.without("aud"), found);
    // RFC 9901 §4.3: one text each.
    this.answered = new Answered(payload.string("nonce"), payload.string("aud").stream().toList());
    this.credential = token.payload();
    if (!header.typ().equals(Optional.of(TYPE))) {
      found.failure(
          "key-binding.typ",
          "header typ: kb+jwt is expected, found " + SafeText.quote(header.typ().orElse("")));
    }
    if (!payload.string("sd_hash").equals(Optional.of(token.hash()))) {
      found.failure("key-binding.sd-hash", "claim sd_hash: it is not that of this presentation");
    }
    this.shape = inKeyBinding(found.findings());
  }

  static KeyBindingJwt read(String compact, SdJwtToken token, Limits limits)
      throws InvalidDocumentException {
    try {
      CompactJws jws = CompactJws.read(compact, limits);
      return new KeyBindingJwt(jws, jws.claims(limits), token);
    } catch (InvalidDocumentException e) {
      throw new InvalidDocumentException(inKeyBinding(e.violations()));
    }
  }

  /**
   * {@return the text of the token with a key binding}
   *
   * @throws IOException when the signer could not be reached or refused
   * @throws IllegalArgumentException when the signer has not the key that the credential names
   */
  public static String bind(
      SdJwtToken token, Signer holder, String audience, String nonce, Instant issuedAt)
      throws IOException {
    JsonObject header =
        JsonObject.builder().put("alg", holder.algorithm().jose()).put("typ", TYPE).build();
    JsonObject payload =
        JsonObject.builder()
            .put("iat", JsonNumber.of(issuedAt.getEpochSecond()))
            .put("aud", audience)
            .put("nonce", nonce)
            .put("sd_hash", token.hash())
            .build();
    String bound = token.boundBy(CompactJws.sign(header, payload, holder));
    Findings findings;
    try {
      SdJwtToken whole = SdJwtToken.read(bound, token.limits());
      findings = whole.keyBinding().orElseThrow().intact(Optional.empty());
    } catch (InvalidDocumentException e) {
      findings = Findings.of(e.violations());
    }
    if (!findings.passed()) {
      throw new IllegalArgumentException(
          "holder: "
              + Stream.concat(findings.failures().stream(), findings.unknowns().stream())
                  .map(Violation::message)
                  .collect(Collectors.joining("; ")));
    }
    return bound;
  }

  /** What it repeats of the request that it answers. */
  Answered answered() {
    return answered;
  }

  /** {@return whether it keeps all rules, whatever the signature is worth} */
  public Findings shape() {
    return shape;
  }

  /** {@return what it says of itself; its key is the one that the credential names} */
  public Proof proof() {
    return new Proof(
        JsonPointer.ROOT,
        TYPE + '+' + header.algorithmName(),
        Optional.empty(),
        Optional.of(Relationship.AUTHENTICATION),
        claims.issuedAt(),
        claims.expires(),
        claims.notBefore(),
        Optional.empty(),
        Optional.empty(),
        answered.nonce(),
        answered.audience());
  }

  /** {@return whether the owner of the key in {@code cnf} signed exactly this presentation} */
  public Findings intact(Optional<Provider> provider) {
    Optional<VerificationMethod> key = Confirmation.of(credential);
    if (key.isEmpty()) {
      return shape.and(
          Findings.failed(
              new Violation(
                  "key-binding.no-key",
                  JsonPointer.ROOT,
                  "claim cnf: the credential names no key of its holder")));
    }
    return shape.and(verify(key.get(), provider));
  }

  /** {@return whether the owner of that key signed it; what it says is in {@link #shape()}} */
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    return inKeyBinding(jws.signed(header).verify(method, provider));
  }

  /**
   * {@return whether it was made for that audience and nonce, within the window around the instant}
   *
   * <p>RFC 9901 §7.3 steps 5.5, 5.6 and 5.8.
   */
  public Findings expected(String audience, String nonce, Instant at, Duration window) {
    Found found = new Found();
    if (!answered.audience().equals(List.of(audience))) {
      found.failure("key-binding.audience", "claim aud: it was made for somebody else");
    }
    if (!answered.nonce().equals(Optional.of(nonce))) {
      found.failure("key-binding.nonce", "claim nonce: it was not made for this request");
    }
    if (claims.issuedAt().isEmpty()) {
      found.failure("key-binding.issued-at", "claim iat: it does not say when it was made");
    }
    if (claims.issuedAt().filter(iat -> !isWithin(iat, at, window)).isPresent()
        || claims.expires().filter(at::isAfter).isPresent()
        || claims.notBefore().filter(at::isBefore).isPresent()) {
      found.failure("key-binding.stale", "it was not made for this time");
    }
    return inKeyBinding(found.findings());
  }

  private static boolean isWithin(Instant made, Instant at, Duration window) {
    return Duration.between(made, at).abs().compareTo(window) <= 0;
  }

  private static Findings inKeyBinding(Findings findings) {
    return new Findings(
        inKeyBinding(findings.failures()),
        inKeyBinding(findings.unknowns()),
        inKeyBinding(findings.warnings()));
  }

  private static List<Violation> inKeyBinding(List<Violation> violations) {
    return violations.stream()
        .map(v -> new Violation(v.code(), JsonPointer.ROOT, "in the key binding: " + v.message()))
        .toList();
  }
}
