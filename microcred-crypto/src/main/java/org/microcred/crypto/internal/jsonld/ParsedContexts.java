package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;

/** The bundled contexts as titanium takes them, each parsed when it is first asked for. */
final class ParsedContexts {
  private final Map<URI, Document> parsed = new ConcurrentHashMap<>();

  /** The context that is served for that URL, which must be bundled. */
  Document get(URI url) {
    return parsed.computeIfAbsent(url, ParsedContexts::parse);
  }

  private static Document parse(URI url) {
    byte[] content = BundledContexts.load(url).orElseThrow().content();
    try {
      return JsonDocument.of(JakartaJson.of(Json.readObject(content, Limits.defaults())));
    } catch (InvalidDocumentException e) {
      throw new IllegalStateException("the bundled context of " + url + " is not JSON", e);
    }
  }
}
