package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.context.ActiveContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * The {@code @context} of a credential: a list of URLs, led by that of its data model (VCDM 2.0
 * §4.3, VCDM 1.1 §4.1). Objects are refused in it, since anybody who carries the document could
 * change what they say.
 */
final class ContextHeader {
  static final String VCDM_2 = "https://www.w3.org/ns/credentials/v2";
  static final String VCDM_1 = "https://www.w3.org/2018/credentials/v1";

  private static final String CONTEXT = "@context";

  /** The jcs suites repeat the context of the document in the proof. */
  private static final Set<String> WITH_CONTEXT =
      Set.of(
          "DataIntegrityProof",
          "VerifiableCredential",
          "VerifiablePresentation",
          "EnvelopedVerifiableCredential",
          "EnvelopedVerifiablePresentation");

  private final ContextSource source;
  private final ContextStates states;
  private final WalkFindings findings;

  ContextHeader(ContextSource source, ContextStates states, WalkFindings findings) {
    this.source = source;
    this.states = states;
    this.findings = findings;
  }

  /** The active context of a document; empty when there is none to read it by. */
  Optional<ActiveContext> document(JsonObject document) throws ContextException {
    if (!document.has(CONTEXT)) {
      findings.failed(
          "context.missing",
          JsonPointer.ROOT,
          "there is no @context; a credential starts with " + VCDM_2 + " or " + VCDM_1);
      return Optional.empty();
    }
    return apply(document, states.initial(), JsonPointer.ROOT);
  }

  /** The active context inside an embedded object that has a context of its own. */
  Optional<ActiveContext> embedded(JsonObject object, ActiveContext active, JsonPointer at)
      throws ContextException {
    boolean credential =
        object.list("type").stream()
            .anyMatch(type -> type instanceof JsonString t && WITH_CONTEXT.contains(t.value()));
    if (!credential) {
      findings.undefined(
          "context.nested",
          at.child(CONTEXT),
          "only a credential inside the credential may have a context of its own");
      return Optional.empty();
    }
    return apply(object, active, at);
  }

  private Optional<ActiveContext> apply(JsonObject object, ActiveContext active, JsonPointer at)
      throws ContextException {
    List<JsonValue> entries = object.list(CONTEXT);
    JsonPointer place = at.child(CONTEXT);
    String first =
        !entries.isEmpty() && entries.get(0) instanceof JsonString url ? url.value() : "";
    if (!first.equals(VCDM_2) && !first.equals(VCDM_1)) {
      findings.failed(
          "context.first",
          place,
          "the first context must be " + VCDM_2 + " or " + VCDM_1 + " (VCDM 2.0 §4.3)");
      return Optional.empty();
    }
    boolean array = object.members().get(CONTEXT) instanceof JsonArray;
    List<String> urls = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < entries.size(); i++) {
      JsonPointer entry = array ? place.child(i) : place;
      if (entries.get(i) instanceof JsonString url && available(url.value(), entry)) {
        urls.add(url.value());
      } else {
        complete = false;
        inline(entries.get(i), entry);
      }
    }
    return complete ? Optional.of(states.document(active, urls, place)) : Optional.empty();
  }

  private void inline(JsonValue entry, JsonPointer at) {
    if (!(entry instanceof JsonString)) {
      findings.undefined(
          "context.inline",
          at,
          "a context must be named by its URL, not written into the document: it is not signed and"
              + " could be changed by anybody");
    }
  }

  private boolean available(String url, JsonPointer at) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      uri = URI.create("");
    }
    if (!uri.isAbsolute()) {
      findings.undefined(
          "context.relative",
          at,
          "the context " + SafeText.quote(url) + " is no absolute URL, so it cannot be had");
      return false;
    }
    boolean plain = isLowerCase(uri.getScheme()) && isLowerCase(uri.getRawAuthority());
    if (plain && source.has(uri)) {
      return true;
    }
    findings.unknown(
        "context.unavailable",
        at,
        "the context "
            + SafeText.of(url)
            + " cannot be had ("
            + (plain ? source.whyMissing(uri) : "scheme and host are written in lower case")
            + "); supply it through a DocumentLoader to have the credential checked");
    return false;
  }

  /** Java takes another spelling of scheme and host for the same URI; nobody signed that one. */
  private static boolean isLowerCase(@Nullable String part) {
    return part == null || part.equals(part.toLowerCase(Locale.ROOT));
  }
}
