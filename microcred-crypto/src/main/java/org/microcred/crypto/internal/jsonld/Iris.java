package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.uri.UriUtils;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names in a document stand for. */
final class Iris {
  private Iris() {}

  /** Whether this can be written into a quad as an IRI. */
  static boolean isAbsolute(@Nullable String iri) {
    return iri != null
        && !isBlankNode(iri)
        && UriUtils.isAbsoluteUri(iri, UriValidationPolicy.Full);
  }

  /** Whether this names a blank node. */
  static boolean isBlankNode(String text) {
    return text.startsWith("_:");
  }

  /** Whether this looks like a keyword that JSON-LD may get some day, and is ignored until then. */
  static boolean looksLikeKeyword(String text) {
    return text.startsWith("@") && text.matches("@[A-Za-z]+");
  }

  /** What a member's name or a type stands for; null when nothing. */
  static @Nullable String ofTerm(ActiveContext active, String term) throws JsonLdError {
    return active.uriExpansion().vocab(true).expand(term);
  }

  /** What a type stands for; null when nothing. */
  static @Nullable String ofType(ActiveContext active, String type) throws JsonLdError {
    return active.uriExpansion().vocab(true).documentRelative(true).expand(type);
  }

  /** What an id stands for; null when nothing. */
  static @Nullable String ofId(ActiveContext active, String id) throws JsonLdError {
    return active.uriExpansion().documentRelative(true).expand(id);
  }

  /** A term that stands for this IRI, by which the document should have called it. */
  static Optional<String> termFor(ActiveContext active, String iri) {
    return active.getTermsMapping().entrySet().stream()
        .filter(term -> iri.equals(term.getValue().getUriMapping()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
