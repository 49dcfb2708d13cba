package org.microcred.crypto.internal.did;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyResolver;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** Keys that issuers of SD-JWT VCs publish in their JWT VC Issuer Metadata. */
public final class JwtVcIssuerKeys implements KeyResolver {
  private static final String WELL_KNOWN = "/.well-known/jwt-vc-issuer";

  private final DocumentLoader loader;

  /** Makes a resolver that asks the loader for every document. */
  public JwtVcIssuerKeys(DocumentLoader loader) {
    this.loader = Objects.requireNonNull(loader, "loader");
  }

  @Override
  public Optional<ControllerDocument> resolve(String issuer)
      throws IOException, InvalidDocumentException {
    if (!issuer.startsWith("https:")) {
      return Optional.empty();
    }
    JsonObject metadata = WebKeys.load(Locations.wellKnown(issuer, WELL_KNOWN), loader);
    // Otherwise anyone could lend anyone keys.
    if (!metadata.string("issuer").equals(Optional.of(issuer))) {
      throw InvalidDocumentException.of(
          "key.document-id",
          JsonPointer.ROOT.child("issuer"),
          "the metadata is not of "
              + SafeText.quote(issuer)
              + " but of "
              + metadata.string("issuer").map(SafeText::quote).orElse("nobody"));
    }
    return Optional.of(JwkSetReader.readOwned(keys(metadata), issuer));
  }

  private JsonObject keys(JsonObject metadata) throws IOException, InvalidDocumentException {
    Optional<JsonObject> inline = metadata.object("jwks");
    Optional<String> elsewhere =
        metadata.string("jwks_uri").filter(url -> url.startsWith("https:"));
    if (metadata.has("jwks") == metadata.has("jwks_uri")
        || (inline.isEmpty() && elsewhere.isEmpty())) {
      throw InvalidDocumentException.of(
          "key.malformed",
          JsonPointer.ROOT,
          "the metadata must have either a set of keys in jwks or its https URL in jwks_uri");
    }
    return inline.isPresent()
        ? inline.get()
        : WebKeys.load(Locations.https(elsewhere.orElseThrow()), loader);
  }
}
