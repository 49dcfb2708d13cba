package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonPointer;

/**
 * Where contexts come from, for one reading of one document: first the bundled ones, which nobody
 * can override, then those that the caller supplied. Never the network. Not thread-safe.
 */
public final class ContextSource implements com.apicatalog.jsonld.loader.DocumentLoader {
  private static final ParsedContexts BUNDLED = new ParsedContexts();

  private final DocumentLoader supplied;
  private final Limits limits;
  private final Map<URI, Document> found = new LinkedHashMap<>();
  private final Map<URI, String> missing = new LinkedHashMap<>();
  private final TreeSet<String> used = new TreeSet<>();

  public ContextSource(DocumentLoader supplied, Limits limits) {
    this.supplied = supplied;
    this.limits = limits;
  }

  /** Whether the context of that URL can be had; if not, {@link #missing} says why. */
  boolean has(URI url) {
    return find(url) != null;
  }

  /** Why the context of that URL cannot be had, for people. */
  String whyMissing(URI url) {
    return missing.getOrDefault(url, "it is not among the bundled contexts");
  }

  /** A warning for each context that the caller supplied and that was used. */
  Findings warnings() {
    Findings warnings = Findings.none();
    for (String url : used) {
      warnings =
          warnings.and(
              Findings.warned(
                  new Violation(
                      "context.supplied",
                      JsonPointer.ROOT.child("@context"),
                      "the context "
                          + SafeText.of(url)
                          + " was supplied by the caller, who vouches for what its terms mean")));
    }
    return warnings;
  }

  @Override
  public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
    Document document = find(url);
    if (document == null) {
      throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, url.toString());
    }
    return document;
  }

  private @Nullable Document find(URI url) {
    Document known = found.get(url);
    if (known != null || missing.containsKey(url)) {
      return known;
    }
    Document document = load(url);
    if (document != null) {
      found.put(url, document);
    }
    return document;
  }

  private @Nullable Document load(URI url) {
    if (!BundledContexts.has(url)) {
      return suppliedDocument(url, false);
    }
    if (BundledContexts.hasOtherBodies(url)) {
      Document other = suppliedDocument(url, true);
      if (other != null) {
        return other;
      }
      missing.remove(url);
    }
    return BUNDLED.get(url);
  }

  private @Nullable Document suppliedDocument(URI url, boolean onlyKnownBody) {
    try {
      Optional<LoadedDocument> document = supplied.supplied(url);
      if (document.isEmpty()) {
        missing.put(url, "it is not among the bundled contexts and the caller did not supply it");
        return null;
      }
      if (document.get().source() != LoadedDocument.Source.SUPPLIED) {
        missing.put(url, "contexts are never taken from the network");
        return null;
      }
      byte[] content = document.get().content();
      if (onlyKnownBody && !BundledContexts.isKnownBody(url, content)) {
        return null;
      }
      Document parsed = JsonDocument.of(JakartaJson.of(Json.readObject(content, limits)));
      if (!onlyKnownBody) {
        used.add(url.toString());
      }
      return parsed;
    } catch (InvalidDocumentException | ArithmeticException e) {
      missing.put(url, "what the caller supplied is not a JSON object");
    }
    return null;
  }
}
