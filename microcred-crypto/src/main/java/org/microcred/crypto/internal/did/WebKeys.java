package org.microcred.crypto.internal.did;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyResolver;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * Keys that lie on the web: controller documents of did:web and https (CID 1.0 §3.3), and JWKs and
 * JWK Sets at https URLs.
 */
public final class WebKeys implements KeyResolver {
  private final DocumentLoader loader;

  /** Makes a resolver that asks the loader for every document. */
  public WebKeys(DocumentLoader loader) {
    this.loader = Objects.requireNonNull(loader, "loader");
  }

  @Override
  public Optional<ControllerDocument> resolve(String controller)
      throws IOException, InvalidDocumentException {
    Optional<URI> location = Locations.of(controller);
    if (location.isEmpty()) {
      return Optional.empty();
    }
    JsonObject document = load(location.get(), loader);
    if (controller.startsWith("https:") && JwkSetReader.isKeySource(document)) {
      return Optional.of(JwkSetReader.read(document, controller));
    }
    return Optional.of(ControllerDocumentReader.read(document, controller));
  }

  /** The JSON at that URL; without it the keys could not be found out. */
  static JsonObject load(URI url, DocumentLoader loader)
      throws IOException, InvalidDocumentException {
    LoadedDocument loaded =
        loader
            .load(url)
            .orElseThrow(
                () ->
                    new IOException(
                        "no document for "
                            + url
                            + ": supply it to the document loader, or use a loader that may fetch"
                            + " it"));
    return Json.readObject(loaded.content(), Limits.defaults());
  }
}
