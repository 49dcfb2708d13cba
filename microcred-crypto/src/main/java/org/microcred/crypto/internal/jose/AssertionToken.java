package org.microcred.crypto.internal.jose;

import java.security.Provider;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.AssertionForm;
import org.microcred.crypto.Proof;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.VerificationMethod;
import org.microcred.crypto.internal.Enveloped;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A signed assertion of Open Badges 2.0: a compact JWS whose payload is the assertion itself (Open
 * Badges 2.0, "Signed Badges"). Immutable and thread-safe.
 */
public final class AssertionToken implements Enveloped {
  /** None is usual; these say no more than that it is a JWS. */
  private static final Set<String> TYPES = Set.of("jwt", "jws", "jose");

  private static final Set<String> CONTENT_TYPES = Set.of("json", "ld+json");

  private final CompactJws jws;
  private final JwsHeader header;
  private final JsonObject assertion;
  private final Findings shape;

  private AssertionToken(CompactJws jws, JsonObject assertion) {
    Found found = new Found();
    this.jws = jws;
    this.assertion = assertion;
    this.header = JwsHeader.of(jws.header(), found);
    refuse("jwt.typ", "typ", header.typ(), TYPES, found);
    refuse("jwt.cty", "cty", header.cty(), CONTENT_TYPES, found);
    this.shape = found.findings();
  }

  /**
   * Reads a token.
   *
   * @throws InvalidDocumentException when it is not three strict base64url parts with a JSON object
   *     in each of the first two
   */
  public static AssertionToken read(String compact, Limits limits) throws InvalidDocumentException {
    CompactJws jws = CompactJws.read(compact, limits);
    return new AssertionToken(jws, jws.claims(limits));
  }

  /** A token that says to be of another kind is of another kind (RFC 8725 §3.11). */
  private static void refuse(
      String code, String name, Optional<String> value, Set<String> allowed, Found found) {
    if (value.isPresent() && !allowed.contains(value.get())) {
      found.failure(
          code,
          "header " + name + ": " + SafeText.quote(value.get()) + " is not a signed assertion's");
    }
  }

  @Override
  public String form() {
    return AssertionForm.SIGNED.label() + "+" + header.algorithmName();
  }

  @Override
  public JsonObject credential() {
    return assertion;
  }

  @Override
  public boolean hasContexts() {
    return false;
  }

  @Override
  public Proof proof() {
    return new Proof(
        JsonPointer.ROOT,
        form(),
        header.key().url(),
        Optional.of(Relationship.ASSERTION_METHOD),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        header.key().name(),
        header.embeddedKey());
  }

  @Override
  public Findings shape() {
    return shape;
  }

  @Override
  public Findings verify(VerificationMethod method, Optional<Provider> provider) {
    return jws.signed(header).verify(method, provider);
  }
}
