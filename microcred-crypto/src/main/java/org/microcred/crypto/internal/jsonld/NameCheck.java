package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.TermDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Members' names, types and ids: each must stand for an absolute IRI, and look like what it is. */
final class NameCheck {
  private final WalkFindings findings;
  private final Tally tally;

  NameCheck(WalkFindings findings, Tally tally) {
    this.findings = findings;
    this.tally = tally;
  }

  /** Whether a member's name has a meaning. */
  boolean property(String key, ActiveContext active, JsonPointer at) throws JsonLdError {
    if (Iris.looksLikeKeyword(key)) {
      findings.lost(
          "context.undefined-term",
          at,
          SafeText.quote(key) + " looks like a keyword of JSON-LD and is ignored; rename it");
      return false;
    }
    String iri = Iris.ofTerm(active, key);
    Optional<TermDefinition> term = active.getTerm(key);
    if (term.isEmpty() && key.indexOf(':') > 0) {
      return expandedName(key, iri, active, at);
    }
    if (!Iris.isAbsolute(iri)) {
      findings.undefined(
          "context.undefined-term",
          at,
          "no context defines "
              + SafeText.quote(key)
              + ", so it means nothing and is not signed; add the context that defines it");
      return false;
    }
    return term.isPresent() || caughtAll(key, String.valueOf(iri), active, at);
  }

  /** A name spelled as an IRI must not be another spelling of a term that readers look for. */
  private boolean expandedName(
      String key, @Nullable String iri, ActiveContext active, JsonPointer at) {
    if (!Iris.isAbsolute(iri)) {
      findings.lost(
          "context.relative-iri",
          at,
          SafeText.quote(key) + " is no absolute IRI, so its value would not be signed");
      return false;
    }
    if (isOnlySpelling(key, String.valueOf(iri), active, at)) {
      // Under another context the same statement could have a name that readers look for.
      findings.lost(
          "context.not-compact",
          at,
          SafeText.quote(key)
              + " is a name spelled as an IRI; use a context that has a term for it");
    }
    return false;
  }

  private boolean isOnlySpelling(String key, String iri, ActiveContext active, JsonPointer at) {
    Optional<String> term = Iris.termFor(active, iri);
    if (term.isPresent()) {
      findings.lost(
          "context.not-compact",
          at,
          SafeText.quote(key) + " must be written " + SafeText.quote(term.get()));
    }
    return term.isEmpty();
  }

  private boolean caughtAll(String key, String iri, ActiveContext active, JsonPointer at) {
    findings.warned(
        "context.catch-all",
        at,
        "only a catch-all vocabulary gives "
            + SafeText.quote(key)
            + " a meaning: a misspelled name would pass as well");
    return isOnlySpelling(key, iri, active, at);
  }

  /** The types of a node. */
  void types(JsonValue value, ActiveContext active, JsonPointer at) throws JsonLdError {
    List<JsonValue> types = value instanceof JsonArray array ? array.items() : List.of(value);
    JsonPointer place = at.child("type");
    for (JsonValue item : types) {
      if (item instanceof JsonString type) {
        type(type.value(), active, place);
      } else {
        findings.lost("context.type", place, "a type is a string, not " + item.typeName());
      }
    }
  }

  private void type(String type, ActiveContext active, JsonPointer at) throws JsonLdError {
    tally.type();
    String iri = Iris.looksLikeKeyword(type) ? null : Iris.ofType(active, type);
    Optional<TermDefinition> term = active.getTerm(type);
    if (!Iris.isAbsolute(iri)) {
      findings.undefined(
          "context.undefined-type",
          at,
          "no context defines the type "
              + SafeText.quote(type)
              + ", so it means nothing and is not signed; add the context that defines it");
    } else if (term.isEmpty() && type.indexOf(':') > 0) {
      isOnlySpelling(type, String.valueOf(iri), active, at);
    } else if (term.isEmpty()) {
      caughtAll(type, String.valueOf(iri), active, at);
    }
  }

  /** The id of a node. */
  void id(JsonValue value, ActiveContext active, JsonPointer at) throws JsonLdError {
    if (value instanceof JsonString id) {
      reference(id.value(), active, at.child("id"));
    } else {
      findings.lost("context.id", at.child("id"), "an id is a string, not " + value.typeName());
    }
  }

  /** A string that names a node. */
  void reference(String id, ActiveContext active, JsonPointer at) throws JsonLdError {
    tally.id();
    if (Iris.isBlankNode(id)) {
      findings.lost(
          "context.blank-node",
          at,
          "a blank node label is not signed; leave the id out or use a URL");
      return;
    }
    String iri = Iris.looksLikeKeyword(id) ? null : Iris.ofId(active, id);
    if (!Iris.isAbsolute(iri)) {
      findings.lost(
          "context.relative-iri",
          at,
          SafeText.quote(id) + " is no absolute IRI, so it would not be signed; write it in full");
    } else if (!id.equals(iri)) {
      findings.lost(
          "context.compact-iri",
          at,
          SafeText.quote(id)
              + " is short for "
              + SafeText.quote(String.valueOf(iri))
              + "; write it in full");
    }
  }

  /** A string that is a term of a vocabulary. */
  void vocabulary(String term, ActiveContext active, JsonPointer at) throws JsonLdError {
    tally.id();
    if (Iris.looksLikeKeyword(term)
        || Iris.isBlankNode(term)
        || !Iris.isAbsolute(Iris.ofType(active, term))) {
      findings.undefined(
          "context.undefined-term",
          at,
          "no context defines " + SafeText.quote(term) + ", so it means nothing and is not signed");
    }
  }
}
