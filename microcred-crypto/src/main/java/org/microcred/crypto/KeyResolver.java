package org.microcred.crypto;

import java.io.IOException;
import java.util.Optional;
import org.microcred.crypto.internal.did.Dids;
import org.microcred.crypto.internal.did.JwtVcIssuerKeys;
import org.microcred.crypto.internal.did.WebKeys;
import org.microcred.model.InvalidDocumentException;

/**
 * Finds out which keys somebody controls. A DID method is one kind; implement it for another.
 *
 * <p>Implementations are thread-safe. They ask their {@link DocumentLoader} for what they need and
 * nothing else.
 */
@FunctionalInterface
public interface KeyResolver {
  /**
   * Looks up a controller document.
   *
   * @param controller a DID or an https URL, without fragment
   * @return the document, or empty when this resolver does not know such identifiers
   * @throws IOException when it could not be found out; the message says what was tried
   * @throws InvalidDocumentException when there is a document and it is wrong, for example about
   *     another id
   */
  Optional<ControllerDocument> resolve(String controller)
      throws IOException, InvalidDocumentException;

  /**
   * {@return a resolver of {@code did:key} and {@code did:jwk}, whose identifiers are the keys
   * themselves}
   *
   * <p>A key that is weak or malformed is in the document, with findings that say so.
   */
  static KeyResolver offline() {
    return Dids::resolve;
  }

  /**
   * {@return a resolver of {@code did:web} and of {@code https} URLs, as CID 1.0 §3.3 says}
   *
   * <p>The document must say that it is about the identifier that was asked for. A key is taken
   * from the document only, never from the fragment of a URL. At an https URL there may also be a
   * JWK or a JWK Set (RFC 7517), whose keys are of the type {@link VerificationMethod#BARE_JWK}.
   *
   * @param loader where the documents come from; what it does not have could not be found out
   */
  static KeyResolver web(DocumentLoader loader) {
    return new WebKeys(loader);
  }

  /**
   * {@return a resolver of the {@code https} URLs of issuers of SD-JWT VCs, by their JWT VC Issuer
   * Metadata}
   *
   * <p>It lies at {@code /.well-known/jwt-vc-issuer}, must name that issuer, and holds the keys or
   * the URL of their set. A key is named by the issuer's URL and, as fragment, its {@code kid} or
   * else its thumbprint; by the URL alone when it is the only one.
   *
   * @param loader where the documents come from; what it does not have could not be found out
   */
  static KeyResolver jwtVcIssuer(DocumentLoader loader) {
    return new JwtVcIssuerKeys(loader);
  }

  /**
   * {@return a resolver that asks another one for what this one does not know}
   *
   * @param next whom to ask then
   */
  default KeyResolver or(KeyResolver next) {
    return controller -> {
      Optional<ControllerDocument> mine = resolve(controller);
      return mine.isPresent() ? mine : next.resolve(controller);
    };
  }
}
